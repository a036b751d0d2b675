"""What `render` wrote into an output folder: committed with the pages, so that edits by hand are known for what they are."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

MEMORY = ".devroom-gen.json"
_VERSION = 1


class UnreadableMemoryError(ValueError):
    """The memory of an output folder is there and says nothing."""


@dataclass(slots=True)
class Memory:
    """Digests of the pages of one output folder, by path; while a run writes, of the old and the new text."""

    digests: dict[str, list[str]] = field(default_factory=dict)

    def knows(self, path: str, text: str) -> bool:
        """Tell whether a text is what `render` last wrote to a path."""
        return digest(text) in self.digests.get(path, ())


def digest(text: str) -> str:
    """Give the digest of a text, whatever line endings a checkout gave it."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_memory(folder: Path) -> Memory:
    """Read the memory of an output folder; none is an empty one."""
    try:
        data = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise UnreadableMemoryError(f"it is of version {data['version']}; this program reads {_VERSION}")
        return Memory({str(path): [str(each) for each in digests] for path, digests in data["pages"].items()})
    except FileNotFoundError:
        return Memory()
    except UnreadableMemoryError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableMemoryError("it is damaged") from error


def written_memory(memory: Memory) -> str:
    """Give the text of a memory: one page a line, sorted, so that a diff is read with ease."""
    return (
        json.dumps({"version": _VERSION, "pages": dict(sorted(memory.digests.items()))}, indent=1, ensure_ascii=False)
        + "\n"
    )
