"""Codes 1xx: values that are TOML, but no record."""

from devroom_gen.diagnostic import Code, Severity

UNKNOWN_KEY = Code(
    "DG101",
    "unknown-key",
    Severity.ERROR,
    "No key of this name is known here. A misspelt key would otherwise be left out of the page without a word.",
)
MISSING_KEY = Code("DG102", "missing-key", Severity.ERROR, "A key is missing without which there is no page.")
WRONG_TYPE = Code(
    "DG103",
    "wrong-type",
    Severity.ERROR,
    "The value is of another type than the key needs: a text is no date, and a number no text.",
)
OUT_OF_RANGE = Code("DG104", "out-of-range", Severity.ERROR, "The number, or the length of the list, is beyond reason.")
NOT_A_CHOICE = Code(
    "DG105", "not-a-choice", Severity.ERROR, "The key takes one of a few words, and this is none of them."
)
INVALID_LINK = Code(
    "DG106",
    "invalid-link",
    Severity.ERROR,
    "Links are `http:`, `https:` or `mailto:`, written in full; other schemes can do harm on a page or do nothing.",
)
EMPTY_TEXT = Code("DG107", "empty-text", Severity.ERROR, "A text without a word says nothing on a page.")
FORBIDDEN_CHARACTER = Code(
    "DG108",
    "forbidden-character",
    Severity.ERROR,
    "Control characters and overrides of the writing direction are invisible and can make a text read as another.",
)
INVALID_DATE = Code(
    "DG109",
    "invalid-date",
    Severity.ERROR,
    'A date is written as `2018-02-04` without quotes, hours as "09:00-17:00".',
)
WRONG_ORDER = Code("DG110", "wrong-order", Severity.ERROR, "Days and times stand in their order, each once.")
LONG_TEXT = Code("DG111", "long-text", Severity.ERROR, "The text is longer than a page can use.")
LINE_BREAK = Code("DG112", "line-break", Severity.ERROR, "The value is a name or a label and stands on one line.")
