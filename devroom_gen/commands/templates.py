"""`templates`: shows which templates are in effect, and copies one out to start from."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from devroom_gen.errors import UsageError, reason
from devroom_gen.project.atomic_write import write_whole
from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.layout import Project, target_names
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import shown_path
from devroom_gen.render.finder import Targets
from devroom_gen.render.targets import own_paths, template_paths
from devroom_gen.text.suggestions import suggest


def templates(project: Project, today: date) -> str:
    """List all targets with their templates, and say which are a person's own."""
    targets = Targets(project, Loader(project, today))
    lines = [line for name in target_names(targets.folders) for line in _describe(targets, name)]
    lines += ["_shared: what several targets use", *_list(targets.folders, "_shared")]
    return "".join(f"{line}\n" for line in lines)


def copy_template(project: Project, path: str, today: date) -> Path:
    """Copy a built-in template, `target/path`, into the project's own `templates/`."""
    builtin, path = builtin_templates(), path.removeprefix("templates/")
    if path not in template_paths(builtin):
        help_text = suggest(path, template_paths(builtin), "`devroom-gen templates` lists them")
        raise UsageError(f"there is no built-in template `{path}`", help_text)
    copy = project.templates() / path
    try:
        write_whole(copy, (builtin / path).read_text(encoding="utf-8"), replace=False)
    except FileExistsError:
        raise UsageError(f"`{shown_path(copy)}` exists already") from None
    except OSError as error:
        raise UsageError(f"`{shown_path(copy)}` cannot be written: {reason(error)}") from None
    return copy


def _describe(targets: Targets, name: str) -> Iterator[str]:
    renderer, _ = targets.find(name)
    yield f"{name}: {renderer.settings.about if renderer else '`target.toml` cannot be used'}"
    yield from _list(targets.folders, name)


def _list(roots: Sequence[Path], folder: str) -> Iterator[str]:
    """List the templates below one folder, and say which are a person's own."""
    builtin = builtin_templates()
    own = {path for root in roots if root != builtin for path in own_paths(root, builtin)}
    everything = {path for root in roots for path in template_paths(root)}
    for path in sorted(path for path in everything if path.startswith(f"{folder}/")):
        note = "  (your own, in place of the built-in)" if (builtin / path).is_file() else "  (your own)"
        yield f"  {path}{note if path in own else ''}"
