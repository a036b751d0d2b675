"""Reads days and times in the orders and words that people write."""

import re
from contextlib import suppress
from datetime import date, datetime, time

from devroom_gen.text.english import MONTHS

_LONGEST = 60
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})"
_IN_WORDS = [
    re.compile(rf"{_WEEKDAY}{order}[\s,-]+(?P<year>\d{{4}})", re.ASCII | re.IGNORECASE)
    for order in (rf"{_DAY}\.?[\s-]+(?:of\s+)?{_MONTH}\.?", rf"{_MONTH}\.?\s+(?:the\s+)?{_DAY}")
]
_WITH_TIME = re.compile(
    r"(?P<day>.{6,40}?)(?:,?\s+(?:at\s+)?|[Tt])(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?P<zone>Z|[+-]\d{2}:\d{2})?",
    re.ASCII,
)


def read_days(text: str) -> list[date] | None:
    """Return the days that a text may mean, two where day and month may be swapped; None where it is not a day at all."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        return _real_days(match[1], (match[2], match[3]))
    if match := _DAY_FIRST.fullmatch(text):
        month, day = match[3], match[1]
        swapped = () if match[2] == "." else ((day, month),)  # nobody writes points where the month is first
        return _real_days(match[4], (month, day), *swapped)
    for form in _IN_WORDS:
        if (match := form.fullmatch(text)) and (month := _month(match["month"])):
            return _real_days(match["year"], (month, match["day"]))
    return None


def read_instants(text: str) -> list[datetime]:
    """Return the days with a time of day that a text may mean; seconds are 0 unless stated."""
    match = _WITH_TIME.fullmatch(text.strip())
    if match is None:
        return []
    try:
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
        zone = datetime.fromisoformat(f"2000-01-01T00:00:00{match['zone'] or ''}").tzinfo
    except ValueError:
        return []
    return [datetime.combine(day, clock, zone) for day in read_days(match["day"]) or ()]


def read_moments(text: str, *, takes_time: bool) -> list[date]:
    """Return the days, or days with a time, that a text may mean; without the time where `takes_time` is false."""
    instants = read_instants(text)
    return [*(read_days(text) or []), *(instants if takes_time else [each.date() for each in instants])]


def _month(word: str) -> int | None:
    """Return the number of a month from its name or the beginning of its name."""
    numbers = (number for number, name in enumerate(MONTHS, start=1) if name.startswith(word.capitalize()))
    return next(numbers, None)


def _real_days(year: str, *days: tuple[int | str, str]) -> list[date]:
    """Return those of some days of a year, each a month and a day, that exist."""
    found: set[date] = set()
    for month, day in days:
        with suppress(ValueError):
            found.add(date(int(year), int(month), int(day)))
    return sorted(found)
