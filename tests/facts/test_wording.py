"""Days, hours and months as a site writes them: its language, its pattern of a day, its clock."""

from datetime import date, datetime, time

import pytest

from devroom_gen.facts.when import Style, Wording, write_hours
from devroom_gen.record.dates import Hours
from devroom_gen.record.event import Event
from devroom_gen.text.date_pattern import without
from devroom_gen.text.languages import ENGLISH

WORDS = ENGLISH.settings["words"]
BRITISH = Wording(WORDS, Style(pattern="dddd D MMMM YYYY"))
PLAIN = Wording(WORDS, Style(pattern="D MMMM YYYY"))
AMERICAN = Wording(WORDS, Style(clock="12-hour"))


def event(**keys: object) -> Event:
    return Event.model_validate({"name": "A", "year": 2018, "venue": "V", "pitch": ["P"], "date": "TBD", **keys})


@pytest.mark.parametrize(
    ("stated", "style", "text"),
    [
        (date(2018, 2, 4), "long", "Sunday 4 February 2018"),
        (date(2018, 2, 4), "text", "4 February 2018"),
        (date(2018, 2, 4), "day", "4 February"),
        (date(2018, 2, 4), "weekday", "Sunday"),
        ([date(2018, 2, 3), date(2018, 2, 4)], "text", "3 and 4 February 2018"),
        ([date(2018, 2, 3), date(2018, 2, 4)], "long", "Saturday and Sunday 3 and 4 February 2018"),
        ([date(2026, 1, 31), date(2026, 2, 1)], "text", "31 January and 1 February 2026"),
        ({"either": [date(2018, 2, 3), date(2018, 2, 4)]}, "text", "3 or 4 February 2018"),
        ({"from": date(2018, 1, 30), "to": date(2018, 2, 4)}, "text", "30 January to 4 February 2018"),
        ({"from": date(2018, 12, 30), "to": date(2019, 1, 3)}, "text", "30 December 2018 to 3 January 2019"),
        ({"from": date(2018, 9, 10), "to": date(2018, 9, 28)}, "text", "10 to 28 September 2018"),
        ({"month": "2018-09"}, "long", "September 2018"),
        ({"month": "2018-09"}, "iso", "2018-09"),
        ("TBD", "long", "TBD"),
    ],
)
def test_days_as_people_write_them_who_begin_with_the_day(stated: object, style: str, text: str) -> None:
    assert getattr(BRITISH.when(event(date=stated).date), style) == text


@pytest.mark.parametrize(
    ("pattern", "no_weekday", "no_year"),
    [
        ("dddd, MMMM D, YYYY", "MMMM D, YYYY", "dddd, MMMM D"),
        ("dddd, D. MMMM YYYY", "D. MMMM YYYY", "dddd, D. MMMM"),
        ("dddd, D de MMMM de YYYY", "D de MMMM de YYYY", "dddd, D de MMMM"),
        ("D MMMM YYYY (dddd)", "D MMMM YYYY", "D MMMM (dddd)"),
        ("YYYY-MM-DD", "YYYY-MM-DD", "MM-DD"),
        ("ddd D.M.YYYY", "D.M.YYYY", "ddd D.M"),
        ("D MMMM", "D MMMM", "D MMMM"),
    ],
)
def test_a_pattern_loses_a_part_and_what_joins_it(pattern: str, no_weekday: str, no_year: str) -> None:
    assert without(pattern, "d") == no_weekday
    assert without(pattern, "Y") == no_year


def test_a_style_without_weekdays_has_none_on_pages() -> None:
    assert PLAIN.when(date(2018, 2, 4)).long == "4 February 2018"
    assert PLAIN.when(date(2018, 2, 4)).weekday == "Sunday"


@pytest.mark.parametrize(
    ("at", "text"),
    [("23:59", "11:59 pm"), ("00:00", "12 am"), ("12:00", "12 pm"), ("09:30", "9:30 am"), ("17:00", "5 pm")],
)
def test_a_clock_of_twelve_hours(at: str, text: str) -> None:
    assert Style(clock="12-hour").time(time.fromisoformat(at)) == text


def test_a_deadline_has_its_hour_and_its_zone() -> None:
    deadline = AMERICAN.when(datetime(2017, 12, 1, 23, 59), "AoE")
    assert deadline.text == "December 1, 2017, 11:59 pm (anywhere on Earth)"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("09:00-17:00", "09:00-17:00"),
        ("9am - 5pm", "09:00-17:00"),
        ("9 a.m. to 5:30 p.m.", "09:00-17:30"),
        ("10h30-19h", "10:30-19:00"),
        ("10h30 – 19h00", "10:30-19:00"),
        ("9.00-12.30", "09:00-12:30"),
        ("12am-12pm", "00:00-12:00"),
        ("full day", "full day"),
        ("morning", "morning"),
        ("afternoon", "afternoon"),
        ("TBD", "TBD"),
    ],
)
def test_hours_of_any_clock_are_shown_by_that_of_the_site(typed: str, text: str) -> None:
    assert write_hours(event(hours=typed).hours, BRITISH) == text


def test_hours_are_shown_by_a_clock_of_twelve_hours() -> None:
    assert write_hours(Hours(start=time(9), end=time(17, 30)), AMERICAN) == "9 am - 5:30 pm"


def test_each_day_has_its_hours() -> None:
    days = (date(2018, 2, 3), date(2018, 2, 4))
    hours = event(hours=["10:30-19:00", "morning"]).hours
    assert write_hours(hours, BRITISH, days) == "Saturday 10:30-19:00, Sunday morning"
    assert write_hours(hours, BRITISH, days[:1]) == "10:30-19:00, morning"
