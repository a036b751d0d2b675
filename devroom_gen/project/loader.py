"""From a project's files to records with their facts, and all that is wrong with them on the way."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.facts.derive import Edition, derive, number_editions
from devroom_gen.project.builtin import CONFERENCES, DEFAULTS, PACKAGE
from devroom_gen.project.layout import EVENTS, Project, RecordFile
from devroom_gen.project.listing import explain_stray, leads_out, list_files
from devroom_gen.project.loaded import BrokenRecord, Loaded, Parsed, Record, SeriesSettings
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.conference import Conference, InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Model
from devroom_gen.record.settings import Settings
from devroom_gen.record.validation import shape
from devroom_gen.text.source import SourceText
from devroom_gen.text.suggestions import suggest
from devroom_gen.toml.parser import Document, parse

M = TypeVar("M", bound=Model)


@dataclass
class Loader:
    """Reads what belongs to one project; `texts` takes the place of files, by the path they are shown under.

    Files of several records, such as settings, are read once, and what is wrong with one is told with each record.
    """

    project: Project
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    _shared: dict[Path, Parsed[Any]] = field(default_factory=dict)
    _settings: dict[str, SeriesSettings] = field(default_factory=dict)
    _merged: dict[tuple[Path, ...], SeriesSettings] = field(default_factory=dict)

    def load(self, files: Iterable[RecordFile], listed: Sequence[RecordFile] | None = None) -> Loaded:
        """Read records; those of their series that are not named are read for the count of editions alone.

        `listed` are the records of the project, or of these series, where they are known already.
        """
        chosen = {file.id: file for file in files}
        series = {file.series for file in chosen.values()}
        everything = self.project.records() if listed is None else listed
        around = [file for file in everything if file.series in series and file.id not in chosen]
        read = [(file, self._read(file.place, Event)) for file in chosen.values()]
        stated: dict[str, dict[int, int | None]] = {}
        for file, parsed in [*read, *((file, self._read(file.place, Event)) for file in around)]:
            if file.year is not None:
                number = parsed.value.edition if parsed.value else _stated_edition(parsed.document)
                stated.setdefault(file.series, {})[file.year] = number
        numbers = {name: number_editions(years) for name, years in stated.items()}
        found = [each for name in sorted(series) for each in self.settings(name).diagnostics]
        records: list[Record | BrokenRecord] = []
        for file, parsed in read:
            record, diagnostics = self._record(file, parsed, numbers.get(file.series, {}))
            records.append(record)
            found += [*parsed.diagnostics, *diagnostics]
        return Loaded(records, found)

    def settings(self, series: str) -> SeriesSettings:
        """Return the settings of a series: the project's, and its own over them key by key."""
        if series not in self._settings:
            paths = tuple(self.project.settings(series))
            if paths not in self._merged:
                self._merged[paths] = self._merge_settings(paths)
            self._settings[series] = self._merged[paths]
        return self._settings[series]

    def conference(self, name: str) -> Parsed[Conference] | None:
        """Return a conference by the name of its data file: the project's own, or one that comes with the program."""
        path = self._conference_files.get(name)
        return self.read(path, Conference) if path else None

    def explain_unknown_conference(
        self, name: str, over: SeriesSettings, event: Event | None = None, document: Document | None = None
    ) -> Diagnostic:
        """Explain that there is no data file of this name, where it is named: in the record, or in the settings over it."""
        table = '`{ name = "…", days = [ … ] }`'
        return Diagnostic(
            code=codes.UNKNOWN_CONFERENCE,
            location=self._naming_place(over, event, document),
            message=f"no conference `{name[:60]}` is known",
            help=suggest(
                name, self._conference_files, f"write its facts to a file in `conferences/`, or as a table: {table}"
            ),
        )

    def read(self, path: Path, model: type[M]) -> Parsed[M]:
        """Read one file that several records may need; the same path gives the same value each time."""
        if path not in self._shared:
            self._shared[path] = self._read(path, model)
        return self._shared[path]

    def _read(self, path: str | Path, model: type[M]) -> Parsed[M]:
        if os.path.islink(path) and self._leads_out(path):  # noqa: PTH114 - this runs for every record
            return Parsed(None, None, (explain_stray(path),))
        text = self.texts.get(shown_path(path)) if self.texts else None
        source = read_source(path) if text is None else SourceText(shown_path(path), text)
        if isinstance(source, Diagnostic):
            return Parsed(None, None, (source,))
        document, found = parse(source)
        if document is None:
            return Parsed(None, None, tuple(found))
        value, more = shape(document, model)
        return Parsed(document, value, (*found, *more))

    def _leads_out(self, path: str | Path) -> bool:
        return not Path(path).is_relative_to(PACKAGE) and leads_out(path, self.project.root)

    def _merge_settings(self, paths: Sequence[Path]) -> SeriesSettings:
        read = [self.read(path, Settings) for path in (DEFAULTS, *paths)]
        files = tuple(reversed(read[1:]))
        merged: dict[str, Any] = {}
        for each in read:
            if each.document is None or each.value is None:
                return SeriesSettings(None, files)
            merged = merge(merged, each.document.values)
        return SeriesSettings(Settings.model_validate(merged), files)

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        return tuple(self.project.targets())

    @cached_property
    def _conference_files(self) -> dict[str, Path]:
        own = list_files(self.project.conferences(), self.project.root)
        named = [*CONFERENCES.glob("*.toml"), *(Path(place) for place in (own.files | own.strays).values())]
        return {path.stem: path for path in named if path.suffix == ".toml"}

    def _record(
        self, file: RecordFile, parsed: Parsed[Event], numbers: Mapping[int, int]
    ) -> tuple[Record | BrokenRecord, Iterable[Diagnostic]]:
        document, event, _ = parsed
        over = self.settings(file.series)
        broken = BrokenRecord(file, document, event, over)
        if file.year is None:
            return broken, [_misnamed(file, document)]
        if document is None or event is None or over.value is None:
            return broken, ()
        settings = _settings_of(over.value, event)
        conference, found = self._conference_of(event, settings, document, over)
        if conference is None:
            return broken, found
        edition = Edition(
            id=file.id,
            number=numbers[file.year],
            conference=conference,
            settings=settings,
            numbers=numbers,
            targets=self._targets,
        )
        return Record(file, document, event, edition, derive(event, edition, self.today), over), found

    def _conference_of(
        self, event: Event, settings: Settings, document: Document, over: SeriesSettings
    ) -> tuple[Conference | None, Iterable[Diagnostic]]:
        if isinstance(event.conference, InlineConference):
            return event.conference.in_year(event.year), ()
        name = event.conference or settings.conference or ""
        read = self.conference(name)
        if read is None:
            return None, [self.explain_unknown_conference(name, over, event, document)]
        return read.value, read.diagnostics

    def _naming_place(self, over: SeriesSettings, event: Event | None, document: Document | None) -> Location:
        if event and document and event.conference:
            return document.at_value(("conference",))
        if event and document and event.settings and event.settings.conference:
            return document.at_value(("settings", "conference"))
        nearest = next((each for each in over.documents if "conference" in each.values), None)
        if nearest:
            return nearest.at_value(("conference",))
        return Location(source=SourceText(shown_path(self.project.events), ""))


def _settings_of(settings: Settings, event: Event) -> Settings:
    if event.settings is None:
        return settings
    return Settings.model_validate(
        merge(settings.model_dump(exclude_unset=True), event.settings.model_dump(exclude_unset=True))
    )


def merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay one table of settings over another, key by key, tables in tables too."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _stated_edition(document: Document | None) -> int | None:
    """Return the number that a record states although it is wrong elsewhere: the years after it are counted from it."""
    number = document.values.get("edition") if document else None
    return number if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= 999 else None


def _misnamed(file: RecordFile, document: Document | None) -> Diagnostic:
    year = document.values.get("year") if document else None
    is_year = isinstance(year, int) and not isinstance(year, bool) and 1000 <= year <= 9999
    name = f"{year}.toml" if is_year else "2018.toml"
    return Diagnostic(
        code=codes.MISNAMED_RECORD,
        location=Location(source=SourceText(shown_path(file.path), "")),
        message=f"`{file.path.name}` is not named by a year",
        help=f"rename it to `{name}`"
        if not file.path.with_name(name).exists()
        else f"move it out of `{EVENTS}/`: `{name}` is there already",
    )
