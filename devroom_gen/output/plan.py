"""Compares pages with the disk and decides, file by file, what is to be done. Changes nothing."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from devroom_gen.output.manifest import Manifest
from devroom_gen.project.listing import leads_out
from devroom_gen.project.source_files import read_regular


class Action(StrEnum):
    """What is to be done with one file."""

    CREATE = "create"
    UPDATE = "update"
    KEEP = "keep"
    REFUSE = "refuse"
    REMOVE = "remove"


class Step(NamedTuple):
    """One file: its path below the output folder, the text it should have and the one it has, and what is to be done."""

    path: str
    text: str
    standing: str
    action: Action


def plan(folder: Path, pages: Mapping[str, str], manifest: Manifest, *, force: bool = False) -> list[Step]:
    """Plan what makes the disk hold these pages.

    What was edited, and a link, is replaced only with `force`; what links out of the folder lead to, never.
    """
    outside = find_outside(folder, pages)
    return [
        Step(path, text, "", Action.REFUSE)
        if path.rpartition("/")[0] in outside
        else _step(folder, path, text, manifest, force)
        for path, text in sorted(pages.items())
    ]


def plan_removal(folder: Path, paths: Iterable[str]) -> list[Step]:
    """Plan to remove pages; one that is not there, or cannot be read, needs nothing."""
    outside = find_outside(folder, paths := sorted(paths))
    steps: list[Step] = []
    for path in (path for path in paths if path.rpartition("/")[0] not in outside):
        with suppress(OSError):
            text = read_page(folder / path)
            steps += [Step(path, "", text, Action.REMOVE)] if text is not None else []
    return steps


def find_outside(folder: Path, paths: Iterable[str]) -> set[str]:
    """Return the folders of pages, below an output folder, that links lead out of it."""
    linked = {name for name in {path.rpartition("/")[0] for path in paths} if _has_link(folder, name)}
    top = os.path.join(os.path.realpath(folder), "") if linked else ""  # noqa: PTH118 - with a separator at its end
    return {name for name in linked if not f"{os.path.realpath(f'{folder}/{name}')}{os.sep}".startswith(top)}


def _has_link(folder: Path, name: str) -> bool:
    parts = name.split("/")
    above = ("/".join(parts[: number + 1]) for number in range(len(parts)))
    return any(os.path.islink(f"{folder}/{path}") for path in above)  # noqa: PTH114 - this runs for every edition


def _step(folder: Path, path: str, text: str, manifest: Manifest, force: bool) -> Step:
    place = f"{folder}/{path}"
    if os.path.islink(place) and leads_out(place, folder):  # noqa: PTH114 - this runs for every page
        return Step(path, text, "", Action.CREATE if force else Action.REFUSE)
    try:
        standing = read_page(place)
    except OSError:  # a folder or a pipe stands there, or a file that may not be read
        return Step(path, text, "", Action.REFUSE)
    if standing == text:
        return Step(path, text, standing, Action.KEEP)
    if standing is None:
        standing, action, is_ours = "", Action.CREATE, True
    else:
        action, is_ours = Action.UPDATE, manifest.knows(path, standing)
    may_write = force or (is_ours and not os.path.islink(place))  # noqa: PTH114 - as below
    return Step(path, text, standing, action if may_write else Action.REFUSE)


def read_page(path: str | Path) -> str | None:
    """Read a file as it would be written, whatever its line endings; nothing where there is none. Raises `OSError`."""
    try:
        return read_regular(path).decode("utf-8", errors="replace").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
