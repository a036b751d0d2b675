import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.claims.reading import read_page

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
