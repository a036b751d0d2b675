"""All kept seeds, through the harness of the fuzzer; its program is not needed for that."""

from pathlib import Path

import pytest

from tests.fuzz.harness import ENDINGS, read_page, read_record, run_validate

SEEDS = Path(__file__).parent / "seeds"
RECORDS = sorted((SEEDS / "records").iterdir())
PAGES = sorted((SEEDS / "pages").iterdir())


@pytest.mark.parametrize("seed", RECORDS, ids=lambda path: path.name)
def test_a_record_is_read_and_told_about(seed: Path, tmp_path: Path) -> None:
    read_record(seed.read_bytes(), tmp_path)


@pytest.mark.parametrize("seed", RECORDS, ids=lambda path: path.name)
def test_a_record_is_validated_and_fixed(seed: Path, tmp_path: Path) -> None:
    run_validate(seed.read_bytes(), tmp_path)


@pytest.mark.parametrize("seed", PAGES, ids=lambda path: path.name)
def test_a_page_is_read_and_judged(seed: Path, tmp_path: Path) -> None:
    read_page(seed.read_bytes(), seed.suffix, tmp_path)


def test_every_ending_of_pages_has_a_seed() -> None:
    assert {seed.suffix for seed in PAGES} == set(ENDINGS)
