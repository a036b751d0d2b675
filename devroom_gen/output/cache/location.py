"""Where caches lie: never in the project, where they would be committed, copied, and written by others."""

from collections.abc import Mapping
from pathlib import Path


def find_caches(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of caches of the person who runs the program, where the environment knows of one."""
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache"), ("USERPROFILE", ".cache")):
        folder = Path(environment.get(name) or ".")
        if folder.is_absolute():
            return folder / below / "devroom-gen"
    return None
