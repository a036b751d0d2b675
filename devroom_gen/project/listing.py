"""Lists the files of a folder. Links are followed as long as they do not lead out of the project. Opens no file."""

import errno
import os
import re
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.source_files import shown_path, whole_file

_LEFT_OUT = re.compile(r"\..*|.*~|__pycache__", re.DOTALL)
_DEEPEST = 12
"""Folders below each other: what goes deeper goes in a circle."""


class Listing(NamedTuple):
    """What lies below a folder, by paths with `/`, in their order: files, and links that lead out of the project."""

    files: dict[str, str]
    strays: dict[str, str]


def list_files(top: str | Path, within: str | Path, skipped: Container[str] = ()) -> Listing:
    """List what lies below a folder; what is hidden or left behind by editors is not listed, one that is missing is empty.

    A folder that is named as a record is, by mistake, a file. Raises `OSError` for a folder that cannot be read, which is
    never one that holds nothing, and for folders without end.
    """
    files: dict[str, str] = {}
    strays = {"": str(top)} if leads_out(top, within) else {}
    if os.path.islink(top) and not (strays or os.path.exists(top)):  # noqa: PTH110, PTH114
        raise FileNotFoundError(errno.ENOENT, "the link leads nowhere", str(top))
    waiting = [("", str(top))] if os.path.isdir(top) and not strays else []  # noqa: PTH112 - as it is for all
    while waiting:
        below, folder = waiting.pop()
        if below.count("/") > _DEEPEST:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), folder)
        with os.scandir(folder) as entries:
            for entry in (each for each in entries if not (_LEFT_OUT.fullmatch(each.name) or each.name in skipped)):
                path = f"{below}{entry.name}"
                if entry.is_symlink() and leads_out(entry.path, within):
                    strays[path] = entry.path
                elif os.path.isdir(entry.path) and not path.endswith(".toml"):  # noqa: PTH112
                    is_circle = entry.is_symlink() and not leads_out(folder, entry.path)
                    waiting += [] if is_circle else [(f"{path}/", entry.path)]
                else:
                    files[path] = entry.path
    return Listing(dict(sorted(files.items())), dict(sorted(strays.items())))


def leads_out(path: str | Path, within: str | Path) -> bool:
    """Whether a path lies behind links outside of a folder."""
    limit = os.path.join(os.path.realpath(within), "")  # noqa: PTH118 - with a separator at its end
    return not os.path.join(os.path.realpath(path), "").startswith(limit)  # noqa: PTH118


def explain_stray(path: str | Path, of: str = "the project") -> Diagnostic:
    """Explain that a link is not followed."""
    return Diagnostic(
        code=codes.LINK_OUTSIDE,
        location=whole_file(path),
        message=f"`{shown_path(path)}` is a link that leads out of {of}: it is not followed",
        help=f"copy what it leads to into {of}",
    )
