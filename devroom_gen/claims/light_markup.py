"""reStructuredText, AsciiDoc and Org, as far as links, headings, fields and comments go; the rest is read as the words that it is.

Their parsers build documents and forget where in a line a word stood, so the marks that matter are found by a table.
"""

import re
from typing import NamedTuple

from devroom_gen.claims.markup import Inline
from devroom_gen.claims.page import HOLE, Link
from devroom_gen.text.source import Span


class Field(NamedTuple):
    """A line that states something about the page: its key, and the place of its value."""

    key: str
    start: int
    end: int


class Syntax(NamedTuple):
    """The marks of one language. A heading is a title over (or between) lines of one mark, or behind marks that count its level."""

    token: re.Pattern[str]
    comment: re.Pattern[str]
    field: re.Pattern[str]
    heading: re.Pattern[str]
    is_underlined: bool = False


_BARE = r"(?P<url>(?<![\w])https?://[^\s<>\"'`|\\\[\]]{1,2000})"
_RST = Syntax(
    token=re.compile(
        rf"(?P<code>``[^`\n]{{1,300}}``)|`(?P<text>[^`<>]{{1,300}}?)\s*<(?P<target>[^<>`\s]{{1,2000}})>`__?|`(?P<name>[^`<>]{{1,300}})`__?"
        rf"|:[\w:+-]{{1,30}}:`(?P<role>[^`]{{1,300}})`|(?P<marks>\*\*|\||\\)|{_BARE}"
    ),
    comment=re.compile(r"^[ \t]*\.\.(?:[ \t]+(?!\[|_|[\w:+-]+::|\|)(?P<words>[^\n]*))?$"),
    field=re.compile(
        r"^[ \t]*:(?P<key>[A-Za-z][\w-]{0,40}):[ \t]+(?P<value>\S[^\n]*)$"
        r"|^[ \t]*\.\.[ \t]+_(?P<name>`[^`\n]{1,200}`|[^:`\n]{1,200})[ \t]*:[ \t]+(?P<link>\S+)[ \t]*$"
    ),
    heading=re.compile(r"^(?P<mark>[!-/:-@\[-`{-~])(?P=mark){2,}[ \t]*$"),
    is_underlined=True,
)
_ADOC = Syntax(
    token=re.compile(
        rf"(?:link:|xref:)?(?P<target>[^\s\[\]`\"]{{3,2000}})\[(?P<text>[^\]\n]{{0,300}})\]|(?P<code>`[^`\n]{{1,300}}`)|(?P<marks>\*)|{_BARE}"
    ),
    comment=re.compile(r"^//(?!/)(?P<words>[^\n]*)$"),
    field=re.compile(r"^:(?P<key>[A-Za-z][\w-]{0,40}):[ \t]+(?P<value>\S[^\n]*)$"),
    heading=re.compile(r"^(?P<marks>={1,6})[ \t]+(?=\S)"),
)
_ORG = Syntax(
    token=re.compile(
        rf"\[\[(?P<target>[^\]\n]{{1,2000}})\](?:\[(?P<text>[^\]\n]{{1,300}})\])?\]|(?P<code>[=~][^=~\n]{{1,300}}[=~])|(?P<marks>\*)|{_BARE}"
    ),
    comment=re.compile(r"^[ \t]*#(?:[ \t](?P<words>[^\n]*))?$"),
    field=re.compile(r"^#\+(?P<key>[A-Za-z][\w-]{0,40}):[ \t]+(?P<value>\S[^\n]*)$", re.IGNORECASE),
    heading=re.compile(r"^(?P<marks>\*{1,6})[ \t]+(?=\S)"),
)
SYNTAXES = {".rst": _RST, ".adoc": _ADOC, ".asciidoc": _ADOC, ".org": _ORG}


class Light(NamedTuple):
    """A text, read: its plain words, what states something about the page, and the places of its comments."""

    inline: Inline
    fields: list[Field]
    comments: list[Span]


def read_light(text: str, syntax: Syntax) -> Light:
    """Read a text of one of the languages of the table."""
    read = Light(Inline(), [], [])
    targets: dict[str, Field] = {}
    lines = [(match.start(), match.group().rstrip("\r\n")) for match in re.finditer(r"[^\n]*\n|[^\n]+\Z", text)]
    levels: list[str] = []
    is_over = False
    for number, (begin, line) in enumerate(lines):
        behind = lines[number + 1][1] if number + 1 < len(lines) else ""
        end = begin + len(line)
        if match := syntax.field.match(line):
            _read_field(match, begin, read.fields, targets)
        elif match := syntax.comment.match(line):
            read.comments.append(Span(begin + max(0, match.start("words")), end))
        elif syntax.is_underlined and syntax.heading.match(line):
            is_over = True  # or it stands under a title
        else:
            level, start = _find_heading(line, behind, syntax, levels, is_over=is_over)
            read.inline.emit(f"\n{'#' * min(level, 6)} " if level else "", begin)
            read_line(text, begin + start, end, syntax, read.inline)
            is_over = False
        read.inline.emit("\n", end)
    _resolve(read.inline, text, targets)
    return read


def _read_field(match: re.Match[str], begin: int, fields: list[Field], targets: dict[str, Field]) -> None:
    """Keep what a line states about the page, or the address that it gives to a name."""
    name = match.groupdict().get("name")
    group = "link" if name else "value"
    found = Field((name or match["key"]).lower().strip("`"), begin + match.start(group), begin + match.end(group))
    if name:
        targets[found.key] = found
    else:
        fields.append(found)


def _find_heading(line: str, behind: str, syntax: Syntax, levels: list[str], *, is_over: bool) -> tuple[int, int]:
    """Return the level of a heading, 0 for none, and where its words begin; `levels` are the styles that were met before."""
    if not syntax.is_underlined:
        heading = syntax.heading.match(line)
        return (len(heading["marks"]), heading.end()) if heading else (0, 0)
    under = syntax.heading.match(behind) if line.strip() and not line[0].isspace() else None
    if under is None:
        return 0, 0
    style = f"{under['mark']}{is_over}"
    levels += [] if style in levels else [style]
    return levels.index(style) + 1, 0


def read_line(text: str, start: int, end: int, syntax: Syntax, out: Inline) -> None:
    """Read the marks in one stretch of text; what is named here and addressed elsewhere has its name for an address."""
    place = start
    for token in syntax.token.finditer(text, start, end):
        out.emit(text[place : token.start()], place)
        place = token.end()
        parts = token.groupdict()
        if parts.get("target") or parts.get("name"):
            kind = "text" if parts.get("text") else "name" if parts.get("name") else "target"
            words = parts[kind] or ""
            where = "target" if parts.get("target") else "name"
            url = parts[where] or ""
            out.links.append(Link(url, Span(*token.span(where)), words, out.length, out.length + max(1, len(words))))
            out.emit(words, token.start(kind))
        elif parts.get("url"):
            url = (parts["url"] or "").rstrip(".,;:!?)")
            place = token.start("url") + len(url)
            out.links.append(Link(url, Span(token.start("url"), place), "", out.length, out.length + 1, is_bare=True))
            out.emit(HOLE, token.start("url"))
        elif parts.get("role"):
            out.emit(parts["role"] or "", token.start("role"))
        elif parts.get("code"):
            out.emit(HOLE, token.start())
    out.emit(text[place:end], place)


def _resolve(inline: Inline, text: str, targets: dict[str, Field]) -> None:
    """Give links that are addressed by their names the addresses that stand elsewhere, and drop those that have none."""
    found: list[Link] = []
    for link in inline.links:
        known = targets.get(link.url.lower())
        if known:
            found.append(link._replace(url=text[known.start : known.end], span=Span(known.start, known.end)))
        elif re.match(r"[\w+.-]+:|[./#{|]|[^\s]+/", link.url):
            found.append(link)
    used = {link.span for link in found}
    unused = (field for field in targets.values() if (field.start, field.end) not in used)
    inline.links[:] = found + [
        Link(text[each.start : each.end], Span(each.start, each.end), "", inline.length, inline.length, is_bare=True)
        for each in unused
    ]
