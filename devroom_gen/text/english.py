"""English words for days, months and ordinals: the tables that write facts and read claims alike."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ONES = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def ordinal_suffix(number: int) -> str:
    """Return `st`, `nd`, `rd` or `th`: 11th, 12th and 13th are no exception to the exception."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ordinal(number: int) -> str:
    """Write an ordinal in digits: `22nd`."""
    return f"{number}{ordinal_suffix(number)}"


def ordinal_word(number: int) -> str:
    """Write an ordinal as a word, `twenty-second`; from 100 on in digits."""
    if not 0 < number < 100:
        return ordinal(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}y-{_ONES[ones]}" if ones else f"{_TENS[tens]}ieth"


def join_words(words: list[str], last: str) -> str:
    """Join words as a sentence does: `a, b and c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
