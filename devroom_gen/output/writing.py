"""Writes files whole or not at all. What stands on the disk is old or new at any moment, never half of each."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from devroom_gen.output.memory import MEMORY, Memory, digest, written_memory
from devroom_gen.output.planning import Action, Plan


def write(plan: Plan, *, on_page: Callable[[], None] = lambda: None) -> None:
    """Carry out a plan. Raises `OSError` at the first file that cannot be written.

    Both the old and the new text of each page are remembered before the first page is touched, and the new one alone
    after the last: a run that is killed leaves no page of ours that would pass for a person's.
    """
    todo = [step for step in plan.steps if step.action in (Action.CREATE, Action.UPDATE)]
    after = {step.path: [digest(step.text)] for step in plan.steps if step.action is not Action.REFUSE}
    final = Memory({**plan.memory.digests, **after})
    if todo:
        both = {path: sorted({*plan.memory.digests.get(path, ()), *new}) for path, new in after.items()}
        _write_memory(plan.folder, Memory({**plan.memory.digests, **both}), plan.memory)
    for step in todo:
        write_whole(plan.folder / step.path, step.text)
        on_page()
    _write_memory(plan.folder, final, plan.memory)


def _write_memory(folder: Path, memory: Memory, before: Memory) -> None:
    text = written_memory(memory)
    path = folder / MEMORY
    if not (memory.digests == before.digests and path.exists()):
        write_whole(path, text)


def write_whole(path: Path, text: str, *, replace: bool = True) -> None:
    """Write a file through a neighbour that takes its place; without `replace`, an existing file is a `FileExistsError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            os.fchmod(file.fileno(), _mode(path)) if hasattr(os, "fchmod") else None
        if replace:
            os.replace(name, path)
        else:
            os.link(name, path)
            os.unlink(name)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """Keep the mode of a file that is replaced; give a new one what the process gives its files."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
