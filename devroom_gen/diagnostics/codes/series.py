"""Codes 2xx that are found while records are brought together with their series, settings and conference."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

MISNAMED_RECORD = Code(
    "DG201",
    "misnamed-record",
    Severity.ERROR,
    """The file of a record is not named after a year.

The path is the identity of an edition: `events/2018.toml`, or `events/rust/2018.toml` where there are several
devrooms. Pages, links and the count of editions follow from it.

Fails, as `events/rust.toml`:

    name = "Rust"
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
UNKNOWN_CONFERENCE = Code(
    "DG202",
    "unknown-conference",
    Severity.ERROR,
    """A record or the settings name a conference that is not known.

The weekend, the links of the year and the deadlines come from a data file. One for FOSDEM comes with the program;
another can lie in the project's `conferences/`, or the record states its facts in a table.

Fails, as `events/2018.toml` with:

    conference = "fosdme"

Passes, as `events/2018.toml` with:

    conference = "fosdem"
""",
)
