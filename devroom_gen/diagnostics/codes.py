"""The identities of findings that are made while reading, shaping, templating and writing; rules carry their own.

A number is never used again: DG510 was that of a process that had been stopped.
"""

from devroom_gen.diagnostics.diagnostic import Code, Severity

MARK = "devroom-gen:"
"""Begins every comment that is meant for this program."""

FORMER_NAMES = {
    "useless-silencer": "unused-suppression",
    "silencer-without-reason": "suppression-without-reason",
    "unreadable-memory": "unreadable-manifest",
}
"""Names that codes had before, and have now: both are understood."""

# 0xx: a file that cannot be read as a TOML record
UNREADABLE = Code("DG001", "unreadable-file", Severity.ERROR)
TOO_LARGE = Code("DG002", "file-too-large", Severity.ERROR)
NOT_UTF8 = Code("DG003", "not-utf-8", Severity.ERROR)
SYNTAX = Code("DG004", "toml-syntax", Severity.ERROR)
NEWER_TOML = Code("DG005", "toml-1.1-syntax", Severity.ERROR)
TOO_DEEP = Code("DG006", "nested-too-deeply", Severity.ERROR)
DUPLICATE_KEY = Code("DG007", "duplicate-key", Severity.ERROR)
LINK_OUTSIDE = Code("DG008", "link-outside", Severity.ERROR)

# 09x: comments and settings that suppress findings
UNUSED_SUPPRESSION = Code("DG090", "unused-suppression", Severity.WARNING)
SUPPRESSION_WITHOUT_REASON = Code("DG091", "suppression-without-reason", Severity.WARNING)

# 1xx: what is TOML, but not a record
UNKNOWN_KEY = Code("DG101", "unknown-key", Severity.ERROR)
MISSING_KEY = Code("DG102", "missing-key", Severity.ERROR)
WRONG_TYPE = Code("DG103", "wrong-type", Severity.ERROR)
OUT_OF_RANGE = Code("DG104", "out-of-range", Severity.ERROR)
NOT_A_CHOICE = Code("DG105", "not-a-choice", Severity.ERROR)
INVALID_LINK = Code("DG106", "invalid-link", Severity.ERROR)
EMPTY_TEXT = Code("DG107", "empty-text", Severity.ERROR)
FORBIDDEN_CHARACTER = Code("DG108", "forbidden-character", Severity.ERROR)
INVALID_DATE = Code("DG109", "invalid-date", Severity.ERROR)
WRONG_ORDER = Code("DG110", "wrong-order", Severity.ERROR)
LONG_TEXT = Code("DG111", "long-text", Severity.ERROR)
LINE_BREAK = Code("DG112", "line-break", Severity.ERROR)

# 2xx that are found while records are brought together with their series, settings and conference
MISNAMED_RECORD = Code("DG201", "misnamed-record", Severity.ERROR)
UNKNOWN_CONFERENCE = Code("DG202", "unknown-conference", Severity.ERROR)

# 4xx that are found while templates are read and rendered; placeholders have rules of their own
TEMPLATE_ERROR = Code("DG403", "template-error", Severity.ERROR)
COLOURLESS_TITLE = Code("DG404", "title-without-colours", Severity.WARNING)

# 5xx: what stands between a rendered page and the disk
FOREIGN_FILE = Code("DG501", "foreign-file", Severity.ERROR)
CANNOT_WRITE = Code("DG502", "cannot-write", Severity.ERROR)
SAME_PATH = Code("DG503", "same-path", Severity.ERROR)
UNREADABLE_MANIFEST = Code("DG504", "unreadable-manifest", Severity.ERROR)
DIFFERS_BESIDE = Code("DG505", "differs-beside", Severity.WARNING)
ORPHAN = Code("DG506", "orphan", Severity.WARNING)
MISSING_PAGE = Code("DG507", "missing-page", Severity.ERROR)
STALE_PAGE = Code("DG508", "stale-page", Severity.ERROR)
STALE_BY_DAY = Code("DG509", "stale-by-day", Severity.WARNING)
OUTPUT_OUTSIDE = Code("DG511", "output-outside", Severity.ERROR)
PAGES_APART = Code("DG512", "pages-apart", Severity.WARNING)
