"""Markdown as people read it in a mail: no word is lost, no mark is left, no link is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.render.plain_text import plain_text, wrap


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("*a* and **b** and _c_ and ***d*** and ~~e~~", "a and b and c and d and e"),
        ("**bold *inside* x**", "bold inside x"),
        ("2 * 3 * 4, snake_case_name, a_b", "2 * 3 * 4, snake_case_name, a_b"),
        ("[text](https://x.example/a_(b)_c)", "text <https://x.example/a_(b)_c>"),
        ("[*text*](https://x.example/_y_)", "text <https://x.example/_y_>"),
        ("[**a_b**](<https://x.example/a b>)", "a_b <https://x.example/a b>"),
        ("[](https://x.example/)", "https://x.example/"),
        ("[write `now`](mailto:a@example.org)", "write now <a@example.org>"),
        ("see https://x.example/a_b_c and https://x.example/*d*", "see https://x.example/a_b_c and https://x.example/*d*"),
        ("<https://x.example/a_b_> <a@example.org>", "https://x.example/a_b_ a@example.org"),
        ("`a_b *c* <b>`, `` a`b ``, `&amp;`", "a_b *c* <b>, a`b, &amp;"),
        (r"it\*s \_x\_ \[y\]", "it*s _x_ [y]"),
        ("&amp; &lt;b&gt; &#39;", "& <b> '"),
        ("a < b > c <b>d</b><!-- gone --> e", "a < b > c d e"),
        ("a <!-- open", "a <!-- open"),
        ("[{venue}]({venue.map}), *{name}*", "{venue} <{venue.map}>, {name}"),
    ],
)  # fmt: skip
def test_marks_are_taken_off(prose: str, expected: str) -> None:
    assert plain_text(prose) == expected


words = st.from_regex(r"[a-z]{1,9}", fullmatch=True)
urls = st.from_regex(r"https://x\.example/[a-z_*~]{0,8}(\([a-z_*]{1,4}\))?", fullmatch=True)
simple = st.recursive(
    words.map(lambda word: (word, word)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(
            lambda parts: (" ".join(p for p, _ in parts), " ".join(q for _, q in parts))
        ),
        st.tuples(words, st.sampled_from(["*", "**", "_", "~~", "`"])).map(
            lambda each: (f"{each[1]}{each[0]}{each[1]}", each[0])
        ),
        st.tuples(words, urls).map(lambda each: (f"[{each[0]}]({each[1]})", f"{each[0]} <{each[1]}>")),
    ),
    max_leaves=8,
)


@given(simple)
def test_simple_markdown_comes_out_as_its_words(pair: tuple[str, str]) -> None:
    prose, expected = pair
    assert plain_text(prose) == expected


@given(st.lists(words, min_size=1, max_size=60), st.integers(0, 6))
def test_wrapping_loses_no_word_and_keeps_lines_short(each: list[str], indent: int) -> None:
    wrapped = wrap(" ".join(each), indent)
    assert wrapped.split() == each
    assert max(len(line) for line in wrapped.splitlines()) <= 80


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_gives_a_text(prose: str) -> None:
    assert wrap(plain_text(prose)).split() == wrap(wrap(plain_text(prose))).split()


@pytest.mark.parametrize(
    "piece", ["*", "_", "`", "[", "](", "<", "<!--", "**a ", "*a _b ", "[[", "(", "\\", "~~", "*a*b", "` ``"]
)
def test_a_long_text_of_marks_does_not_hang(piece: str) -> None:
    """The pattern that this guards against took minutes; there is no clock here, only patience."""
    plain_text(piece * (20_000 // len(piece)))


def test_a_long_address_is_not_broken() -> None:
    url = "https://example.org/" + "x" * 100
    assert wrap(f"See {url} for more.") == f"See\n{url}\nfor more."
