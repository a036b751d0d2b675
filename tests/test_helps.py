"""What help says to type is right when it is typed: nobody is sent round in circles."""

import pytest

from devroom_gen.diagnostic import Diagnostic
from devroom_gen.document.parsing import parse
from devroom_gen.record.event import Event
from devroom_gen.shape import shape
from devroom_gen.span import SourceText
from tests.conftest import RECORD


def diagnose(text: str) -> list[Diagnostic]:
    document, found = parse(SourceText("events/2018.toml", text))
    return [*found, *(shape(document, Event)[1] if document else [])]


def helps(text: str) -> list[str | None]:
    return [each.help for each in diagnose(text)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31 January 2027", "2027-01-31"),
        ("Sunday, January 31st, 2027", "2027-01-31"),
        ("the 31st of January", None),
        ("31 Janvier 2027", None),
        ("2026-11-28 23:59", "2026-11-28T23:59:00"),
        ("28.11.2026, 18:30", "2026-11-28T18:30:00"),
        ("28 November 2026 at 23:59", "2026-11-28T23:59:00"),
        ("2026-11-28T23:59+01:00", "2026-11-28T23:59:00+01:00"),
        ("2/3/2027", "2027-02-03` or `2027-03-02"),
    ],
)
def test_a_day_in_other_words_is_said_as_toml_has_it(written: str, meant: str | None) -> None:
    (bare,) = helps(f"{RECORD}[call]\ncloses = {written}\n")
    (quoted,) = helps(f'{RECORD}[call]\ncloses = "{written}"\n')
    assert bare is not None
    if meant is None:
        assert bare == f'write `"{written}"`'
        assert quoted == 'write year-month-day without quotes, `2018-02-04`, or "TBD" while it is not known'
    else:
        assert bare.removesuffix(": year, month and day in this order") == f"write `{meant}`"
        assert quoted == f"write `{meant}` without quotes"


def test_the_day_of_the_edition_takes_no_time() -> None:
    assert helps(RECORD.replace("2018-02-04", '"2018-02-04 10:00"')) == ["write `2018-02-04` without quotes"]
