"""Codes 1xx: what is TOML, but not a record."""

from devroom_gen.diagnostics.diagnostic import Code, Severity


def _error(id: str, name: str, manual: str) -> Code:
    return Code(id, name, Severity.ERROR, manual)


UNKNOWN_KEY = _error(
    "DG101",
    "unknown-key",
    """No key of this name is known here.

A misspelt key would otherwise be ignored silently. The known keys are listed where none has a similar name.

Fails, as `events/2018.toml` with:

    organisers = [{ name = "Ada Lovelace" }]

Passes, as `events/2018.toml` with:

    organizers = [{ name = "Ada Lovelace" }]
""",
)
MISSING_KEY = _error(
    "DG102",
    "missing-key",
    """A required key is missing.

Five keys are required: name, year, date, venue and pitch. A date that is not known yet is `"TBD"`.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    venue = "ULB"
    pitch = ["Welcome."]

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
""",
)
WRONG_TYPE = _error(
    "DG103",
    "wrong-type",
    """The value is of another type than the key needs.

A text is not a number, and one text is not a list. Guessing would turn `1512086400` into a date and `true` into a year.

Fails, as `events/2018.toml` with:

    year = "2018"

Passes, as `events/2018.toml` with:

    year = 2018
""",
)
OUT_OF_RANGE = _error(
    "DG104",
    "out-of-range",
    """The number, or the length of the list, is outside of its range.

A year before 1990, an edition of zero, an empty list where one entry is required: each is a typing mistake.

Fails, as `events/2018.toml` with:

    pitch = []

Passes, as `events/2018.toml` with:

    pitch = ["Welcome."]
""",
)
NOT_A_CHOICE = _error(
    "DG105",
    "not-a-choice",
    """The key takes one of a few words, and this is not one of them.

Templates and checks decide by these words, so another one would mean nothing to them.

Fails, as `events/2018.toml` with:

    mode = "virtual"

Passes, as `events/2018.toml` with:

    mode = "online"
""",
)
INVALID_LINK = _error(
    "DG106",
    "invalid-link",
    """The text is not a link that a page can carry.

Links are `http:`, `https:` or `mailto:`, written in full: without the scheme a browser looks for a page beside this
one, and other schemes can do harm.

Fails, as `events/2018.toml` with:

    links.site = "rust-fosdem.github.io"

Passes, as `events/2018.toml` with:

    links.site = "https://rust-fosdem.github.io"
""",
)
EMPTY_TEXT = _error(
    "DG107",
    "empty-text",
    """A text is empty.

An empty name or paragraph leaves a hole on the page. Leave the key out where it is optional; write "TBD" for what is
not known yet.

Fails, as `events/2018.toml` with:

    venue = " "

Passes, as `events/2018.toml` with:

    venue = "ULB"
""",
)
FORBIDDEN_CHARACTER = _error(
    "DG108",
    "forbidden-character",
    r"""A text holds an invisible character.

Control characters and overrides of the writing direction come along when text is copied. They can make a line look
different from what it is.

Fails, as `events/2018.toml` with:

    name = "Rust\u202E"

Passes, as `events/2018.toml` with:

    name = "Rust"
""",
)
INVALID_DATE = _error(
    "DG109",
    "invalid-date",
    """The text is not a date, or not a range of hours.

A date is written as `2018-02-04` without quotes, so that it is read as a date by everything that reads TOML. Hours
are a text: "09:00-17:00".

Fails, as `events/2018.toml` with:

    date = "2018-02-04"

Passes, as `events/2018.toml` with:

    date = 2018-02-04
""",
)
WRONG_ORDER = _error(
    "DG110",
    "wrong-order",
    """Days or times are out of order.

Days are listed from the first to the last, each once, and hours go from the morning to the evening. Another
order is usually a mistake.

Fails, as `events/2018.toml` with:

    hours = "17:00-09:00"

Passes, as `events/2018.toml` with:

    hours = "09:00-17:00"
""",
)
LONG_TEXT = _error(
    "DG111",
    "long-text",
    """The text is longer than a page can use.

At most 20,000 characters are read as one text. What is longer is another document: give it a page of its own and link
to it.

How it comes about:

    a whole page, a log or a picture as text was pasted between the quotes:
    keep it on a page of its own, and link to that
""",
)
LINE_BREAK = _error(
    "DG112",
    "line-break",
    r"""The value has several lines.

Names and labels are used in titles, tables and lists, which a second line would break.

Fails, as `events/2018.toml` with:

    venue = "ULB\nCampus Solbosch"

Passes, as `events/2018.toml` with:

    venue = "ULB, Campus Solbosch"
""",
)
