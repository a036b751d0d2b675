"""The manual page of a code: what it is, why, a record that fails and one that passes. Read from the text of the code.

A page is plain text: a first paragraph that says what, further ones that say why, then the examples,

    Fails, as `events/2018.toml` with:
        hours = "17:00-09:00"

and `Passes, as …` in the same way, blank lines around them or not; one line can stand behind its head. *With* means the smallest record, in which these keys replace its own; without that
word the whole file is shown. `Judged by …` shows the record that pages are judged by. What no record can show is told
under `How it comes about:` instead.
"""

import inspect
import re
from typing import NamedTuple

from devroom_gen import HOMEPAGE
from devroom_gen.diagnostics.diagnostic import Code

REFERENCE = "devroom_gen/rules/README.md"
SMALLEST_RECORD = """\
name = "Rust"
year = 2018
date = 2018-02-04
venue = "ULB"
pitch = ["Welcome."]
"""
"""What an example *with* some keys begins from."""

_EXAMPLE = re.compile(
    r"^(?P<kind>Fails, as|Passes, as|Judged by) `(?P<path>[^`]+)`(?P<with> with)?:\n\n(?P<text>(?:(?:    .*)?\n)+)",
    re.MULTILINE,
)
_HEAD = r"\n+((?:Fails, as|Passes, as|Judged by) `[^`\n]+`(?: with)?:)"
_SHORT, _CLOSE = re.compile(rf"{_HEAD} (?=\S)"), re.compile(rf"{_HEAD}\n+(?=    )")
_KEY = re.compile(r"^(\w+)", re.MULTILINE)
_TABLE = re.compile(r"^\[+(\w+)", re.MULTILINE)


class Example(NamedTuple):
    """One file of an example: its path in a project, and its text."""

    path: str
    text: str


class Manual(NamedTuple):
    """A page as far as programs need its parts; `text` is the whole."""

    summary: str
    text: str
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]
    judged_by: tuple[Example, ...] = ()

    @property
    def needs_smallest_record(self) -> bool:
        """Whether an example shows only what differs from the smallest record."""
        return any(match["with"] for match in _EXAMPLE.finditer(self.text + "\n"))


def read_manual(text: str) -> Manual:
    """Take a manual page apart."""
    text = _CLOSE.sub(r"\n\n\1\n\n", _SHORT.sub(r"\n\1\n    ", inspect.cleandoc(text)))
    found: dict[str, list[Example]] = {"Fails, as": [], "Passes, as": [], "Judged by": []}
    for match in _EXAMPLE.finditer(text + "\n"):
        lines = match["text"].rstrip("\n").split("\n")
        shown = "".join(line.removeprefix("    ") + "\n" for line in lines)
        found[match["kind"]].append(Example(match["path"], _complete(shown) if match["with"] else shown))
    summary = text.partition("\n\n")[0].replace("\n", " ")
    return Manual(summary, text, *map(tuple, found.values()))


def _complete(shown: str) -> str:
    """Return the smallest record, with its keys replaced by those that are shown."""
    keys = {*_KEY.findall(f"\n{shown}".partition("\n[")[0]), *_TABLE.findall(shown)}
    kept = [line for line in SMALLEST_RECORD.splitlines(keepends=True) if line.partition(" ")[0] not in keys]
    return "".join(kept) + shown


def manual_url(code: Code, homepage: str | None = HOMEPAGE) -> str | None:
    """Return the link to the page of a code in the published reference; none while nothing is published."""
    return f"{homepage}/blob/main/{REFERENCE}#{code.id.lower()}" if homepage else None
