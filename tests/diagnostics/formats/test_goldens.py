"""The whole text of each format. `--rewrite-goldens` writes them again, to be read as a diff."""

from collections.abc import Callable
from pathlib import Path

import pytest

from devroom_gen import __version__
from devroom_gen.diagnostics.formats import Format, reporter
from tests.diagnostics.formats.samples import DIAGNOSTICS

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", Format)
def test_the_whole_text(check_golden: Callable[[Path, str], None], name: Format) -> None:
    written = reporter(name)(DIAGNOSTICS, False).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    check_golden(GOLDENS / f"{name}.txt", written)


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == set(Format)
