"""Refreshes the reference documentation of this repository: `python -m tests.reference [--check]`."""

import sys
from pathlib import Path

from tests.reference import stale_files


def main(arguments: list[str]) -> int:
    """Write all files of the reference again; with `--check` write nothing, and fail when one is stale."""
    if arguments not in ([], ["--check"]) or not Path("tests/reference").is_dir():
        sys.stderr.write("usage, from the top of the repository: python -m tests.reference [--check]\n")
        return 2
    stale = list(stale_files(Path()))
    for path, text in stale:
        if not arguments:
            path.write_bytes(text.encode())
        sys.stdout.write(f"{path.as_posix()} {'is stale' if arguments else 'refreshed'}\n")
    return 1 if stale and arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
