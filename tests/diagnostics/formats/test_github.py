"""Annotations: nothing that stands in a record can begin a command, and the worst come first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.diagnostics.formats.github import report
from devroom_gen.text.source import SourceText, Span
from tests.diagnostics.formats.samples import DIAGNOSTICS, SPAN

# What the runner takes for a command: the beginning of a line, its properties up to the next `::`.
COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^\r\n]*?)::(?P<message>[^\r\n]*)")


def test_nothing_to_report_is_nothing() -> None:
    assert report([], False) == ""


def test_the_worst_come_first() -> None:
    names = [line.split(" ")[0] for line in report(DIAGNOSTICS, False).splitlines()]
    assert names == ["::error", "::warning", "::notice"]


@given(st.text(), st.text(min_size=1))
def test_one_finding_is_one_command_whatever_it_says(said: str, path: str) -> None:
    finding = Diagnostic(
        code=SPAN.code, location=Location(source=SourceText(path, "x"), span=Span(0, 1)), message=said, help=said
    )
    text = report([finding], False)
    assert text.endswith("\n")
    assert len(re.split(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)) == 2
    match = COMMAND.fullmatch(text[:-1])
    assert match
    assert match["name"] == "error"
    listed = dict(each.split("=", 1) for each in match["properties"].split(","))
    assert list(listed) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert listed["title"] == "DG101 unknown-key"


def test_a_percent_sign_is_read_back_as_one() -> None:
    finding = Diagnostic(code=SPAN.code, location=SPAN.location, message="%0A::error::100 %")
    assert report([finding], False).endswith("::%250A::error::100 %25\n")
