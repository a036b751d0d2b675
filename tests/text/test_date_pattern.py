"""A day is written by a pattern, and the pattern of a day that was typed writes the day as it stood there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.text.date_pattern import find_pattern, has_parts, write_day

DAY, DEADLINE = date(2026, 1, 31), date(2025, 12, 1)


@pytest.mark.parametrize(
    ("day", "typed", "pattern"),
    [
        (DAY, "Saturday 31 January 2026", "dddd D MMMM YYYY"),
        (DAY, "Sat 31 Jan 2026", "ddd D MMM YYYY"),
        (DAY, "Saturday, January 31st, 2026", "dddd, MMMM Do, YYYY"),
        (DAY, "the 31st of January", "the Do of MMMM"),
        (DAY, "31.01.2026", "DD.MM.YYYY"),
        (DAY, "1/31/2026", "M/D/YYYY"),
        (DAY, "31-Jan-2026", "D-MMM-YYYY"),
        (DAY, "31.1.26", "D.M.YY"),
        (DEADLINE, "01-Dec-2025", "DD-MMM-YYYY"),
        (DEADLINE, "01/12/2025", "DD/MM/YYYY"),
        (DEADLINE, "12/1/2025", "M/D/YYYY"),
        (DEADLINE, "Mon. Dec 1", "ddd. MMM D"),
        (date(2026, 5, 2), "2 May 2026", "D MMMM YYYY"),
        (date(2026, 1, 26), "Monday, 26 January 2026", "dddd, D MMMM YYYY"),
        (date(2026, 5, 5), "05/05/2026", None),
        (DAY, "1 February 2026", None),
        (DAY, "Sunday 31 January 2026", None),
        (DAY, "some day", None),
    ],
)
def test_a_typed_day_gives_its_pattern(day: date, typed: str, pattern: str | None) -> None:
    assert find_pattern(typed, day) == pattern


@given(
    st.dates(date(1990, 1, 1), date(2199, 12, 31)),
    st.sampled_from(
        ["dddd, D MMMM YYYY", "ddd D MMM", "the Do of MMMM YYYY", "YYYY-MM-DD", "D.M.YYYY", "MM/DD/YY", "MMMM Do"]
    ),
)
def test_whatever_pattern_is_found_writes_the_day_as_it_was_typed(day: date, pattern: str) -> None:
    typed = write_day(day, pattern)
    found = find_pattern(typed, day)
    assert found is None or write_day(day, found) == typed
    if "MMMM" in pattern:
        assert found is not None
        assert write_day(day + timedelta(40), found) == write_day(day + timedelta(40), pattern)


def test_other_words_stand_for_themselves() -> None:
    assert write_day(DAY, "on the Do of MMMM, Maybe") == "on the 31st of January, Maybe"
    assert not has_parts("on that day")
