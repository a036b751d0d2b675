"""Writes files whole or not at all. What stands on the disk is old or new at any moment, never half of each."""

import contextlib
import errno
import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path

_NUMBERS = count()
_NEIGHBOUR = ".devroom-gen-"


def write_whole(path: str | Path, text: str, *, replace: bool = True) -> None:
    """Write a file through a neighbour that takes its place; without `replace`, a file that exists is an error.

    Raises `OSError`, of which `FileExistsError` is one; it names the file that was meant, never the neighbour.
    """
    try:
        _write_beside(str(path), text.encode(), replace)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_beside(path: str, content: bytes, replace: bool) -> None:
    folder = os.path.dirname(path)  # noqa: PTH120 - this runs for every page
    handle, name = _open_neighbour(folder)
    try:
        try:
            if (mode := _mode(path)) is not None:
                Path(name).chmod(mode)
            write_all(handle, content)
        finally:
            os.close(handle)
        if replace:
            os.replace(name, path)
        else:
            _take_new_name(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def write_all(handle: int, content: bytes) -> None:
    """Write all of a text; a disk that is nearly full takes a part of it first."""
    while content:
        content = content[os.write(handle, content) :]


def _take_new_name(name: str, path: str) -> None:
    """Give a file a name that no other file has; some file systems have no hard links, which would see to that."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
        os.replace(name, path)
    else:
        os.unlink(name)


def _open_neighbour(folder: str) -> tuple[int, str]:
    """Open a new file in a folder, and make the folder where it is missing."""
    while True:
        name = f"{folder or '.'}/{_NEIGHBOUR}{os.getpid()}-{next(_NUMBERS)}.tmp"
        try:
            return os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), name
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except FileExistsError:  # left behind by a run that was killed
            continue


def _mode(path: str) -> int | None:
    """Return the mode of a file that is replaced; a new one has what the process gives its files."""
    try:
        return os.stat(path).st_mode & 0o777  # noqa: PTH116 - this runs for every page
    except OSError:
        return None


def remove_leftovers(folders: Iterable[Path]) -> None:
    """Remove the neighbours that a run left behind when it was killed; nobody else may write there meanwhile."""
    for folder in folders:
        for left in folder.glob(f"{_NEIGHBOUR}*.tmp"):
            left.unlink(missing_ok=True)
