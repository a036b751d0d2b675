"""JUnit XML, which nearly every CI server shows: a suite per file, a test case per finding.

Errors are failures; warnings and notes are passed cases with a text, because they do not fail a run either. XML 1.0
cannot hold most control characters at all, not even escaped, so they are written out. Source: the XML 1.0
recommendation, 2.2, and the schema of the Jenkins xUnit plugin, which allows `skipped` on a suite but not on the whole.
"""

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from devroom_gen.diagnostics.diagnostic import Diagnostic, Severity
from devroom_gen.text.printable import visible


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics as one XML document; without any, one passed case says so."""
    suites = [_suite(path, list(group)) for path, group in groupby(diagnostics, key=lambda each: each.path)]
    whole = _counts(len(diagnostics) or 1, _failures(diagnostics))
    body = suites or [_open_suite("devroom-gen", 1, 0) + '    <testcase name="no problems found"/>\n  </testsuite>\n']
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="devroom-gen" {whole}>\n{"".join(body)}</testsuites>\n'


def _suite(path: str, diagnostics: list[Diagnostic]) -> str:
    cases = "".join(_case(each) for each in diagnostics)
    return f"{_open_suite(path, len(diagnostics), _failures(diagnostics))}{cases}  </testsuite>\n"


def _open_suite(name: str, tests: int, failures: int) -> str:
    return f'  <testsuite name={_attribute(name)} {_counts(tests, failures)} skipped="0">\n'


def _counts(tests: int, failures: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0"'


def _failures(diagnostics: Sequence[Diagnostic]) -> int:
    return sum(each.severity is Severity.ERROR for each in diagnostics)


def _case(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    place = f" line {location.start.line}, column {location.start.column}" if location.span else ""
    name = f"{diagnostic.code.id} {diagnostic.code.name}{place}"
    text = _text(diagnostic)
    if diagnostic.severity is Severity.ERROR:
        outcome = (
            f"<failure message={_attribute(diagnostic.message)} type={_attribute(diagnostic.code.id)}>{text}</failure>"
        )
    else:
        outcome = f"<system-out>{text}</system-out>"
    return f"    <testcase name={_attribute(name)} classname={_attribute(diagnostic.path)}>{outcome}</testcase>\n"


def _text(diagnostic: Diagnostic) -> str:
    start = diagnostic.location.start
    lines = [f"{diagnostic.path}:{start.line}:{start.column}: {diagnostic.severity}: {diagnostic.message}"]
    for each in diagnostic.related:
        at = each.location.start
        lines.append(f"{each.location.source.path}:{at.line}:{at.column}: {each.message}")
    lines += [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join(escape(visible(line)) for line in lines)


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
