"""The pattern `output` of the settings: a folder, or a path with `{target}` and `{edition}`. Knows no model."""

import re

_STRAY = re.compile(r"\{(?!(?:target|edition)\})[^{}/]*\}?|(?<!\{target)(?<!\{edition)\}")
"""A brace of a pattern of folders that belongs to none of its two placeholders."""


def find_stray(pattern: str) -> re.Match[str] | None:
    """Find what looks like a placeholder in a pattern of folders, and is not one."""
    return _STRAY.search(pattern)


def split_pattern(pattern: str, output: str | None) -> tuple[str, str]:
    """Split a pattern into the output folder and what varies below it; `output` takes the place of the folder."""
    if output is not None and "{" in output:
        pattern, output = output, None
    fixed = pattern.partition("{")[0]
    above = fixed.rpartition("/")[0] or fixed[: fixed.startswith("/")]  # the root of all folders stays itself
    folder = above if "{" in pattern else pattern
    below = pattern[len(folder) :].strip("/") if "{" in pattern else ""
    return output or folder or ".", below
