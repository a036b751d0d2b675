"""Draws what a terminal shows, for the README."""

import html
import io
import re

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

_COLUMNS = 92
_FORMAT = """<svg class="{unique_id}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>two findings of devroom-gen validate, each with its line, a caret under the words, and what to type</title>
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; white-space: pre }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
<rect width="{width}" height="{height}" rx="8" fill="#fdfdfd" stroke="#ccc"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def draw(text: str) -> str:
    """Return an SVG picture of a text with the colour codes of terminals."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), color_system="standard", force_terminal=True)
    console.print(Text.from_ansi(text.rstrip("\n")))
    return console.export_svg(code_format=_FORMAT, theme=DEFAULT_TERMINAL_THEME, unique_id="findings", title="")


def words(picture: str) -> list[str]:
    """Return the words that a picture shows."""
    shown = re.sub(r"<style>.*?</style>|<title>.*?</title>", "", picture, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^<>]*>", " ", shown)).split()
