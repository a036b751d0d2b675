"""Runs one harness under atheris, a fuzzer that is led by the code it reaches: `python -m tests.fuzz.fuzz record FOLDER -max_total_time=600`."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["devroom_gen"]):
    from tests.fuzz.harness import ENDINGS, read_page, read_record, run_validate

HERE = Path(__file__).parent
LIMITS = ["-timeout=20", "-rss_limit_mb=1024", "-max_len=6000", f"-dict={HERE / 'words.dict'}"]
"""No input may take 20 seconds or a gigabyte; a record is about as long as the longest of these inputs."""


def page(raw: bytes, folder: Path) -> None:
    """Read a page whose first byte says what it ends in."""
    if raw:
        read_page(raw[1:], ENDINGS[raw[0] % len(ENDINGS)], folder)


HARNESSES: dict[str, Callable[[bytes, Path], None]] = {"record": read_record, "page": page, "validate": run_validate}


def plant(name: str, corpus: Path) -> None:
    """Copy the kept seeds to a folder that the fuzzer may add to."""
    corpus.mkdir(parents=True, exist_ok=True)
    if name == "page":
        for seed in sorted((HERE / "seeds" / "pages").iterdir()):
            (corpus / seed.name).write_bytes(bytes([ENDINGS.index(seed.suffix)]) + seed.read_bytes())
        return
    for seed in [*(HERE / "seeds" / "records").iterdir(), *(HERE.parent / "record/bad_records").glob("*.toml")]:
        (corpus / seed.name).write_bytes(seed.read_bytes())


def main() -> None:
    """Fuzz until the time that was given is over, or until something fails."""
    _, name, corpus, *options = sys.argv
    plant(name, Path(corpus))
    harness = HARNESSES[name]
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup([sys.argv[0], corpus, *LIMITS, *options], lambda raw: harness(raw, Path(folder)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
