"""Patterns in which a day is written, `dddd, D MMMM YYYY`, and the pattern of a day as somebody typed it.

The letters are those of Day.js and Moment, which many forms show: https://day.js.org/docs/en/display/format
"""

import re
from collections.abc import Callable
from datetime import date

from devroom_gen.text.english import MONTHS, WEEKDAYS, ordinal

PARTS: dict[str, Callable[[date], str]] = {
    "dddd": lambda day: WEEKDAYS[day.weekday()],
    "ddd": lambda day: WEEKDAYS[day.weekday()][:3],
    "D": lambda day: str(day.day),
    "DD": lambda day: f"{day.day:02}",
    "Do": lambda day: ordinal(day.day),
    "M": lambda day: str(day.month),
    "MM": lambda day: f"{day.month:02}",
    "MMM": lambda day: MONTHS[day.month - 1][:3],
    "MMMM": lambda day: MONTHS[day.month - 1],
    "YY": lambda day: f"{day.year % 100:02}",
    "YYYY": lambda day: f"{day.year:04}",
}
"""The parts of a pattern; all else in it stands for itself."""
_NAMES = {name[:length] for name in (*MONTHS, *WEEKDAYS) for length in (3, len(name))}
_MONTH = "|".join(month[:3] for month in MONTHS)
_WORD = re.compile(r"[A-Za-z]+")
_TYPED = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[A-Za-z]+")


def write_day(day: date, pattern: str) -> str:
    """Write a day by a pattern."""
    return _WORD.sub(lambda match: PARTS[match.group()](day) if match.group() in PARTS else match.group(), pattern)


def has_parts(pattern: str) -> bool:
    """Whether something in a pattern stands for a part of the day."""
    return any(word in PARTS for word in _WORD.findall(pattern))


def find_pattern(typed: str, day: date) -> str | None:
    """Return the pattern by which a day is written as it was typed; None where no pattern does, or more than one."""
    is_clear = True
    is_padded = re.search(r"(?<!\d)0\d(?!\d)", typed) is not None
    impossible = {"M", "MM"} if re.search(_MONTH, typed) else set()
    impossible |= {"YY"} if re.search(r"\d{4}", typed) else set()

    def put(match: re.Match[str]) -> str:
        nonlocal is_clear
        word = match.group()
        parts = [name for name, write in PARTS.items() if write(day) == word and name not in impossible]
        if {*parts} in ({"D", "DD"}, {"M", "MM"}):  # two digits, which say nothing of how one is written
            return parts[is_padded]
        is_clear = is_clear and (len(parts) < 2 or {*parts} == {"MMM", "MMMM"})
        is_clear = is_clear and bool(parts or not (word[0].isdigit() or word in _NAMES))
        return parts[-1] if parts else word

    pattern = _TYPED.sub(put, typed)
    used = {*_WORD.findall(pattern)}
    is_day = bool(used & {"D", "DD", "Do"}) and bool(used & {"M", "MM", "MMM", "MMMM"})
    return pattern if is_clear and is_day and write_day(day, pattern) == typed else None
