"""One day, several days, one of several, a month, or a day not yet known, and the hours of it; and how each is written."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from devroom_gen.facts.undecided import UNDECIDED
from devroom_gen.record.dates import Either, Hours, Month, Span
from devroom_gen.text.date_pattern import without, write_day, write_days
from devroom_gen.text.english import join_words
from devroom_gen.text.languages import Language, find_language

STYLES = {
    "long": "as pages write it: `Saturday, February 4, 2017`",
    "short": "`Sat 4 Feb 2017`",
    "iso": "`2017-02-04`",
    "weekday": "`Saturday`",
    "day": "without the year: `February 4`",
}
"""The named styles of a date, beside the plain `February 4, 2017`."""


class Style(NamedTuple):
    """How a site writes days and hours: its language, its own pattern of a day, and its clock."""

    code: str = "en"
    pattern: str = ""
    clock: str = "24-hour"

    @property
    def language(self) -> Language:
        return find_language(self.code)

    @property
    def date_format(self) -> str:
        return self.pattern or self.language.date_format

    def time(self, at: time) -> str:
        """Write a time of day: `17:00`, or `5 pm`."""
        if self.clock == "24-hour":
            return f"{at:%H:%M}"
        minutes = f":{at.minute:02}" if at.minute else ""
        return f"{(at.hour + 11) % 12 + 1}{minutes} {'am' if at.hour < 12 else 'pm'}"


class When(NamedTuple):
    """Days in their order; without any the day is not known, and `tbd` is written.

    `at` is a time of day, `zone` its zone where the record states one. Of a month that alone is known, `days` are all.
    """

    days: tuple[date, ...]
    tbd: str
    is_either: bool = False
    at: time | None = None
    zone: str | None = None
    is_month: bool = False
    style: Style = Style()

    @property
    def is_known(self) -> bool:
        """Whether the day is decided."""
        return bool(self.days) and not self.is_either

    @property
    def text(self) -> str:
        return self._write(without(self.style.date_format, "d")) + self._suffix

    @property
    def long(self) -> str:
        return self._write(self.style.date_format) + self._suffix

    @property
    def short(self) -> str:
        return self._write(self.style.language.short_date_format) + self._suffix

    @property
    def iso(self) -> str:
        return self._write("YYYY-MM" if self.is_month else "YYYY-MM-DD", is_listed=True)

    @property
    def weekday(self) -> str:
        return self._write("dddd")

    @property
    def day(self) -> str:
        return self._write(without(without(self.style.date_format, "d"), "Y"))

    def by_pattern(self, pattern: str) -> str:
        """Write each day by a pattern, `D MMMM YYYY`."""
        return self._write(pattern)

    @property
    def _is_span(self) -> bool:
        """Whether there are so many days in a row that the first and the last one say it all."""
        return len(self.days) > 2 and not self.is_either and (self.days[-1] - self.days[0]).days == len(self.days) - 1

    @property
    def _suffix(self) -> str:
        at = f", {self.style.time(self.at)}" if self.at else ""
        return f"{at} ({self.zone})" if self.zone and self.days else at

    def _write(self, pattern: str, *, is_listed: bool = False) -> str:
        if not self.days:
            return self.tbd
        language = self.style.language
        if len(self.days) == 1:
            return write_day(self.days[0], pattern, language)
        if self.is_month:
            return write_day(self.days[0], "YYYY-MM" if is_listed else language.month_format, language)
        is_span = self._is_span and not is_listed
        days: Sequence[date] = (self.days[0], self.days[-1]) if is_span else self.days
        last = language.or_ if self.is_either else language.to if is_span else language.and_
        years = [list(group) for _, group in groupby(days, key=lambda day: day.year)] if "Y" in pattern else [days]
        return join_words([write_days(each, pattern, language, last) for each in years], last)


class Wording(NamedTuple):
    """The fixed words of a site, and its style of dates."""

    words: Mapping[str, str]
    style: Style = Style()

    @property
    def tbd(self) -> str:
        return self.words["tbd"]

    def when(self, value: object, zone: str | None = None) -> When:
        """Return a day in any form in which a record states it, as this site writes it."""
        return read_when(value, self.tbd, zone, self)

    def decided(self, text: str) -> str:
        """Return a text, or the word for one that is not decided."""
        return self.tbd if text == UNDECIDED else text


_PLAIN = Wording({"tbd": "TBD", "aoe": "anywhere on Earth"})


def read_when(value: object, tbd: str, zone: str | None = None, wording: Wording = _PLAIN) -> When:
    """Return a day in any form in which a record states it; `zone` is the one that the record states.

    The offset of the value itself overrides it, as it does for the deadline.
    """
    style = wording.style
    match value:
        case datetime():
            stated = value.timetz()
            shown = _write_zone(stated.tzname() or zone, wording)
            return When((value.date(),), tbd, at=stated, zone=shown, style=style)
        case date():
            return When((value,), tbd, zone=_write_zone(zone, wording), style=style)
        case Either():
            return When(value.either, tbd, is_either=True, style=style)
        case Month():
            first = date.fromisoformat(f"{value.month}-01")
            days = tuple(day for number in range(31) if (day := first + timedelta(number)).month == first.month)
            return When(days, tbd, is_either=True, is_month=True, style=style)
        case Span():
            return When(value.days, tbd, style=style)
        case tuple():
            return When(value, tbd, style=style)
        case _:
            return When((), tbd, style=style)


def _write_zone(zone: str | None, wording: Wording) -> str | None:
    return wording.words.get("aoe", zone) if zone == "AoE" else zone


def write_hours(hours: object, wording: Wording, days: Sequence[date] = ()) -> str | None:
    """Write the hours of the day, or of each of several days; None where none are stated."""
    match hours:
        case None:
            return None
        case tuple() if len(hours) == len(days):
            pattern = "dddd" if len(days) <= 7 else without(without(wording.style.date_format, "d"), "Y")
            language = wording.style.language
            parts = zip((write_day(day, pattern, language) for day in days), hours, strict=True)
            return ", ".join(f"{day} {write_hours(each, wording)}" for day, each in parts)
        case tuple():
            return ", ".join(write_hours(each, wording) or "" for each in hours)
        case Hours():
            joint = "-" if wording.style.clock == "24-hour" else " - "
            return joint.join(map(wording.style.time, (hours.start, hours.end)))
        case _:
            return wording.words[{"full day": "full_day", UNDECIDED: "tbd"}.get(str(hours), str(hours))]
