"""The message and the help for each kind of syntax error that the parser knows."""

# What the parser's sentence begins with -> what is wrong, what to type. `{token}` is the text that it points at.
_MESSAGES: dict[str | tuple[str, ...], tuple[str, str]] = {
    "duplicate key": ("`{token}` is written twice", "keep one of the two"),
    "cannot extend value of type": ("`{token}` adds to what is a value already", 'write all of it as one table: `{ name = "…", city = "…" }`'),
    "string values must be quoted": ("`{token}` is not a value", "write text between quotes"),
    "missing opening quote": ("a quote is missing before `{token}`", "write text between quotes"),
    "invalid multi-line basic string": ("a `\\` stands before a blank", "write `\\\\` for a backslash"),
    "missing escaped value": ("`{token}` is not an escape that TOML knows", "write `\\\\` for a backslash, or put the text between single quotes, where nothing is escaped"),
    "too few unicode": ("`{token}` is not a character", "write four digits after `\\u`, eight after `\\U`"),
    "invalid value": ("`{token}` is not a character", "write the character itself"),
    "invalid date": ("`{token}` is not a date", "write year-month-day with two digits for month and day: `2018-02-04`"),
    ("invalid time", "invalid offset", "invalid datetime"): ("`{token}` is not a date with time", "write `2017-12-01T23:59:00`: hours to 23, minutes and seconds to 59"),
    ("invalid integer", "invalid exponent", "invalid hexadecimal", "invalid octal", "invalid binary"): ("`{token}` is not a number", "write digits alone, or a text between quotes"),
    "invalid float": ("`{token}` is not a number", "write a time of day as text: `\"09:00-17:00\"`"),
    "invalid fraction": ("a digit is missing after the point in `{token}`", "write digits before and after the point, or a text between quotes"),
    "invalid mantissa": ("a digit is missing before the point in `{token}`", "write digits before and after the point, or a text between quotes"),
    "invalid boolean": ("`{token}` is not a value", "write `true` or `false` in lower case, and text between quotes"),
    "unexpected leading zero": ("`{token}` begins with a zero, which no number may", "leave the zero out, or put the value between quotes"),
    ("redundant", "unexpected sign"): ("the number `{token}` has a sign or prefix too many", "leave it out"),
    "integers with a radix": ("the number `{token}` has a sign that it cannot have", "leave the sign out"),
    "radix must be lowercase": ("the number `{token}` has a prefix in capitals", "write it in lower case"),
    "`_` may only": ("`{token}` has a `_` that does not stand between two digits", "leave it out"),
    "unclosed array": ("the list is not closed", "close it with `]`"),
    "unclosed inline table": ("the table is not closed", "close it with `}` on the same line"),
    "unclosed table": ("the table's name is not closed", "close it with `]`"),
    "missing table open": ("`{token}` has no bracket before it", "write a table's name as `[name]`"),
    "missing comma": ("a comma is missing before `{token}`", "write `,` between the values"),
    "extra comma": ("a comma stands where no value is before it", "leave it out"),
    "trailing commas": ("a comma ends the table", "leave the last comma out"),
    "newlines are unsupported": ("the table in braces goes on in the next line", "write all of `{ … }` on one line"),
    "comments are unsupported": ("a comment stands inside a table in braces", "write the comment above the line"),
    "extra assignment": ("a comma is missing before `{token}`", "write `,` between the pairs"),
    "missing assignment": ("`=` is missing", "write `key = value`"),
    "extra `=`": ("`=` is written twice", "keep one of the two"),
    "unexpected `=`": ("`=` stands inside a list", 'write a pair in a list as `{ key = "value" }`'),
    "missing value": ("the value is missing", 'write `"TBD"` for what is not known yet'),
    "missing key": ("the key before `=` is missing", "write `key = value`"),
    "key with no value": ("`=` and a value are missing", "write `key = value`, and `#` before a comment"),
    "unquoted keys cannot be empty": ("a name is missing before `{token}`", "write `key = value` or `[name]`"),
    "invalid unquoted key": ("`{token}` cannot be a key", "use letters without accents, digits, `-` and `_`"),
    "keys cannot be multi-line": ("a key cannot go over several lines", "write it on one line"),
    "invalid key-value pair": ("the line is not `key = value`", "write `key = value`, and `#` before a comment"),
    "invalid inline table": ("the table in braces is not well formed", 'write `{ name = "…", city = "…" }`'),
    "invalid array": ("the list is not well formed", 'write `["one", "two"]`'),
    "invalid table": ("the table's name is not well formed", "write `[name]`"),
    ("missing array", "missing inline table"): ("`{token}` closes nothing", "leave it out"),
    "unexpected key or value": ("`{token}` stands after the end of the value", "begin a new line, or write `#` before a comment"),
    "carriage return": ("a carriage return stands alone", "end lines with a newline: most editors call it LF"),
}  # fmt: skip

_FALLBACK = ("`{token}` is not expected here", "write one `key = value` on each line")


def explain(said: str) -> tuple[str, str]:
    """Return what is wrong and what to type, for the parser's sentence; `{token}` stands for the text it points at."""
    return next((message for beginning, message in _MESSAGES.items() if said.startswith(beginning)), _FALLBACK)
