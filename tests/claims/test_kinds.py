"""Every kind of file is read into the same blocks, each word in its place, whatever else is wrong with the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.claims.page import Context, Kind
from devroom_gen.linter.page_files import ENDINGS
from devroom_gen.text.source import SourceText


def read(name: str, text: str) -> PageClaims:
    return read_claims(SourceText(name, text))


def shape(page: PageClaims) -> list[tuple[str, str]]:
    return [
        (f"h{block.level}" if block.kind is Kind.HEADING else block.key, " ".join(block.text.split()))
        for block in page.blocks
        if block.text
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.rst", "=====\nBooks\n=====\n\nRules\n-----\n\nBring *one*.\n", [("h1", "Books"), ("h2", "Rules"), ("", "Bring *one*.")]),
        ("a.rst", ":date: 2013-06-01\n:lang: fr\n\nTitle\n=====\n", [("date", "2013-06-01"), ("lang", "fr"), ("h1", "Title")]),
        ("a.adoc", "= Books\n:city: Ghent\n\n== Rules\n\nBring one.\n", [("city", "Ghent"), ("h1", "Books"), ("h2", "Rules"), ("", "Bring one.")]),
        ("a.org", "#+TITLE: Books\n* Rules\nBring one.\n", [("title", "Books"), ("h1", "Rules"), ("", "Bring one.")]),
        ("a.json", '{"site": {"name": "Books", "n": 3, "of": ["a", "b \\"c\\""]}}', [("site.name", "Books"), ("site.of", "a"), ("site.of", 'b \\"c\\"')]),
        ("a.toml", 'title = "Books"\n[site]\nname = "x"\ntext = """one\ntwo"""\n', [("title", "Books"), ("site.name", "x"), ("site.text", "one two")]),
        ("a.ini", "; old\n[site]\nname = Books\n", [("", "old"), ("site.name", "Books")]),
        ("a.lr", "title: Books\n---\nbody:\n\nBring one\nbook.\n---\nx: y\n", [("title", "Books"), ("body", "Bring one book."), ("x", "y")]),
        ("a.yml", "a: 'one\n\n  two'\nb: \"three\nfour\"\nc: 5\n", [("a", "one"), ("a", "two"), ("b", "three four"), ("c", "5")]),
        ("a.mdx", 'import X from "y";\n\n# Books\n\n{/* hidden */}\n\nBring one.\n', [("h1", "Books"), ("", "Bring one."), ("", "hidden")]),
        ("a.astro", '---\nconst x = "FOSDEM 2019";\n---\n<h1>Books</h1>\n', [("h1", "Books")]),
        ("CNAME", "books.example\n", [("cname", "books.example")]),
    ],
)  # fmt: skip
def test_kinds(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(read(name, text)) == expected


@pytest.mark.parametrize(
    ("name", "text", "urls"),
    [
        ("a.rst", "See `the hall <https://hall.example/2019/>`_ and https://b.example.", ["https://hall.example/2019/", "https://b.example"]),
        ("a.rst", "See `the hall`_.\n\n.. _the hall: https://hall.example/\n", ["https://hall.example/"]),
        ("a.rst", "See `nothing`_ and ``code``.", []),
        ("a.adoc", "See link:https://hall.example/[the hall] and https://b.example[b].", ["https://hall.example/", "https://b.example"]),
        ("a.org", "See [[https://hall.example/][the hall]] and [[https://b.example]].", ["https://hall.example/", "https://b.example"]),
        ("a.json", '{"link": "https://hall.example/", "url": "/2019/hall/"}', ["https://hall.example/", "/2019/hall/"]),
        ("a.yml", "button_link: /2019/hall/\ntitle: a/b\n", ["/2019/hall/"]),
        ("CNAME", "books.example", ["https://books.example"]),
    ],
)  # fmt: skip
def test_links(name: str, text: str, urls: list[str]) -> None:
    assert [link.url for link in read(name, text).links] == urls


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a <!-- b --> c", ["b"]),
        ("a {/* b */} c", ["b"]),
        ("a {# b #} c", ["b"]),
        ("a {% comment %} b {% endcomment %} c", ["b \ufffc"]),
        ("a\n[//]: # (b)\nc", ["(b)"]),
        ("a <!-- b {/* c */}", ["c"]),
    ],
)
def test_comments(text: str, comments: list[str]) -> None:
    blocks = read("a.md", text).blocks
    assert [block.text.strip() for block in blocks if block.context is Context.COMMENT] == comments


def test_parts_beside_the_text() -> None:
    text = "<header><h1>A</h1><nav><a href='/x'>B</a></nav></header><p>C</p><footer>D</footer>"
    assert [(block.text.strip(), block.part) for block in read("a.html", text).blocks] == [
        ("A", "header"), ("B", "nav"), ("C", ""), ("D", "footer"),
    ]  # fmt: skip


WORDS = ["2 May 2020", "Map Days 2019", "https://a.example/2019", "\n", "\n\n", "=====\n", "-----\n", "# ", "* ", ".. _x: y\n", ":a: b\n", '"', "'", ": ", "a: ",
         "[", "](", "]]", "[[", "{", "}", "<", ">", "`", "_", "|", "---\n", '"""', ".. image:: x", "import a\n", "{/*", "*/}", "//", "[//]:", "{% comment %}"]  # fmt: skip


@given(st.sampled_from(sorted(ENDINGS)), st.lists(st.sampled_from(WORDS), max_size=40))
def test_each_claim_stands_where_it_is_read(ending: str, words: list[str]) -> None:
    text = "".join(words)
    page = read(f"a{ending}", text)
    for date in page.dates:
        typed = text[date.span.start : date.span.end]
        assert typed.startswith(date.text[:1]) and typed.endswith(date.text[-1:])
    for link in page.links:
        assert (
            text[link.span.start : link.span.end] == link.url or link.link.is_asset or not link.url.startswith("http")
        )
