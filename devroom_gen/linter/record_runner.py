"""Checks records and their prose: the one verdict of all commands."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from devroom_gen.diagnostics.codes import UNUSED_SUPPRESSION
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.linter.mere_words import may_state, telling_words
from devroom_gen.linter.suppressions import Suppressions, find_suppressions
from devroom_gen.project.layout import RecordFile
from devroom_gen.project.loaded import Loaded
from devroom_gen.project.loader import Loader
from devroom_gen.record.walk import find_prose
from devroom_gen.rules.base import RecordSubject
from devroom_gen.rules.registry import prose_rules, record_rules, run_rules


class Verdict(NamedTuple):
    """Some records of one series, what is wrong with them, and what suppressed the rest."""

    loaded: Loaded
    diagnostics: list[Diagnostic]
    suppressions: Suppressions


def judge(loader: Loader, files: Sequence[RecordFile], listed: Sequence[RecordFile] | None = None) -> Verdict:
    """Read some records of one series and return all that is wrong with them; `listed` are all of it, where they are known."""
    loaded = loader.load(files, listed)
    suppressions = find_suppressions(loader.project.root, loaded)
    found = suppressions.drop_suppressed(examine(loaded), raised_codes)
    return Verdict(loaded, [each for each in found if not _is_of_others(each, loaded)], suppressions)


def examine(loaded: Loaded) -> list[Diagnostic]:
    """Return all that is wrong with records of one series, suppressed or not."""
    return [*loaded.diagnostics, *_check_records(loaded), *_check_prose(loaded)]


@cache
def raised_codes() -> Collection[str]:
    """Return the ids of all codes that records are checked for."""
    from devroom_gen.linter.registry import all_codes

    raised = {rule.CODE.id for rule in record_rules()} | {rule.CODE.id for rule in prose_rules()}
    return raised | {code.id for code in all_codes() if code.band == 2}


def _check_records(loaded: Loaded) -> Iterator[Diagnostic]:
    """Check every record by all rules of records."""
    everything = sorted((*loaded.records, *loaded.around), key=lambda each: each.event.year)
    before = dict(pairwise(each.file.id for each in everything))
    facts = {each.file.id: each.facts for each in everything}
    earlier = {later: facts[first] for first, later in before.items()}
    for record in loaded.records:
        subject = RecordSubject(
            event=record.event, edition=record.edition, facts=record.facts, file_year=int(record.file.stem),
            document=record.document, before=earlier.get(record.file.id), locate=record.locate,
        )  # fmt: skip
        yield from run_rules(record_rules(), subject)


def _check_prose(loaded: Loaded) -> Iterator[Diagnostic]:
    """Check the prose of every record, as far as it can state anything."""
    around = [record.facts for record in (*loaded.records, *loaded.around)]
    for record in loaded.records:
        words = telling_words(record.facts, record.edition.conference, around)
        texts = [(path, str(prose)) for path, prose in find_prose(record.event) if may_state(prose, words)]
        if texts:
            from devroom_gen.linter.prose_runner import check_texts  # many records are seen to be right without it

            yield from check_texts(record, texts, around)


def _is_of_others(diagnostic: Diagnostic, loaded: Loaded) -> bool:
    """Whether it is a suppression in settings that may be of use to another series."""
    is_unused = diagnostic.code is UNUSED_SUPPRESSION
    return is_unused and diagnostic.path not in {record.path for record in loaded.everything}
