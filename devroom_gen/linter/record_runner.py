"""Checks records, and with them their prose where that is asked for."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.loaded import Loaded, Record
from devroom_gen.rules.base import RecordSubject
from devroom_gen.rules.registry import prose_rules, record_rules, run_rules


def examine(loaded: Loaded, *, with_prose: bool = False) -> list[Diagnostic]:
    """Return all that is wrong with the records of one series; `with_prose` takes longer than all the rest."""
    found = [*loaded.diagnostics, *check_records(loaded.records)]
    if with_prose:
        from devroom_gen.linter.prose_runner import check_prose  # reads texts for claims, which most commands do not

        found += check_prose(loaded.records)
    return found


@cache
def raised_codes(*, with_prose: bool = False) -> Collection[str]:
    """Return the ids of all codes that records are checked for."""
    from devroom_gen.linter.registry import all_codes

    raised = {rule.CODE.id for rule in record_rules()} | {code.id for code in all_codes() if code.band == 2}
    return raised | {rule.CODE.id for rule in prose_rules()} if with_prose else raised


def check_records(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Check every record by all rules of records."""
    for record in records:
        subject = RecordSubject(
            event=record.event, edition=record.edition, facts=record.facts, file_year=int(record.file.stem),
            document=record.document, locate=record.locate,
        )  # fmt: skip
        yield from run_rules(record_rules(), subject)
