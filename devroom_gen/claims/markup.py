"""From Markdown and HTML to plain words with their places. Every pattern is linear: bounded, or cut off by its own end.

Parsers of Markdown know the lines of a block and no place within it, and those of HTML mend what they read; here each mark is
read for itself, and all that is neither mark nor markup stays the words that it is.
"""

import html
import re
from dataclasses import dataclass, field
from itertools import accumulate

from devroom_gen.claims.page import HOLE, Flaw, Link, Plain
from devroom_gen.text.source import Span

_TOKEN = re.compile(
    r"""(?=[{`<&\]\[~*_\\!hw.])(?:
      (?P<liquid>\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}|\{[a-z][a-z_]{0,30}(?:\.[a-z_]{1,30}){0,3}(?::[^{}\n]{1,40})?\})
    | (?P<code>``?[^`\n]{1,300}``?)
    | <(?P<auto>https?://[^\s<>]{1,2000}|mailto:[^\s<>]{1,300})>
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,15})(?P<attributes>[^<>]{0,2000})>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});)
    | \]\(\s*+<?(?P<target>[^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?\s*+(?:"[^"\n]{0,300}"\s*+)?\)
    | (?P<url>(?:(?<![\w])https?://|(?<![\w/.@-])www\.)[^\s<>"'`|\\]{1,2000})
    | (?P<bare>\.(?:org|com|net|io|be|eu|dev|de|fr|it|uk)/[^\s<>"'`)\],;|]{0,500})
    | (?P<open>!?\[)
    | (?P<shut>\])
    | (?P<struck>~~)
    | (?P<emphasis>\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_]))
    | (?P<escape>\\(?=[\\`*_{}\[\]()\#+.!|<>~-]))
    )""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(href|src|id|content|name|property|event|onclick|data-[a-z-]{1,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_WORDS_OF_TAG = re.compile(r"""=\s{0,2}(["'])(?=[A-Z]|[^"'\n]{0,300}\s)([^"'\n]{1,500})\1""")
"""What a part that is put in by `{% include %}` is given to say."""
_HOST = re.compile(r"(?<![\w@./:#-])[A-Za-z0-9][A-Za-z0-9.-]{0,78}\Z")
_DEEPEST = 20
"""Links in each other, of which a text has one or two: the words of all are read for each."""
_OPENED = re.compile(r"https?://[^\s'\"()]{1,500}")
_NAMED = re.compile(r"[a-z][-_/](?:19|20)\d\d(?![\w-])", re.IGNORECASE)
"""An identifier with a year: that of an edition in a shop or a player."""
_MOST_PARTS = 50
_PARTS = frozenset({"nav", "aside", "header", "footer"})
_HIDDEN = frozenset({"script", "style"})
_STRUCK = frozenset({"del", "s", "strike"})
_APART = (
    "p", "div", "ul", "ol", "dl", "tr", "table", "section", "article", "header", "footer", "nav", "blockquote",
    "aside", "center", "pre", "hr", "html", "head", "body", "meta", "link", "main", "form", "figure", "tbody", "thead",
)  # fmt: skip
_BREAKS = dict.fromkeys(_APART, ("\n\n", "\n\n")) | {
    "br": ("\n", "\n"), "li": ("\n- ", "\n\n"), "td": (" | ", ""), "th": (" | ", ""), "dt": ("\n\n", ""),
    "dd": (": ", "\n\n"),
}  # fmt: skip
"""What an opening and a closing tag put into the plain words."""


@dataclass
class Inline:
    """The plain words of a stretch of markup, and the links, struck parts, ids and flaws that were in it."""

    pieces: list[tuple[str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    ids: list[tuple[str, Span]] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    """Where parts beside the text of a page begin and end, and what they are."""
    length: int = 0

    def plain(self) -> Plain:
        """Join the pieces; an empty text still has a place."""
        texts = [text for text, _ in self.pieces]
        starts = list(accumulate(map(len, texts[:-1]), initial=0))
        return Plain(text="".join(texts), starts=starts, sources=[source for _, source in self.pieces] or [0])

    def struck_edges(self) -> tuple[int, ...]:
        """Return where what is struck through begins and ends, in turn; one part may lie in another."""
        edges: list[int] = []
        for first, last in sorted(self.struck):
            edges[-1:] = [max(edges[-1], last)] if edges and first <= edges[-1] else [*edges[-1:], first, last]
        return tuple(edges)

    def emit(self, text: str, source: int) -> None:
        if text:
            self.pieces.append((text, source))
            self.length += len(text)

    def text_from(self, piece: int) -> str:
        return "".join(text for text, _ in self.pieces[piece:])


class _Reader:
    def __init__(self, text: str, start: int, end: int, out: Inline) -> None:
        self.text = text
        self.end = end
        self.out = out
        self.brackets: list[tuple[int, int, bool]] = []
        self.anchors: list[tuple[str, Span, int, int]] = []
        self.strikes: list[int] = []
        self.parts: list[tuple[int, str]] = []
        self.hidden: str | None = None
        position = start
        for token in _TOKEN.finditer(text, start, end):
            begin = token.start()
            if begin < position:
                continue
            if token["bare"]:
                host = _HOST.search(text, max(position, begin - 80), begin)
                if host is None:
                    continue
                begin = host.start()
            if not self.hidden:
                out.emit(text[position:begin], position)
            position = self.read(token, begin)
        if not self.hidden:
            out.emit(text[position:end], position)

    def read(self, token: re.Match[str], begin: int) -> int:
        """Read one token and return the place behind it."""
        if token["tag"]:
            self.read_tag(token)
        elif self.hidden:
            return token.end()
        elif token["target"] is not None:
            self.read_target(token)
        elif token["auto"] or token["url"] or token["bare"]:
            return self.read_bare(token, begin)
        elif token["open"]:
            if len(self.brackets) < _DEEPEST:
                self.brackets.append((len(self.out.pieces), self.out.length, token["open"] == "!["))
            self.out.emit("[", token.end() - 1)
        elif token["shut"]:
            if self.brackets:
                self.brackets.pop()
            self.out.emit("]", token.start())
        elif token["entity"]:
            self.out.emit(html.unescape(token["entity"])[:1].replace("\xa0", " "), token.start())
        elif token["struck"]:
            self.strike(is_end=bool(self.strikes))
        elif token["liquid"] or token["code"]:
            self.out.emit(HOLE, token.start())
            for match in _WORDS_OF_TAG.finditer(token["liquid"] or "") if "include" in token.group() else ():
                self.out.emit(f"\n\n{match[2]}\n\n", token.start() + match.start(2) - len("\n\n"))
        return token.end()

    def read_target(self, token: re.Match[str]) -> None:
        span = Span(token.start("target"), max(token.start("target") + 1, token.end("target")))
        if not self.brackets:
            self.out.flaws.append(Flaw(kind="unopened link", span=span, text=token["target"]))
            self.out.emit("]", token.start())
            piece, start, is_image = len(self.out.pieces), self.out.length, False
        else:
            piece, start, is_image = self.brackets.pop()
            self.out.pieces[piece] = ("", self.out.pieces[piece][1])
            self.out.length -= 1
        text = self.out.text_from(piece)
        if not token["target"] and text.strip() and not (is_image or self.strikes or self.is_struck(start)):
            self.out.flaws.append(Flaw(kind="empty link", span=Span(token.start(), token.end()), text=text))
        self.link(token["target"], span, text, start, is_asset=is_image)

    def is_struck(self, start: int) -> bool:
        """Whether something behind a place was struck through."""
        return bool(self.out.struck) and self.out.struck[-1][0] >= start

    def read_bare(self, token: re.Match[str], begin: int) -> int:
        if token["auto"]:
            url, start, end = token["auto"], token.start("auto"), token.end()
        else:
            url, start = self.text[begin : token.end()].rstrip(".,;:!?*_"), begin
            while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.count("]"):
                url = url[:-1].rstrip(".,;:!?*_")
            end = start + max(1, len(url))
        self.link(url, Span(start, start + len(url)), "", self.out.length, is_bare=True)
        self.out.emit(HOLE, begin)
        return end

    def read_tag(self, token: re.Match[str]) -> None:
        tag, is_close, place = token["tag"].lower(), bool(token["close"]), token.start()
        if self.hidden:
            self.hidden = None if is_close and tag == self.hidden else self.hidden
            return
        if tag in _HIDDEN and not is_close:
            self.hidden = tag
        elif tag in _STRUCK:
            self.strike(is_end=is_close)
        elif tag == "a" and is_close and self.anchors:
            url, span, piece, start = self.anchors.pop()
            self.link(url, span, self.out.text_from(piece), start)
        elif tag in _BREAKS:
            self.out.emit(_BREAKS[tag][is_close], place)
            self.read_part(tag, is_close=is_close)
        elif tag == "title" or (tag[0] == "h" and tag[1:].isdigit()):
            level = 1 if tag == "title" else min(6, max(1, int(tag[1:])))
            self.out.emit("\n\n" if is_close else "\n\n" + "#" * level + " ", place)
        if not is_close:
            self.read_attributes(token, tag)

    def read_part(self, tag: str, *, is_close: bool) -> None:
        """Keep where a part beside the text begins, and where the innermost one ends."""
        if tag in _PARTS and not is_close:
            self.parts[_DEEPEST:] = [(self.out.length, tag)]
        elif tag in _PARTS and self.parts and self.parts[-1][1] == tag and len(self.out.parts) < _MOST_PARTS:
            self.out.parts.append((self.parts.pop()[0], self.out.length, tag))

    def read_attributes(self, token: re.Match[str], tag: str) -> None:
        for match in _ATTRIBUTE.finditer(self.text, *token.span("attributes")):
            name, value = match[1].lower(), match[2] or match[3] or match[4] or ""
            start = match.start(match.lastindex or 1)
            span = Span(start, start + max(1, len(value)))
            if name == "href" and tag == "a":
                if not value:
                    self.out.flaws.append(Flaw(kind="empty link", span=Span(*token.span()), text=""))
                self.anchors[_DEEPEST:] = [(value, span, len(self.out.pieces), self.out.length)]
            elif name == "id" and value:
                self.out.ids.append((value, span))
            elif name == "onclick":
                if opened := _OPENED.search(value):
                    place = Span(start + opened.start(), start + opened.end())
                    self.link(opened.group(), place, "", self.out.length, is_bare=True)
            elif name == "event" or (name[:5] == "data-" and _NAMED.search(value)):
                self.link(value, span, "", self.out.length, is_bare=True)
            elif name == "src":
                self.link(value, span, "", self.out.length, is_asset=True)
            elif name == "content" and tag == "meta" and value:
                self.out.emit(f"{value}\n\n", start)

    def link(
        self, url: str, span: Span, text: str, start: int, *, is_asset: bool = False, is_bare: bool = False
    ) -> None:
        if url:
            words = text.strip()
            start += len(text) - len(text.lstrip())
            end = start + max(1, len(words))
            self.out.links.append(Link(html.unescape(url), span, words, start, end, is_asset, is_bare))

    def strike(self, *, is_end: bool) -> None:
        if not is_end:
            self.strikes.append(self.out.length)
        elif self.strikes:
            self.out.struck.append((self.strikes.pop(), self.out.length))


def read_inline(text: str, ranges: list[tuple[int, int]]) -> Inline:
    """Read the markup in some ranges of a text as one stretch of plain words."""
    out = Inline()
    for start, end in ranges:
        _Reader(text, start, end, out)
    return out
