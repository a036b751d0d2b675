"""What comes of reading a project's files: values with their places, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import Facts
from devroom_gen.project.layout import RecordFile
from devroom_gen.project.source_files import shown_path
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Settings
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_value

V = TypeVar("V")


class Parsed(NamedTuple, Generic[V]):
    """One file: its document and its value, as far as it could be read, and what is wrong with it."""

    document: Document | None
    value: V | None
    diagnostics: tuple[Diagnostic, ...]


class SeriesSettings(NamedTuple):
    """The settings of a series, none where a file cannot be read.

    `files` are those that state them, the nearest first; `layers` what each states, from the defaults up.
    """

    value: Settings | None
    files: tuple[Parsed[Settings], ...]
    layers: tuple[Mapping[str, Any], ...] = ()

    @property
    def documents(self) -> list[Document]:
        return [file.document for file in self.files if file.document]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [each for file in self.files for each in file.diagnostics]


class Record(NamedTuple):
    """A record that could be read: what was written down, what surrounds it, and what follows."""

    file: RecordFile
    document: Document
    event: Event
    edition: Edition
    facts: Facts
    settings: SeriesSettings

    @property
    def path(self) -> str:
        """The path that its findings are shown under."""
        return self.document.source.path

    def locate(self, path: KeyPath) -> Location:
        """Locate a value of the record; a setting, wherever it is stated: here, for the series, or for the project."""
        if path[:1] == ("settings",) and find_value(self.document.values, path) is None:
            for document in self.settings.documents:
                if find_value(document.values, path[1:]) is not None:
                    return document.at_value(path[1:])
        return self.document.at_value(path)


class BrokenRecord(NamedTuple):
    """A record without facts, as far as it could be read; the diagnostics of its series say why."""

    file: RecordFile
    document: Document | None
    event: Event | None
    settings: SeriesSettings

    @property
    def path(self) -> str:
        """The path that its findings are shown under."""
        return self.document.source.path if self.document else shown_path(self.file.place)


class Loaded(NamedTuple):
    """Records in the order in which they were named, what is wrong with them, and the others of their series."""

    everything: Sequence[Record | BrokenRecord]
    diagnostics: list[Diagnostic]
    around: Sequence[Record] = ()

    @property
    def records(self) -> list[Record]:
        """Those that could be read."""
        return [each for each in self.everything if isinstance(each, Record)]

    @property
    def is_whole(self) -> bool:
        return len(self.records) == len(self.everything)
