"""Dates in every order and length, as people type them."""

import pytest

from devroom_gen.claims.extract import read_claims
from devroom_gen.text.english import WEEKDAYS
from devroom_gen.text.source import SourceText

SAT, SUN = 5, 6


def read(text: str) -> list[tuple[str, tuple[tuple[int, int], ...], int | None, tuple[int, ...]]]:
    reading = read_claims(SourceText("page.md", text))
    return [(claim.text, claim.days, claim.year, claim.weekdays) for claim in reading.dates]


@pytest.mark.parametrize(
    ("text", "days", "year", "weekdays"),
    [
        ("February 4th, 2017", [(2, 4)], 2017, ()),
        ("Sat 4 Feb 2017", [(2, 4)], 2017, (SAT,)),
        ("Sun, Feb. 4 '18", [(2, 4)], 2018, (SUN,)),
        ("Friday the 24th of November", [(11, 24)], None, (4,)),
        ("1 February 2026 (Sunday", [(2, 1)], 2026, (SUN,)),
        ("31 January & 1 February 2026", [(1, 31), (2, 1)], 2026, ()),
        ("31 January & 1 February", [(1, 31), (2, 1)], None, ()),
        ("Saturday 1st and Sunday 2nd February 2020", [(2, 1), (2, 2)], 2020, (SAT, SUN)),
        ("Feb 1st and 2nd, 2020", [(2, 1), (2, 2)], 2020, ()),
        ("1-2 February 2020", [(2, 1), (2, 2)], 2020, ()),
        ("Dec 31 - Jan 1 2020", [(12, 31), (1, 1)], 2020, ()),
        ("2023-12-15", [(12, 15)], 2023, ()),
        ("24/11/2019", [(11, 24)], 2019, ()),
        ("01.12.2019", [(12, 1)], 2019, ()),
        ("31-Jan-2019", [(1, 31)], 2019, ()),
        ("30 November", [(11, 30)], None, ()),
        ("February 2019", [], 2019, ()),
    ],
)
def test_forms(text: str, days: list[tuple[int, int]], year: int | None, weekdays: tuple[int, ...]) -> None:
    assert read(f"We meet: {text}") == [(text, tuple(days), year, weekdays)]


def test_markup_inside_a_date() -> None:
    assert read("**Sunday**, the 4<sup>th</sup>\nof *February* 2018") == [
        ("Sunday, the 4th of February 2018", ((2, 4),), 2018, (SUN,))
    ]


def test_span_of_a_date_behind_markup() -> None:
    text = "Title &amp; more: **4** February 2018."
    reading = read_claims(SourceText("page.md", text))
    (claim,) = reading.dates
    assert text[claim.span.start : claim.span.end] == "4** February 2018"


@pytest.mark.parametrize(
    "text",
    ["we may 5 times", "10:30-18:00", "version 1.2.2019x", "March of progress", "node/1632534522", "`4 Feb 2018`"],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_either_of_two_days() -> None:
    (claim,) = read_claims(SourceText("page.md", "Saturday or Sunday, February 4 or 5, 2017")).dates
    assert claim.is_either
    assert [WEEKDAYS[day.weekday()] for day in claim.dates()] == ["Saturday", "Sunday"]
    assert [str(day) for day in claim.dates()] == ["2017-02-04", "2017-02-05"]
