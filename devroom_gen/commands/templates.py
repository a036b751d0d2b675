"""`templates`: shows which templates are in effect, and copies one out to start from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from devroom_gen.loading import Loader
from devroom_gen.output.writing import write_whole
from devroom_gen.project import Project
from devroom_gen.reading import shown_path
from devroom_gen.render.targets import Target, target_names
from devroom_gen.site import Site
from devroom_gen.stopping import UsageError


def templates(project: Project, today: date) -> str:
    """List all targets with their templates, and say which are a person's own."""
    site = Site(project, Loader(project, today))
    return "".join(f"{line}\n" for name in target_names(site.template_folders) for line in _describe(site, name))


def copy_template(project: Project, path: str, today: date) -> Path:
    """Copy a built-in template, `target/path`, into the project's own `templates/`."""
    name, _, below = path.removeprefix("templates/").partition("/")
    target = Site(project, Loader(project, today)).renderer(name).target
    source = target.builtin / below if target.builtin else None
    if source is None or not below or not source.is_file():
        raise UsageError(f"there is no built-in template `{path}`", "`devroom-gen templates` lists them")
    copy = project.templates() / name / below
    try:
        write_whole(copy, source.read_text(encoding="utf-8"), replace=False)
    except FileExistsError:
        raise UsageError(f"`{shown_path(copy)}` exists already") from None
    return copy


def _describe(site: Site, name: str) -> Iterator[str]:
    target = site.renderer(name).target
    yield f"{name}: {target.settings.about}"
    overrides = set(target.overrides())
    for path in target.paths():
        yield f"  {name}/{path}{_note(target, path) if path in overrides else ''}"


def _note(target: Target, path: str) -> str:
    is_added = target.builtin is None or not (target.builtin / path).is_file()
    return "  (your own)" if is_added else "  (your own, in place of the built-in)"
