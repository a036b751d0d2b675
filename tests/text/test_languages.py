"""Languages as data: each file is whole, and dates come out as readers of the language write them."""

import re
import tomllib
from datetime import date, timedelta
from typing import Any

import pytest
from babel.dates import format_date, format_skeleton
from num2words import num2words

from devroom_gen.facts.placeholders import find_placeholders, is_known
from devroom_gen.record.settings import Settings, Words
from devroom_gen.text.date_pattern import has_parts, write_day, write_days
from devroom_gen.text.languages import LOCALES, find_language, language_names

OTHERS = [code for code in language_names() if code != "en"]
FEMININE = {"première": "premier"}


def values(code: str) -> dict[str, Any]:
    return tomllib.loads((LOCALES / f"{code}.toml").read_text(encoding="utf-8"))


def keys(table: dict[str, Any]) -> list[str]:
    nested = ("settings", "section", "words")
    below = [f"{key}.{each}" for key, value in table.items() if key in nested for each in keys(value)]
    return [*table, *below]


def test_there_are_six() -> None:
    assert language_names() == ["de", "en", "es", "fr", "it", "nl"]


@pytest.mark.parametrize("code", language_names())
def test_a_file_has_everything_in_the_same_order(code: str) -> None:
    found = values(code)
    assert keys(found) == keys(values("en"))
    assert list(found["settings"]["words"]) == [
        name for name in values("en")["settings"]["words"] if name in Words.model_fields
    ]
    assert {*found["settings"]["words"]} == {*Words.model_fields}
    assert [len(found[key]) for key in ("months", "months_short", "weekdays", "weekdays_short")] == [12, 12, 7, 7]
    assert all(has_parts(found[key]) for key in ("date_format", "short_date_format", "month_format"))
    assert Settings.model_validate(found["settings"]).title == found["settings"]["title"]


@pytest.mark.parametrize("code", language_names())
def test_titles_and_words_fit_where_they_stand(code: str) -> None:
    settings = values(code)["settings"]
    assert all(
        re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", each["title"])
        for name, each in settings["section"].items()
        if name != "editions"
    )
    assert all(is_known(each.name) for each in find_placeholders(settings["title"]))
    assert {each.name for each in find_placeholders(settings["title"])} == {"conference.short", "name"}


@pytest.mark.parametrize("code", language_names())
def test_every_day_of_ten_years_is_written_as_unicode_has_it(code: str) -> None:
    language = find_language(code)
    for number in range(3653):
        day = date(2017, 1, 1) + timedelta(number)
        assert write_day(day, language.date_format, language) == format_date(day, "full", code)
        assert write_day(day, "MMM|ddd", language) == f"{format_date(day, 'MMM', code)}|{format_date(day, 'EEE', code)}"
        assert write_day(day, language.month_format, language) == format_skeleton("yMMMM", day, locale=code)


@pytest.mark.parametrize(
    ("code", "first", "second", "third", "eleventh"),
    [
        ("en", "1st first", "2nd second", "3rd third", "11th eleventh"),
        ("de", "1. erste", "2. zweite", "3. dritte", "11. elfte"),
        ("fr", "1re première", "2e deuxième", "3e troisième", "11e onzième"),
        ("nl", "1e eerste", "2e tweede", "3e derde", "11e elfde"),
        ("es", "1.ª primera", "2.ª segunda", "3.ª tercera", "11.ª undécima"),
        ("it", "1ª prima", "2ª seconda", "3ª terza", "11ª undicesima"),
    ],
)
def test_editions_are_counted(code: str, first: str, second: str, third: str, eleventh: str) -> None:
    language = find_language(code)
    written = [f"{language.ordinal(number)} {language.ordinal_word(number)}" for number in (1, 2, 3, 11)]
    assert written == [first, second, third, eleventh]
    assert language.ordinal_word(100) == language.ordinal(100)


@pytest.mark.parametrize("code", ["en", "de", "fr", "nl"])
def test_ordinals_in_words_are_right(code: str) -> None:
    words = find_language(code).ordinals
    expected = [num2words(number, lang=code, to="ordinal") for number in range(1, len(words) + 1)]
    assert [FEMININE.get(word, word) for word in words] == expected


@pytest.mark.parametrize(
    ("code", "two", "months", "years", "span"),
    [
        ("en", "February 4 and 5, 2017", "January 31 and February 1, 2026", "December 31, 2017 and January 1, 2018", "September 7 to 11, 2026"),
        ("de", "4. und 5. Februar 2017", "31. Januar und 1. Februar 2026", "31. Dezember 2017 und 1. Januar 2018", "7. bis 11. September 2026"),
        ("fr", "4 et 5 février 2017", "31 janvier et 1 février 2026", "31 décembre 2017 et 1 janvier 2018", "7 au 11 septembre 2026"),
        ("nl", "4 en 5 februari 2017", "31 januari en 1 februari 2026", "31 december 2017 en 1 januari 2018", "7 t/m 11 september 2026"),
        ("es", "4 y 5 de febrero de 2017", "31 de enero y 1 de febrero de 2026", "31 de diciembre de 2017 y 1 de enero de 2018", "7 al 11 de septiembre de 2026"),
        ("it", "4 e 5 febbraio 2017", "31 gennaio e 1 febbraio 2026", "31 dicembre 2017 e 1 gennaio 2018", "7 – 11 settembre 2026"),
    ],
)  # fmt: skip
def test_several_days_are_joined(code: str, two: str, months: str, years: str, span: str) -> None:
    from devroom_gen.facts.when import Style, When

    def text(*days: date) -> str:
        return When(days, "", style=Style(code)).text

    week = tuple(date(2026, 9, day) for day in range(7, 12))
    assert text(date(2017, 2, 4), date(2017, 2, 5)) == two
    assert text(date(2026, 1, 31), date(2026, 2, 1)) == months
    assert text(date(2017, 12, 31), date(2018, 1, 1)) == years
    assert text(*week) == span


def test_a_short_weekday_stays_with_its_day() -> None:
    days = [date(2017, 2, 4), date(2017, 2, 5)]
    german = find_language("de")
    assert write_days(days, german.short_date_format, german, "und") == "Sa. 4. Feb. und So. 5. Feb. 2017"
