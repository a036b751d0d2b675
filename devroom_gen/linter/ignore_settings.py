"""Settings that silence findings in whole files, by a pattern of paths, by code and with a reason.

[[ignore]]
paths = "events/2016.toml"
codes = ["DG206"]
reason = "two people share this name"
"""

from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.codes import suppression as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.linter.ignore_comments import why_useless
from devroom_gen.linter.registry import find_codes
from devroom_gen.record.settings import Ignore
from devroom_gen.toml.parser import Document


class FileSilencer(NamedTuple):
    """One entry of `ignore`, and where it stands."""

    document: Document
    path: tuple[str | int, ...]
    ignore: Ignore


class Files(NamedTuple):
    """The folder that patterns begin at, and the files that were looked at."""

    root: Path
    looked_at: Sequence[str]

    def is_meant(self, path: str, pattern: str) -> bool:
        """Tell whether a path matches a pattern."""
        try:
            inside = Path(path).resolve().relative_to(self.root.resolve())
        except ValueError:
            return False
        return fnmatchcase(inside.as_posix(), pattern)


def silence_files(
    found: Sequence[Diagnostic], silencers: Sequence[FileSilencer], files: Files, raised: Collection[str]
) -> list[Diagnostic]:
    """Drop what settings silence, and report entries that silence nothing although this run could have found it.

    `raised` holds the ids of all codes that this run could have found in the files that it looked at.
    """
    used: set[tuple[int, str]] = set()
    kept = [each for each in found if not _is_silenced(each, silencers, files, used)]
    broken = {each.path for each in found if not each.code.is_silenceable}
    for index, silencer in enumerate(silencers):
        if silencer.document.source.path not in broken and not (broken and _is_any_broken(silencer, files, broken)):
            kept += _find_useless(silencer, [code for number, code in used if number == index], files, raised)
    return kept


def _is_silenced(
    diagnostic: Diagnostic, silencers: Sequence[FileSilencer], files: Files, used: set[tuple[int, str]]
) -> bool:
    if not silencers or not diagnostic.code.is_silenceable:
        return False
    matching = [
        (index, text)
        for index, silencer in enumerate(silencers)
        if files.is_meant(diagnostic.path, silencer.ignore.paths)
        for text in silencer.ignore.codes
        if diagnostic.code in find_codes(text)
    ]
    used.update(matching)
    return bool(matching)


def _is_any_broken(silencer: FileSilencer, files: Files, broken: Collection[str]) -> bool:
    return any(files.is_meant(path, silencer.ignore.paths) for path in broken)


def _find_useless(
    silencer: FileSilencer, used: Collection[str], files: Files, raised: Collection[str]
) -> Iterator[Diagnostic]:
    is_record = silencer.ignore.paths.startswith("events/")
    meant = is_record or any(files.is_meant(path, silencer.ignore.paths) for path in files.looked_at)
    for index, text in enumerate(silencer.ignore.codes):
        reason = None if text in used else why_useless(text, raised if meant else ())
        if reason:
            location = silencer.document.at_value((*silencer.path, "codes", index))
            yield Diagnostic(code=codes.USELESS_SILENCER, location=location, message=reason[0], help=reason[1])
