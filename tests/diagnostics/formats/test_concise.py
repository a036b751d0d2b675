"""One line per finding."""

from devroom_gen.diagnostics.formats.concise import report
from tests.diagnostics.formats.samples import DIAGNOSTICS


def test_nothing_to_report_is_nothing() -> None:
    assert report([], True) == ""


def test_each_finding_is_one_line_without_controls() -> None:
    lines = report(DIAGNOSTICS, False).split("\n")
    assert len(lines) == len(DIAGNOSTICS) + 1
    assert all(line.isprintable() for line in lines)
