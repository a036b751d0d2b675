"""One file for each project and output folder, in a folder of caches. What is damaged, or of another format, is not there."""

import json
import os
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

from devroom_gen import __version__
from devroom_gen.output.cache.private_file import read_own_file, write_own_file
from devroom_gen.project.builtin import PACKAGE, builtin_templates


def find_file(caches: Path, where: list[str | None]) -> Path:
    """Return the file that holds the cache of one place; a project that was moved or copied has another.

    Two places can share a name, so that the place must stand in the cache, too.
    """
    return caches / f"{crc32(json.dumps(where).encode()):08x}.json"


def read_cache(path: Path) -> dict[str, Any] | None:
    """Read a cache, or nothing where there is none that can be used."""
    try:
        cache = json.loads(read_own_file(path))
    except (OSError, ValueError, RecursionError, MemoryError):
        return None
    return cache if isinstance(cache, dict) else None


def write_cache(path: Path, cache: dict[str, Any]) -> None:
    """Write a cache whole or not at all; where it may not be written, there is none."""
    write_own_file(path, _dump(cache, 2).encode())


def _dump(value: Any, depth: int) -> str:
    """Write JSON, the tables of some levels part by part: as a whole, it would take five times the memory."""
    if depth and isinstance(value, dict):
        return f"{{{','.join([f'{json.dumps(key)}:{_dump(each, depth - 1)}' for key, each in value.items()])}}}"
    return json.dumps(value, separators=(",", ":"))


def find_program() -> list[Any]:
    """Return the identity of the program as it is installed: its version, its own files, and what is installed beside it."""
    own = {str(path): _state(path) for folder in (PACKAGE, builtin_templates()) for path in _files(str(folder))}
    beside = [_state(each) for each in sys.path if each.endswith(("site-packages", "dist-packages"))]
    return [__version__, sys.version, own, beside]


def _state(path: str) -> list[int]:
    try:
        state = os.stat(path)  # noqa: PTH116 - as below
    except OSError:
        return []
    return [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]


def _files(folder: str) -> list[str]:
    found = []
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [os.path.join(above, name) for name in names]  # noqa: PTH118 - a hundred files at every start
    return sorted(found)
