"""The manual page of a code: what it is, why, a record that fails and one that passes. Read from the text that stands with the code.

A page is plain text: a first paragraph that says what, further ones that say why, then the examples,

    Fails, as `events/2018.toml`:

        name = "Rust"

and `Passes, as …` in the same way. What no record can show is told under `How it comes about:` instead.
"""

import inspect
import re
from typing import NamedTuple

from devroom_gen import HOMEPAGE
from devroom_gen.diagnostics.diagnostic import Code

REFERENCE = "devroom_gen/rules/README.md"
_EXAMPLE = re.compile(r"^(?P<kind>Fails|Passes), as `(?P<path>[^`]+)`:\n\n(?P<text>(?:(?:    .*)?\n)+)", re.MULTILINE)
_TOLD = "How it comes about:"


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

    @property
    def is_told(self) -> bool:
        """Whether the page explains in words what no record can show."""
        return _TOLD in self.text


def read_manual(text: str) -> Manual:
    """Take a manual page apart."""
    text = inspect.cleandoc(text)
    found: dict[str, list[Example]] = {"Fails": [], "Passes": []}
    for match in _EXAMPLE.finditer(text + "\n"):
        lines = [line.removeprefix("    ") for line in match["text"].rstrip("\n").split("\n")]
        found[match["kind"]].append(Example(match["path"], "\n".join(lines) + "\n"))
    summary = " ".join(text.partition("\n\n")[0].split("\n"))
    return Manual(summary=summary, text=text, fails=tuple(found["Fails"]), passes=tuple(found["Passes"]))


def manual_url(code: Code, homepage: str | None = HOMEPAGE) -> str | None:
    """Return the link to the page of a code in the published reference; none while nothing is published."""
    return f"{homepage}/blob/main/{REFERENCE}#{code.id.lower()}" if homepage else None
