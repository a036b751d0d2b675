"""Fixes of one text are made together where they do not meet."""

from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Fix, Location, Severity
from devroom_gen.linter.fixer import Fixed, apply_fixes, breaks_record
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import SourceText, Span

SOURCE = SourceText("a.toml", "a = 1\nb = 2\n")
CODE = Code("DG101", "unknown-key", Severity.ERROR, "")


def _finding(*edits: Edit) -> Diagnostic:
    return Diagnostic(code=CODE, location=Location(source=SOURCE), message="x", fix=Fix(title="x", edits=edits))


def test_fixes_that_do_not_meet_are_made_together() -> None:
    assert apply_fixes(SOURCE, [_finding(Edit(Span(6, 7), "c")), _finding(Edit(Span(0, 1), "d"))]) == Fixed(
        "d = 1\nc = 2\n", 2
    )


def test_of_fixes_that_meet_the_first_is_made() -> None:
    found = [_finding(Edit(Span(0, 5), "x = 3")), _finding(Edit(Span(4, 5), "4"), Edit(Span(10, 11), "4"))]
    assert apply_fixes(SOURCE, found) == Fixed("x = 3\nb = 2\n", 1)


def test_a_fix_that_makes_the_text_unreadable_is_not_made() -> None:
    found = [_finding(Edit(Span(0, 1), "b")), _finding(Edit(Span(4, 5), "")), _finding(Edit(Span(10, 11), "3"))]
    assert apply_fixes(SOURCE, found, may_break=breaks_record) == Fixed("a = 1\nb = 3\n", 1)
