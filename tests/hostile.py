"""Texts and links that formats would take for something else, and a reader of the pages they come out on."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import yaml
from hypothesis import strategies as st
from markdown_it import MarkdownIt

TEXTS = (
    "it's", 'a "quoted" word', "a: b", ": b", "{{", "{{ page.title }}", "}}", "{%", "{% raw %}", "%}", "{# x #}", "a | b", "|a|b|",
    "<script>alert(1)</script>", "<!-- x -->", "_x_", "a_b_c", "x_1_y", "_", "*x*", "**x**", "*", "`x`", "``", "~~x~~", "~", "$$x$$", "$",
    "^[x]", "[^1]", "^", "[a](b)", "![a](b)", "[a]: b", "*[a]: b", "# a", "#", "a #", "C#", "- a", "-", "a-", "+ a", "+", "1. a", "12) a",
    "2018.", "--", "---", "===", "=", "...", "..", "<<a>>", "<", ">", "> a", "\N{GRINNING FACE}", "\N{WOMAN}\u200d\N{ROCKET}", "שלום עולם", "مرحبا",
    '{: .x onclick="alert(1)"}', "{:toc}", "{::nomarkdown}", "{#id}", "{name}", "{", "}", "&amp;", "&copy;", "&#39;", "&", "AT&T;",
    "javascript:alert(1)", "https://example.org/a_b", "www.example.org", "<https://example.org>", "a@example.org", "(c)", "(TM)",
    "+-", "????", "!!!!!", ",,", "a,", "\\", "\\*", "a\\", "%41", "no", "null", "2018", "~~~", "```", ":smile:", "\u00a0a", "a\u200b",
    "é_è", "  a  b  ", "a\tb", "x" * 10_000,
)  # fmt: skip
LINKS = (
    "https://example.org/hpc,_big_data,_and_x_/1_2_3", "https://example.org/a(b)c", "https://example.org/'a'*b*", "https://example.org/~~x~~",
    "https://example.org/a[0]=1&amp=2&copy=3", "https://[::1]:80/x", "https://example.org/{{x}}", "https://example.org/{%x%}",
    "https://example.org/{x|y}?a=b#c", "https://example.org/%7B%20a?x=$$&y=^z", "https://example.org/x--y...z", "https://example.org/../a/../b", "https://example.org/ü?ö=ß",
    "https://example.org/a`b`", "https://example.org/!x!", "https://example.org/a;b,c", "https://example.org/{:.x}",
    "https://example.org/%zz%", "https://example.org/&quot;", "mailto:a_b_c@example.org", "https://example.org/(", "https://example.org/)",
    "https://example.org/]", "https://example.org/#:~:text=a",
)  # fmt: skip

_characters = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"],
    exclude_characters="\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
texts = st.one_of(
    st.sampled_from(TEXTS),
    st.lists(st.sampled_from(TEXTS[:-1]), min_size=2, max_size=4).map("".join),
    st.lists(st.sampled_from("'\":{}%|<>_*`~$^[]()#-+=1.,!?&;\\/ \tab\u00e9"), min_size=1, max_size=12).map("".join),
    st.text(_characters, min_size=1, max_size=30),
).filter(lambda text: bool(text.strip()))
"""Any one line that a record may hold."""
links = st.one_of(
    st.sampled_from(LINKS),
    st.text("'{}%|_*`~$^[]()#-+=1.,!?&;/:@ab\u00e9", max_size=12).map("https://example.org/".__add__),
)
"""Any link that a record may hold."""


@dataclass
class Reading(HTMLParser):
    """What a browser finds on a page: its tags in their order, its text, its links and pictures."""

    html: str
    tags: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs if name != "id"]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return flat("".join(self.pieces))

    def values(self, tag: str, name: str) -> list[str]:
        """Return the values of one attribute; of links, their meaning."""
        found = [value for each, key, value in self.attributes if (each, key) == (tag, name)]
        return [unquote(value) for value in found] if name == "href" else found


def flat(text: str) -> str:
    """Take all white space alike, as HTML does."""
    return " ".join(text.split())


def dense(text: str) -> str:
    """Take all white space away: values lose what surrounds them."""
    return "".join(text.split())


def read_page(page: str) -> tuple[dict[str, Any], Reading]:
    """Read a page as a site does: front matter as YAML, the body as Markdown with smart typography."""
    _, matter, body = page.split("---\n", 2)
    front = yaml.safe_load(matter)
    assert isinstance(front, dict)
    return front, read_markdown(body)


def read_markdown(body: str) -> Reading:
    """Read CommonMark with tables, struck-through text and smart typography."""
    rules = ["table", "strikethrough", "smartquotes", "replacements"]
    return Reading(MarkdownIt("commonmark", {"typographer": True}).enable(rules).render(body))
