"""Codes 2xx that are found while records are brought together with their series, settings and conference."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

MISNAMED_RECORD = Code("DG201", "misnamed-record", Severity.ERROR)
UNKNOWN_CONFERENCE = Code("DG202", "unknown-conference", Severity.ERROR)
