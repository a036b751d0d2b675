"""Runs all rules over records and gives their findings a place in the source."""

from collections.abc import Iterable, Iterator
from itertools import islice

from devroom_gen.diagnostic import Diagnostic, Related
from devroom_gen.document.parsing import Document
from devroom_gen.loading import Record
from devroom_gen.rules import RULES, Rule
from devroom_gen.rules.base import Finding, Subject

MOST = 100
"""Findings of one rule in one record; who has mended these can run again."""


def check(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Check every record that has facts; the others have been reported on where they were read."""
    for record in records:
        year = record.file.year
        if record.document and record.event and record.facts and record.edition and year is not None:
            subject = Subject(event=record.event, edition=record.edition, facts=record.facts, file_year=year)
            for rule in RULES:
                for finding in islice(rule.check(subject), MOST):
                    yield _diagnose(record, record.document, rule, finding)


def _diagnose(record: Record, document: Document, rule: Rule, finding: Finding) -> Diagnostic:
    location = document.inside(finding.path, *finding.part) if finding.part else record.locate(finding.path)
    return Diagnostic(
        code=rule.CODE,
        location=location,
        message=finding.message,
        help=finding.help,
        related=tuple(Related(location=document.at_value(path), message=text) for path, text in finding.related),
    )
