"""From a project's files to records with their facts, and all that is wrong with them on the way."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from devroom_gen.diagnostics.codes import series as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.facts.derive import Edition, derive, number_editions
from devroom_gen.facts.model import Facts
from devroom_gen.project.builtin import CONFERENCES, DEFAULTS
from devroom_gen.project.layout import EVENTS, Project, RecordFile
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.conference import Conference, InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Model
from devroom_gen.record.settings import Ignore, Settings
from devroom_gen.record.validation import shape
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document, parse

KeyPath: TypeAlias = tuple[str | int, ...]
M = TypeVar("M", bound=Model)


class Record(NamedTuple):
    """One record as far as it could be read: facts only where nothing was wrong with its shape."""

    file: RecordFile
    document: Document | None
    event: Event | None
    edition: Edition | None
    facts: Facts | None
    settings_documents: tuple[Document, ...] = ()

    @property
    def path(self) -> str:
        """Return the path that its findings are shown under."""
        return self.document.source.path if self.document else shown_path(self.file.place)

    def locate(self, path: KeyPath) -> Location:
        """Locate a value of the record; a setting, wherever it is stated: here, for the series, or for the project."""
        assert self.document is not None
        if path[:1] == ("settings",) and not has_path(self.document.values, path):
            for document in self.settings_documents:
                if has_path(document.values, path[1:]):
                    return document.at_value(path[1:])
        return self.document.at_value(path)


@dataclass
class Loader:
    """Reads what belongs to one project, each file once; `texts` takes the place of files, by the path they are shown under."""

    project: Project
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _settings: dict[Path, tuple[Document | None, Settings | None]] = field(default_factory=dict)
    _merged: dict[tuple[Path, ...], Settings | None] = field(default_factory=dict)
    _settings_of_series: dict[str, Settings | None] = field(default_factory=dict)
    _documents: dict[str, tuple[Document, ...]] = field(default_factory=dict)
    _conferences: dict[str, Conference | None] = field(default_factory=dict)

    def load(self, files: Iterable[RecordFile], listed: Sequence[RecordFile] | None = None) -> list[Record]:
        """Read records; those of their series that are not named are read for the count of editions alone.

        `listed` are the records of the project, or of these series, where they are known already.
        """
        chosen = {file.id: file for file in files}
        series = {file.series for file in chosen.values()}
        everything = self.project.records() if listed is None else listed
        around = [file for file in everything if file.series in series and file.id not in chosen]
        read = [(file, *self.read_document(file.place, Event)) for file in chosen.values()]
        kept = len(self.diagnostics)
        read_around = [(file, *self.read_document(file.place, Event)) for file in around]
        del self.diagnostics[kept:]
        stated: dict[str, dict[int, int | None]] = {}
        for file, document, event in [*read, *read_around]:
            if file.year is not None:
                stated.setdefault(file.series, {})[file.year] = event.edition if event else _stated_edition(document)
        numbers = {name: number_editions(years) for name, years in stated.items()}
        return [self._record(file, document, event, numbers.get(file.series, {})) for file, document, event in read]

    def settings(self, series: str) -> Settings | None:
        """Return the settings of a series: the project's, and its own over them key by key."""
        if series not in self._settings_of_series:
            paths = (DEFAULTS, *self.project.settings(series))
            if paths not in self._merged:
                self._merged[paths] = self._merge_settings(paths)
            self._settings_of_series[series] = self._merged[paths]
        return self._settings_of_series[series]

    def _merge_settings(self, paths: tuple[Path, ...]) -> Settings | None:
        merged: dict[str, Any] = {}
        for path in paths:
            if path not in self._settings:
                document, settings = self.read_document(path, Settings)
                self._settings[path] = (document, settings)
            document, settings = self._settings[path]
            if document is None or settings is None:
                return None
            merged = merge(merged, document.values)
        return Settings.model_validate(merged)

    def ignores(self, series: str) -> list[tuple[Document, tuple[Ignore, ...]]]:
        """Return what each settings file over a series suppresses; unlike other settings, one does not replace another."""
        read = (self._settings.get(path, (None, None)) for path in self.project.settings(series))
        return [(document, settings.ignore) for document, settings in read if document and settings]

    def conference(
        self, name: str, series: str, event: Event | None = None, document: Document | None = None
    ) -> Conference | None:
        """Return a conference by the name of its data file: the project's own, or one that comes with the program.

        Where there is none, that is said at the place that names it: in the record, or in the settings of its series.
        """
        if name not in self._conference_files:
            near = difflib.get_close_matches(name, self._conference_files, n=1)
            table = '`{ name = "…", days = [ … ] }`'
            self.diagnostics.append(
                Diagnostic(
                    code=codes.UNKNOWN_CONFERENCE,
                    location=self._stated(series, event, document),
                    message=f"no conference `{name[:60]}` is known",
                    help=f"did you mean `{near[0]}`?"
                    if near
                    else f"write its facts to a file in `conferences/`, or as a table: {table}",
                )
            )
            return None
        if name not in self._conferences:
            self._conferences[name] = self.read_document(self._conference_files[name], Conference)[1]
        return self._conferences[name]

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        return tuple(self.project.targets())

    @cached_property
    def _conference_files(self) -> dict[str, Path]:
        folders = (CONFERENCES, self.project.conferences())
        return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}

    def _record(
        self, file: RecordFile, document: Document | None, event: Event | None, numbers: dict[int, int]
    ) -> Record:
        edition = None
        if file.year is None:
            self.diagnostics.append(_misnamed(file, document))
        elif document and event and (settings := self._settings_of(file.series, event)):
            conference = self._conference_of(file.series, event, settings, document)
            if conference:
                edition = Edition(
                    id=file.id,
                    number=numbers[file.year],
                    conference=conference,
                    settings=settings,
                    numbers=numbers,
                    targets=self._targets,
                )
        facts = derive(event, edition, self.today) if event and edition else None
        return Record(
            file=file,
            document=document,
            event=event,
            edition=edition,
            facts=facts,
            settings_documents=self._settings_documents(file.series),
        )

    def _settings_documents(self, series: str) -> tuple[Document, ...]:
        """Return the settings files over a series, the nearest first."""
        if series not in self._documents:
            self.settings(series)
            read = (self._settings.get(path, (None, None))[0] for path in reversed(self.project.settings(series)))
            self._documents[series] = tuple(document for document in read if document)
        return self._documents[series]

    def _settings_of(self, series: str, event: Event) -> Settings | None:
        settings = self.settings(series)
        if settings is None or event.settings is None:
            return settings
        return Settings.model_validate(
            merge(settings.model_dump(exclude_unset=True), event.settings.model_dump(exclude_unset=True))
        )

    def _conference_of(self, series: str, event: Event, settings: Settings, document: Document) -> Conference | None:
        if isinstance(event.conference, InlineConference):
            return event.conference.in_year(event.year)
        return self.conference(event.conference or settings.conference or "", series, event, document)

    def _stated(self, series: str, event: Event | None, document: Document | None) -> Location:
        """Return the place that names the conference of a record: in it, or in the nearest settings that lie over it."""
        if event and document and event.conference:
            return document.at_value(("conference",))
        if event and document and event.settings and event.settings.conference:
            return document.at_value(("settings", "conference"))
        over = (each for each in self._settings_documents(series) if "conference" in each.values)
        nearest = next(over, None)
        if nearest:
            return nearest.at_value(("conference",))
        return Location(source=SourceText(shown_path(self.project.events), ""))

    def read(self, path: Path, model: type[M]) -> M | None:
        """Read one file of facts; what is wrong with it is among the diagnostics."""
        return self.read_document(path, model)[1]

    def read_document(self, path: str | Path, model: type[M]) -> tuple[Document | None, M | None]:
        """Read one file of facts, and where they stand in it."""
        text = self.texts.get(shown_path(path)) if self.texts else None
        source = read_source(path) if text is None else SourceText(shown_path(path), text)
        if isinstance(source, Diagnostic):
            self.diagnostics.append(source)
            return None, None
        document, found = parse(source)
        self.diagnostics += found
        if document is None:
            return None, None
        value, found = shape(document, model)
        self.diagnostics += found
        return document, value


def has_path(values: Any, path: KeyPath) -> bool:
    """Whether a document states a value."""
    for part in path:
        if (isinstance(values, dict) and part in values) or (
            isinstance(values, list) and isinstance(part, int) and part < len(values)
        ):
            values = values[part]  # type: ignore[index]  # the conditions pair key with table, index with list
        else:
            return False
    return True


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
    name = (
        f"{year}.toml" if isinstance(year, int) and not isinstance(year, bool) and 1000 <= year <= 9999 else "2018.toml"
    )
    return Diagnostic(
        code=codes.MISNAMED_RECORD,
        location=Location(source=SourceText(shown_path(file.path), "")),
        message=f"`{file.path.name}` is not named by a year",
        help=f"rename it to `{name}`"
        if not file.path.with_name(name).exists()
        else f"move it out of `{EVENTS}/`: `{name}` is there already",
    )
