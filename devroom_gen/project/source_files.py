"""From a path to its text: size, encoding and line endings are settled here and nowhere else. Parses nothing."""

import errno
import os
import stat
from pathlib import Path

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.errors import reason
from devroom_gen.text.source import SourceText, Span

BOM = "\ufeff"
_MAX_REGULAR = 50_000_000
"""Bytes: no page, template or manifest is as large."""
MAX_BYTES = 128 * 1024
"""A record of a whole edition is about 4 kB; what is 30 times as long is not a record."""


def shown_path(path: str | Path) -> str:
    """Return a path as it is reached from the working directory, with `/` on every system."""
    here, text = f"{os.getcwd()}{os.sep}", str(path)  # noqa: PTH109 - this runs for every record
    if text.startswith(here) and ".." not in text:  # the usual case, and ten times as fast
        return text[len(here) :].replace(os.sep, "/")
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows has no relative path
        return Path(path).as_posix()


def whole_file(path: str | Path) -> Location:
    """Locate a file as a whole."""
    return Location(SourceText(shown_path(path), ""))


def read_regular(path: str | Path) -> bytes:
    """Read a regular file whole; a pipe is not waited for, and a device not read. Raises `OSError`."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_REGULAR:
            raise OSError(errno.EINVAL, "not a regular file, or too large", str(path))
        content = os.read(handle, status.st_size + 1)
    finally:
        os.close(handle)
    if len(content) != status.st_size:
        raise OSError(errno.EAGAIN, "changed while it was read", str(path))
    return content


def read_source(path: str | Path, *, max_bytes: int = MAX_BYTES) -> SourceText | Diagnostic:
    """Read one UTF-8 text file; whatever prevents it is a diagnostic. A byte-order mark is dropped, line endings are kept."""
    shown = shown_path(path)
    nowhere = Location(SourceText(shown, ""))
    try:
        status = os.stat(path)  # noqa: PTH116 - this runs for every record
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
            return Diagnostic(codes.UNREADABLE, nowhere, f"`{shown}` is {kind}")
        if status.st_size > max_bytes:
            message = f"the file has {status.st_size:,} bytes; at most {max_bytes:,} are read"
            help_text = "a record holds one edition: keep long texts on pages of their own and link to them"
            return Diagnostic(codes.TOO_LARGE, nowhere, message, help_text)
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            raw = file.read()
    except OSError as error:
        return Diagnostic(codes.UNREADABLE, nowhere, f"`{shown}` cannot be read: {reason(error)}")
    except ValueError:  # a NUL in the path
        return Diagnostic(codes.UNREADABLE, nowhere, "the path holds a character that no file name can have")
    try:
        return SourceText(shown, raw.decode("utf-8").removeprefix(BOM))
    except UnicodeDecodeError as error:
        good = SourceText(shown, raw[: error.start].decode("utf-8").removeprefix(BOM))
        place = Location(good, Span(len(good.text), len(good.text)))
        message = f"byte `0x{raw[error.start]:02x}` is not UTF-8"
        return Diagnostic(codes.NOT_UTF8, place, message, "save the file with the encoding UTF-8")
