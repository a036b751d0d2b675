"""Digests of all that pages depend on. Contents decide alone: no time, size or number of a file says that it is the same."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from devroom_gen import __version__
from devroom_gen.project.builtin import PACKAGE, builtin_templates
from devroom_gen.project.layout import Project, RecordFile
from devroom_gen.project.source_files import read_regular

MISSING = ""
UNKNOWN = "unknown"
"""What equals no digest."""


class UnknownInputError(ValueError):
    """An input cannot be read: what depends on it has no fingerprint."""


def digest_file(path: str | Path) -> str:
    """Return the SHA-256 of a file, `MISSING` where there is none. Raises `UnknownInputError`."""
    try:
        return sha256(read_regular(path)).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    except (OSError, ValueError) as error:
        raise UnknownInputError(str(path)) from error


def digest_or_unknown(digest: Callable[[str], str], name: str) -> str:
    try:
        return digest(name)
    except UnknownInputError:
        return UNKNOWN


def digest_text(text: str) -> str:
    """Return the digest that a file of this text has, unless it begins with a byte-order mark."""
    return sha256(text.encode()).hexdigest()


def digest_page(path: str | Path) -> str | None:
    """Return the digest of a page as the manifest has it, whatever line endings a checkout gave it; none without one."""
    try:
        content = read_regular(path)
    except OSError:
        return None
    return sha256(content.replace(b"\r\n", b"\n") if b"\r" in content else content).hexdigest()


def take_fingerprint(project: Project, options: Sequence[str]) -> str | None:
    """Return the fingerprint of what every edition depends on; none where something of it cannot be read.

    That is the program, Python, the libraries, the options of the run, and the project's own templates and conferences,
    with the names of their folders, for an empty folder is a target, too.
    """
    try:
        parts = [_digest_program(), *options]
        for top in (project.templates(), project.conferences()):
            parts += ["", str(top), *_list_digests(top)]
    except UnknownInputError:
        return None
    return digest_parts(parts)


def take_series_fingerprint(
    above: str, settings: Iterable[Path], files: Iterable[RecordFile], digest: Callable[[str], str] = digest_file
) -> str | None:
    """Return the fingerprint of one series: what all depend on, the settings over it, and its records by their digests."""
    parts = [above]
    try:
        for path in settings:
            parts += [str(path), digest_file(path)]
        for file in files:
            parts += [file.id, file.place, digest(file.place)]
    except UnknownInputError:
        return None
    return digest_parts(parts)


def digest_zone(name: str) -> str:
    """Return the digest of the data of a time zone, `MISSING` where the machine has none."""
    from zoneinfo import TZPATH

    digests = (digest_file(Path(folder, name)) for folder in TZPATH)
    return next((each for each in digests if each), MISSING)


def digest_parts(parts: Iterable[str]) -> str:
    """Return one digest of several texts, in their order."""
    return sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


@cache
def _digest_program() -> str:
    """Return the digest of the program, Python and the libraries, which are those that this process runs."""
    libraries = [name for path in sys.path for name in _distributions(path)]
    own = [name for top in (PACKAGE, builtin_templates()) for name in _list_digests(top)]
    return digest_parts([__version__, sys.version, *libraries, "", *own])


def _list_digests(top: Path) -> list[str]:
    """List the folders and files below a folder, each file with its digest; links are followed, but not in circles."""
    found: list[str] = []
    seen: set[str] = set()
    for folder, folders, names in os.walk(top, followlinks=True):
        real = os.path.realpath(folder)
        folders[:] = sorted(name for name in folders if name != "__pycache__" and real not in seen)
        seen.add(real)
        found.append(folder)
        for name in sorted(names):
            found += [name, digest_file(f"{folder}/{name}")]
    return found


def _distributions(folder: str) -> list[str]:
    """List what is installed in a folder of the path, by names that hold the versions."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    except OSError:
        return []
