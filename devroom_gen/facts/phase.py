"""Where an edition stands on a given day, and the one deadline that counts."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from devroom_gen.facts.when import When

OFF = ("cancelled", "postponed")
"""Phases that no date tells: only the record can."""


class Phase(NamedTuple):
    """A phase by its name, and what templates need to know about it."""

    text: str
    """`announced`, `open`, `extended`, `closed`, `scheduled`, `past`, `cancelled` or `postponed`"""
    is_announced: bool
    """whether the call is still to open"""
    is_open: bool
    """whether one can submit: `open` or `extended`"""
    is_closed: bool
    """whether one cannot submit any more: all others but `announced`"""
    is_scheduled: bool
    """whether the schedule is out"""
    is_past: bool
    """whether the event is over"""
    is_off: bool = False
    """whether it does not take place as announced: `cancelled` or `postponed`"""
    said: str = ""
    """what pages say of it once one cannot submit"""


class Calendar(NamedTuple):
    """The dates on which phases change; `last_day` is the last day, at the conference, to submit."""

    opens: When | None
    last_day: date | None
    is_extended: bool
    schedule: When | None
    has_programme: bool
    last_event_day: date


def derive_phase(calendar: Calendar, today: date, pinned: str | None = None) -> Phase:
    """Return the phase on a day; a phase that the record states stays whatever the day."""
    name = pinned or _phase_of(calendar, today)
    return Phase(
        text=name,
        is_announced=name == "announced",
        is_open=name in ("open", "extended"),
        is_closed=name not in ("announced", "open", "extended"),
        is_scheduled=name == "scheduled" or (calendar.has_programme and (name == "past" or pinned == "closed")),
        is_past=name == "past",
        is_off=name in OFF,
    )


def _phase_of(calendar: Calendar, today: date) -> str:
    if today > calendar.last_event_day:
        return "past"
    has_closed = calendar.last_day is not None and today > calendar.last_day
    if calendar.has_programme and _is_schedule_out(calendar, today, has_closed):
        return "scheduled"
    if has_closed:
        return "closed"
    if _has_opened(calendar, today):
        return "extended" if calendar.is_extended else "open"
    return "announced"


def _has_opened(calendar: Calendar, today: date) -> bool:
    opens = calendar.opens
    if opens is None:
        return calendar.last_day is not None
    return bool(opens.days) and today >= opens.days[-1]


def _is_schedule_out(calendar: Calendar, today: date, has_closed: bool) -> bool:
    """Whether a schedule can be out: neither before its own day nor before the deadline."""
    if calendar.schedule and calendar.schedule.days:
        return today >= calendar.schedule.days[-1] and (has_closed or calendar.last_day is None)
    return has_closed or (calendar.opens is None and calendar.last_day is None)


def deadline_instant(closes: When, zone: tzinfo) -> datetime | None:
    """Return the moment at which a deadline has passed; a date counts to its end, and of several days the last."""
    if not closes.days:
        return None
    at = closes.at or time(23, 59, 59)
    return datetime.combine(closes.days[-1], at, at.tzinfo or zone)


def last_day_to_submit(closes: When, zone: str, home: str) -> date | None:
    """Return the last day, in the zone of the conference, on which a submission is in time."""
    instant = deadline_instant(closes, find_zone(zone))
    if instant is None:
        return None
    try:
        return instant.astimezone(find_zone(home)).date()
    except OverflowError:  # the first or the last day of the calendar
        return instant.date()


def find_zone(name: str) -> tzinfo:
    """Return a zone by its IANA name, or `AoE`, anywhere on Earth; an unknown name, which a rule refuses, is UTC."""
    if name == "AoE":
        return timezone(timedelta(hours=-12), name)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
