"""Runs all rules over records, and gives their findings a place in the source."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice

from devroom_gen.diagnostics.diagnostic import Diagnostic, Related
from devroom_gen.project.loaded import Loaded, Record
from devroom_gen.rules.base import Finding, Subject
from devroom_gen.rules.records import RULES, Rule
from devroom_gen.toml.parser import Document


def examine(loaded: Loaded, *, with_prose: bool = False) -> list[Diagnostic]:
    """Return all that is wrong with the records of one series, read or checked, whatever suppresses it.

    `with_prose` judges what the prose of the records states as well, which takes longer than all the rest.
    """
    found = [*loaded.diagnostics, *check(loaded.records)]
    if with_prose:
        from devroom_gen.linter.record_prose import judge_prose  # reads texts for claims, which most commands do not

        found += judge_prose(loaded.records)
    return found


@cache
def raised_codes(*, with_prose: bool = False) -> Collection[str]:
    """Return the ids of all codes that records are checked for."""
    from devroom_gen.linter.registry import all_codes

    raised = {rule.CODE.id for rule in RULES} | {code.id for code in all_codes() if code.band == 2}
    if with_prose:
        from devroom_gen.rules.prose import CLAIM_RULES

        raised |= {rule.CODE.id for rule in CLAIM_RULES}
    return raised


MOST = 100
"""Findings of one rule in one record; who has fixed these can run again."""


def check(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Check every record."""
    for record in records:
        subject = Subject(
            event=record.event,
            edition=record.edition,
            facts=record.facts,
            file_year=int(record.file.stem),
            text=record.document.source.text,
        )
        for rule in RULES:
            for finding in islice(rule.check(subject), MOST):
                yield _diagnose(record, record.document, rule, finding)


def _diagnose(record: Record, document: Document, rule: Rule, finding: Finding) -> Diagnostic:
    from devroom_gen.record.error_fixes import replacement  # most records give no reason

    location = document.inside(finding.path, *finding.part) if finding.part else record.locate(finding.path)
    return Diagnostic(
        code=rule.CODE,
        location=location,
        message=finding.message,
        help=finding.help,
        fix=replacement(document, location.span, finding.instead[:1], finding.instead[1]) if finding.instead else None,
        related=tuple(Related(location=document.at_value(path), message=text) for path, text in finding.related),
    )
