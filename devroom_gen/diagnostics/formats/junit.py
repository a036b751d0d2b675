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
    files = groupby(diagnostics, key=lambda each: each.path)
    suites = "".join(_suite(path, list(found)) for path, found in files) or _suite("devroom-gen", [])
    whole = f'<testsuites name="devroom-gen" {_counts(diagnostics)}>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n{suites}</testsuites>\n'


def _suite(name: str, diagnostics: Sequence[Diagnostic]) -> str:
    cases = "".join(map(_case, diagnostics)) or '    <testcase name="no problems found"/>\n'
    return f'  <testsuite name={_attribute(name)} {_counts(diagnostics)} skipped="0">\n{cases}  </testsuite>\n'


def _counts(diagnostics: Sequence[Diagnostic]) -> str:
    failures = sum(each.severity is Severity.ERROR for each in diagnostics)
    return f'tests="{len(diagnostics) or 1}" failures="{failures}" errors="0"'


def _case(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    place = f" line {location.start.line}, column {location.start.column}" if location.span else ""
    name = f"{diagnostic.code.id} {diagnostic.code.name}{place}"
    text = _text(diagnostic)
    outcome = f"<system-out>{text}</system-out>"
    if diagnostic.severity is Severity.ERROR:
        what = f"message={_attribute(diagnostic.message)} type={_attribute(diagnostic.code.id)}"
        outcome = f"<failure {what}>{text}</failure>"
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
