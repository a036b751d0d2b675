"""Languages of pages: a data file each, in `locales/`, with the words for days and numbers and the settings in it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import toml_rs

LOCALES = Path(__file__).resolve().parents[1] / "locales"


class Language(NamedTuple):
    """How one language writes days and numbers; the patterns of dates are those of Day.js."""

    name: str
    months: Sequence[str]
    months_short: Sequence[str]
    weekdays: Sequence[str]
    weekdays_short: Sequence[str]
    date_format: str
    short_date_format: str
    month_format: str
    and_: str
    or_: str
    to: str
    ordinals: Sequence[str]
    ordinal_suffixes: tuple[tuple[str, str], ...]
    day_suffixes: tuple[tuple[str, str], ...]
    settings: Mapping[str, Any]

    def ordinal(self, number: int) -> str:
        """Write the number of an edition in digits: `22nd`."""
        return f"{number}{_suffix(number, self.ordinal_suffixes)}"

    def ordinal_word(self, number: int) -> str:
        """Write the number of an edition as a word, `twenty-second`; from 100 on in digits."""
        return self.ordinals[number - 1] if 0 < number <= len(self.ordinals) else self.ordinal(number)

    def day_ordinal(self, number: int) -> str:
        """Write the day of a month as an ordinal."""
        return f"{number}{_suffix(number, self.day_suffixes)}"


@cache
def _suffix(number: int, suffixes: tuple[tuple[str, str], ...]) -> str:
    return next((suffix for ending, suffix in suffixes if re.search(f"{ending}$", str(number))), "")


def language_names() -> list[str]:
    """Return the codes of all languages, `de`, `en` and so on."""
    return sorted(path.stem for path in LOCALES.glob("*.toml"))


@cache
def find_language(code: str) -> Language:
    """Return a language by its code."""
    values = toml_rs.loads((LOCALES / f"{code}.toml").read_text(encoding="utf-8"), toml_version="1.0.0")
    values |= {key: tuple(values[key].items()) for key in ("ordinal_suffixes", "day_suffixes")}
    return Language(**{f"{key}_" if key in ("and", "or") else key: value for key, value in values.items()})


ENGLISH = find_language("en")
