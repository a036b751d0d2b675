"""Codes 2xx that are found while records are brought together with their series, settings and conference."""

from devroom_gen.diagnostic import Code, Severity

MISNAMED_RECORD = Code(
    "DG201",
    "misnamed-record",
    Severity.ERROR,
    "A record is named by the four digits of its year, such as `2018.toml`: the path is the identity of the edition.",
)
UNKNOWN_CONFERENCE = Code(
    "DG202",
    "unknown-conference",
    Severity.ERROR,
    "No data file of this name comes with the program or lies in the project's `conferences/`.",
)
