"""Which edition `2018` or `rust/2019` names, and which one it is rolled forward from."""

import re
from collections.abc import Sequence
from datetime import date as Date
from typing import NamedTuple

from devroom_gen.errors import UsageError
from devroom_gen.project.layout import RecordFile
from devroom_gen.text.suggestions import suggest

FIRST_YEAR, LAST_YEAR = 1990, 2199
_PART = re.compile(r"\w[\w.-]*")
_LONGEST = 100
"""Bytes in the name of a folder: file systems allow 255, and not many more for a whole path."""


class Name(NamedTuple):
    """An edition as it was asked for; without a series where only the year was named."""

    series: str | None
    year: int


def read_name(text: str) -> Name:
    """Read the name of a new edition."""
    *parts, last = text.removesuffix(".toml").removeprefix("events/").split("/")
    if not re.fullmatch(r"[0-9]{4}", last):
        if _is_folder(text) and not re.search(r"\A[0-9]|[0-9]{2}\Z", text):
            help_text = f"type `devroom-gen new {text}/2018`, or `devroom-gen new 2018`"
            raise UsageError(f"`{text}` names no year", help_text)
        message = f"`{text}` is not an edition: its name ends with a year of four digits"
        series = f"{'/'.join(parts)}/" if parts and all(map(_is_folder, parts)) else ""
        raise UsageError(message, f"type `devroom-gen new {series}{_meant(last)}`")
    bad = next((part for part in parts if not _is_folder(part)), None)
    if bad is not None:
        message = f"`{bad}` in `{text}` cannot be the name of a series" if bad else f"`{text}` has a `/` too many"
        raise UsageError(message, "use letters, digits, `-` and `_`, as in `devroom-gen new rust/2019`")
    if not FIRST_YEAR <= int(last) <= LAST_YEAR:
        raise UsageError(f"`{last}` is not a year of an edition", f"years go from {FIRST_YEAR} to {LAST_YEAR}")
    if long := next((part for part in parts if len(part.encode()) > _LONGEST), None):
        raise UsageError(f"`{long[:40]}…` is too long for the name of a series", f"use at most {_LONGEST} letters")
    return Name("/".join(parts) or None, int(last))


def _meant(text: str) -> str:
    """Return what to type for an edition that is named by its day, or by a year that is short or attached to a name."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return f"{text[:4]} --date {text}"
    glued = re.fullmatch(r"(?P<name>[^\W\d][\w.]*?)?[-_.' ]*(?P<year>(?:19|20)?[0-9]{2})", text)
    if glued is None:
        return "2018"
    year = glued["year"] if len(glued["year"]) == 4 else f"20{glued['year']}"
    return f"{glued['name']}/{year}" if glued["name"] else year


def _is_folder(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not part.endswith((".", ".toml")) and not re.fullmatch(r"\d+", part)


def choose_series(name: Name, records: Sequence[RecordFile]) -> str:
    """Return the series of an edition: the named one, the root, or the only folder that holds records."""
    if name.series is not None:
        return name.series
    known = sorted({record.series for record in records})
    if not known or "" in known:
        return ""
    if len(known) > 1:
        shown = ", ".join(f"`{series}`" for series in known)
        message = f"which series? `{name.year}` alone could be of {shown}"
        raise UsageError(message, f"type `devroom-gen new {known[0]}/{name.year}`")
    return known[0]


def choose_source(source: str | None, series: str, year: int, records: Sequence[RecordFile]) -> RecordFile | None:
    """Return the record to roll: the named one, or the nearest earlier, or else the nearest later one of the series."""
    own = [record for record in records if record.series == series and record.year and record.year != year]
    if source is None:
        nearest = sorted(own, key=lambda each: ((each.year or 0) > year, abs((each.year or 0) - year)))
        return next(iter(nearest), None)
    wanted = source.removesuffix(".toml").removeprefix("events/")
    within = f"{series}/{wanted}" if series else wanted
    found = next((each for id in (within, wanted) for each in records if each.id == id and each.year), None)
    if found is None:
        ids = [record.id for record in records if record.year]
        meant = next((id for id in ids if id.endswith(f"/{wanted}")), wanted)
        listed = f"there are {', '.join(f'`{id}`' for id in ids[:12])}" if ids else "leave out `--from`"
        raise UsageError(f"there is no edition `{source}` to roll forward", suggest(meant, ids, listed))
    return found


def read_day(text: str, year: int, days: tuple[Date, ...], conference: str) -> Date:
    """Read the day given with `--date`: a day of the conference if its days are known, or else of the year."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        day = Date.fromisoformat(text)
    except ValueError:
        example = days[-1] if days else f"{year}-02-01"
        raise UsageError(f"`{text}` is not a date", f"write year-month-day, as in `--date {example}`") from None
    if days and day not in days:
        known = " or ".join(f"`--date {each}`" for each in days)
        raise UsageError(f"`{text}` is not a day of {conference} {year}", f"type {known}")
    if day.year != year:
        raise UsageError(f"`{text}` is not in {year}, the year of the edition", f"give a day of {year}")
    return day
