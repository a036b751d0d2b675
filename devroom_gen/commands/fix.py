"""What `--fix` and `--diff` of `validate` and `lint` do: make all safe fixes in memory, then write them or show them."""

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from devroom_gen.commands.lint import Request, lint
from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.errors import UsageError, reason
from devroom_gen.linter.fixer import Fixed, apply_fixes, breaks_record
from devroom_gen.linter.registry import Selection
from devroom_gen.project.atomic_write import write_whole
from devroom_gen.project.layout import Project
from devroom_gen.project.source_files import BOM
from devroom_gen.text.diff import unified
from devroom_gen.text.source import SourceText

MAX_ROUNDS = 20
"""Each round makes all fixes that do not meet; a record that still changes after so many is left as it is."""


class Fixing(NamedTuple):
    """The texts of all files that change, before and after, how many fixes that takes, and what is left to a person."""

    before: dict[str, str]
    after: dict[str, str]
    fixes: int
    left: list[Diagnostic]
    records: int

    def differences(self) -> str:
        """Return all changes as one unified diff."""
        named = sorted(self.after.items())
        return "".join(unified(self.before[path], text, f"a/{path}", f"b/{path}") for path, text in named)


def fix(project: Project | None, paths: Sequence[Path], today: date, selection: Selection) -> Fixing:
    """Make the safe fixes of all wanted findings in memory, until a round brings none."""

    def look(texts: Mapping[str, str]) -> tuple[list[Diagnostic], int]:
        validation = validate(project, paths, today, selection, texts=texts)
        return validation.diagnostics, validation.records

    return make_fixes(look, lambda source, found: apply_fixes(source, found, may_break=breaks_record))


def fix_pages(request: Request) -> Fixing:
    """Make the certain fixes of errors on pages in memory."""

    def look(texts: Mapping[str, str]) -> tuple[list[Diagnostic], int]:
        linting = lint(request, texts)
        return linting.diagnostics, len(linting.files.pages)

    return make_fixes(look, lambda source, found: apply_fixes(source, [each for each in found if each.is_certain]))


def make_fixes(
    look: Callable[[Mapping[str, str]], tuple[list[Diagnostic], int]],
    apply: Callable[[SourceText, list[Diagnostic]], Fixed],
) -> Fixing:
    """Make fixes round by round; `look` returns what is wrong with texts in the place of files, and how many files there are."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    count = 0
    diagnostics, files = look(after)
    for _ in range(MAX_ROUNDS):
        fixes_before = count
        fixable = (each for each in diagnostics if each.fix)
        for path, group in groupby(fixable, key=lambda each: each.path):
            found = list(group)
            source = found[0].location.source
            fixed = apply(source, found)
            if fixed.count:
                before.setdefault(path, source.text)
                after[path] = fixed.text
                count += fixed.count
        if count == fixes_before:
            break
        diagnostics, files = look(after)
    return Fixing(before, after, count, diagnostics, files)


def write_fixed(fixing: Fixing) -> Fixing:
    """Write every file that changes; a byte-order mark stays, and a link stays a link. What cannot be written is reported."""
    failed: list[Diagnostic] = []
    for shown, text in fixing.after.items():
        path = Path(shown).resolve()
        try:
            standing = path.read_bytes().decode()
            if standing.removeprefix(BOM) != fixing.before[shown]:
                raise UsageError(f"`{shown}` was changed by another program meanwhile", "run the command again")
            _write_over(path, (BOM if standing.startswith(BOM) else "") + text)
        except OSError as error:
            place = Location(SourceText(shown, ""))
            failed.append(Diagnostic(codes.CANNOT_WRITE, place, f"cannot write: {reason(error)}"))
    return fixing._replace(left=[*failed, *fixing.left])


def _write_over(path: Path, text: str) -> None:
    """Write a file that stays what it is: one that may not be written is left alone, and one of several names keeps them."""
    if not path.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if path.stat().st_nlink > 1:
        path.write_bytes(text.encode())
    else:
        write_whole(path, text)
