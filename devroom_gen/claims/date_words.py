"""The words that dates are made of, in every language there is a file for: months, weekdays, what joins days."""

import re
from collections.abc import Iterable
from functools import cache

from devroom_gen.text.languages import Language, find_language, language_names

_SHORTEST = 3
"""Letters below which a short name is read only where nothing else can be meant."""
DOUBTFUL = frozenset({"may", "march", "mar", "ago", "set", "gen", "mag", "lug"})
"""Names of months that are words of English as well: in small letters they need a day before them and a year behind."""


def _names(names: Iterable[str], short: Iterable[str]) -> list[tuple[str, int]]:
    long = [(name.lower(), number) for number, name in enumerate(names)]
    return long + [(name.lower().rstrip("."), number) for number, name in enumerate(short)]


def _languages() -> list[tuple[str, Language]]:
    return [(code, find_language(code)) for code in sorted(language_names(), key=lambda code: code != "en")]


def _month_words() -> dict[str, tuple[int, frozenset[str]]]:
    found: dict[str, tuple[int, set[str]]] = {"sept": (9, {"en"})}
    for code, language in _languages():
        english = [name[:3] for name in language.months] if code == "en" else language.months_short
        for word, number in _names(language.months, english):
            if len(word) >= _SHORTEST:
                found.setdefault(word, (number + 1, set()))[1].add(code)
    return {word: (number, frozenset(codes)) for word, (number, codes) in found.items()}


def _weekday_words() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for code, language in _languages():
        english = [name[:size] for size in (3, 4, 5) for name in language.weekdays] + [
            f"{name[:2]}es" for name in language.weekdays
        ]
        short = english if code == "en" else language.weekdays_short
        for word, number in _names(language.weekdays, short):
            found.setdefault(word, {})[code] = number % 7
    return found


MONTHS = _month_words()
"""Names of months in small letters: the number of the month, and the languages that call it so."""
WEEKDAYS = _weekday_words()
"""Names of weekdays in small letters: their numbers from Monday on, by language."""
OR = tuple(language.or_ for code, language in _languages() if code != "nl")  # whose word is the English "of"
_AND = tuple(language.and_ for _, language in _languages())
_TO = (
    "until",
    "through",
    "thru",
    "till",
    "tot",
    *(language.to for _, language in _languages() if language.to.isalpha()),
)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


SPAN = rf"(?:-|–|—|\b(?:{any_of(_TO)})\b)"
"""What stands between the first day and the last."""
LIST = rf"(?:&|/|\+|,|\b(?:{any_of((*_AND, *OR))})\b)"
"""What stands between days of a list."""
WEEKDAY = rf"(?:{any_of(WEEKDAYS)})\b\.?"
MONTH = any_of(MONTHS)


@cache
def find_weekday(word: str, languages: frozenset[str], *, is_dotted: bool) -> tuple[int, str] | None:
    """Return the number of a weekday and its language, if one of the languages of its date calls a day so.

    A name of two letters is many a word besides: it counts only with a dot, or beside a day that is dotted.
    """
    word = word.lower()
    named = WEEKDAYS.get(word.rstrip("."), {})
    if len(word.rstrip(".")) < _SHORTEST and not (is_dotted or word.endswith(".")):
        return None
    return next(((number, code) for code, number in named.items() if code in languages), None)
