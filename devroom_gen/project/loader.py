"""From a project's files to records with their facts, and all that is wrong with them on the way."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from pathlib import Path
from typing import Any, TypeVar

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.facts.derive import Edition, derive, number_editions
from devroom_gen.project.builtin import CONFERENCES, DEFAULTS, PACKAGE
from devroom_gen.project.layout import EVENTS, SETTINGS, Project, RecordFile, target_names
from devroom_gen.project.listing import explain_stray, leads_out, list_files
from devroom_gen.project.loaded import BrokenRecord, Loaded, Parsed, Record, SeriesSettings
from devroom_gen.project.source_files import read_source, shown_path, whole_file
from devroom_gen.record.conference import Conference, InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Model
from devroom_gen.record.settings import Settings, TargetSettings
from devroom_gen.record.validation import shape
from devroom_gen.text.languages import find_language
from devroom_gen.text.source import SourceText
from devroom_gen.text.suggestions import suggest
from devroom_gen.toml.parser import Document, parse
from devroom_gen.toml.values import find_value

M = TypeVar("M", bound=Model)


@dataclass
class Loader:
    """Reads what belongs to one project, each file once; `texts` takes the place of files, by the path they are shown under."""

    project: Project
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    _shared: dict[Path, Parsed[Any]] = field(default_factory=dict)
    _settings: dict[str, SeriesSettings] = field(default_factory=dict)
    _merged: dict[tuple[Path, ...], SeriesSettings] = field(default_factory=dict)

    def load(self, files: Iterable[RecordFile], listed: Sequence[RecordFile] | None = None) -> Loaded:
        """Read records, and those of their series that are not named, of which nothing is told that is wrong.

        `listed` are all records of their series, where these are known already.
        """
        chosen = {file.id: file for file in files}
        series = {file.series for file in chosen.values()}
        if listed is None:
            listed = [file for file in self.project.records() if file.series in series]
        around = [file for file in listed if file.id not in chosen]
        read = [(file, self._read(file.place, Event)) for file in (*chosen.values(), *around)]
        stated: dict[str, dict[int, int | None]] = {}
        for file, parsed in read:
            if file.year is not None:
                number = parsed.value.edition if parsed.value else _whole_number(parsed.document, "edition", 1, 999)
                stated.setdefault(file.series, {})[file.year] = number
        numbers = {name: number_editions(years) for name, years in stated.items()}
        found = [each for name in sorted(series) for each in self.settings(name).diagnostics]
        records: list[Record | BrokenRecord] = []
        events: dict[str, list[tuple[int, Event]]] = {}
        for file, parsed in sorted(read, key=lambda each: each[0].year or 0):
            if parsed.value and file.year is not None:
                events.setdefault(file.series, []).append((file.year, parsed.value))
        for file, parsed in read:
            before = [event for year, event in events.get(file.series, ()) if year < (file.year or 0)]
            record, diagnostics = self._record(file, parsed, numbers.get(file.series, {}), before)
            records.append(record)
            found += [*parsed.diagnostics, *diagnostics] if file.id in chosen else ()
        others = [each for each in records[len(chosen) :] if isinstance(each, Record)]
        return Loaded(records[: len(chosen)], found, others)

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

    def conference_of(
        self, over: SeriesSettings, event: Event | None = None, document: Document | None = None
    ) -> tuple[Conference | None, Sequence[Diagnostic]]:
        """Return the conference that a record or the settings over it name, and what is wrong with it or with these."""
        name = over.value.conference if over.value else None
        if event:
            if isinstance(event.conference, InlineConference):
                return event.conference.in_year(event.year), ()
            name = event.conference or (event.settings and event.settings.conference) or name
        if over.value is None:
            return None, over.diagnostics
        name = name or ""
        if known := self.conference(name):
            return known.value, known.diagnostics
        table = '`{ name = "…", days = [ … ] }`'
        otherwise = f"write its facts to a file in `conferences/`, or as a table: {table}"
        place, message = self._naming_place(over, document), f"no conference `{name[:60]}` is known"
        help_text = suggest(name, self._conference_files, otherwise)
        return None, [Diagnostic(codes.UNKNOWN_CONFERENCE, place, message, help_text)]

    def check_beside(self) -> Iterator[Diagnostic]:
        """Return what is wrong with conferences, settings and targets of the project, whether a record uses them or not."""
        kinds: list[tuple[Path, str, type[Model]]] = [
            (self.project.conferences(), ".toml", Conference),
            (self.project.events, SETTINGS, Settings),
            (self.project.templates(), "target.toml", TargetSettings),
        ]
        for folder, ending, model in kinds:
            listed = list_files(folder, self.project.root)
            yield from map(explain_stray, listed.strays.values() if folder != self.project.events else ())
            for path, place in listed.files.items():
                if path.endswith(ending):
                    yield from self.read(Path(place), model).diagnostics

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
        layers = [each.document.values for each in read if each.document and each.value]
        whole = len(layers) == len(read)
        return SeriesSettings(merge_settings(layers) if whole else None, files, tuple(layers))

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        return tuple(target_names(self.project.template_folders()))

    @cached_property
    def _conference_files(self) -> dict[str, Path]:
        own = list_files(self.project.conferences(), self.project.root)
        named = [*CONFERENCES.glob("*.toml"), *(Path(place) for place in (own.files | own.strays).values())]
        return {path.stem: path for path in named if path.suffix == ".toml"}

    def _record(
        self, file: RecordFile, parsed: Parsed[Event], numbers: Mapping[int, int], before: Iterable[Event]
    ) -> tuple[Record | BrokenRecord, Iterable[Diagnostic]]:
        document, event, _ = parsed
        over = self.settings(file.series)
        broken = BrokenRecord(file, document, event, over)
        if file.year is None:
            return broken, [_misnamed(file, document)]
        if not file.id.isprintable():
            message = f"the name `{file.id}` holds a character that is not for names, or is not UTF-8"
            return broken, [Diagnostic(codes.MISNAMED_RECORD, whole_file(file.path), message, "rename it")]
        if document is None or event is None or over.value is None:
            return broken, ()
        conference, found = self.conference_of(over, event, document)
        if conference is None:
            return broken, found
        settings = over.value
        if event.settings:
            settings = merge_settings([*over.layers, event.settings.model_dump(exclude_unset=True)])
        number = numbers[file.year]
        edition = Edition(file.id, number, conference, settings, numbers, self._targets, tuple(before))
        return Record(file, document, event, edition, derive(event, edition, self.today), over), found

    def _naming_place(self, over: SeriesSettings, document: Document | None) -> Location:
        for path in (("conference",), ("settings", "conference")):
            if document and find_value(document.values, path):
                return document.at_value(path)
        for above in over.documents:
            if "conference" in above.values:
                return above.at_value(("conference",))
        return whole_file(self.project.events)


def merge_settings(layers: Sequence[Mapping[str, Any]]) -> Settings:
    """Lay tables of settings over each other, the defaults first; above these lies what the language says."""
    language = next(layer["language"] for layer in reversed(layers) if "language" in layer)
    defaults, *others = layers
    return Settings.model_validate(reduce(merge, others, merge(defaults, find_language(language).settings)))


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one table of settings over another, key by key, tables in tables too."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _whole_number(document: Document | None, key: str, least: int, most: int) -> int | None:
    """Return a number that a record states although it is wrong elsewhere, if it can be meant."""
    number = document.values.get(key) if document else None
    return number if type(number) is int and least <= number <= most else None


def _misnamed(file: RecordFile, document: Document | None) -> Diagnostic:
    name = f"{_whole_number(document, 'year', 1000, 9999) or 2018}.toml"
    is_taken = file.path.with_name(name).exists()
    help_text = f"move it out of `{EVENTS}/`: `{name}` is there already" if is_taken else f"rename it to `{name}`"
    place = whole_file(file.path)
    return Diagnostic(codes.MISNAMED_RECORD, place, f"`{file.path.name}` is not named by a year", help_text)
