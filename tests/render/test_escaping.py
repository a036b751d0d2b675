import html
from urllib.parse import unquote

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from devroom_gen.render.escaping import html_text, markdown_link, markdown_text, yaml_quoted
from tests.hostile import LINKS, TEXTS, flat, links, read_markdown, texts

FORM = """\
# {text}

### {text}, {text}

{text}

{text} begins, x {text} y
{text}
goes on

- {text}
- *{text}* and **{text}** and [{text}]({link})

1. {text}

<p title="{attribute}"><a href="{link}">{attribute}</a></p>

See <{link}>, {link} and {link} too.
"""
HARMLESS = "harmless"


def fill(text: str, link: str) -> str:
    return FORM.format(text=markdown_text(text), link=markdown_link(link), attribute=html_text(text))


@given(texts, links)
def test_values_stand_on_a_page_as_the_texts_they_are(text: str, link: str) -> None:
    good = read_markdown(fill(HARMLESS, link))
    page = read_markdown(fill(text, link))
    assert page.tags == good.tags
    assert page.text == flat("".join(good.pieces).replace(HARMLESS, text.strip()))
    assert page.values("p", "title") == [text]


@given(links)
@example("https://example.org/&#é")
def test_links_keep_their_meaning(link: str) -> None:
    page = read_markdown(fill(HARMLESS, link))
    wanted = read_markdown(f'<a href="{html.escape(link)}"></a>').values("a", "href")
    assert page.values("a", "href") == wanted * 3
    assert unquote(page.text).endswith(flat(f"See {wanted[0]}, {wanted[0]} and {wanted[0]} too."))


@pytest.mark.parametrize("link", LINKS)
def test_each_hostile_link_keeps_its_meaning(link: str) -> None:
    assert set(read_markdown(fill(HARMLESS, link)).values("a", "href")) == {
        read_markdown(f'<a href="{html.escape(link)}"></a>').values("a", "href")[0]
    }


@pytest.mark.parametrize("text", TEXTS)
def test_liquid_finds_nothing_to_run(text: str) -> None:
    for escaped in (markdown_text(text), html_text(text)):
        assert "{" not in escaped
        assert "}" not in escaped


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_yaml(text: str) -> None:
    assert yaml.safe_load(f"title: {yaml_quoted(text)}\nnext: 1\n") == {"title": text, "next": 1}


@pytest.mark.parametrize("text", TEXTS)
def test_titles_survive_html_in_yaml(text: str) -> None:
    front = yaml.safe_load(f"title: {yaml_quoted(html_text(text))}\n")
    assert html.unescape(front["title"]) == text


@pytest.mark.parametrize(
    "text",
    [
        "HPC, Big Data, and Data Science",
        "ULB (Campus Solbosch)",
        "Saturday, February 4, 2017",
        "AW1.126",
        "09:00-17:00",
        "snake_case",
        "Zürich",
        "Acme Inc.",
        "Really?!",
        "and/or",
        "2nd",
    ],
)
def test_ordinary_texts_stay_readable(text: str) -> None:
    assert markdown_text(text) == text
    assert html_text(text) == text
    assert yaml_quoted(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("FOSDEM'18", "FOSDEM&#39;18"),
        ("R&D", "R&amp;D"),
        ("- a - b", "&#45; a - b"),
        ("1. a 1. b", "1&#46; a 1. b"),
        ("a -- b...", "a &#45;&#45; b&#46;&#46;&#46;"),
        ("_a_b_", "&#95;a_b&#95;"),
        ("C#", "C&#35;"),
    ],
)
def test_only_what_has_a_meaning_becomes_an_entity(text: str, escaped: str) -> None:
    assert markdown_text(text) == escaped


def test_ordinary_links_stay_readable() -> None:
    for link in ("https://www.openstreetmap.org/node/1632534522", "mailto:rust-devroom@lists.fosdem.org"):
        assert markdown_link(link) == link
    link = "https://fosdem.org/2017/schedule/track/hpc,_big_data/?a=1&b=2"
    assert markdown_link(link) == "https://fosdem.org/2017/schedule/track/hpc,%5Fbig_data/?a=1&b=2"
    for link in (
        "https://people.example.org/~ada/",
        "https://example.org/?id=1&lang=en",
        "https://[::1]:80/x",
        "../../a.b/c.md",
    ):
        assert markdown_link(link) == link


@given(st.text("ab C1 0é.-,:;/!?_(c+*'", min_size=1, max_size=12))
def test_what_is_taken_as_harmless_is_escaped_no_other_way(text: str) -> None:
    """A mark behind it makes sure that it is looked at in full."""
    stripped = text.strip()
    if stripped and markdown_text(stripped) == stripped and stripped[-1] not in ".,-?!+":
        assert markdown_text(f"{stripped} *") == f"{stripped} &#42;"


@given(st.text("ab1/:?=%#@_.-&(~", min_size=1, max_size=12))
def test_a_link_that_is_taken_as_harmless_is_escaped_no_other_way(url: str) -> None:
    if markdown_link(url) == url and url[-1] not in ".-_":
        assert markdown_link(f"{url}~") == f"{url}%7E"
