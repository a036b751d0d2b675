"""Measures the rules of `lint` on labelled sites: `python -m tests.precision [DIR]` prints how often each is right.

The folder holds `labels.jsonl` and `pages/SITE/STATE/…`. A row of labels names `dir`, `file`, `line` and a `severity`: `wrong`,
`conflict` and `suspicious` are defects, `unclear` counts neither way, and every other line is right. A rule whose errors are
right less than 85 times of 100 has to report warnings; one that is right less than 70 times has to be off where no
record is given.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.commands.lint import Request, lint
from devroom_gen.diagnostics.diagnostic import Severity
from tests import ROOT

DEFECTS = frozenset({"wrong", "conflict", "suspicious"})
ERRORS, ALL = 0.85, 0.7
"""How often a rule has to be right, to report errors and to run at all."""
LEAST = 5
"""Findings from which a share says something."""


class Tally(NamedTuple):
    """How many findings of each rule and severity are right, and how many wrong."""

    right: Counter[tuple[str, str]]
    wrong: Counter[tuple[str, str]]

    def share(self, code: str, *severities: str) -> tuple[int, float]:
        """Return how many findings there are, and how many of them are right."""
        right = sum(self.right[code, each] for each in severities)
        total = right + sum(self.wrong[code, each] for each in severities)
        return total, right / total if total else 1.0

    @property
    def codes(self) -> list[str]:
        return sorted({code for code, _ in (*self.right, *self.wrong)})


def measure(corpus: Path) -> Tally:
    """Lint each state as somebody types it, and compare each finding with the labels."""
    labels: dict[tuple[str, str, int], set[str]] = {}
    for text in (corpus / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        labels.setdefault((row["dir"], row["file"], row["line"]), set()).add(row["severity"])
    tally = Tally(Counter(), Counter())
    for state in sorted(path for path in (corpus / "pages").glob("*/*") if path.is_dir()):
        _measure_state(state, state.relative_to(corpus / "pages").as_posix(), labels, tally)
    return tally


def _measure_state(state: Path, name: str, labels: Mapping[tuple[str, str, int], set[str]], tally: Tally) -> None:
    here = Path.cwd()
    os.chdir(state)
    try:
        found = lint(Request([Path()], date(2026, 1, 1))).diagnostics
    finally:
        os.chdir(here)
    for each in found:
        key = f"{each.code.id} {each.code.name}", str(each.severity)
        known = labels.get((name, each.path, each.location.start.line), set())
        if each.severity is Severity.NOTE or "unclear" in known:
            continue
        (tally.right if known & DEFECTS else tally.wrong)[key] += 1


def complaints(tally: Tally) -> list[str]:
    """Return which rules do not earn their place."""
    told = []
    for code in tally.codes:
        errors, of_errors = tally.share(code, "error")
        total, of_all = tally.share(code, "error", "warning")
        if errors >= LEAST and of_errors < ERRORS:
            told.append(f"{code}: {of_errors:.0%} of {errors} errors are right: let it report warnings")
        if total >= LEAST and of_all < ALL:
            told.append(f"{code}: {of_all:.0%} of {total} findings are right: let it be off without a record")
    return told


def main() -> None:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/outside"
    tally = measure(corpus)
    for code in tally.codes:
        errors, of_errors = tally.share(code, "error")
        total, of_all = tally.share(code, "error", "warning")
        print(f"{code:32} {of_all:5.0%} of {total:4}   errors {of_errors:5.0%} of {errors:4}")  # noqa: T201
    print("\n".join(complaints(tally)) or "each rule earns its place")  # noqa: T201


if __name__ == "__main__":
    main()
