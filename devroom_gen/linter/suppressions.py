"""Collects what suppresses findings, from records and the settings above them. Most projects suppress nothing, and import no more."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.codes import MARK
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.loaded import BrokenRecord, Loaded, Record
from devroom_gen.record.settings import Ignore, Settings
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath


class Suppressions(NamedTuple):
    """What suppresses findings in some records: texts with comments by their path, entries of settings by their place."""

    root: Path
    looked_at: Sequence[str]
    marked: Mapping[str, SourceText]
    entries: Mapping[tuple[str, KeyPath], tuple[Document, Ignore]]

    def drop_suppressed(
        self, found: Iterable[Diagnostic], raised: Callable[[], Collection[str]] = tuple, *, is_whole: bool = False
    ) -> list[Diagnostic]:
        """Drop what these suppress; `raised` gives the codes that would be among the findings.

        `is_whole` says that no record of the project is left out: only then can a setting be called useless.
        """
        if not (self.marked or self.entries):
            return [*found]
        from devroom_gen.linter.ignore_comments import suppress_texts, toml_comments
        from devroom_gen.linter.ignore_settings import Files, FileSuppression, suppress_files

        kept = suppress_texts(found, {path: toml_comments(source) for path, source in self.marked.items()}, raised)
        stated = [FileSuppression(document, path, each) for (_, path), (document, each) in self.entries.items()]
        return suppress_files(kept, stated, Files(self.root, self.looked_at), raised() if is_whole else ())


def unite(root: Path, parts: Sequence[Suppressions]) -> Suppressions:
    """Return what suppresses findings in any series of a project: settings apply to many records, and count once."""
    return Suppressions(
        root,
        [path for part in parts for path in part.looked_at],
        {path: source for part in parts for path, source in part.marked.items()},
        {place: entry for part in parts for place, entry in part.entries.items()},
    )


def find_suppressions(root: Path, loaded: Loaded) -> Suppressions:
    """Collect what suppresses findings in the records of one series: in them, and in the settings over them."""
    documents = [each for record in loaded.everything for each in (record.document, *record.settings.documents) if each]
    marked = {each.source.path: each.source for each in documents if MARK in each.source.text}
    looked_at = [record.file.place for record in loaded.everything]
    stated = {
        (document.source.path, (*table, index)): (document, ignore)
        for record in loaded.everything
        for document, table, settings in _find_settings(record)
        for index, ignore in enumerate(settings.ignore if settings else ())
        if document
    }
    return Suppressions(root, looked_at, marked, stated)


def _find_settings(record: Record | BrokenRecord) -> Iterator[tuple[Document | None, KeyPath, Settings | None]]:
    """Return the settings over a record and in it, with the keys of what they suppress."""
    yield from ((file.document, ("ignore",), file.value) for file in record.settings.files)
    yield record.document, ("settings", "ignore"), record.event.settings if record.event else None
