"""What `render` wrote into an output folder, committed with the pages, so that edits by hand are known for what they are."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

MEMORY = ".devroom-gen.json"
_VERSION = 1


class UnreadableMemoryError(ValueError):
    """The memory of an output folder is there and says nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: the day it was rendered for, and its digest; while a run writes, that of the old text too."""

    day: date
    digests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """The pages of one output folder by their paths."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def knows(self, path: str, text: str) -> bool:
        """Tell whether a text is what `render` last wrote to a path."""
        entry = self.entries.get(path)
        return entry is not None and digest(text) in entry.digests

    def is_settled(self, path: str, text: str) -> bool:
        """Tell whether a text alone is remembered, and not also one that a killed run was about to replace."""
        entry = self.entries.get(path)
        return entry is not None and entry.digests == (digest(text),)

    def day(self, path: str) -> date | None:
        """Give the day for which a page was rendered."""
        entry = self.entries.get(path)
        return entry.day if entry else None


def digest(text: str) -> str:
    """Give the digest of a text, whatever line endings a checkout gave it."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_memory(folder: Path) -> Memory:
    """Read the memory of an output folder; where there is none, it is empty."""
    try:
        data = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise UnreadableMemoryError(f"it is of version {data['version']}; this program reads {_VERSION}")
        return Memory({_read_path(path): _read_entry(entry) for path, entry in data["pages"].items()})
    except (FileNotFoundError, NotADirectoryError):
        return Memory()
    except UnreadableMemoryError:
        raise
    except OSError as error:
        raise UnreadableMemoryError(f"it cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableMemoryError("it is damaged") from error


def write_text_of(memory: Memory) -> str:
    """Write a memory as JSON, sorted, a page a line or two, so that a diff is read with ease."""
    pages = {path: {"day": entry.day.isoformat(), "sha256": entry.digests} for path, entry in memory.entries.items()}
    lines = ",\n".join(f"  {json.dumps(path)}: {json.dumps(pages[path])}" for path in sorted(pages))
    return f'{{\n "version": {_VERSION},\n "pages": {{\n{lines}\n }}\n}}\n'


def _read_path(path: str) -> str:
    """Refuse what lies outside of the folder: orphans are removed by these paths."""
    if Path(path).anchor or ".." in Path(path).parts:
        raise ValueError(path)
    return path


def _read_entry(entry: Mapping[str, object]) -> Entry:
    digests = entry["sha256"]
    if not isinstance(digests, list) or not all(isinstance(each, str) for each in digests):
        raise TypeError("sha256")
    return Entry(date.fromisoformat(str(entry["day"])), tuple(digests))
