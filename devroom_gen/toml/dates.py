"""Reads days and times in the orders and words that people write."""

import re
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
    """Return the days that a text may mean: two where day and month may be swapped, none for a day that does not exist.

    None where the text is not a day at all.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        return _real([_day(match[1], match[2], match[3])])
    if match := _DAY_FIRST.fullmatch(text):
        days = [_day(match[4], match[3], match[1])]
        if match[2] != ".":  # nobody writes points in this order
            days.append(_day(match[4], match[1], match[3]))
        return _real(days)
    for form in _IN_WORDS:
        if (match := form.fullmatch(text)) and (month := _month(match["month"])):
            return _real([_day(match["year"], str(month), match["day"])])
    return None


def read_instants(text: str) -> list[datetime] | None:
    """Return the days with a time of day that a text may mean, as `read_days` does; seconds are 0 unless stated."""
    match = _WITH_TIME.fullmatch(text.strip())
    days = read_days(match["day"]) if match else None
    if match is None or days is None:
        return None
    try:
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
        zone = datetime.fromisoformat(f"2000-01-01T00:00:00{match['zone'] or ''}").tzinfo
    except ValueError:
        return []
    return [datetime.combine(day, clock, zone) for day in days]


def read_moments(text: str, *, takes_time: bool) -> list[date]:
    """Return the days, or days with a time, that a text may mean; without the time where `takes_time` is false."""
    instants = read_instants(text) or []
    return [*(read_days(text) or []), *(instants if takes_time else [each.date() for each in instants])]


def _real(days: list[date | None]) -> list[date]:
    return sorted(set(filter(None, days)))


def _month(word: str) -> int | None:
    """Return the number of a month from its name or the beginning of its name."""
    lower = word.lower()
    names = [number for number, name in enumerate(MONTHS, start=1) if name.lower().startswith(lower)]
    return names[0] if names else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
