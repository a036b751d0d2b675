"""Words without markup are read quickly, and as all else is."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.claims import extract
from devroom_gen.claims.ordinals import _WORDS
from devroom_gen.claims.parser import read_page
from devroom_gen.claims.phrases import _TRIGGERS
from devroom_gen.text.source import SourceText

WORDS = st.from_regex(r"[A-Z][a-z]{0,3}(?:(?:[,;.:!?]? |['-])[a-z0-9]{1,3}){0,3}[.:!?]?", fullmatch=True)


@given(st.text("ab Z0,;:.!?'-", min_size=1, max_size=16) | WORDS)
def test_mere_words_are_read_as_all_else_is(text: str) -> None:
    """A link below, in a paragraph of its own, makes sure that the text is looked at in full."""
    text = text.strip()
    if text:
        alone = read_page("page.md", text).blocks
        above = read_page("page.md", f"{text}\n\n[a](b)").blocks[:-1]
        assert [dataclasses.replace(block, plain=above[0].plain) for block in alone] == list(above)
        assert [block.span(0, len(block.text)) for block in alone] == [
            block.span(0, len(block.text)) for block in above
        ]


VOCABULARY = st.sampled_from([
    *extract._NEEDED, *(pattern for triggers in _TRIGGERS.values() for pattern in triggers), *_WORDS,
    "installment", "installed", "last", "stream", "EST", "CEST", "CE", "T", "AT", "at", "example", "to be", "announced",
    "Devroom", "devrooms", "Kernel", "select the", "held", "online", "see you in", "Brussels", "Code of Conduct", "UTC",
    "call", "is", "closed", "submit a", "code", "Room", "hall", "AW1", "January", "may", "Saturday", "2018", "x1", "XXX",
    "TODO", "FIXME", "TBD", "tba", "in person", "on the", "ULB", "campus", "Ada Lovelace", "organized by", "first", "second",
])  # fmt: skip


@given(st.lists(VOCABULARY, min_size=1, max_size=8), st.sampled_from([" ", ", ", ". ", "-", ": "]), st.booleans())
def test_words_that_are_not_looked_at_closely_state_nothing(words: list[str], between: str, is_sentence: bool) -> None:
    text = between.join(words)
    source = SourceText("page.md", f"{text[0].upper()}{text[1:]}." if is_sentence else text)
    with pytest.MonkeyPatch.context() as patch:
        quick = extract.read_claims(source)
        patch.setattr(extract, "_may_state", lambda block: True)
        assert repr(extract.read_claims(source)) == repr(quick)
