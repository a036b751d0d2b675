"""Digests of files. Contents decide alone: no time, size or number of a file says that it is the same."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

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


def digest_zone(name: str) -> str:
    """Return the digest of the data of a time zone, `MISSING` where the machine has none."""
    from zoneinfo import TZPATH

    digests = (digest_file(Path(folder, name)) for folder in TZPATH)
    return next((each for each in digests if each), MISSING)


def digest_parts(parts: Iterable[str]) -> str:
    """Return one digest of several texts, in their order."""
    return sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()
