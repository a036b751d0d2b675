"""The summary of an edition: all that pages of all editions see of each. It is small, so that it can be kept as JSON."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from devroom_gen.facts.model import Facts
from devroom_gen.facts.parts import Count, Link, Year, as_link
from devroom_gen.facts.phase import Phase
from devroom_gen.facts.when import Style, When


class ConferenceSummary(NamedTuple):
    """The conference in the year of the edition: `FOSDEM 2017`."""

    text: str
    name: str
    short: str


class CallSummary(NamedTuple):
    """The first and the last day of the call."""

    opens: When | None
    closes: When | None


class EditionSummary(NamedTuple):
    """One edition, by the names that facts have; `path` leads from the folder of the page to that of the edition."""

    id: str
    series: str
    name: str
    title: str
    year: Year
    edition: Count
    conference: ConferenceSummary
    phase: Phase
    change: str | None
    date: When
    place: str
    city: str | None
    country: str | None
    call: CallSummary | None
    programme: Link | None
    site: Link | None
    path: Link


def summarize(facts: Facts) -> EditionSummary:
    """Return the summary of an edition, the path left open."""
    host, call = facts.conference, facts.next_call
    return EditionSummary(
        facts.id, facts.series, facts.name, facts.title, facts.year, facts.edition,
        ConferenceSummary(host.text, host.name, host.short), facts.phase,
        facts.change.said if facts.change else None, facts.date, facts.place, facts.city, facts.country, CallSummary(call.opens, call.closes) if call else None, facts.programme, facts.site, Link(),
    )  # fmt: skip


def write_summaries(rows: Iterable[tuple[EditionSummary, Mapping[str, str]]]) -> str:
    """Write summaries as JSON, each with the paths to the edition by the names of targets."""
    return json.dumps(list(rows), separators=(",", ":"), default=str)


def read_summary(row: list[Any]) -> EditionSummary:
    """Return a summary as it was written."""
    known = EditionSummary(*row)
    return known._replace(
        year=Year(*known.year),
        edition=Count(*known.edition),
        conference=ConferenceSummary(*known.conference),
        phase=Phase(*known.phase),
        date=_read_when(known.date),
        call=CallSummary(*map(_read_when, known.call)) if known.call else None,
        programme=as_link(known.programme),
        site=as_link(known.site),
        path=Link(known.path),
    )


def _read_when(row: Any) -> Any:
    if row is None:
        return None
    days, tbd, is_either, at, zone, is_month, style = row
    known = tuple(map(date.fromisoformat, days))
    return When(known, tbd, is_either, time.fromisoformat(at) if at else None, zone, is_month, Style(*style))
