"""Files of caches: whole, written by this person alone, and believed only then."""

import contextlib
import os
from pathlib import Path
from stat import S_ISREG
from zlib import crc32

_MOST = 1_000_000_000
"""Bytes of a cache that is still one: of 10,000 editions it has about five million."""


def read_own_file(path: Path) -> bytes:
    """Read a file of a cache. Raises `ValueError` where it is damaged or another's, `OSError` where there is none."""
    state = path.stat()  # before it is opened: a pipe would wait for somebody who writes
    is_ours = not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)
    if not is_ours or not S_ISREG(state.st_mode) or state.st_size > _MOST:
        raise ValueError(path)
    check, _, content = path.read_bytes().partition(b"\n")
    if check != _checksum(content):
        raise ValueError(path)
    return content


def write_own_file(path: Path, content: bytes) -> None:
    """Write a file of a cache whole or not at all, and never into one that somebody else put there."""
    neighbour = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.writelines((_checksum(content), b"\n", content))
            os.replace(neighbour, path)
        finally:
            neighbour.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return b"%08x" % crc32(content)
