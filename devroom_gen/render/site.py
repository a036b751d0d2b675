"""Renders editions, and what shows all of them, with every target that their settings name. Writes nothing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.facts.parts import Link
from devroom_gen.facts.summary import read_summary, summarize, write_summaries
from devroom_gen.project.loaded import Record
from devroom_gen.project.locations import Locations
from devroom_gen.record.settings import TargetSettings
from devroom_gen.render.escaping import as_path
from devroom_gen.render.finder import Targets, explain_failure
from devroom_gen.render.renderer import Page, Renderer, TemplateError

PROJECT = "the project"
"""The owner of pages that show all editions; no edition or series is called so."""


class EditionPages(NamedTuple):
    """The pages of one owner, an edition or the project, in one output folder: texts by their paths; all lie in `below`."""

    owner: str
    folder: Path
    below: str
    texts: Mapping[str, str]


class Rendered(NamedTuple):
    """The pages of an edition, what is wrong with its targets, and those that could be rendered with their folders."""

    pages: list[EditionPages]
    diagnostics: list[Diagnostic]
    targets: list[tuple[TargetSettings, Path]]


@dataclass(frozen=True)
class SiteRenderer:
    """The targets of a project, and the places to which they write."""

    targets: Targets
    locations: Locations

    def render(self, record: Record, *, is_newest: bool) -> Rendered:
        """Render one edition; where editions share one folder, the newest is shown there."""
        settings = record.edition.settings
        result = Rendered([], [], [])
        if not is_newest and not self.locations.has_place_for_each(settings):
            return result
        for name in settings.targets or ():
            renderer, found = self.targets.find(name)
            result.diagnostics.extend(found)
            if renderer:
                folder, below = self.locations.find(settings, name, record.file.id)
                if mistake := self.locations.find_mistake((folder, below)):
                    result.diagnostics.append(_explain_place(record, mistake))
                    continue
                try:
                    pages = _place(record.file.id, folder, below, list(renderer.render(record.facts)))
                except TemplateError as error:
                    result.diagnostics.append(explain_failure(renderer.target, error, record.file.id))
                else:
                    result.pages.append(pages)
                    result.targets.append((renderer.settings, folder / below))
        return result

    def has_project_pages(self) -> bool:
        """Whether some target has pages of all editions."""
        return any(True for _ in self._project_targets())

    def render_project(self, summaries: Sequence[str]) -> tuple[list[EditionPages], list[Diagnostic]]:
        """Render the pages of all editions from the summaries of all series, as `summarize` gave them."""
        editions = [(read_summary(row), paths) for text in summaries for row, paths in json.loads(text)]
        editions.sort(key=lambda each: (-int(each[0].year.text), each[0].series))
        pages: list[EditionPages] = []
        found: list[Diagnostic] = []
        for renderer, folder, below, words in self._project_targets():
            placed = [each._replace(path=Link(as_path(paths[renderer.target.name]))) for each, paths in editions]
            try:
                pages.append(_place(PROJECT, folder, below, list(renderer.render_project(placed, words))))
            except TemplateError as error:
                found.append(explain_failure(renderer.target, error, PROJECT))
        return pages, found

    def summarize(self, records: Sequence[Record]) -> str:
        """Return the summaries of editions as JSON, with the path of each from the pages of all editions."""
        targets = list(self._project_targets())
        return write_summaries((summarize(record.facts), self._paths(record, targets)) for record in records)

    def _paths(self, record: Record, targets: Sequence[tuple[Renderer, Path, str, Any]]) -> dict[str, str]:
        names = [(renderer.target.name, (folder, below)) for renderer, folder, below, _ in targets]
        find = self.locations.find
        return {
            name: self.locations.lead(start, find(record.edition.settings, name, record.file.id))
            for name, start in names
        }

    def _project_targets(self) -> Iterator[tuple[Renderer, Path, str, dict[str, str]]]:
        """Yield the targets that have pages of all editions, the place of those pages, and their fixed words."""
        settings = self.targets.loader.settings("").value
        for name in (settings.targets or ()) if settings else ():
            renderer, _ = self.targets.find(name)
            if settings and renderer and renderer.has_project_pages:
                place = self.locations.find(settings, name, "")
                if not self.locations.find_mistake(place):  # which each edition tells
                    yield renderer, *place, settings.fixed_words


def _explain_place(record: Record, mistake: str) -> Diagnostic:
    return Diagnostic(
        code=codes.OUTPUT_OUTSIDE,
        location=record.locate(("settings", "output")),
        message=f"`output` {mistake}",
        help='write a folder of the project, as in "site/{target}/{edition}"; `--output` may name any folder',
    )


def _place(owner: str, folder: Path, below: str, pages: Sequence[Page]) -> EditionPages:
    below = f"{below}/".lstrip("/")
    return EditionPages(owner, folder, below, {f"{below}{page.path}": page.text for page in pages})
