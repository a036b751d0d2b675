"""Collects what suppresses findings, from records and the settings above them. Most projects suppress nothing, and import no more."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from devroom_gen.diagnostics.codes import MARK
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.loaded import Loaded
from devroom_gen.record.settings import Ignore
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath

if TYPE_CHECKING:
    from devroom_gen.linter.ignore_comments import Comments
    from devroom_gen.linter.ignore_settings import FileSuppression


class Suppressions(NamedTuple):
    """What suppresses findings in some records: comments by the path of their text, entries of settings by their place."""

    root: Path
    looked_at: Sequence[str]
    comments: "Mapping[str, Comments]"
    entries: "Mapping[tuple[str, KeyPath], FileSuppression]"

    def drop_suppressed(
        self, found: Iterable[Diagnostic], raised: Callable[[], Collection[str]] = tuple, *, is_whole: bool = False
    ) -> list[Diagnostic]:
        """Drop what these suppress; `raised` gives the codes that would be among the findings.

        `is_whole` says that no record of the project is left out: only then can a setting be called useless.
        """
        if not (self.comments or self.entries):
            return [*found]
        from devroom_gen.linter.ignore_comments import suppress_texts
        from devroom_gen.linter.ignore_settings import Files, suppress_files

        kept = suppress_texts(found, self.comments, raised)
        files = Files(root=self.root, looked_at=self.looked_at)
        return suppress_files(kept, [*self.entries.values()], files, raised() if is_whole else ())


def unite(root: Path, parts: Sequence[Suppressions]) -> Suppressions:
    """Return what suppresses findings in any series of a project: settings apply to many records, and count once."""
    return Suppressions(
        root,
        [path for part in parts for path in part.looked_at],
        {path: comments for part in parts for path, comments in part.comments.items()},
        {place: entry for part in parts for place, entry in part.entries.items()},
    )


def find_suppressions(root: Path, loaded: Loaded) -> Suppressions:
    """Collect what suppresses findings in the records of one series: in them, and in the settings over them."""
    documents = [each for record in loaded.everything for each in (record.document, *record.settings.documents) if each]
    marked = {each.source.path: each.source for each in documents if MARK in each.source.text}
    looked_at = [record.file.place for record in loaded.everything]
    return Suppressions(root, looked_at, _find_comments(marked), _find_entries(loaded))


def _find_comments(marked: Mapping[str, SourceText]) -> "dict[str, Comments]":
    if not marked:
        return {}
    from devroom_gen.linter.ignore_comments import toml_comments

    return {path: found for path, source in marked.items() if (found := toml_comments(source)).spans}


def _find_entries(loaded: Loaded) -> "dict[tuple[str, KeyPath], FileSuppression]":
    """Collect what settings suppress, each entry once, however many records it lies over."""
    stated: dict[tuple[str, KeyPath], tuple[Document, Sequence[Ignore]]] = {}
    for record in loaded.everything:
        for document, settings, _ in record.settings.files:
            if document and settings and settings.ignore:
                stated[document.source.path, ("ignore",)] = document, settings.ignore
        if record.event and record.document and record.event.settings and record.event.settings.ignore:
            stated[record.path, ("settings", "ignore")] = record.document, record.event.settings.ignore
    if not stated:
        return {}
    from devroom_gen.linter.ignore_settings import FileSuppression

    return {
        (path, (*table, index)): FileSuppression(document, (*table, index), ignore)
        for (path, table), (document, ignores) in stated.items()
        for index, ignore in enumerate(ignores)
    }
