"""Patterns in which days are written, `dddd, D MMMM YYYY`, and the pattern of a day as somebody typed it.

The letters are those of Day.js and Moment, which many forms show: https://day.js.org/docs/en/display/format
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby

from devroom_gen.text.english import join_words
from devroom_gen.text.languages import ENGLISH, Language

PARTS: dict[str, Callable[[date, Language], str]] = {
    "dddd": lambda day, language: language.weekdays[day.weekday()],
    "ddd": lambda day, language: language.weekdays_short[day.weekday()],
    "D": lambda day, language: str(day.day),
    "DD": lambda day, language: f"{day.day:02}",
    "Do": lambda day, language: language.day_ordinal(day.day),
    "M": lambda day, language: str(day.month),
    "MM": lambda day, language: f"{day.month:02}",
    "MMM": lambda day, language: language.months_short[day.month - 1],
    "MMMM": lambda day, language: language.months[day.month - 1],
    "YY": lambda day, language: f"{day.year % 100:02}",
    "YYYY": lambda day, language: f"{day.year:04}",
}
"""The parts of a pattern; all else in it stands for itself."""
_WORD = re.compile(r"[^\W\d_]+")
_TYPED = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+\.?")
_MONTH_PARTS = ("MMM", "MMMM")


def write_day(day: date, pattern: str, language: Language = ENGLISH) -> str:
    """Write a day by a pattern."""
    return "".join([write(day, language) if write else text for text, write in _compile(pattern)])


@cache
def _compile(pattern: str) -> list[tuple[str, Callable[[date, Language], str] | None]]:
    """Return the pieces of a pattern, those that stand for a part of the day with what writes it."""
    return [(piece, PARTS.get(piece)) for piece in re.split(r"([^\W\d_]+)", pattern)]


def write_days(days: Sequence[date], pattern: str, language: Language, last: str) -> str:
    """Write days of one year by a pattern, what they share once: `4 and 5 February 2017`; `last` joins the last two."""
    if len(days) == 1:
        return write_day(days[0], pattern, language)
    first, core, behind = _split(pattern)
    weekdays = join_words([write_day(day, "dddd", language) for day in days], last)
    around = [
        write_day(days[0], each.replace("dddd", "\0"), language).replace("\0", weekdays) for each in (first, behind)
    ]
    return around[0] + join_words([*_write_core(days, core, language)], last) + around[1]


@cache
def _split(pattern: str) -> tuple[str, str, str]:
    """Split a pattern at what differs from day to day: its day and month, with a short weekday; all of it where they are digits."""
    found = [match for match in _WORD.finditer(pattern) if match.group() in PARTS]
    own = [match for match in found if match.group()[0] in "DM" or match.group() == "ddd"]
    if not own or any(match.group() in ("M", "MM") for match in own):
        return "", pattern, ""
    start, end = own[0].start(), own[-1].end()
    end += len(pattern[end:]) - len(pattern[end:].lstrip(".º")) if own[-1].group()[0] == "D" else 0
    return pattern[:start], pattern[start:end], pattern[end:]


def _write_core(days: Sequence[date], core: str, language: Language) -> Iterator[str]:
    """Write the days of one pattern, the month once for each run of its days: with the first one, or with the last."""
    unit = re.search(r"\bD[Do]?\b[^\s\w]*", core)
    month = re.search(r"\bMMMM?\b", core)
    if not (unit and month) or "ddd" in core:
        yield from (write_day(day, core, language) for day in days)
        return
    for _, group in groupby(days, key=lambda day: (day.year, day.month)):
        run = list(group)
        whole = run[0] if month.start() < unit.start() else run[-1]
        yield from (write_day(day, core if day == whole else unit.group().rstrip(","), language) for day in run)


@cache
def without(pattern: str, letter: str) -> str:
    """Return a pattern without its weekday, `d`, or its year, `Y`, and without what joins that to the rest."""
    tokens = re.split(r"([^\W\d_]+)", pattern)
    places = [n for n, token in enumerate(tokens) if token in PARTS]
    for n in [n for n in places if tokens[n][0] == letter]:
        before = max((each for each in places if each < n), default=None)
        behind = min((each for each in places if each > n), default=None)
        if before is not None:  # what joins them stands before it; of a day, a point is part
            kept = re.sub(r"[^.º].*", "", tokens[before + 1]) if tokens[before][0] == "D" else ""
            tokens[before + 1 : n + 1 if behind else None] = [kept]
        elif behind is not None:
            del tokens[n:behind]
        return "".join(tokens)
    return pattern


def has_parts(pattern: str) -> bool:
    """Whether something in a pattern stands for a part of the day."""
    return any(word in PARTS for word in _WORD.findall(pattern))


def find_pattern(typed: str, day: date, language: Language = ENGLISH) -> str | None:
    """Return the pattern by which a day is written as it was typed; None where no pattern does, or more than one."""
    is_clear = True
    is_padded = re.search(r"(?<!\d)0\d(?!\d)", typed) is not None
    names = {*language.months, *language.months_short, *language.weekdays, *language.weekdays_short}
    has_month = any(name in typed for name in (*language.months, *language.months_short))
    impossible = {"M", "MM"} if has_month else set()
    impossible |= {"YY"} if re.search(r"\d{4}", typed) else set()

    def put(match: re.Match[str]) -> str:
        nonlocal is_clear
        word, dot = match.group(), ""
        if word.endswith(".") and word not in names:  # a point of its own, and no part of a short name
            word, dot = word[:-1], "."
        parts = [name for name, write in PARTS.items() if write(day, language) == word and name not in impossible]
        if {*parts} in ({"D", "DD"}, {"M", "MM"}):  # two digits, which say nothing of how one is written
            return parts[is_padded] + dot
        is_clear = is_clear and (len(parts) < 2 or {*parts} == {*_MONTH_PARTS})
        is_clear = is_clear and bool(parts or not (word[0].isdigit() or word in names))
        return (parts[-1] if parts else word) + dot

    pattern = _TYPED.sub(put, typed)
    used = {*_WORD.findall(pattern)}
    is_day = bool(used & {"D", "DD", "Do"}) and bool(used & {"M", "MM", *_MONTH_PARTS})
    return pattern if is_clear and is_day and write_day(day, pattern, language) == typed else None
