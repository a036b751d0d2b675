"""Compares a person's own file beside the pages with the facts that it repeats. Never changes it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from devroom_gen.text.source import SourceText, Span

_LINE = re.compile(
    r"""^(?P<key>[A-Za-z_][\w-]*):[ \t]+(?P<value>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^#'"\n]\S*(?:[ ]+[^#\s]\S*)*)""",
    re.MULTILINE,
)


class Difference(NamedTuple):
    """A value of a YAML file that says something else than the record: where it stands, and what it should be."""

    span: Span
    key: str
    expected: str


def compare(source: SourceText, expected: Mapping[str, str]) -> Iterator[Difference]:
    """Return the top-level keys of a YAML file whose values are not the expected ones; keys that are missing are fine."""
    for match in _LINE.finditer(source.text):
        want = expected.get(match["key"])
        if want is not None and _unquote(match["value"]) != want:
            yield Difference(Span(*match.span("value")), match["key"], want)


def _unquote(value: str) -> str:
    if value[:1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value[1:-1].replace("''", "'") if value[:1] == "'" else value
