"""Makes a plain value safe for the place it is put in, so that readers see the text that was written down.

Sources: the CommonMark specification 0.31 (6.2, entities), the kramdown syntax reference, the Liquid documentation,
YAML 1.1 (5.7, escapes). Everything becomes an entity and nothing a backslash: kramdown, CommonMark, Liquid and Hugo
agree on entities alone; links are percent-encoded.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

_MARKDOWN = str.maketrans(
    {
        "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
        **{char: f"&#{ord(char)};" for char in "'*[]`~$^|{}\\#"},
    }
)  # fmt: skip
# What has a meaning only at the beginning of a line, or in a run that a typographer changes: a dash, an ellipsis, `(c)`.
_LONE = r"(?<![A-Za-z])_|_(?![A-Za-z])"  # between two letters it is itself everywhere, beside a digit not in kramdown
_IN_PLACE = re.compile(
    rf"{_LONE}|\A(?:[-+:=]|\d+[.)])|--+|\.\.+|,,+|[?!]{{4,}}|\+-|\((?:c|r|p|tm)\)|[-,]\Z", re.IGNORECASE | re.ASCII
)
# Most texts: words, and single marks between them that no reader takes for anything else.
_HARMLESS = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ .,:;/!?-] ?[A-Za-z0-9]+)*[.!?]?")
_HTML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", **{char: f"&#{ord(char)};" for char in "'{}"}}
)
# What some format takes for a mark, or a run of marks, where a link stands bare; and what would end it in brackets or quotes.
_IN_LINK = (
    r"""\A(?:\.\./)+|(?<=://)\[[0-9A-Fa-f:.]+\]|[ ()<>"|{}\\^`'*$\[\]]"""
    rf"|{_LONE}|(?<=-)-|(?<=\.)\.|(?<=,),|(?<=[?!][?!][?!])[?!]|\+(?=-)|(?<!/)~|~(?!\w)"
    r"|[!,.:;?]\Z|(?<=&#)[0-9xX]|(?<=&)[A-Za-z](?=[A-Za-z0-9]*;)"
)
_HARMLESS_LINK = re.compile(r"(?:[A-Za-z0-9/:?=%#@]|[.-](?=[A-Za-z0-9/]))+")
_YAML_ESCAPED = re.compile(
    r"[\\\"\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff\ufff0-\uffff]"
)


def as_it_is(text: str) -> str:
    """Leave a text untouched."""
    return text


class Escaping(NamedTuple):
    """How one format takes a plain text, a link, and prose, before and after facts are put in for its placeholders.

    Where prose is escaped as a whole, `is_bare` says that the facts in it are put in as they are; `is_markdown`, that those
    in code are.
    """

    text: Callable[[str], str]
    link: Callable[[str], str]
    prose: Callable[[str], str] = as_it_is
    filled_prose: Callable[[str], str] = as_it_is
    is_bare: bool = False
    is_markdown: bool = False


def markdown_text(text: str) -> str:
    """Escape for a body that kramdown or a CommonMark reader turns into HTML, and Liquid runs over before."""
    if _HARMLESS.fullmatch(text):
        return text
    escaped = text.strip().translate(_MARKDOWN)
    return _IN_PLACE.sub(_entities, escaped)


def markdown_link(url: str) -> str:
    """Escape a link for a destination in parentheses, an autolink, an attribute of HTML, and running text at once.

    An entity is none in an autolink, so everything is percent-encoded, which by RFC 3986 (6.2.2.2) is the same link.
    """
    return url if _HARMLESS_LINK.fullmatch(url) else _find_in_link().sub(_percent, url)


@cache
def _find_in_link() -> re.Pattern[str]:
    """Return the pattern of all that is escaped in links: with `&copy` and the like, which HTML reads without `;`, too."""
    from html.entities import html5  # few links need it

    names = "|".join(name for name in html5 if not name.endswith(";"))
    return re.compile(rf"{_IN_LINK}|(?<=&)[A-Za-z](?<=(?=(?:{names})).)")


def as_path(path: str) -> str:
    """Return the relative link that leads to a path: what begins another part of a link is percent-encoded."""
    return path.replace("%", "%25").replace("#", "%23").replace("?", "%3F").replace(":", "%3A")


def hugo_path(link: str) -> str:
    """Return the link under which Hugo (0.123 and later, its defaults) publishes the page bundle that a link leads to."""
    return as_path(re.sub(r"[^\w./+~#%-]", "", unquote(link).replace(" ", "-")).lower())


def plain_prose(prose: str) -> str:
    """Write the Markdown of prose as plain text."""
    from devroom_gen.render.plain_text import plain_text  # few pages are plain text

    return plain_text(prose)


def html_text(text: str) -> str:
    """Escape for text and attributes of HTML; Liquid, which runs over these too, finds no brace."""
    return text.translate(_HTML)


def yaml_quoted(text: str) -> str:
    """Write a text as a double-quoted scalar of YAML."""
    return '"' + _YAML_ESCAPED.sub(_yaml_escape, text) + '"'


def _entities(match: re.Match[str]) -> str:
    return "".join(char if char.isalnum() else f"&#{ord(char)};" for char in match.group())


def _percent(match: re.Match[str]) -> str:
    return match.group() if len(match.group()) > 1 else f"%{ord(match.group()):02X}"  # the way up, or an IPv6 address


def _yaml_escape(match: re.Match[str]) -> str:
    char = match.group()
    if char in '\\"':
        return f"\\{char}"
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


ESCAPINGS: dict[str, Escaping] = {
    ".md": Escaping(text=markdown_text, link=markdown_link, is_markdown=True),
    ".html": Escaping(text=html_text, link=html_text, filled_prose=html_text, is_bare=True),
    ".yml": Escaping(text=yaml_quoted, link=yaml_quoted, filled_prose=yaml_quoted, is_bare=True),
    ".yaml": Escaping(text=yaml_quoted, link=yaml_quoted, filled_prose=yaml_quoted, is_bare=True),
    ".txt": Escaping(text=as_it_is, link=as_it_is, prose=plain_prose),
}
"""How each kind of file takes values, by the ending of its name; any other is taken for plain text."""


def escaping_of(path: str) -> Escaping:
    """Choose the escaping for a page by the ending of its name."""
    return ESCAPINGS.get(path[path.rfind(".") :], ESCAPINGS[".txt"])
