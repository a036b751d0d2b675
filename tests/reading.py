"""Measures how calls are read: `python -m tests.reading [calls.jsonl]` prints for each dated fact whether it is read right.

Each line of the file names a page, below `pages/` beside it, and the facts that stand on it; a day is the first of several, and
a month alone is given as `YYYY-MM`. What the page does not say must not be read.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.claims.roles import Role, is_past_day, is_withdrawn, stands_in_past
from devroom_gen.project.layout import LooseRecords
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import read_source
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.page_years import find_site
from devroom_gen.text.source import SourceText
from tests import ROOT

ROLES = {
    "date": Role.EVENT,
    "closes": Role.CLOSES,
    "opens": Role.OPENS,
    "notified": Role.NOTIFY,
    "schedule": Role.SCHEDULE,
}


def read_steps(page: PageClaims, year: int | None, conferences: Sequence[Conference] = ()) -> dict[str, str]:
    """Return the first day of each step that a page gives; of a deadline that was moved the later one."""
    expected = from_pages(find_site([page], ""), conferences, year)
    event = expected.event_days.value[0] if expected.event_days else None
    found: dict[str, str] = {}
    for name, role in ROLES.items():
        claims = [claim for claim in page.dates if _counts(claim) and _is_of(page, claim, role, year)]
        if role is Role.EVENT:
            claims.sort(key=lambda claim: _doubt(claim, year))
        before = None if role is Role.EVENT else event
        if known := [day for claim in claims if (day := _when(claim, year, before))]:
            found[name] = known[0]
    return found


def _is_of(page: PageClaims, claim: DateClaim, role: Role, year: int | None) -> bool:
    """Whether a date is of a step; a single day with its weekday that nothing names is that of the event."""
    own = page.role(claim)
    if role is Role.EVENT and claim.year not in (None, year or claim.year):
        return False
    return own is role or (role is Role.EVENT and own is Role.NONE and len(claim.days) == len(claim.weekdays) == 1)


def _doubt(claim: DateClaim, year: int | None) -> tuple[bool, ...]:
    """Return how much speaks against a date as that of the event: no day, a wrong weekday, none, several days, front matter."""
    days = claim.dates(year)
    is_right = bool(days and claim.weekdays) and days[0].weekday() == claim.weekdays[0]
    return (
        not days,
        claim.year not in (None, year),
        not is_right,
        len(days) > 1 and not claim.weekdays,
        bool(claim.block.key),
    )


def _counts(claim: DateClaim) -> bool:
    return not (claim.is_comment or is_withdrawn(claim) or is_past_day(claim) or stands_in_past(claim.block))


def _when(claim: DateClaim, year: int | None, event: date | None) -> str:
    """Return the day of a claim; without its year it is that of the edition, or the one before where it would be too late."""
    days = claim.dates(year)
    if not days:
        return f"{claim.year}-{claim.month:02}" if claim.year and claim.month and not claim.days else ""
    first = days[0]
    if claim.year is None and event and first > event and year:
        first = claim.dates(year - 1)[0]
    return first.isoformat()


def compare(rows: list[dict[str, object]], pages: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Return for each fact where it stands, which it is, the verdict, what was read, and what is right."""
    loader = Loader(LooseRecords(ROOT), date(2026, 1, 1))
    conferences = [known.value for name in ("fosdem",) if (known := loader.conference(name)) and known.value]
    for row in rows:
        source = read_source(pages / str(row["dir"]) / str(row["file"]), max_bytes=10**6)
        assert isinstance(source, SourceText)
        facts = row["facts"]
        assert isinstance(facts, dict)
        steps = read_steps(read_claims(source), facts.get("year"), conferences)
        for name in ROLES:
            right, got = str(facts.get(name, "")), steps.get(name, "")
            if right or got:
                verdict = (
                    "right"
                    if got == right or (len(right) == 7 and got.startswith(right))
                    else "missed"
                    if not got
                    else "invented"
                )
                yield f"{row['dir']}/{row['file']}", name, verdict if right or not got else "extra", got, right


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/outside/calls.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    verdicts: Counter[str] = Counter()
    for place, name, verdict, got, right in compare(rows, path.parent / "pages"):
        verdicts[verdict] += 1
        if verdict != "right":
            print(f"{verdict:9} {place} {name}: {got or '-'} for {right or '-'}")  # noqa: T201
    total = sum(verdicts.values()) - verdicts["extra"]
    print(  # noqa: T201
        f"{verdicts['right']} of {total} right, {verdicts['missed']} missed, {verdicts['invented']} invented, {verdicts['extra']} extra"
    )


if __name__ == "__main__":
    main()
