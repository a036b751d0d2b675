"""Settings that suppress findings in whole files, by a pattern of paths, by code and with a reason.

[[ignore]]
paths = "events/2016.toml"
codes = ["DG206"]
reason = "two people share this name"
"""

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
    kept = [each for each in found if not _is_suppressed(each, suppressions, files, used)]
    broken = {each.path for each in found if not each.code.is_suppressible}
    for index, suppression in enumerate(suppressions):
        is_stated_there = suppression.document.source.path in broken
        if not is_stated_there and not any(files.is_meant(path, suppression.ignore.paths) for path in broken):
            kept += _find_useless(suppression, [code for number, code in used if number == index], files, raised)
    return kept


def _is_suppressed(
    diagnostic: Diagnostic, suppressions: Sequence[FileSuppression], files: Files, used: set[tuple[int, str]]
) -> bool:
    if not diagnostic.code.is_suppressible:
        return False
    matching = [
        (index, text)
        for index, suppression in enumerate(suppressions)
        if files.is_meant(diagnostic.path, suppression.ignore.paths)
        for text in suppression.ignore.codes
        if diagnostic.code in find_codes(text)
    ]
    used.update(matching)
    return bool(matching)


def _find_useless(
    suppression: FileSuppression, used: Collection[str], files: Files, raised: Collection[str]
) -> Iterator[Diagnostic]:
    is_record = suppression.ignore.paths.startswith("events/")
    meant = is_record or any(files.is_meant(path, suppression.ignore.paths) for path in files.looked_at)
    for index, text in enumerate(suppression.ignore.codes):
        if text not in used:
            location = suppression.document.at_value((*suppression.path, "codes", index))
            yield from report_useless(text, location, raised if meant else ())
