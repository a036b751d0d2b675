"""One day, several days, one of several, or a day not yet known, and the hours of it; and how each is written."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import NamedTuple

from devroom_gen.facts.date_pattern import write_day
from devroom_gen.record.scalars import Either, Hours
from devroom_gen.text.english import MONTHS, WEEKDAYS, join_words

STYLES = {
    "long": "with its weekday: `Saturday, February 4, 2017`",
    "short": "`Sat 4 Feb 2017`",
    "iso": "`2017-02-04`",
    "weekday": "`Saturday`",
    "day": "without the year: `February 4`",
}
"""The named styles of a date, beside the plain `February 4, 2017`."""


class When(NamedTuple):
    """Days in their order; without any the day is not known, and `tbd` is written.

    `at` is a time of day, `zone` its zone where the record states one.
    """

    days: tuple[date, ...]
    tbd: str
    is_either: bool = False
    at: time | None = None
    zone: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether the day is decided."""
        return bool(self.days) and not self.is_either

    @property
    def text(self) -> str:
        return self._by_year(lambda days: f"{self._month_days(days)}, {days[0].year}")

    @property
    def long(self) -> str:
        return self._by_year(lambda days: f"{self._weekdays(days)}, {self._month_days(days)}, {days[0].year}")

    @property
    def short(self) -> str:
        return self._by_year(
            lambda days: f"{self._join([_short(day) for day in self._ends(days)], days)} {days[0].year}"
        )

    @property
    def iso(self) -> str:
        return self._join([day.isoformat() for day in self.days]) or self.tbd

    @property
    def weekday(self) -> str:
        return self._weekdays(self.days) or self.tbd

    @property
    def day(self) -> str:
        return self._month_days(self.days) or self.tbd

    def by_pattern(self, pattern: str) -> str:
        """Write each day by a pattern, `D MMMM YYYY`."""
        return self._join([write_day(day, pattern) for day in self._ends(self.days)], self.days) or self.tbd

    @property
    def _is_span(self) -> bool:
        """Whether there are so many days in a row that the first and the last one say it all."""
        return len(self.days) > 2 and not self.is_either and (self.days[-1] - self.days[0]).days == len(self.days) - 1

    @property
    def _suffix(self) -> str:
        at = f", {self.at:%H:%M}" if self.at else ""
        return f"{at} ({self.zone})" if self.zone else at

    def _by_year(self, write: Callable[[Sequence[date]], str]) -> str:
        if len(self.days) == 1:
            return write(self.days) + self._suffix
        if self._is_span and self.days[0].year != self.days[-1].year:
            return f"{write(self.days[:1])} to {write(self.days[-1:])}"
        years = [write(list(days)) for _, days in groupby(self.days, key=lambda day: day.year)]
        return self._join(years) + self._suffix if years else self.tbd

    def _weekdays(self, days: Sequence[date]) -> str:
        return self._join([WEEKDAYS[day.weekday()] for day in self._ends(days)], days)

    def _ends(self, days: Sequence[date]) -> Sequence[date]:
        return (days[0], days[-1]) if self._is_span and len(days) > 2 else days

    def _month_days(self, days: Sequence[date]) -> str:
        if len(days) == 1:
            return f"{MONTHS[days[0].month - 1]} {days[0].day}"
        words: list[str] = []
        for (_, month), group in groupby(self._ends(days), key=lambda day: (day.year, day.month)):
            first, *others = group
            words += [f"{MONTHS[month - 1]} {first.day}", *(str(day.day) for day in others)]
        return self._join(words, days)

    def _join(self, words: list[str], days: Sequence[date] = ()) -> str:
        return join_words(words, "or" if self.is_either else "to" if self._is_span and len(days) > 2 else "and")


def read_when(value: object, tbd: str, zone: str | None = None) -> When:
    """Return a day in any form in which a record states it; `zone` is the one that the record states.

    The offset of the value itself overrides it, as it does for the deadline.
    """
    match value:
        case datetime():
            stated = value.timetz()
            return When(days=(value.date(),), at=stated, tbd=tbd, zone=_write_zone(stated.tzname() or zone))
        case date():
            return When(days=(value,), tbd=tbd, zone=_write_zone(zone))
        case Either():
            return When(days=value.either, is_either=True, tbd=tbd)
        case tuple():
            return When(days=value, tbd=tbd)
        case _:
            return When(days=(), tbd=tbd)


def _write_zone(zone: str | None) -> str | None:
    return "anywhere on Earth" if zone == "AoE" else zone


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def write_hours(hours: Hours | str | None, tbd: str) -> str | None:
    """Write the hours of the day; None where none are stated."""
    if isinstance(hours, Hours):
        return f"{hours.start:%H:%M}-{hours.end:%H:%M}"
    return tbd if hours == "TBD" else hours
