"""Writes single values as TOML does, on one line."""

from datetime import date
from typing import Any

import tomli_w


def written_value(value: Any) -> str:
    """Write a value on one line; a list or a table too."""
    match value:
        case date():  # a date with time is one as well
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(written_value(each) for each in value)}]"
        case dict():
            return f"{{ {', '.join(f'{written_key(key)} = {written_value(each)}' for key, each in value.items())} }}"
        case _:
            return tomli_w.dumps({"x": value})[4:].rstrip("\n")


def written_key(key: str) -> str:
    """Write a key, between quotes where it needs them."""
    return tomli_w.dumps({key: 0})[:-5]
