"""How days are written, whatever is known of them."""

from datetime import date, datetime, time

import pytest

from devroom_gen.facts.when import STYLES, When, read_when
from devroom_gen.record.dates import Either

ONE = (date(2017, 2, 4),)
TWO = (date(2017, 2, 4), date(2017, 2, 5))
ACROSS = (date(2026, 1, 31), date(2026, 2, 1))
YEARS = (date(2017, 12, 31), date(2018, 1, 1))


@pytest.mark.parametrize(
    ("when", "style", "text"),
    [
        (When(days=ONE, tbd="TBD"), "text", "February 4, 2017"),
        (When(days=ONE, tbd="TBD"), "long", "Saturday, February 4, 2017"),
        (When(days=ONE, tbd="TBD"), "short", "Sat 4 Feb 2017"),
        (When(days=ONE, tbd="TBD"), "iso", "2017-02-04"),
        (When(days=ONE, tbd="TBD"), "weekday", "Saturday"),
        (When(days=ONE, tbd="TBD"), "day", "February 4"),
        (When(days=TWO, tbd="TBD"), "text", "February 4 and 5, 2017"),
        (When(days=TWO, tbd="TBD"), "long", "Saturday and Sunday, February 4 and 5, 2017"),
        (When(days=TWO, tbd="TBD"), "short", "Sat 4 Feb and Sun 5 Feb 2017"),
        (When(days=ACROSS, tbd="TBD"), "text", "January 31 and February 1, 2026"),
        (When(days=ACROSS, tbd="TBD"), "day", "January 31 and February 1"),
        (When(days=ACROSS, tbd="TBD", is_either=True), "text", "January 31 or February 1, 2026"),
        (When(days=ACROSS, tbd="TBD", is_either=True), "weekday", "Saturday or Sunday"),
        (When(days=YEARS, tbd="TBD"), "text", "December 31, 2017 and January 1, 2018"),
        (When(days=ONE, tbd="TBD", at=time(23, 59)), "text", "February 4, 2017, 23:59"),
        (When(days=ONE, tbd="TBD", at=time(23, 59), zone="AoE"), "long", "Saturday, February 4, 2017, 23:59 (AoE)"),
    ],
)
def test_styles(when: When, style: str, text: str) -> None:
    assert getattr(when, style) == text


@pytest.mark.parametrize("style", ["text", *STYLES])
def test_a_day_that_is_not_known_is_the_word_for_it(style: str) -> None:
    assert getattr(When(days=(), tbd="soon"), style) == "soon"


def test_what_a_record_states_is_read() -> None:
    assert read_when(date(2017, 2, 4), "TBD") == When(days=ONE, tbd="TBD")
    assert read_when(TWO, "TBD") == When(days=TWO, tbd="TBD")
    assert read_when(Either(either=TWO), "TBD") == When(days=TWO, tbd="TBD", is_either=True)
    assert read_when("TBD", "TBD") == When(days=(), tbd="TBD")
    deadline = read_when(datetime(2017, 2, 4, 23, 59), "TBD")
    assert (deadline.days, deadline.at) == (ONE, time(23, 59))


def test_only_a_decided_day_is_known() -> None:
    assert When(days=TWO, tbd="").is_known
    assert not When(days=TWO, tbd="", is_either=True).is_known
    assert not When(days=(), tbd="").is_known


def test_an_offset_of_the_moment_itself_is_the_zone_that_is_said() -> None:
    moment = datetime.fromisoformat("2017-12-01T23:59:00+01:00")
    assert read_when(moment, "TBD", "AoE").long == "Friday, December 1, 2017, 23:59 (UTC+01:00)"
    plain = moment.replace(tzinfo=None)
    assert read_when(plain, "TBD", "AoE").long == "Friday, December 1, 2017, 23:59 (anywhere on Earth)"
