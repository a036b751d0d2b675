"""The expected text of each format. `python -m tests.diagnostics.formats.golden` writes them again, to be read as a diff."""

from pathlib import Path

from devroom_gen.diagnostics.formats import Format, reporter
from tests.diagnostics.formats.samples import DIAGNOSTICS

GOLDENS = Path(__file__).parent / "goldens"


def golden(name: str) -> str:
    """Return what a format is expected to write for the three findings."""
    return (GOLDENS / f"{name}.txt").read_bytes().decode()


def write_goldens() -> None:
    for name in Format:
        (GOLDENS / f"{name}.txt").write_bytes(reporter(name)(DIAGNOSTICS, False).encode())


if __name__ == "__main__":
    write_goldens()
