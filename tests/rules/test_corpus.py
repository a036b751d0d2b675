"""Scores on labelled pages of real sites, where they lie beside the repository; elsewhere these tests are skipped."""

import json
import subprocess
import sys

import pytest

from tests import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not (CORPUS / "score.py").is_file(), reason="the labelled pages are not here")


def score(*options: str) -> dict[str, float]:
    command = f"{sys.executable} -m devroom_gen"
    run = subprocess.run(
        [sys.executable, str(CORPUS / "score.py"), "--json", "--command", command, *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    figures: dict[str, float] = json.loads(run.stdout)
    return figures


@pytest.mark.slow
def test_against_records() -> None:
    figures = score("--records", "events")
    assert figures["failed"] == 0
    assert figures["shipped"] - figures["shipped_found"] <= 1
    assert figures["recall"] >= 0.85
    assert figures["precision"] >= 0.93
    assert figures["decoy_errors"] == 0


@pytest.mark.slow
def test_without_records() -> None:
    figures = score()
    assert figures["failed"] == 0
    assert figures["recall"] >= 0.55
    assert figures["precision"] >= 0.85
