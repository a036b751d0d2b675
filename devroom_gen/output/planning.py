"""Compares pages with the disk and decides, file by file, what is to be done. Changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from devroom_gen.output.memory import Memory


class Action(StrEnum):
    """What is to be done with one file."""

    CREATE = "create"
    UPDATE = "update"
    KEEP = "keep"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Step:
    """One file: its path below the output folder, the text it should have, and what is to be done."""

    path: str
    text: str
    action: Action


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps in one output folder."""

    folder: Path
    steps: tuple[Step, ...]
    memory: Memory

    def paths(self, *actions: Action) -> list[str]:
        return [step.path for step in self.steps if step.action in actions]


def plan(folder: Path, pages: Mapping[str, str], memory: Memory, *, force: bool = False) -> Plan:
    """Plan what makes the disk hold these pages; a file that is a person's is replaced only with `force`."""
    steps = tuple(Step(path, text, _decide(folder, path, text, memory, force)) for path, text in sorted(pages.items()))
    return Plan(folder, steps, memory)


def _decide(folder: Path, path: str, text: str, memory: Memory, force: bool) -> Action:
    try:
        current = (folder / path).read_bytes()
    except FileNotFoundError:
        return Action.CREATE
    except OSError:  # a folder, or a file that may not be read
        return Action.REFUSE
    if current == text.encode():
        return Action.KEEP
    standing = current.decode("utf-8", errors="replace").replace("\r\n", "\n")
    if standing == text:
        return Action.KEEP
    return Action.UPDATE if force or memory.knows(path, standing) else Action.REFUSE
