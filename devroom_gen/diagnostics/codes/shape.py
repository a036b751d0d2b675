"""Codes 1xx: what is TOML, but not a record."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

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
