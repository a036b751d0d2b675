"""What a site is known to have wrong: findings that a run need not tell again, however lines move.

A finding is known by its code, its file and the text of its line; equal ones are counted.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.errors import UsageError, reason
from devroom_gen.project.atomic_write import write_whole

_VERSION = 1


class Compared(NamedTuple):
    """The findings that a baseline does not know, how many it knows, and how many of it are gone."""

    new: list[Diagnostic]
    known: int
    gone: int


class Baseline(NamedTuple):
    """The findings of a file, counted by what they are known by; their paths begin at its folder."""

    folder: Path
    counts: Counter[str]

    def compare(self, found: Sequence[Diagnostic]) -> Compared:
        """Tell the findings that are new from those that are known; errors of reading are always told."""
        left = self.counts.copy()
        new: list[Diagnostic] = []
        for each in found:
            identity = _identity(each, self.folder)
            if left[identity] > 0 and each.code.is_suppressible:
                left[identity] -= 1
            else:
                new.append(each)
        return Compared(new, len(found) - len(new), left.total())


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `UsageError` for what is none."""
    try:
        values: Any = json.loads(path.read_text(encoding="utf-8"))
        counts = Counter(
            {f"{file} {known}": int(n) for file, own in values["findings"].items() for known, n in own.items()}
        )
        if values["version"] != _VERSION or min(counts.values(), default=1) < 1:
            raise ValueError
    except OSError as error:
        raise UsageError(
            f"`{path}` cannot be read: {reason(error)}", f"write it by `--write-baseline {path}`"
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"`{path}` is not a baseline", f"write it again by `--write-baseline {path}`") from None
    return Baseline(path.parent, counts)


def write_baseline(path: Path, found: Sequence[Diagnostic]) -> int:
    """Write a baseline of findings, and return how many it holds."""
    counts = Counter(_identity(each, path.parent) for each in found if each.code.is_suppressible)
    files: dict[str, dict[str, int]] = {}
    for identity, count in sorted(counts.items()):
        file, _, known = identity.rpartition(" ")
        file, _, code = file.rpartition(" ")
        files.setdefault(file, {})[f"{code} {known}"] = count
    try:
        write_whole(path, json.dumps({"version": _VERSION, "findings": files}, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise UsageError(f"`{path}` cannot be written: {reason(error)}") from None
    return counts.total()


def _identity(found: Diagnostic, folder: Path) -> str:
    """Return what a finding is known by: its file, its code, and a digest of its line."""
    source = found.location.source
    line = source.text[slice(*source.line_span(found.location.start.line))].strip() if source.text else ""
    file = Path(os.path.relpath(Path(found.path).resolve(), folder.resolve())).as_posix()
    digest = hashlib.sha256(line.encode(errors="surrogatepass")).hexdigest()
    return f"{file} {found.code.id} {digest[:16]}"
