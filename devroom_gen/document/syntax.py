"""Words for everything that can be wrong with TOML syntax. The parser says where; what to type is said here."""

import re

import toml_rs

from devroom_gen.codes import reading as codes
from devroom_gen.diagnostic import Code, Diagnostic, Location
from devroom_gen.span import SourceText, Span

_QUOTE_HELP = 'write text between quotes: "{token}"'

# What the parser says (the beginning of it) -> what is wrong, what to type. `{token}` is the text it points at.
_WORDS: dict[str, tuple[str, str | None]] = {
    "duplicate key": ("`{token}` is written twice", "keep one of the two"),
    "cannot extend value of type": ("`{token}` is a value already and can hold no keys", "give one of the two another name"),
    "string values must be quoted": ("`{token}` is no value", _QUOTE_HELP),
    "missing opening quote": ("a quote is missing before `{token}`", _QUOTE_HELP),
    "invalid basic string": ("the text is not closed", 'close it with `"` on the same line, or write it between three quotes `"""`'),
    "invalid literal string": ("the text is not closed", "close it with `'` on the same line"),
    "invalid multi-line basic string": ("the text is not closed", 'close it with three quotes `"""`'),
    "invalid multi-line literal string": ("the text is not closed", "close it with three quotes `'''`"),
    "missing escaped value": (
        "`{token}` is no escape that TOML knows",
        "write `\\\\` for a backslash, or put the text between single quotes, where nothing is escaped",
    ),
    "invalid unicode": ("`{token}` is no character", "write four digits after `\\u`, eight after `\\U`"),
    "invalid date": ("`{token}` is no date", "write year-month-day with two digits for month and day: `2018-02-04`"),
    "invalid time": ("`{token}` is no time of day", "write hours, minutes and seconds: `09:30:00`"),
    "invalid datetime": ("`{token}` is no date with time", "write `2017-12-01T23:59:00`"),
    "invalid integer": ("`{token}` is no number", None),
    "invalid float": ("`{token}` is no number", "write a time of day as text: `\"09:00-17:00\"`"),
    "invalid fraction": ("a digit is missing after the point", None),
    "invalid exponent": ("`{token}` is no number", None),
    "invalid mantissa": ("`{token}` is no number", None),
    "invalid hexadecimal": ("`{token}` is no number", None),
    "invalid octal": ("`{token}` is no number", None),
    "invalid binary": ("`{token}` is no number", None),
    "invalid boolean": ("`{token}` is no value", "write `true` or `false` in lower case, and text between quotes"),
    "unexpected leading zero": ("a number cannot begin with a zero", "leave the zero out, or put the value between quotes"),
    "redundant": ("the number has a sign or prefix too many", "leave it out"),
    "unexpected sign": ("the number has a sign too many", "leave it out"),
    "integers with a radix": ("the number has a sign that it cannot have", "leave it out"),
    "radix must be lowercase": ("the number has a prefix in capitals", "write it in lower case"),
    "`_` may only": ("`_` may stand only between digits", "leave it out"),
    "unclosed array": ("the list is not closed", "close it with `]`"),
    "unclosed inline table": ("the table is not closed", "close it with `}}` on the same line"),
    "unclosed table": ("the table's name is not closed", "close it with `]`"),
    "missing table open": ("`{token}` has no bracket before it", "write a table's name as `[name]`"),
    "missing comma": ("a comma is missing before `{token}`", "write `,` between the values"),
    "extra comma": ("a comma stands where no value is before it", "leave it out"),
    "trailing commas": ("a comma ends the table", "leave the last comma out"),
    "newlines are unsupported": ("the table in braces goes on in the next line", "write all of `{{ … }}` on one line"),
    "comments are unsupported": ("a comment stands inside a table in braces", "write the comment above the line"),
    "extra assignment": ("a comma is missing before `{token}`", "write `,` between the pairs"),
    "missing assignment": ("`=` is missing", "write `key = value`"),
    "extra `=`": ("`=` is written twice", "keep one of the two"),
    "unexpected `=`": ("`=` stands inside a list", 'write a pair in a list as `{{ key = "value" }}`'),
    "missing value": ("the value is missing", 'write `"TBD"` for what is not known yet'),
    "missing key": ("the key before `=` is missing", "write `key = value`"),
    "key with no value": ("`=` and a value are missing", "write `key = value`, and `#` before a comment"),
    "unquoted keys cannot be empty": ("the name is missing", "write `key = value` or `[name]`"),
    "invalid unquoted key": ("`{token}` cannot be a key", "use letters, digits, `-` and `_`"),
    "keys cannot be multi-line": ("a key cannot go over several lines", "write it on one line"),
    "invalid key-value pair": ("the line is no `key = value`", "write `key = value`, and `#` before a comment"),
    "invalid inline table": ("the table in braces is not well formed", 'write `{{ name = "…", city = "…" }}`'),
    "invalid array": ("the list is not well formed", 'write `["one", "two"]`'),
    "invalid table": ("the table's name is not well formed", "write `[name]`"),
    "missing inline table": ("the table in braces is not well formed", 'write `{{ name = "…", city = "…" }}`'),
    "missing array": ("the list is not well formed", 'write `["one", "two"]`'),
    "unexpected key or value": ("`{token}` stands after the end of the value", "begin a new line, or write `#` before a comment"),
    "unexpected content": ("`{token}` stands after the end of the value", "begin a new line, or write `#` before a comment"),
    "invalid comment": ("the comment holds a control character", "delete the character and type it anew"),
    "missing comment": ("a comment begins with `#`", None),
    "carriage return": ("a carriage return stands alone", "end lines with a newline: most editors call it LF"),
}  # fmt: skip

_HEAD = re.compile(r"TOML parse error at line (\d+), column (\d+)")
_DATE_LIKE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")
_TIME_LIKE = re.compile(r"\d{1,2}:\d{2}(:\d{2})?$")


def diagnose_syntax(source: SourceText, text: str, error: ValueError) -> tuple[Diagnostic, int]:
    """Put one error of the parser into words; give the offset it stands at as well.

    `text` is what was parsed: the source, perhaps with statements blanked, every character in its place.
    """
    span, said = _place(SourceText(source.path, text), error)
    token = text[span.start : span.end]
    code: Code = codes.DUPLICATE_KEY if said == "duplicate key" else codes.SYNTAX
    message, help_text = _words(said, token)
    if said == "duplicate key":
        span = _whole_key(text, span)
        token = text[span.start : span.end]
    elif said.startswith(("invalid multi-line", "unclosed")):
        span = _opening(text, span, '"""' if "basic" in said else "'''" if "literal" in said else "")
    elif _is_newer_toml(text, span.start):
        code = codes.NEWER_TOML
        message = f"{message}, which only TOML 1.1 allows"
    if said.startswith("invalid date") and (match := _DATE_LIKE.match(token)):
        help_text = _date_help(int(match["month"]), int(match["day"])) or help_text
    if said.startswith("invalid time") and _TIME_LIKE.match(token):
        help_text = f'write a time of day between quotes, `"{token}"`, or with its seconds'
    return (
        Diagnostic(
            code=code,
            location=Location(source=source, span=span),
            message=message.replace("{token}", _shown(token)),
            help=help_text.replace("{token}", _shown(token)).replace("{{", "{").replace("}}", "}")
            if help_text
            else None,
        ),
        min(span.start, len(text)),
    )


def _place(source: SourceText, error: ValueError) -> tuple[Span, str]:
    lines = str(error).split("\n")
    head = _HEAD.match(lines[0])
    if head is None:  # not the parser but Python refuses: an integer of thousands of digits
        digits = re.search(r"\d[\d_]{4000,}", source.text)
        return (Span(*digits.span()) if digits else Span(0, 0)), "invalid integer"
    start = source.line_span(int(head[1])).start + int(head[2]) - 1
    carets = next((line.count("^") for line in reversed(lines) if set(line) <= set("| ^") and "^" in line), 1)
    marked = source.text[start : start + carets].encode()[:carets].decode(errors="ignore")  # it counts bytes
    end = start + len(marked.rstrip("\r\n"))
    return Span(start, end), lines[-1].split(", expected ")[0]


def _words(said: str, token: str) -> tuple[str, str | None]:
    if token and token[0] in "“”‘’«»„":
        return "`{token}` is set in typographic quotes", f'write straight quotes: "{token.strip("“”‘’«»„")}"'
    if said.startswith(("invalid basic string", "invalid literal string", "invalid multi-line")) and _is_control(token):
        return f"the text holds the control character U+{ord(token):04X}", "delete it and type the text anew"
    if said.startswith("string values must be quoted") and not token.strip("\r\n ,]}"):
        return _WORDS["missing value"]
    for beginning, words in _WORDS.items():
        if said.startswith(beginning):
            return words
    return ("the line is no TOML" if not token.strip() else "`{token}` is not expected here"), None


def _is_control(token: str) -> bool:
    return len(token) == 1 and not token.isprintable() and token not in "\r\n\t"


def _shown(token: str) -> str:
    short = token if len(token) <= 40 else token[:39] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)


def _whole_key(text: str, span: Span) -> Span:
    match = re.compile(r"""[\w.-]+|"[^"\n]*"|'[^'\n]*'""").match(text, span.start)
    return Span(span.start, match.end()) if match else span


def _opening(text: str, span: Span, quotes: str) -> Span:
    """Point at what was never closed rather than at the end of the file, where the parser noticed."""
    start = text.rfind(quotes, 0, span.start) if quotes else -1
    return Span(start, start + len(quotes)) if start >= 0 else span


def _is_newer_toml(text: str, offset: int) -> bool:
    """Tell whether a reader of TOML 1.1 gets past the place where a reader of 1.0 stops."""
    try:
        toml_rs.loads(text, toml_version="1.1.0")
    except ValueError as error:
        if not (head := _HEAD.match(str(error))):
            return False
        newer = SourceText("", text).line_span(int(head[1])).start + int(head[2]) - 1
        return newer > offset
    return True


def _date_help(month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return "the month goes from 01 to 12; write year-month-day"
    if day > 28:
        return "that month has no such day"
    return None
