"""The pattern `output` of the settings: a folder, or a path with `{target}` and `{edition}`. Imports no model: each run needs it."""

import re

_STRAY = re.compile(r"\{(?!(?:target|edition)\})[^{}/]*\}?|(?<!\{target)(?<!\{edition)\}|(?<=\})[^{}]*/\.\.(?![^/])")
"""A brace of a pattern of folders that belongs neither to `{target}` nor to `{edition}`, or `..` behind one of these."""


def find_stray(pattern: str) -> tuple[str, tuple[int, int]] | None:
    """Return what is wrong with a pattern of folders, and where."""
    stray = _STRAY.search(pattern)
    if stray is None:
        return None
    wrong = "leads up again" if stray.group().endswith("..") else "is neither `{target}` nor `{edition}`"
    return f"`{stray.group()[:40]}` in `output` {wrong}", stray.span()


def split_pattern(pattern: str, output: str | None) -> tuple[str, str]:
    """Split a pattern into the output folder and what varies below it; `output` takes the place of the folder."""
    if output is not None and "{" in output:
        pattern, output = output, None
    fixed = pattern.partition("{")[0]
    above = fixed.rpartition("/")[0] or fixed[: fixed.startswith("/")]  # the root of all folders stays itself
    folder = above if "{" in pattern else pattern
    below = pattern[len(folder) :].strip("/") if "{" in pattern else ""
    return output or folder or ".", below
