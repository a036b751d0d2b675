"""What there is: packages and report formats, printed from their modules, and targets, from the settings of each."""

import ast
import tomllib
from pathlib import Path
from typing import Any

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.diagnostics.formats import Format
from devroom_gen.project.builtin import PACKAGE, builtin_templates
from devroom_gen.project.layout import target_names
from devroom_gen.record.target import TargetSettings
from devroom_gen.render.targets import SETTINGS


def print_packages() -> str:
    """Print each package with what it is for, from the top floor to the lowest."""
    names = [name for name in _layers() if (PACKAGE / name / "__init__.py").exists()]
    rows = [(f"[`{name}/`]({name})", _about(PACKAGE / name / "__init__.py")) for name in names]
    return write_table(["package", "what it is for"], rows)


def _layers() -> list[str]:
    """Return the packages in the order of the import contract of this repository."""
    contracts = _read_toml(PACKAGE.parent / "pyproject.toml")["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [name for layer in layers for name in layer.split(" | ")]


def print_formats() -> str:
    """Print each format of findings with what it is for."""
    folder = PACKAGE / "diagnostics" / "formats"
    return write_table(["format", "what it is"], [(f"`{name}`", _about(folder / f"{name}.py")) for name in Format])


def print_targets() -> str:
    """Print each target that comes with the program, and what it is for."""
    folder = builtin_templates()
    files = {name: folder / name / SETTINGS for name in target_names([folder])}
    settings = {name: TargetSettings.model_validate(_read_toml(path)) for name, path in files.items()}
    return write_table(["target", "what it writes"], [(f"`{name}`", each.about) for name, each in settings.items()])


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _about(path: Path) -> str:
    """Return the first paragraph of a module's docstring, without importing the module."""
    about = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(about.partition("\n\n")[0].split())
