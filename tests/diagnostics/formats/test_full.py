"""Diagnostics as text for people: excerpts, carets, colours, and nothing a terminal would obey."""

import pytest

from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Location, Related, Severity
from devroom_gen.diagnostics.formats.full import columns, report
from devroom_gen.text.printable import visible
from devroom_gen.text.source import SourceText, Span

CODE = Code("DG999", "a-name", Severity.WARNING, "Why.")


def write(text: str, start: int, end: int, colour: bool = False) -> str:
    location = Location(source=SourceText("events/2018.toml", text), span=Span(start, end))
    related = Related(location=Location(source=location.source, span=Span(0, 1)), message="here first")
    return report(
        [Diagnostic(code=CODE, location=location, message="what is", help="do so", related=(related,))], colour
    )


def test_a_finding_with_all_its_parts() -> None:
    assert write("name = 1\nyear = 2\n", 16, 17) == (
        "warning[DG999] a-name: what is\n"
        "  --> events/2018.toml:2:8\n"
        "  |\n"
        "2 | year = 2\n"
        "  |        ^\n"
        "  here first:\n"
        "  --> events/2018.toml:1:1\n"
        "  |\n"
        "1 | name = 1\n"
        "  | -\n"
        "   = help: do so\n"
        "\n"
    )


def test_colours_are_switched_off_again() -> None:
    text = write("name = 1\n", 0, 4, colour=True)
    assert text.count("\x1b[0m") * 2 == text.count("\x1b[")


@pytest.mark.parametrize(
    ("line", "part", "shown", "carets"),
    [
        ("日本 x", "x", "日本 x", "     ^"),
        ("x = 日本", "日本", "x = 日本", "    ^^^^"),
        ("e\u0301 x", "x", "e\u0301 x", "  ^"),
        ("\tx", "x", "    x", "    ^"),
        ("\x1b[31m x", "x", "\\u001b[31m x", "           ^"),
        ("a\u202eb", "\u202e", "a\\u202eb", " ^^^^^^"),
        ("-" * 300 + "x" + "-" * 300, "x", "…" + "-" * 48 + "x" + "-" * 49 + "…", " " * 49 + "^"),
        ("x" * 300, "x" * 300, "x" * 79 + "…", "^" * 80),
    ],
)
def test_carets_lie_under_the_words(line: str, part: str, shown: str, carets: str) -> None:
    start = line.index(part)
    lines = write(line, start, start + len(part)).splitlines()
    assert lines[3:5] == [f"1 | {shown}", f"  | {carets}"]


def test_hostile_words_are_harmless() -> None:
    location = Location(source=SourceText("\x1b]0;title\x07.toml", ""))
    text = report([Diagnostic(code=CODE, location=location, message="a\x1b[2Jb", help="c\nd")], False)
    assert text == "warning[DG999] a-name: a\\u001b[2Jb\n  --> \\u001b]0;title\\u0007.toml\n   = help: c\\u000ad\n\n"


def test_columns_and_visible_agree_on_plain_text() -> None:
    assert (columns("abc"), visible("abc")) == (3, "abc")
