"""`list`: shows all editions with their day, phase and deadline, and what is still to be decided."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange
from devroom_gen.linter.record_runner import judge
from devroom_gen.project.layout import Project, RecordFile, by_series
from devroom_gen.project.loaded import Record
from devroom_gen.project.loader import Loader
from devroom_gen.rules.records.to_be_decided import find_undecided

VERSION = 1
_HEADINGS = ("EDITION", "DAY", "PHASE", "DEADLINE", "DAYS LEFT", "TO BE DECIDED")


class Row(NamedTuple):
    """One edition, days as ISO dates; `asked` is what the conference asks devrooms for next, and by which day."""

    edition: str
    title: str
    number: int
    day: tuple[str, ...]
    phase: str
    change: str | None
    deadline: str | None
    asked: str | None
    days_left: int | None
    to_be_decided: tuple[str, ...]


class Listing(NamedTuple):
    """All editions that could be read, and what is wrong with records."""

    rows: list[Row]
    diagnostics: list[Diagnostic]

    def table(self) -> str:
        """Return the rows as columns for people."""
        cells = [_HEADINGS, *(_cells(row) for row in self.rows)]
        widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
        lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def json(self) -> str:
        """Return the rows as one JSON object for scripts."""
        return json.dumps({"version": VERSION, "editions": [row._asdict() for row in self.rows]}, indent=2) + "\n"


def list_editions(project: Project, files: Sequence[RecordFile], today: date) -> Listing:
    """List editions, the next ones first, by the day that is given."""
    loader = Loader(project, today)
    verdicts = [judge(loader, own) for own in by_series(files).values()]
    rows = [_row(record, today) for verdict in verdicts for record in verdict.loaded.records]
    rows.sort(key=lambda row: (row.edition[-4:], row.day or ("9999",), row.edition), reverse=True)
    return Listing(rows, arrange(each for verdict in verdicts for each in verdict.diagnostics))


def _row(record: Record, today: date) -> Row:
    facts = record.facts
    call = facts.next_call
    closes, last = (call.closes, call.last_day) if call else (None, None)
    return Row(
        edition=facts.id,
        title=facts.title,
        number=facts.edition.number,
        day=tuple(day.isoformat() for day in facts.date.days),
        phase=facts.phase.text,
        change=str(facts.change.to) if facts.change else None,
        deadline=closes.iso if closes and closes.days else None,
        asked=_asked(record),
        days_left=(last - today).days if last and closes and closes.is_known and facts.phase.is_open else None,
        to_be_decided=tuple(find_undecided(record.event)),
    )


def _asked(record: Record) -> str | None:
    facts = record.facts
    known = record.edition.conference.years.get(facts.year.text)
    if known and known.call_by and facts.phase.is_announced and not any(each.opens for each in facts.calls):
        return f"call by {known.call_by.isoformat()}"
    if known and known.schedule_by and facts.phase.text == "closed" and not facts.schedule:
        return f"schedule by {known.schedule_by.isoformat()}"
    return None


def _days(row: Row) -> str:
    if len(row.day) > 2:
        return f"{row.day[0]} to {row.day[-1]}"
    return (" or " if "date" in row.to_be_decided else " ").join(row.day) or "TBD"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.edition,
        _days(row),
        row.phase if row.change in (None, row.phase) else f"{row.phase}, {row.change}",
        row.asked or row.deadline or "",
        "" if row.days_left is None else str(row.days_left),
        ", ".join(row.to_be_decided),
    )
