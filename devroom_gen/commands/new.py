"""`new`: begins the record of an edition, as a scaffold or as an earlier record rolled forward. Replaces no file."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic, Severity, arrange, has_errors
from devroom_gen.errors import UsageError, reason
from devroom_gen.linter.record_runner import judge
from devroom_gen.project.atomic_write import write_whole
from devroom_gen.project.layout import Project, RecordFile, find_project
from devroom_gen.project.listing import leads_out
from devroom_gen.project.loaded import BrokenRecord
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import BOM, shown_path
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event
from devroom_gen.record.schema import SCHEMA_FILE, written_schema
from devroom_gen.record.validation import shape
from devroom_gen.rules.records import to_be_decided
from devroom_gen.scaffold.blank import Surroundings, scaffold
from devroom_gen.scaffold.checklist import Question, ask_edition, list_questions, list_undecided
from devroom_gen.scaffold.names import choose_series, choose_source, read_day, read_name
from devroom_gen.scaffold.roll_forward import Old, Roll, written_days
from devroom_gen.text.printable import visible
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document, parse


class Beginning(NamedTuple):
    """A record that was begun, and what a person is told of it."""

    project: Project
    file: RecordFile
    source: RecordFile | None
    questions: list[Question]
    filled: list[tuple[int, str, str]]
    findings: list[Diagnostic]
    has_new_schema: bool

    @property
    def is_earlier(self) -> bool:
        """Whether the edition lies before the one that it was rolled from."""
        return self.source is not None and (self.source.year or 0) > (self.file.year or 0)

    def describe(self) -> str:
        """Return what was written, what is left to decide, place by place, and what to type next."""
        return "".join(f"{visible(line)}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        path = shown_path(self.file.path)
        yield f"wrote {path}, {self._origin()}"
        if site := _find_site(self.project.root) if self.has_new_schema else None:
            yield f"here is a site of {site[0]}: for pages that lie where it looks for them, write to events/settings.toml"
            yield from (f"  {line}" for line in site[1:])
        if self.has_new_schema:
            schema = shown_path(self.project.events / SCHEMA_FILE)
            yield f"wrote {schema}, with which editors check records while you type"
        if self.filled:
            facts = f"the facts of {self.source.year}" if self.source and self.is_earlier else "last year's facts"
            yield from ("", f"put in place of {facts} in the prose:")
            yield from (f"  {path}:{line}: `{before}` is now `{after}`" for line, before, after in self.filled)
        if self.questions:
            yield from ("", "for you to decide:")
            for each in self.questions:
                before = f" (was {each.before})" if each.before else ""
                yield f"  {path}:{each.line}: {each.key}: {each.text}{before}"
        if self.findings:
            yield from ("", "to fix before pages can be made:")
            yield from (f"  {each.path}:{each.location.start.line}: {each.sentence}" for each in self.findings)
        yield from ("", "then type:", f"  devroom-gen validate {path}")
        elsewhere = "" if find_project(Path.cwd()) == self.project else f" --project {shown_path(self.project.root)}"
        yield f"  devroom-gen render {self.file.id}{elsewhere}"

    def _origin(self) -> str:
        if self.source:
            return f"rolled {'back' if self.is_earlier else 'forward'} from {shown_path(self.source.path)}"
        series = self.file.series
        is_alone = [each.series for each in self.project.records()].count(series) == 1
        return "a first record to fill in" + (f": `{series}` is a new series" if series and is_alone else "")


def new(
    project_dir: Path | None, edition: str, today: Date, *, source: str | None = None, date: str | None = None
) -> Beginning:
    """Begin the record of an edition and write it, and the schema beside the records where there is none."""
    name = read_name(edition)
    project = _choose_project(project_dir)
    records = project.records() if project.events.is_dir() else []
    series = choose_series(name, records)
    path = project.events.joinpath(*series.split("/"), f"{name.year}.toml")
    if leads_out(path.parent, project.root):
        shown = shown_path(path.parent)
        raise UsageError(f"`{shown}` lies behind a link that leads out of the project", "copy what it leads to")
    file = RecordFile(f"{series}/{name.year}".lstrip("/"), str(path))
    if os.path.lexists(path):
        raise _exists(path)
    begun = _Beginner(Loader(project, today), file, name.year, date, "../" * file.id.count("/") + SCHEMA_FILE)
    earlier = choose_source(source, series, name.year, records)
    text, questions, filled = begun.roll(earlier) if earlier else begun.scaffold()
    has_new_schema = _write(project, path, text)
    return Beginning(project, file, earlier, questions, filled, _check(Loader(project, today), file), has_new_schema)


_SITES = {
    "_config.yml": ("Jekyll", 'targets = ["singlepaged"]', 'output = "."'),
    **dict.fromkeys(
        ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"),
        ("Hugo", 'targets = ["hugo"]', 'output = "content/{edition}"'),
    ),
}
"""Files by which a site of another generator is known, and the settings that fit."""


def _find_site(root: Path) -> tuple[str, ...] | None:
    return next((site for name, site in _SITES.items() if (root / name).is_file()), None)


def _choose_project(folder: Path | None) -> Project:
    """Return the project to begin in; where there is none, it begins in the working directory."""
    if folder is None:
        return find_project(Path.cwd()) or Project(Path.cwd().resolve())
    if not folder.is_dir():
        raise UsageError(f"`{folder}` is not a folder", f"make it first: `mkdir {folder}`")
    return Project(folder.resolve())


@dataclass(frozen=True)
class _Beginner:
    """Makes the text of one record, with what a person must know of it; `date` is what was stated of its day."""

    loader: Loader
    file: RecordFile
    year: int
    date: str | None
    schema: str

    def scaffold(self) -> tuple[str, list[Question], list[tuple[int, str, str]]]:
        conference, day = self._find_host(None)
        days = (day,) if day else conference.days(self.year)
        home = conference.link("home", self.year)
        around = Surroundings(written_days(days), days, conference.venue, home is not None)
        text = scaffold(self.year, around, self.schema)
        document, _ = self._read_again(text)
        return text, sorted([*list_undecided(document, {}), ask_edition(document, 1)]), []

    def roll(self, source: RecordFile) -> tuple[str, list[Question], list[tuple[int, str, str]]]:
        old = self._load(source)
        conference, day = self._find_host(old.event)
        roll = Roll(old, conference, self.year, day)
        text = re.sub(r"\A#:schema (?:\.\./)*event\.schema\.json", f"#:schema {self.schema}", roll.run())
        document, event = self._read_again(text)
        filled = [(document.at_value(path).start.line, before, after) for path, before, after in roll.filled]
        mark = BOM if source.path.read_bytes().startswith(BOM.encode()) else ""
        questions = list_questions(old, roll, document, event)
        years = [each.year for each in self.loader.project.records() if each.series == self.file.series and each.year]
        if (source.year or 0) > self.year and self.year <= min(years, default=self.year):
            questions = sorted([*questions, ask_edition(document, 1)])
        return mark + text, questions, filled

    def _load(self, source: RecordFile) -> Old:
        record = self.loader.load([source]).everything[0]
        if isinstance(record, BrokenRecord):
            shown = shown_path(source.path)
            message = f"`{shown}` has errors and cannot be rolled forward"
            raise UsageError(message, f"type `devroom-gen validate {shown}`")
        return Old(document=record.document, event=record.event, facts=record.facts)

    def _find_host(self, event: Event | None) -> tuple[Conference, Date | None]:
        """Return the conference, and the day of it that was stated."""
        conference, found = self.loader.conference_of(self.loader.settings(self.file.series), event)
        if conference is None:
            first = next(each for each in found if has_errors([each]))
            raise UsageError(f"`{first.path}`: {first.message}", first.help)
        if self.date is None:
            return conference, None
        return conference, read_day(self.date, self.year, conference.days(self.year), conference.name)

    def _read_again(self, text: str) -> tuple[Document, Event]:
        """Make sure that what will be written is a record."""
        document, found = parse(SourceText(shown_path(self.file.path), text))
        event, more = shape(document, Event) if document else (None, [])
        if document is None or event is None:
            raise AssertionError(f"the new record would be wrong: {[*found, *more][0].message}")
        return document, event


def _write(project: Project, path: Path, text: str) -> bool:
    """Write the record and, where it is missing, the schema; tell whether the schema is new."""
    schema = project.events / SCHEMA_FILE
    try:
        write_whole(path, text, replace=False)
    except FileExistsError as error:  # another run was faster
        raise _exists(path) from error
    except OSError as error:
        raise UsageError(f"`{shown_path(path)}` cannot be written: {reason(error)}") from error
    try:
        write_whole(schema, written_schema(), replace=False)
    except OSError:  # it is there, or editors do without it
        return False
    return True


def _exists(path: Path) -> UsageError:
    return UsageError(f"`{shown_path(path)}` exists already", "edit it, or move it away first")


def _check(loader: Loader, file: RecordFile) -> list[Diagnostic]:
    """Find what is wrong with the record: a placeholder whose fact went, for instance. What is undecided is asked."""
    found = arrange(judge(loader, [file]).diagnostics)
    return [each for each in found if each.severity is not Severity.NOTE and each.code is not to_be_decided.CODE]
