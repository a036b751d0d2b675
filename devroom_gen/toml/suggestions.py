"""What an unquoted value was meant to be, and how TOML writes it."""

import re
from collections.abc import Sequence
from datetime import date

from devroom_gen.toml.dates import read_days, read_instants

_FOREIGN_QUOTES = {"“”„«»‘’‚‹›＂": "typographic quotes", "`´": "quotes that TOML does not know"}
_NO_QUOTES = "`{token}` is a text without quotes"
_NUMBER = re.compile(r"[+-]?[\d_.][\w.+-]*", re.ASCII)
_TIMES = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2}(?::\d{2})?)?", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})", re.ASCII)
_ZEROS = re.compile(r"0\d+", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d.*", re.ASCII)
BOOLEANS = dict.fromkeys(("true", "yes", "on", "1"), "true") | dict.fromkeys(("false", "no", "off", "0"), "false")
"""Words that people write for TOML's two booleans."""
_NOTHING = {"null", "nil", "none", "~"}
UNKNOWN = {"tbd", "tba", "tbc", "?", "unknown"}
"""Words that people write, in any case, for what is not known yet."""


def suggest(raw: str) -> tuple[str, str] | None:
    """Return what is wrong with an unquoted value, `{token}`, and what to type; nothing where it may be a number."""
    lower, quoted = raw.lower(), quote(raw)
    for marks, kind in _FOREIGN_QUOTES.items():
        if raw[0] in marks:
            return f"`{{token}}` is set in {kind}", f"write straight quotes: `{quote(raw.strip(marks))}`"
    if lower in UNKNOWN:
        return _NO_QUOTES, 'write `"TBD"` while it is not known'
    if lower in BOOLEANS:
        return "`{token}` is not a value", f"write `{BOOLEANS[lower]}`, or `{quoted}` where a text is meant"
    if lower in _NOTHING:
        return "`{token}` is not a value", 'leave the line out, or write `"TBD"` for what is not known yet'
    if _TIMES.fullmatch(raw) and any(int(hour) > 23 or int(minute) > 59 for hour, minute in _TIME.findall(raw)):
        return "`{token}` is not a time of day", "write a time from `00:00` to `23:59`"
    if not _TIMES.fullmatch(raw):
        if days := read_days(raw):
            return "`{token}` is not a date", f"write {write_either(days)}: year, month and day in this order"
        if days is not None:
            return "`{token}` is not a date", "the calendar has no such day; write year-month-day: `2018-02-04`"
        if instants := read_instants(raw):
            return "`{token}` is not a date with time", f"write {write_either(instants)}"
        if _ZEROS.fullmatch(raw):
            help_text = f"write `{raw.lstrip('0') or '0'}`, or `{quoted}` where a text is meant"
            return "`{token}` begins with a zero, which no number may", help_text
        if _NUMBER.fullmatch(raw) or _INSTANT.fullmatch(raw):
            return None
    return _NO_QUOTES, f"write `{quoted}`"


def quote(text: str) -> str:
    """Write a text as a TOML string on one line, shortened where it is long."""
    if len(text) > 60:
        return f'"{text[:59]}…"'
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_either(days: Sequence[date]) -> str:
    """Write days, or days with a time, of which one is meant, as TOML does."""
    return " or ".join(f"`{day.isoformat()}`" for day in days)
