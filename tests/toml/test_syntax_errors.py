"""What TOML has and Python has not is said to be wrong where it stands."""

import pytest

from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2018-02-04T23:59:60Z", "`2018-02-04T23:59:60Z` is not a date with time"),
        ("0000-01-01", "`0000-01-01` is not a date"),
        ("2018-02-04T23:59:59+25:00", "`2018-02-04T23:59:59+25:00` is not a date with time"),
    ],
)
def test_a_date_that_is_out_of_range_is_found(value: str, message: str) -> None:
    text = f'a = "at 00:00:60 é"  # 0000-01-01\nx = [1,\n  {value}]\n'
    document, (found,) = parse(SourceText("2018.toml", text))
    assert document is not None and document.values == {"a": "at 00:00:60 é"}
    assert (found.message, found.location.start) == (message, (3, 3))
