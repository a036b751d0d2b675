"""The days on which editions stand where they stand on one day. Knows no phase, only the dates that phases turn on."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from devroom_gen.facts.model import Facts
from devroom_gen.facts.when import When


def steady_days(editions: Sequence[Facts], today: date) -> tuple[date, date]:
    """Return days around one on which no phase turns: a phase turns on a day that is named, or on the day after."""
    turns = {turn for facts in editions for day in _named_days(facts) for turn in (day, _next(day))}
    first = max((turn for turn in turns if turn <= today), default=date.min)
    next_turn = min((turn for turn in turns if turn > today), default=None)
    return first, next_turn - timedelta(1) if next_turn else date.max


def _named_days(facts: Facts) -> Iterator[date]:
    named: list[When | None] = [facts.date, facts.conference.date, facts.schedule]
    for call in facts.calls:
        named += [call.opens, call.closes]
        yield from [call.last_day] if call.last_day else []
    for when in named:
        yield from when.days if when else ()
    yield date(int(facts.year.text), 12, 31)


def _next(day: date) -> date:
    return day + timedelta(1) if day < date.max else day
