"""Files outside of the project that only the person who runs the program can write, such as caches, and which are trusted only then."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from devroom_gen.project.source_files import read_regular


def find_caches(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of caches of the person who runs the program, where the environment knows of one."""
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache"), ("USERPROFILE", ".cache")):
        folder = Path(environment.get(name) or ".")
        if folder.is_absolute():
            return folder / below / "devroom-gen"
    return None


def is_private(status: os.stat_result) -> bool:
    """Whether a file or folder belongs to the person who runs the program, and nobody else can write it."""
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def read_private(path: Path) -> bytes:
    """Read a file. Raises `ValueError` where somebody else could have written it, `OSError` where there is none."""
    if not is_private(path.stat()):
        raise ValueError(path)
    return read_regular(path)


def write_private(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and never into one that somebody else put there; where it may not be, there is none."""
    neighbour = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with open(handle, "wb") as file:  # noqa: PTH123 - it is a number
                file.write(content)
            os.replace(neighbour, path)
        finally:
            neighbour.unlink(missing_ok=True)
