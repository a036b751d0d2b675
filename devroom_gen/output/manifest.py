"""What `render` wrote into an output folder, committed with the pages, so that edits by hand are known for what they are."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from json.encoder import encode_basestring_ascii as _quoted
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from devroom_gen.errors import reason
from devroom_gen.project.source_files import read_regular

MANIFEST = ".devroom-gen.json"
JOURNAL = ".devroom-gen.journal"
"""What a run is about to write, a page a line; a run that ends takes it into the manifest."""
_VERSION = 1


class UnreadableManifestError(ValueError):
    """The manifest of an output folder is there and says nothing."""


class Entry(NamedTuple):
    """One page: the day it was rendered for, and its digest; while a run writes, that of the old text too."""

    day: date
    digests: tuple[str, ...]


class Manifest(NamedTuple):
    """The pages of one output folder by their paths; `is_whole` is false after a run that was killed."""

    entries: Mapping[str, Entry] = MappingProxyType({})
    is_whole: bool = True

    def knows(self, path: str, text: str) -> bool:
        """Whether a text is what `render` last wrote to a path."""
        entry = self.entries.get(path)
        return entry is not None and digest(text) in entry.digests

    def day(self, path: str) -> date | None:
        """Return the day for which a page was rendered."""
        entry = self.entries.get(path)
        return entry.day if entry else None


def digest(text: str) -> str:
    """Return the digest of a text, whatever line endings a checkout gave it."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of an output folder; where there is none, it is empty."""
    try:
        entries = _read_entries(folder / MANIFEST)
        begun = _read_journal(folder / JOURNAL)
    except UnreadableManifestError:
        raise
    except OSError as error:
        raise UnreadableManifestError(f"it cannot be read: {reason(error)}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableManifestError("it is damaged") from error
    return Manifest(entries if begun is None else {**entries, **begun}, is_whole=begun is None)


def journal_text(entries: Mapping[str, Entry]) -> str:
    """Write entries for the end of a journal."""
    return "".join(f"{json.dumps([path, each.day.isoformat(), each.digests])}\n" for path, each in entries.items())


def manifest_text(manifest: Manifest) -> str:
    """Write a manifest as JSON, sorted, a page a line or two, so that a diff is read with ease."""
    lines = ",\n".join(f"  {_quoted(path)}: {_write_entry(entry)}" for path, entry in sorted(manifest.entries.items()))
    return f'{{\n "version": {_VERSION},\n "pages": {{\n{lines}\n }}\n}}\n'


def _write_entry(entry: Entry) -> str:
    digests = ", ".join(map(_quoted, entry.digests))
    return f'{{"day": "{entry.day.isoformat()}", "sha256": [{digests}]}}'


def _read_entries(path: Path) -> Mapping[str, Entry]:
    try:
        data = json.loads(read_regular(path))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    if data["version"] != _VERSION:
        raise UnreadableManifestError(f"it is of version {data['version']}; this program reads {_VERSION}")
    return {_read_path(path): _read_entry(entry) for path, entry in data["pages"].items()}


def _read_journal(path: Path) -> dict[str, Entry] | None:
    """Read what a run that was killed had begun; its last line may be half of one, and no page of it was touched."""
    try:
        if path.is_symlink():  # what is written to it would go elsewhere
            raise ValueError(path)
        lines = read_regular(path).split(b"\n")[:-1]
    except (FileNotFoundError, NotADirectoryError):
        return None
    begun = (json.loads(line) for line in lines)
    return {_read_path(page): _read_entry({"day": day, "sha256": digests}) for page, day, digests in begun}


def _read_path(path: str) -> str:
    """Refuse what lies outside of the folder: orphans are removed by these paths."""
    is_plain = ".." not in path and ":" not in path and path[:1] not in ("/", "\\")
    if not is_plain and (Path(path).anchor or ".." in Path(path).parts):
        raise ValueError(path)
    return path


def _read_entry(entry: Mapping[str, object]) -> Entry:
    digests = entry["sha256"]
    if not isinstance(digests, list) or not all(isinstance(each, str) for each in digests):
        raise TypeError("sha256")
    return Entry(date.fromisoformat(str(entry["day"])), tuple(digests))
