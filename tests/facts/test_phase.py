"""Where an edition stands, day by day, from the first word of it to long after."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.facts.phase import (
    Calendar,
    Phase,
    deadline_instant,
    derive_phase,
    find_zone,
    last_day_to_submit,
)
from devroom_gen.facts.when import When, read_when
from devroom_gen.record.dates import Either

HOME = "Europe/Brussels"
OPENS, CLOSES, SCHEDULE, EVENT = date(2017, 10, 12), date(2017, 12, 1), date(2017, 12, 15), date(2018, 2, 4)
DAY = timedelta(days=1)


def when(value: object, zone: str | None = None) -> When:
    return read_when(value, "TBD", zone)


def calendar(**changes: Any) -> Calendar:
    """Return the calendar of a usual edition, with its programme linked, some dates of it changed."""
    usual: dict[str, Any] = {
        "opens": when(OPENS),
        "last_day": CLOSES,
        "is_extended": False,
        "schedule": when(SCHEDULE),
        "has_programme": True,
        "last_event_day": EVENT,
    }
    return Calendar(**usual | changes)


def phase(day: date, **changes: Any) -> str:
    return derive_phase(calendar(**changes), day).text


NO_CALL: dict[str, Any] = {"opens": None, "last_day": None}


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        # the usual life
        ({}, date(1999, 1, 1), "announced"),
        ({}, OPENS - DAY, "announced"),
        ({}, OPENS, "open"),
        ({}, CLOSES, "open"),
        ({}, CLOSES + DAY, "closed"),
        ({}, SCHEDULE - DAY, "closed"),
        ({}, SCHEDULE, "scheduled"),
        ({}, EVENT, "scheduled"),
        ({}, EVENT + DAY, "past"),
        ({}, date(2999, 1, 1), "past"),
        # extended
        ({"is_extended": True}, OPENS - DAY, "announced"),
        ({"is_extended": True}, CLOSES, "extended"),
        ({"is_extended": True}, CLOSES + DAY, "closed"),
        # nobody wrote when it opens: open until the deadline
        ({"opens": None}, date(1999, 1, 1), "open"),
        ({"opens": None}, CLOSES + DAY, "closed"),
        # nobody knows when it opens: not yet, and closed after the deadline all the same
        ({"opens": when("TBD")}, CLOSES, "announced"),
        ({"opens": when("TBD")}, CLOSES + DAY, "closed"),
        # it opens on one of two days: surely from the later on
        ({"opens": when(Either(either=(OPENS, OPENS + DAY)))}, OPENS, "announced"),
        ({"opens": when(Either(either=(OPENS, OPENS + DAY)))}, OPENS + DAY, "open"),
        # no deadline yet: open for as long as it takes, programme or not
        ({"last_day": None}, OPENS - DAY, "announced"),
        ({"last_day": None, "schedule": None}, EVENT, "open"),
        ({"last_day": None}, SCHEDULE - DAY, "open"),
        ({"last_day": None}, SCHEDULE, "scheduled"),
        ({"last_day": None}, EVENT + DAY, "past"),
        # no call at all
        (NO_CALL | {"has_programme": False}, EVENT, "announced"),
        (NO_CALL | {"has_programme": False}, EVENT + DAY, "past"),
        (NO_CALL, SCHEDULE - DAY, "announced"),
        (NO_CALL, SCHEDULE, "scheduled"),
        (NO_CALL | {"schedule": None}, OPENS, "scheduled"),
        # the schedule: a link without a day counts after the deadline, a day without a link does not
        ({"schedule": None}, CLOSES, "open"),
        ({"schedule": None}, CLOSES + DAY, "scheduled"),
        ({"schedule": when("TBD")}, CLOSES + DAY, "scheduled"),
        ({"has_programme": False}, SCHEDULE, "closed"),
        # a schedule that comes before the deadline does not end the call
        ({"schedule": when(CLOSES - DAY)}, CLOSES, "open"),
    ],
)
def test_the_life_of_an_edition(changes: dict[str, Any], day: date, expected: str) -> None:
    assert phase(day, **changes) == expected


@pytest.mark.parametrize("pinned", ["announced", "open", "extended", "closed", "scheduled", "past"])
@pytest.mark.parametrize("day", [date(1999, 1, 1), CLOSES, date(2999, 1, 1)])
def test_a_pinned_phase_stays(pinned: str, day: date) -> None:
    assert derive_phase(calendar(), day, pinned).text == pinned


@pytest.mark.parametrize(
    ("name", "has_programme", "answers"),
    [
        ("announced", True, "is_announced"),
        ("open", True, "is_open"),
        ("extended", True, "is_open"),
        ("closed", True, "is_closed is_scheduled"),
        ("scheduled", True, "is_closed is_scheduled"),
        ("past", True, "is_closed is_scheduled is_past"),
        ("past", False, "is_closed is_past"),
    ],
)
def test_what_templates_ask_of_a_phase(name: str, has_programme: bool, answers: str) -> None:
    phase_of_day = derive_phase(calendar(has_programme=has_programme), CLOSES, name)
    yes = [each for each in Phase._fields if getattr(phase_of_day, each) is True]
    assert yes == answers.split()


@pytest.mark.parametrize(
    ("closes", "zone", "expected"),
    [
        (CLOSES, HOME, date(2017, 12, 1)),
        (CLOSES, "AoE", date(2017, 12, 2)),  # ends at 13:00 on the next day in Brussels
        (CLOSES, "America/Los_Angeles", date(2017, 12, 2)),
        (CLOSES, "Asia/Tokyo", date(2017, 12, 1)),
        (CLOSES, "UTC", date(2017, 12, 2)),  # 00:59:59 in Brussels
        (datetime(2017, 12, 1, 12, 0), HOME, date(2017, 12, 1)),
        (datetime(2017, 12, 1, 0, 0), "Asia/Tokyo", date(2017, 11, 30)),
        (datetime(2017, 12, 1, 23, 30), "UTC", date(2017, 12, 2)),
        (datetime.fromisoformat("2017-12-01T23:30:00-08:00"), HOME, date(2017, 12, 2)),  # the offset wins over the zone
        (datetime.fromisoformat("2017-12-01T00:30:00Z"), "AoE", date(2017, 12, 1)),
        (Either(either=(CLOSES, CLOSES + DAY)), HOME, date(2017, 12, 2)),
        ("TBD", HOME, None),
        (CLOSES, "Nowhere/At_All", date(2017, 12, 2)),  # a rule reports it; UTC until then
        (date(9999, 12, 31), "AoE", date(9999, 12, 31)),
        (datetime(1, 1, 1, 0, 0), "Asia/Tokyo", date(1, 1, 1)),
    ],
)
def test_the_last_day_on_which_one_can_submit(closes: object, zone: str, expected: date | None) -> None:
    assert last_day_to_submit(when(closes), zone, HOME) == expected


def test_the_moment_of_a_deadline_is_that_of_its_zone() -> None:
    summer, winter = (
        deadline_instant(when(date(2017, 10, 12)), find_zone(HOME)),
        deadline_instant(when(CLOSES), find_zone(HOME)),
    )
    assert summer is not None and winter is not None
    assert (summer.isoformat(), winter.isoformat()) == ("2017-10-12T23:59:59+02:00", "2017-12-01T23:59:59+01:00")


days = st.dates(date(2016, 1, 1), date(2019, 1, 1))
moments = st.one_of(st.none(), st.just("TBD"), days, days.map(lambda day: Either(either=(day, day + DAY))))


@given(
    opens=moments,
    last_day=st.none() | days,
    schedule=moments,
    extended=st.booleans(),
    programme=st.booleans(),
    day=days,
)
def test_time_goes_one_way(
    opens: object, last_day: date | None, schedule: object, extended: bool, programme: bool, day: date
) -> None:
    order = {name: index for index, name in enumerate(["announced", "open", "closed", "scheduled", "past"])} | {
        "extended": 1
    }
    changes: dict[str, Any] = {
        "opens": when(opens) if opens else None,
        "last_day": last_day,
        "schedule": when(schedule) if schedule else None,
        "is_extended": extended,
        "has_programme": programme,
    }
    today, tomorrow = phase(day, **changes), phase(day + DAY, **changes)
    assert order[today] <= order[tomorrow]
    assert (today == "past") == (day > EVENT)
    if last_day and day > last_day:
        assert today not in {"open", "extended"}


def test_a_time_of_day_is_written_with_its_zone() -> None:
    assert when(datetime(2017, 12, 1, 12, 0)).text == "December 1, 2017, 12:00"
    assert when(CLOSES, "AoE").long == "Friday, December 1, 2017 (anywhere on Earth)"
    assert when(datetime(2017, 12, 1, 12, 0), "America/New_York").short == "Fri 1 Dec 2017, 12:00 (America/New_York)"
    stated = datetime.fromisoformat("2017-12-01T12:00:00+01:00")
    assert when(stated).text == "December 1, 2017, 12:00 (UTC+01:00)"
    assert when(stated).at == time(12, 0, tzinfo=stated.tzinfo)
