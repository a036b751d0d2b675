"""Markdown prose as people read it in a mail: bare links, no marks, lines of about 80 columns."""

import html
import re

_WIDTH = 78
_URL = r"[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*"
# What marks have no meaning in: code, escaped characters, links with their text, addresses.
_VERBATIM = re.compile(
    r"(?<!`)(?P<ticks>`{1,8})(?!`)(?P<code>[^`](?:.{0,500}?[^`])??)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<text>[^\[\]]*)\]\(\s*(?:<(?P<wide>[^<>\n]*)>|(?P<url>" + _URL + r"))(?:\s+\"[^\"]{0,500}\")?\s*\)"
    r"|<(?P<auto>(?:https?|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"
    r"|(?P<bare>https?://" + _URL + r")",
    re.DOTALL,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_RUN = re.compile(r"\*{1,3}|_{1,3}|~~")
_KEPT = re.compile("\x00(\\d+)\x00")
_BULLET = re.compile(r"([-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?$")


def plain_text(prose: str) -> str:
    """Take the marks of Markdown off; a link shows its address behind its text."""
    kept: list[str] = []
    text = _VERBATIM.sub(lambda match: _keep(match, kept), _without_comments(prose))
    text = html.unescape(_without_marks(_TAG.sub("", text)))
    return _KEPT.sub(lambda match: kept[int(match[1])], text)


def wrap(text: str, indent: int = 0) -> str:
    """Fill paragraphs and bullets to lines of about 80 columns; links and words are never broken."""
    margin = " " * indent
    return "\n\n".join(_wrap_block(block, margin) for block in re.split(r"\n\s*\n", text.strip()))


def _wrap_block(block: str, margin: str) -> str:
    entries: list[tuple[str, str]] = []
    for line in block.split("\n"):
        depth = len(line) - len(line.lstrip())
        bullet = _BULLET.match(line.lstrip())
        if bullet:
            entries.append((" " * depth + bullet.group(), line.lstrip()[bullet.end() :]))
        elif entries:
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {line.strip()}")
        else:
            heading = _HEADING.match(line.strip())
            entries.append(("", heading[1] if heading else line.strip()))
    return "\n".join(_fill(text.split(), margin + first, margin + " " * len(first)) for first, text in entries)


def _fill(words: list[str], first: str, margin: str) -> str:
    """Fill lines with words, as many as fit; a word that is longer than a line stands alone in its own."""
    lines: list[str] = []
    line = first
    for word in words:
        if len(line) + len(word) >= _WIDTH and line.strip() and line != first:
            lines.append(line)
            line = margin
        line += word if line in (first, margin) else f" {word}"
    return "\n".join([*lines, line]).rstrip() if words else ""


def _keep(match: re.Match[str], kept: list[str]) -> str:
    """Put aside what stays as it is, and leave its number between two characters that no record can hold."""
    before = ""
    if match["code"] is not None:
        verbatim = match["code"].strip()
    elif match["text"] is not None:
        before, verbatim = _split_link(match, kept)
    else:
        verbatim = match["escaped"] or (match["auto"] or match["bare"]).removeprefix("mailto:")
    kept.append(verbatim)
    return f"{before}\0{len(kept) - 1}\0"


def _split_link(match: re.Match[str], kept: list[str]) -> tuple[str, str]:
    """Return the text of a link, whose marks are still to be taken off, and its address."""
    text = match["text"].strip()
    url = (match["wide"] if match["wide"] is not None else match["url"]).removeprefix("mailto:")
    if not text or text == url:
        return "", url
    return _VERBATIM.sub(lambda inner: _keep(inner, kept), text), f" <{url}>"


def _without_comments(text: str) -> str:
    pieces, start = [], 0
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        pieces.append(text[start:begin])
        start = end + 3
    return "".join(pieces) + text[start:]


def _without_marks(text: str) -> str:
    """Take off the marks of emphasis that belong together; what stands alone is not a mark. Linear in the text."""
    waiting: dict[str, list[re.Match[str]]] = {}
    marks: list[re.Match[str]] = []
    for run in _RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        inside = run[0][0] == "_"
        closes = before.strip() != "" and not (inside and after.isalnum())
        opens = after.strip() != "" and not (inside and before.isalnum())
        if closes and waiting.get(run[0]):
            marks += [waiting[run[0]].pop(), run]
        elif opens:
            waiting.setdefault(run[0], []).append(run)
    pieces, start = [], 0
    for mark in sorted(marks, key=lambda each: each.start()):
        pieces.append(text[start : mark.start()])
        start = mark.end()
    return "".join(pieces) + text[start:]
