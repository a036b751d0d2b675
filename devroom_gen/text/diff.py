"""The difference of two texts, as `diff -u` and `patch` know it."""

import difflib


def unified(before: str, after: str, old: str, new: str) -> str:
    """Return how one text became another, under their names, as a unified diff; nothing where they are equal."""
    lines = difflib.unified_diff(_lines(before), _lines(after), old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Split at newlines alone: `str.splitlines` would also split at characters that stand inside of a line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
