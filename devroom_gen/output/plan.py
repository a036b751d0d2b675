"""Compares pages with the disk and decides, file by file, what is to be done. Changes nothing."""

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from devroom_gen.output.manifest import Memory


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


class Plan(NamedTuple):
    """All steps in one output folder, and what was remembered of it."""

    folder: Path
    steps: tuple[Step, ...]
    memory: Memory

    def chosen(self, *actions: Action) -> list[Step]:
        return [step for step in self.steps if step.action in actions]

    def orphans(self) -> list[Step]:
        """Return the pages that were written once and that no edition makes any more."""
        made = {step.path for step in self.steps}
        gone = [path for path in sorted(self.memory.entries) if path not in made]
        texts = {path: _read_file(self.folder / path) for path in gone}
        return [Step(path, "", text, Action.REMOVE) for path, text in texts.items() if text is not None]


def plan(folder: Path, pages: Mapping[str, str], memory: Memory, *, force: bool = False) -> Plan:
    """Plan what makes the disk hold these pages; what is a person's, a symbolic link too, is replaced only with `force`."""
    steps = tuple(_step(folder, path, text, memory, force) for path, text in sorted(pages.items()))
    return Plan(folder, steps, memory)


def _step(folder: Path, path: str, text: str, memory: Memory, force: bool) -> Step:
    place = f"{folder}/{path}"
    try:
        standing = _read(place)
    except OSError:  # a folder stands there, or a file that may not be read
        return Step(path, text, "", Action.REFUSE)
    if standing == text:
        return Step(path, text, standing, Action.KEEP)
    if standing is None:
        standing, action, is_ours = "", Action.CREATE, True
    else:
        action, is_ours = Action.UPDATE, memory.knows(path, standing)
    may_write = force or (is_ours and not os.path.islink(place))  # noqa: PTH114 - as below
    return Step(path, text, standing, action if may_write else Action.REFUSE)


def _read(path: str | Path) -> str | None:
    """Read a file as it would be written, whatever line endings a checkout gave it."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - this runs for every page
            return file.read().decode("utf-8", errors="replace").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_file(path: Path) -> str | None:
    """Read a file; what is none, or may not be read, is as good as gone."""
    try:
        return _read(path)
    except OSError:
        return None
