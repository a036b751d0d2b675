"""Markdown prose as people read it in a mail: bare links, no marks, lines of about 80 columns."""

import html
import re

_WIDTH = 78
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"(\*\*|__|~~|\*|_|`)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BULLET = re.compile(r"([-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?$")


def plain_text(prose: str) -> str:
    """Take the marks of Markdown off; a link shows its address behind its text."""
    text = _COMMENT.sub("", prose)
    text = _LINK.sub(_write_link, text)
    text = _AUTOLINK.sub(lambda match: match[1].removeprefix("mailto:"), text)
    text = _TAG.sub("", text)
    text = _MARKS.sub(_unmark, text)
    return html.unescape(_ESCAPE.sub(r"\1", text))


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


def _write_link(match: re.Match[str]) -> str:
    text, url = match[1].strip(), match[2].removeprefix("mailto:")
    return f"{text} <{url}>" if text and text != url else url


def _unmark(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if match[1] in ("_", "__") and (before.isalnum() or after.isalnum()):
        return match.group()
    return _MARKS.sub(_unmark, match[2]) if match[1] != "`" else match[2]
