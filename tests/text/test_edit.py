"""Edits change what they name and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.text.edit import Edit, apply, overlap
from devroom_gen.text.source import Span


def test_edits_are_made_whatever_their_order() -> None:
    edits = [Edit(Span(4, 7), "B"), Edit(Span(0, 3), "A"), Edit(Span(7, 7), "!")]
    assert apply("one two three", edits) == "A B! three"


def test_no_edit_changes_nothing() -> None:
    assert apply("a\r\nb", []) == "a\r\nb"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")], True),
        ([Edit(Span(2, 2), "x"), Edit(Span(2, 2), "y")], True),
        ([Edit(Span(0, 2), "x"), Edit(Span(2, 4), "y")], False),
        ([], False),
    ],
)
def test_overlap(edits: list[Edit], expected: bool) -> None:
    assert overlap(edits) is expected


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abcd", [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")])


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="3:9"):
        apply("abcd", [Edit(Span(3, 9), "x")])


@given(st.text(), st.integers(0, 20), st.integers(0, 20), st.text())
def test_everything_outside_of_the_span_stays(text: str, start: int, length: int, put: str) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    assert apply(text, [Edit(Span(start, end), put)]) == text[:start] + put + text[end:]
