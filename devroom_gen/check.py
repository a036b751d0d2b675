"""Runs all rules over records, gives their findings a place in the source, and leaves out what is silenced."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice

from devroom_gen.catalogue import all_codes
from devroom_gen.diagnostic import Diagnostic, Related
from devroom_gen.document.parsing import Document
from devroom_gen.loading import Loader, Record
from devroom_gen.record.prose import KeyPath
from devroom_gen.rules import RULES, Rule
from devroom_gen.rules.base import Finding, Subject
from devroom_gen.silencing import silence, toml_comments
from devroom_gen.silencing_files import Files, FileSilencer, silence_files


def examine(
    loader: Loader, records: Sequence[Record], *, is_whole: bool = False, with_prose: bool = False
) -> list[Diagnostic]:
    """Give all that is wrong with records, read or checked, and with what silences it.

    `is_whole` says that no record of the project is left out: only then can a setting be called useless. `with_prose`
    judges what the prose of the records states as well, which takes longer than all the rest.
    """
    found = [*loader.diagnostics, *check(records)]
    if with_prose:
        from devroom_gen.prose import judge_prose  # reads texts for claims, which most commands do not

        found += judge_prose(records)
    return leave_out_silenced(loader, records, found, partial(_raised, with_prose), is_whole=is_whole)


def leave_out_silenced(
    loader: Loader,
    records: Sequence[Record],
    found: Iterable[Diagnostic],
    raised: Callable[[], Collection[str]] = tuple,
    *,
    is_whole: bool = False,
) -> list[Diagnostic]:
    """Drop what comments and settings silence; `raised` gives the codes that would be among the findings."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    documents = [each for record in records for each in (record.document, *record.settings_documents) if each]
    for path, source in {each.source.path: each.source for each in documents}.items():
        if (comments := toml_comments(source)).spans:
            by_path[path] = silence(by_path.get(path, []), comments, raised())
    kept = [diagnostic for group in by_path.values() for diagnostic in group]
    files = Files(root=loader.project.root, looked_at=[record.file.path for record in records])
    return silence_files(kept, _file_silencers(loader, records), files, raised() if is_whole else ())


@cache
def _raised(with_prose: bool) -> Collection[str]:
    raised = {rule.CODE.id for rule in RULES} | {code.id for code in all_codes() if code.band == 2}
    if with_prose:
        from devroom_gen.rules.of_claims import CLAIM_RULES

        raised |= {rule.CODE.id for rule in CLAIM_RULES}
    return raised


def _file_silencers(loader: Loader, records: Sequence[Record]) -> list[FileSilencer]:
    """Collect what settings silence, each entry once, whichever series it was read for."""
    found: dict[tuple[str, KeyPath], FileSilencer] = {}
    for series in sorted({record.file.series for record in records}):
        for document, ignores in loader.ignores(series):
            for index, ignore in enumerate(ignores):
                path: KeyPath = ("ignore", index)
                found[document.source.path, path] = FileSilencer(document, path, ignore)
    for record in records:
        if record.event and record.document and record.event.settings:
            for index, ignore in enumerate(record.event.settings.ignore):
                path = ("settings", "ignore", index)
                found[record.document.source.path, path] = FileSilencer(record.document, path, ignore)
    return list(found.values())


MOST = 100
"""Findings of one rule in one record; who has mended these can run again."""


def check(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Check every record that has facts; the others have been reported on where they were read."""
    for record in records:
        year = record.file.year
        if record.document and record.event and record.facts and record.edition and year is not None:
            subject = Subject(
                event=record.event,
                edition=record.edition,
                facts=record.facts,
                file_year=year,
                text=record.document.source.text,
            )
            for rule in RULES:
                for finding in islice(rule.check(subject), MOST):
                    yield _diagnose(record, record.document, rule, finding)


def _diagnose(record: Record, document: Document, rule: Rule, finding: Finding) -> Diagnostic:
    from devroom_gen.mending import swap  # most records give no reason

    location = document.inside(finding.path, *finding.part) if finding.part else record.locate(finding.path)
    return Diagnostic(
        code=rule.CODE,
        location=location,
        message=finding.message,
        help=finding.help,
        fix=swap(document, location.span, finding.instead[:1], finding.instead[1]) if finding.instead else None,
        related=tuple(Related(location=document.at_value(path), message=text) for path, text in finding.related),
    )
