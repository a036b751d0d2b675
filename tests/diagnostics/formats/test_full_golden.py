"""The format for people."""

from devroom_gen.diagnostics.formats.full import report
from tests.diagnostics.formats.samples import DIAGNOSTICS, SPAN


def test_nothing_to_report_is_nothing() -> None:
    assert report([], False) == ""


def test_colour_adds_codes_of_its_own_and_changes_no_word() -> None:
    painted = report([SPAN], True)
    for code in ("\x1b[1;31m", "\x1b[0m", "\x1b[1m", "\x1b[34m"):
        assert code in painted
        painted = painted.replace(code, "")
    assert painted == report([SPAN], False)


def test_no_control_character_of_a_record_is_printed() -> None:
    assert not [c for c in report(DIAGNOSTICS, False) if not c.isprintable() and c != "\n"]
