"""English words for days, months and ordinals: what the program itself says, and what it reads on pages."""

from devroom_gen.text.languages import ENGLISH

MONTHS = ENGLISH.months
WEEKDAYS = ENGLISH.weekdays
ordinal = ENGLISH.ordinal
ordinal_word = ENGLISH.ordinal_word


def ordinal_suffix(number: int) -> str:
    """Return `st`, `nd`, `rd` or `th`."""
    return ordinal(number).lstrip("0123456789")


def join_words(words: list[str], last: str) -> str:
    """Join words as a sentence does: `a, b and c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
