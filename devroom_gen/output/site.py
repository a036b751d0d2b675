"""All pages of a project, by the folder they go to: every edition with every target. Writes nothing."""

import difflib
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from devroom_gen.diagnostics.codes import output as output_codes
from devroom_gen.diagnostics.codes import template as template_codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.errors import UsageError
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import fill_placeholders, find_fact, find_placeholders
from devroom_gen.output.cache.fingerprints import Stamp, take_stamps
from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.layout import Project, RecordFile, target_names
from devroom_gen.project.loader import Loader, Record
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.settings import Settings
from devroom_gen.record.target import TargetSettings
from devroom_gen.render.escaping import yaml_quoted
from devroom_gen.render.renderer import Page, Renderer, TemplateError
from devroom_gen.render.targets import SETTINGS, Target
from devroom_gen.render.view import ForgottenError
from devroom_gen.text.source import SourceText, Span

Row: TypeAlias = tuple[str, int, dict[str, Any]]
"""One edition as pages of all editions ask for it: its series, its year, and what is asked by target and template."""

PROJECT = "the project"
"""The owner of pages that show all editions."""


class Sheaf(NamedTuple):
    """The pages that one owner, an edition or the project, has in one output folder: texts by their paths below it."""

    owner: str
    folder: Path
    texts: Mapping[str, str]


@dataclass
class Site:
    """The pages that were made so far, and what is wrong with them.

    `files` are the records that are rendered, `editions` the folders of their editions below each output folder,
    `beside` the state of a person's own files before they were compared with facts. Renderers can be shared.
    """

    project: Project
    loader: Loader
    output: str | None = None
    files: Sequence[RecordFile] = ()
    compiled: Path | None = None
    renderers: dict[str, Renderer | None] = field(default_factory=dict)
    sheaves: list[Sheaf] = field(default_factory=list)
    editions: dict[Path, set[str]] = field(default_factory=dict)
    beside: dict[str, Stamp | None] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _patterns: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Render one edition with all of its targets; where editions share one folder, the newest is shown there."""
        assert record.facts is not None and record.edition is not None
        settings = record.edition.settings
        if "{edition}" not in self._split(settings)[1] and self._has_newer(record.file):
            return
        for name in settings.targets or ():
            if renderer := self.renderer(name):
                self._add_target(record, record.facts, renderer, *self._place(settings, name, record.file.id))

    def _add_target(self, record: Record, facts: Facts, renderer: Renderer, folder: Path, below: str) -> None:
        try:
            pages = list(renderer.render(facts))
        except TemplateError as error:
            self.diagnostics.append(_template_failed(renderer.target, error, record.file.id))
            return
        self.editions.setdefault(folder, set()).add(f"{below}/".lstrip("/"))
        self.sheaves.append(_sheaf(record.file.id, folder, below, pages))
        self.beside |= take_stamps((folder / below / name for name in renderer.target.settings.beside), time.time_ns())
        self.diagnostics += _check_titles(record, facts, renderer.target.settings)
        self.diagnostics += _check_beside(facts, renderer.target.settings, folder / below)

    def add_project_pages(self, records: Sequence[Record]) -> None:
        """Render what belongs to the project as a whole; all of its editions must be given."""
        for renderer, folder, below, words in self._project_targets():
            editions = [
                (each.facts, self._path_below(each, renderer, folder / below)) for each in records if each.facts
            ]
            try:
                pages = list(renderer.render_project(editions, words))
            except TemplateError as error:
                self.diagnostics.append(_template_failed(renderer.target, error, PROJECT))
                continue
            self.sheaves.append(_sheaf(PROJECT, folder, below, pages))

    def recollect(self, records: Sequence[Record]) -> list[Row]:
        """Return what pages of the project as a whole ask of these editions."""
        seen: list[dict[str, Any]] = [{} for _ in records]
        for renderer, folder, below, words in self._project_targets():
            editions = [
                (each.facts, self._path_below(each, renderer, folder / below)) for each in records if each.facts
            ]
            for each, asked in zip(seen, renderer.recollect(editions, words), strict=True):
                each[renderer.target.name] = asked
        return [
            (each.file.series, each.event.year if each.event else 0, asked)
            for each, asked in zip(records, seen, strict=True)
        ]

    def add_recalled_pages(self, rows: Sequence[Row]) -> None:
        """Render what belongs to the project from recollections of all editions, or raise `ForgottenError`."""
        newest = sorted(rows, key=lambda row: (-row[1], row[0]))
        sheaves: list[Sheaf] = []
        for renderer, folder, below, words in self._project_targets():
            name = renderer.target.name
            try:
                pages = list(renderer.render_recalled([seen[name] for _, _, seen in newest], words))
            except (TemplateError, LookupError, TypeError, AttributeError) as error:
                raise ForgottenError(name) from error
            sheaves.append(_sheaf(PROJECT, folder, below, pages))
        self.sheaves += sheaves

    def _project_targets(self) -> Iterator[tuple[Renderer, Path, str, dict[str, str]]]:
        """Return the targets that show all editions, the place of those pages, and their fixed words."""
        settings = self.loader.settings("")
        for name in (settings.targets or ()) if settings else ():
            renderer = self.renderer(name)
            if settings and renderer and renderer.has_project_pages:
                yield renderer, *self._place(settings, name, ""), settings.fixed_words

    def needs_all_records(self) -> bool:
        """Whether some page shows all editions, so that one changed record changes it."""
        return any(True for _ in self._project_targets())

    def renderer(self, name: str) -> Renderer | None:
        """Return the renderer of a target; none where its settings cannot be used, as the loader's diagnostics say."""
        if name not in self.renderers:
            target = self._find_target(name)
            self.renderers[name] = Renderer(target, self.compiled) if target else None
        return self.renderers[name]

    @cached_property
    def template_folders(self) -> tuple[Path, ...]:
        return self.project.template_folders()

    def _find_target(self, name: str) -> Target | None:
        roots = self.template_folders
        if name not in target_names(roots):
            raise UsageError(f"there is no target `{name}`", _near_target(name, target_names(roots)))
        path = next((file for root in roots if (file := root / name / SETTINGS).is_file()), None)
        settings = self.loader.read(path, TargetSettings) if path else TargetSettings(about=name)
        return Target(name, roots, builtin_templates(), settings) if settings else None

    def _has_newer(self, file: RecordFile) -> bool:
        return any(each.series == file.series and (each.year or 0) > (file.year or 0) for each in self.files)

    def _split(self, settings: Settings) -> tuple[Path, str]:
        """Return the output folder and what varies below it."""
        pattern = settings.output or "."
        if pattern not in self._patterns:
            folder, below = split_pattern(pattern, self.output)
            base = self.project.root if self.output is None else Path.cwd()  # what is typed is meant from here
            self._patterns[pattern] = base / folder, below
        return self._patterns[pattern]

    def _place(self, settings: Settings, target: str, edition: str) -> tuple[Path, str]:
        folder, below = self._split(settings)
        return folder, below.replace("{target}", target).replace("{edition}", edition).strip("/")

    def _path_below(self, record: Record, renderer: Renderer, folder: Path) -> str:
        assert record.edition is not None
        root, below = self._place(record.edition.settings, renderer.target.name, record.file.id)
        place, above = str(root / below), f"{folder}{os.sep}"
        if place.startswith(above) and ".." not in place:  # the usual case, and ten times as fast
            return place[len(above) :].replace(os.sep, "/")
        return Path(os.path.relpath(place, folder)).as_posix()


def _sheaf(owner: str, folder: Path, below: str, pages: Sequence[Page]) -> Sheaf:
    return Sheaf(owner, folder, {f"{below}/{page.path}".lstrip("/"): page.text for page in pages})


def _check_titles(record: Record, facts: Facts, target: TargetSettings) -> Iterator[Diagnostic]:
    """Warn of titles from which the reader of the pages cannot make what it makes of them."""
    pattern = target.title_pattern
    for section in facts.sections if pattern else ():
        if section.name != "intro" and not re.fullmatch(pattern or "", section.text):
            yield Diagnostic(
                code=template_codes.COLOURLESS_TITLE,
                location=record.locate(("settings", "section", section.name, "title")),
                message=f"the section `{section.text}` loses its colours: the theme makes an id of its title",
                help="write a title of letters, digits, `-` and `_`, a letter first",
            )


def _check_beside(facts: Facts, target: TargetSettings, folder: Path) -> Iterator[Diagnostic]:
    """Warn of a person's own files that repeat facts, and say something else than the record."""
    for name, keys in target.beside.items():
        source = read_source(folder / name) if (folder / name).is_file() else None
        if not isinstance(source, SourceText):
            continue
        from devroom_gen.output.hand_kept import compare  # few targets have files of a person's own beside them

        expected = {key: text for key, pattern in keys.items() if (text := _fill(pattern, facts)) is not None}
        for difference in compare(source, expected):
            yield Diagnostic(
                code=output_codes.DIFFERS_BESIDE,
                location=Location(source=source, span=difference.span),
                message=f"`{difference.key}` says something else than the record `{facts.id}`",
                help=f"write `{difference.key}: {yaml_quoted(difference.expected)}`",
            )


def _template_failed(target: Target, error: TemplateError, edition: str) -> Diagnostic:
    path = Path(error.path) if Path(error.path).is_absolute() else target.find(error.path)
    source = read_source(path) if path else SourceText(f"{target.name}/{error.path}", "")
    if isinstance(source, Diagnostic):
        source = SourceText(shown_path(path) if path else error.path, "")
    line = min(error.line, source.text.count("\n") + 1)
    return Diagnostic(
        code=template_codes.TEMPLATE_ERROR,
        location=Location(source=source, span=source.line_span(line) if source.text else Span(0, 0)),
        message=f"{error}, while rendering `{edition}`",
        help=error.help or "`devroom-gen templates` lists the templates",
    )


def _fill(pattern: str, facts: Facts) -> str | None:
    """Put facts into a pattern; give nothing where one of them is not stated."""
    values = {each.name: find_fact(facts, each.name) for each in find_placeholders(pattern)}
    if any(value is None for value in values.values()):
        return None
    return fill_placeholders(pattern, lambda name: str(getattr(values[name], "text", values[name])))


def _near_target(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else "there are " + ", ".join(f"`{each}`" for each in known)


def split_pattern(pattern: str, output: str | None) -> tuple[str, str]:
    """Split an output pattern into the folder and what varies below it; `output` takes the place of the folder."""
    if output is not None and "{" in output:
        pattern, output = output, None
    fixed = pattern.partition("{")[0]
    above = fixed.rpartition("/")[0] or fixed[: fixed.startswith("/")]  # the root of all folders stays itself
    folder = above if "{" in pattern else pattern
    below = pattern[len(folder) :].strip("/") if "{" in pattern else ""
    return output or folder or ".", below
