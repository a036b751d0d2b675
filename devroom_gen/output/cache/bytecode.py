"""Templates as they were compiled before, in a folder of caches. Only of what came with the program, and never stale.

A compiled template is code: it is kept where only this person writes, under the digest of its source, the versions of the
program, Jinja and Python, and never for a sandbox, whose templates compile to other code.
"""

import contextlib
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from devroom_gen import __version__
from devroom_gen.output.cache.private_file import read_own_file, write_own_file


class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps one file for each template that was compiled; where it cannot be read or written, there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template; Jinja itself compares the digest of the source and the version of the format."""
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            bucket.load_bytecode(BytesIO(read_own_file(self._path(bucket))))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all."""
        write_own_file(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        made_by = f"{__version__} {jinja2.__version__} {sys.version} {bucket.key} {bucket.checksum}"
        return self._folder / f"{sha256(made_by.encode()).hexdigest()}.bin"
