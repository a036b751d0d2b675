"""The reference of the targets, printed from the settings of each."""

import tomllib

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.layout import target_names
from devroom_gen.record.target import TargetSettings
from devroom_gen.render.targets import SETTINGS


def print_targets() -> str:
    """Print each target that comes with the program, and what it is for."""
    folder = builtin_templates()
    rows = []
    for name in target_names([folder]):
        settings = TargetSettings.model_validate(tomllib.loads((folder / name / SETTINGS).read_text(encoding="utf-8")))
        rows.append((f"`{name}`", settings.about))
    return write_table(["target", "what it writes"], rows)
