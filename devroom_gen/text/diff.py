"""The difference of two texts, as `diff -u` and `patch` know it."""

import difflib
from io import StringIO


def unified(before: str, after: str, old: str, new: str) -> str:
    """Return how one text became another, under their names, as a unified diff; nothing where they are equal."""
    # `StringIO` splits at newlines alone, `str.splitlines` also at characters that stand inside of a line.
    lines = difflib.unified_diff([*StringIO(before)], [*StringIO(after)], old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
