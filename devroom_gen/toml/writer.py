"""Writes single values as TOML does, on one line."""

from datetime import date
from typing import Any

import tomli_w


def written_value(value: Any) -> str:
    """Write a value on one line, lists and tables too."""
    match value:
        case date():  # includes dates with a time
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(written_value(each) for each in value)}]"
        case dict():
            return f"{{ {', '.join(f'{written_key(key)} = {written_value(each)}' for key, each in value.items())} }}"
        case _:
            return tomli_w.dumps({"x": value})[4:].rstrip("\n")


def written_key(key: str) -> str:
    """Write a key, in quotes where it needs them."""
    return tomli_w.dumps({key: 0})[:-5]
