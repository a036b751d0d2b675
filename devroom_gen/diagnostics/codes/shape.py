"""Codes 1xx: values that are TOML, but no record."""

from devroom_gen.diagnostics.diagnostic import Code, Severity


def _error(id: str, name: str, manual: str) -> Code:
    return Code(id, name, Severity.ERROR, manual)


UNKNOWN_KEY = _error(
    "DG101",
    "unknown-key",
    """No key of this name is known here.

A misspelt key would otherwise be left out of the page without a word. Keys that are known are listed where no near
name is found.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    organisers = [{ name = "Ada Lovelace" }]

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    organizers = [{ name = "Ada Lovelace" }]
""",
)
MISSING_KEY = _error(
    "DG102",
    "missing-key",
    """A key is missing without which there is no page.

Five keys make a record: name, year, date, venue and pitch. A date that nobody knows yet is `"TBD"`, which is an
answer and not a gap.

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

Fails, as `events/2018.toml`:

    name = "Rust"
    year = "2018"
    date = 2018-02-04
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
OUT_OF_RANGE = _error(
    "DG104",
    "out-of-range",
    """The number, or the length of the list, is beyond reason.

A year before 1990, an edition of zero, a list that may not be empty and is: each is a slip of the hand.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = []

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
""",
)
NOT_A_CHOICE = _error(
    "DG105",
    "not-a-choice",
    """The key takes one of a few words, and this is none of them.

Templates and checks decide by these words, so another one would mean nothing to them.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    mode = "virtual"

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    mode = "online"
""",
)
INVALID_LINK = _error(
    "DG106",
    "invalid-link",
    """The text is not a link that a page can carry.

Links are `http:`, `https:` or `mailto:`, written in full: without the scheme a browser looks for a page beside this
one, and other schemes can do harm.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    links.site = "rust-fosdem.github.io"

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    links.site = "https://rust-fosdem.github.io"
""",
)
EMPTY_TEXT = _error(
    "DG107",
    "empty-text",
    """A text holds no word.

An empty name or paragraph leaves a hole on the page. Leave the key out where it is optional; write "TBD" for what is
not known yet.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = " "
    pitch = ["Welcome."]

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
""",
)
FORBIDDEN_CHARACTER = _error(
    "DG108",
    "forbidden-character",
    r"""A text holds a character that no reader can see.

Control characters and overrides of the writing direction come along when text is copied. They can make a line read as
another than the one that is there.

Fails, as `events/2018.toml`:

    name = "Rust\u202E"
    year = 2018
    date = 2018-02-04
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
INVALID_DATE = _error(
    "DG109",
    "invalid-date",
    """The text is not a date, or no hours.

A date is written as `2018-02-04` without quotes, so that it is read as a date by everything that reads TOML. Hours
are a text: "09:00-17:00".

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = "2018-02-04"
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
WRONG_ORDER = _error(
    "DG110",
    "wrong-order",
    """Days or times do not stand in their order.

Days are listed from the first to the last, each once, and hours go from the morning to the evening. What stands
otherwise was often meant otherwise.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
    hours = "17:00-09:00"

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB"
    pitch = ["Welcome."]
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
    r"""The value goes over several lines.

Names and labels stand in titles, tables and lists, where a second line would break out of them.

Fails, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB\nCampus Solbosch"
    pitch = ["Welcome."]

Passes, as `events/2018.toml`:

    name = "Rust"
    year = 2018
    date = 2018-02-04
    venue = "ULB, Campus Solbosch"
    pitch = ["Welcome."]
""",
)
