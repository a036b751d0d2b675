"""Values on a page as GitHub reads it, with its tables, struck-through text and bare links: its own parser is the judge."""

import html
import subprocess
from collections.abc import Callable

import pytest

from tests.hostile import LINKS, TEXTS, Reading, flat
from tests.render.test_escaping import HARMLESS, fill

EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist", "tagfilter")


@pytest.fixture
def read(needs_program: Callable[[str], str]) -> Callable[[str], Reading]:
    """Return a reader of Markdown as GitHub shows it."""
    command = [needs_program("cmark-gfm"), "--unsafe", *(part for each in EXTENSIONS for part in ("-e", each))]
    return lambda text: Reading(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)


def without_links(page: Reading, text: str) -> list[str]:
    """Return the tags of a page; GitHub makes a link of an address that is a text, which is left out."""
    return [tag for tag in page.tags if tag not in ("a", "/a") or "example.org" not in text]


def test_values_are_the_texts_they_are(read: Callable[[str], Reading]) -> None:
    link = "https://example.org/a"
    good = read(fill(HARMLESS, link))
    wrong = []
    for text in TEXTS:
        page = read(fill(text, link))
        wanted = flat("".join(good.pieces).replace(HARMLESS, text.strip()))
        if (
            without_links(page, text) != without_links(good, text)
            or page.text != wanted
            or page.values("p", "title") != [text]
        ):
            wrong.append(text)
    assert not wrong


def test_links_keep_their_meaning(read: Callable[[str], Reading]) -> None:
    wrong = []
    for link in LINKS:
        wanted = read(f'<a href="{html.escape(link)}"></a>').values("a", "href")
        if set(read(fill(HARMLESS, link)).values("a", "href")) != set(wanted):
            wrong.append(link)
    assert not wrong
