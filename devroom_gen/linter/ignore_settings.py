"""Settings that suppress findings in whole files, by a pattern of paths, by code and with a reason: `[[ignore]]`."""

from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.linter.ignore_comments import report_useless
from devroom_gen.linter.registry import find_codes
from devroom_gen.record.settings import Ignore
from devroom_gen.toml.parser import Document


class FileSuppression(NamedTuple):
    """One entry of `ignore`, and where it stands."""

    document: Document
    path: tuple[str | int, ...]
    ignore: Ignore


class Files(NamedTuple):
    """The folder that patterns begin at, and the files that were looked at."""

    root: Path
    looked_at: Sequence[str]

    def is_meant(self, path: str, pattern: str) -> bool:
        """Whether a path matches a pattern."""
        try:
            inside = Path(path).resolve().relative_to(self.root.resolve())
        except ValueError:
            return False
        return fnmatchcase(inside.as_posix(), pattern)


def suppress_files(
    found: Sequence[Diagnostic], suppressions: Sequence[FileSuppression], files: Files, raised: Collection[str]
) -> list[Diagnostic]:
    """Drop what settings suppress, and report entries that suppress nothing although this run could have found it.

    `raised` holds the ids of all codes that this run could have found in the files that it looked at.
    """
    used: set[tuple[int, str]] = set()
    kept: list[Diagnostic] = []
    for each in found:
        matching = set(_find_matching(each, suppressions, files))
        used |= matching
        kept += [] if matching else [each]
    broken = {each.path for each in found if not each.code.is_suppressible}
    for index, suppression in enumerate(suppressions):
        is_stated_there = suppression.document.source.path in broken
        if not is_stated_there and not any(files.is_meant(path, suppression.ignore.paths) for path in broken):
            kept += _find_useless(suppression, [code for number, code in used if number == index], files, raised)
    return kept


def _find_matching(
    diagnostic: Diagnostic, suppressions: Sequence[FileSuppression], files: Files
) -> Iterator[tuple[int, str]]:
    for index, (_, _, ignore) in enumerate(suppressions if diagnostic.code.is_suppressible else ()):
        if files.is_meant(diagnostic.path, ignore.paths):
            yield from ((index, text) for text in ignore.codes if diagnostic.code in find_codes(text))


def _find_useless(
    suppression: FileSuppression, used: Collection[str], files: Files, raised: Collection[str]
) -> Iterator[Diagnostic]:
    is_record = suppression.ignore.paths.startswith("events/")
    meant = is_record or any(files.is_meant(path, suppression.ignore.paths) for path in files.looked_at)
    for index, text in enumerate(suppression.ignore.codes):
        if text not in used:
            location = suppression.document.at_value((*suppression.path, "codes", index))
            yield from report_useless(text, location, raised if meant else ())
