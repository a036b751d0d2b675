"""Renders one edition with the templates of one target. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jinja2

from devroom_gen.facts.model import Facts
from devroom_gen.render.escaping import MARKDOWN, html_text, yaml_quoted
from devroom_gen.render.view import View, raw_text
from devroom_gen.templating import make_environment

FILTERS = {
    "html": lambda value: html_text(raw_text(value)),
    "quoted": lambda value: yaml_quoted(str(value)),
    "raw": raw_text,
}


@dataclass(frozen=True, slots=True)
class Page:
    """One rendered file: a path below the output folder of its edition, with `/`, and a text."""

    path: str
    text: str


@dataclass(frozen=True)
class Target:
    """A set of templates for one kind of output; its tree is the tree of the output."""

    name: str
    folder: Path

    @cached_property
    def templates(self) -> list[str]:
        """List the templates, each by its path below the target."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".toml")
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def environment(self) -> jinja2.Environment:
        return make_environment([self.folder], FILTERS)


def find_targets(folder: Path) -> dict[str, Target]:
    """Give all targets that have templates in a folder, by name."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")
    return {name: Target(name, folder / name) for name in names}


def render(facts: Facts, target: Target) -> Iterable[Page]:
    """Render all pages of one edition."""
    names = View(facts, MARKDOWN).names()
    for path in target.templates:
        yield Page(path, target.environment.get_template(path).render(names))
