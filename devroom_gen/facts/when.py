"""One day, several days, one of several, or a day not yet known; and the styles in which it is written."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from devroom_gen.english import MONTHS, WEEKDAYS, join_words
from devroom_gen.record.scalars import Either

STYLES = {
    "long": "with its weekday: `Saturday, February 4, 2017`",
    "short": "`Sat 4 Feb 2017`",
    "iso": "`2017-02-04`",
    "weekday": "`Saturday`",
    "day": "without the year: `February 4`",
}
"""The named styles of a date, beside the plain `February 4, 2017`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days in their order; none at all means not known, `tbd` is then what is written."""

    days: tuple[date, ...]
    tbd: str
    is_either: bool = False
    at: time | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether the day is decided."""
        return bool(self.days) and not self.is_either

    @property
    def text(self) -> str:
        return self._with_time(self._by_year(lambda days: self._month_days(days) + f", {days[0].year}"))

    @property
    def long(self) -> str:
        return self._with_time(
            self._by_year(lambda days: f"{self._weekdays(days)}, {self._month_days(days)}, {days[0].year}")
        )

    @property
    def short(self) -> str:
        def write(days: list[date]) -> str:
            words = [f"{WEEKDAYS[d.weekday()][:3]} {d.day} {MONTHS[d.month - 1][:3]}" for d in days]
            return f"{join_words(words, self._last)} {days[0].year}"

        return self._with_time(self._by_year(write))

    @property
    def iso(self) -> str:
        return join_words([day.isoformat() for day in self.days], self._last) or self.tbd

    @property
    def weekday(self) -> str:
        return self._weekdays(list(self.days)) or self.tbd

    @property
    def day(self) -> str:
        return self._month_days(list(self.days)) or self.tbd

    @property
    def _last(self) -> str:
        return "or" if self.is_either else "and"

    def _with_time(self, text: str) -> str:
        return f"{text}, {self.at:%H:%M}" if self.at and self.days else text

    def _by_year(self, write: "object") -> str:
        years = [list(days) for _, days in groupby(self.days, key=lambda day: day.year)]
        return join_words([write(days) for days in years], self._last) or self.tbd  # type: ignore[operator]

    def _weekdays(self, days: list[date]) -> str:
        return join_words([WEEKDAYS[day.weekday()] for day in days], self._last)

    def _month_days(self, days: list[date]) -> str:
        words: list[str] = []
        for month, group in groupby(days, key=lambda day: (day.year, day.month)):
            first, *others = group
            words += [f"{MONTHS[month[1] - 1]} {first.day}", *(str(day.day) for day in others)]
        return join_words(words, self._last)


def read_when(value: date | datetime | tuple[date, ...] | Either | str | None, tbd: str) -> When:
    """Bring every form in which a record states a day into one."""
    match value:
        case datetime():
            return When(days=(value.date(),), at=value.timetz(), tbd=tbd)
        case date():
            return When(days=(value,), tbd=tbd)
        case Either():
            return When(days=value.either, is_either=True, tbd=tbd)
        case tuple():
            return When(days=value, tbd=tbd)
        case _:
            return When(days=(), tbd=tbd)
