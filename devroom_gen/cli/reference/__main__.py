"""Puts the printed parts into files again: `python -m devroom_gen.reference README.md`."""

import sys
from pathlib import Path

from devroom_gen.cli.reference import refresh

for path in map(Path, sys.argv[1:]):
    path.write_bytes(refresh(path.read_bytes().decode()).encode())
