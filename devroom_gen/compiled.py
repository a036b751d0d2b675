"""Templates as they were compiled before, in a folder of caches. Only of what came with the program, and never stale.

A compiled template is code: it is kept where only this person writes, under the digest of its source, the versions of
Jinja and Python, and never for a sandbox, whose templates compile to other code.
"""

import contextlib
import os
import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps one file for each template that was compiled; where it cannot be read or written, there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template; Jinja itself compares the digest of the source and the version of the format."""
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            path = self._path(bucket)
            state = path.stat()
            if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & 0o022):
                return
            with path.open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all."""
        path = self._path(bucket)
        neighbour = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                handle = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
                with os.fdopen(handle, "wb") as file:
                    bucket.write_bytecode(file)
                os.replace(neighbour, path)
            finally:
                neighbour.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        made_by = f"{jinja2.__version__} {sys.version} {bucket.key} {bucket.checksum}"
        return self._folder / f"{sha256(made_by.encode()).hexdigest()}.bin"
