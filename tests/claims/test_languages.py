"""Dates in the languages there is a file for, as the program itself writes them, and as people do."""

from datetime import date, timedelta

import pytest

from devroom_gen.claims.extract import read_claims
from devroom_gen.text.date_pattern import write_days
from devroom_gen.text.languages import find_language, language_names
from devroom_gen.text.source import SourceText

YEAR = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
MO, DI, MI, DO, FR, SA, SO = range(7)


@pytest.mark.parametrize("code", language_names())
@pytest.mark.parametrize("form", ["date_format", "short_date_format"])
def test_each_day_as_it_is_written(code: str, form: str) -> None:
    language = find_language(code)
    for day in YEAR:
        text = write_days((day,), getattr(language, form), language, "")
        (claim,) = read_claims(SourceText("page.md", f"x: {text}.")).dates
        assert (claim.dates(), claim.year) == ((day,), 2024), text
        if form == "date_format":
            assert claim.weekdays in ((day.weekday(),), ()), text


@pytest.mark.parametrize(
    ("text", "days", "weekdays"),
    [
        ("Samstag, den 22. Juni 2024", [(6, 22)], (SA,)),
        ("Sa., 22. Juni 2024", [(6, 22)], (SA,)),
        ("Sa 22.06.2024", [(6, 22)], (SA,)),
        ("vom 22. bis 24. Juni 2024", [(6, 22), (6, 24)], ()),
        ("le samedi 22 juin 2024", [(6, 22)], (SA,)),
        ("1er juin 2024", [(6, 1)], ()),
        ("du 22 au 24 juin 2024", [(6, 22), (6, 24)], ()),
        ("zaterdag 22 juni 2024", [(6, 22)], (SA,)),
        ("sábado, 22 de junio de 2024", [(6, 22)], (SA,)),
        ("del 22 al 24 de junio de 2024", [(6, 22), (6, 24)], ()),
        ("sabato 22 giugno 2024", [(6, 22)], (SA,)),
        ("1rst of May 2024", [(5, 1)], ()),
        ("02-Dec-2024", [(12, 2)], ()),
    ],
)
def test_forms(text: str, days: list[tuple[int, int]], weekdays: tuple[int, ...]) -> None:
    (claim,) = read_claims(SourceText("page.md", text)).dates
    assert (claim.days, claim.year, claim.weekdays) == (tuple(days), 2024, weekdays)


@pytest.mark.parametrize(
    "text",
    ["So 5 May 2024 it is.", "What we do 5 May 2024 is open.", "di 5 May 2024", "Three years ago 5 sets were sold."],
)
def test_short_words_are_no_weekdays(text: str) -> None:
    assert [claim.weekdays for claim in read_claims(SourceText("page.md", text)).dates] in ([()], [])


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("September 8-12, 2026", (9, 8), (9, 12), 5),
        ("8 to 12 September 2026", (9, 8), (9, 12), 5),
        ("Monday 7th through Friday 11th September 2026", (9, 7), (9, 11), 5),
        ("30 September - 2 October 2026", (9, 30), (10, 2), 3),
        ("vom 7. bis 9. September 2026", (9, 7), (9, 9), 3),
    ],
)
def test_spans(text: str, first: tuple[int, int], last: tuple[int, int], count: int) -> None:
    (claim,) = read_claims(SourceText("page.md", text)).dates
    days = claim.all_dates()
    assert ((days[0].month, days[0].day), (days[-1].month, days[-1].day), len(days)) == (first, last, count)


def test_days_of_a_list_are_no_span() -> None:
    (claim,) = read_claims(SourceText("page.md", "4 and 8 September 2026")).dates
    assert len(claim.all_dates()) == 2
