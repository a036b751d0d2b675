"""What `new` prints: what it wrote, what is left to decide, place by place, and what to type next."""

from collections.abc import Iterator
from pathlib import Path

from devroom_gen.commands.new import Beginning
from devroom_gen.project.layout import find_project
from devroom_gen.project.source_files import shown_path
from devroom_gen.record.schema import SCHEMA_FILE
from devroom_gen.text.printable import visible


def tell_beginning(begun: Beginning) -> str:
    """Return all lines about a record that was begun."""
    return "".join(f"{visible(line)}\n" for line in _lines(begun))


def _origin(begun: Beginning) -> str:
    if begun.source:
        return f"rolled {'back' if begun.is_earlier else 'forward'} from {shown_path(begun.source.path)}"
    series = begun.file.series
    is_alone = [each.series for each in begun.project.records()].count(series) == 1
    return "a first record to fill in" + (f": `{series}` is a new series" if series and is_alone else "")


def _lines(begun: Beginning) -> Iterator[str]:
    path = shown_path(begun.file.path)
    yield f"wrote {path}, {_origin(begun)}"
    if begun.has_new_schema:
        schema = shown_path(begun.project.events / SCHEMA_FILE)
        yield f"wrote {schema}, with which editors check records while you type"
    if begun.filled:
        facts = f"the facts of {begun.source.year}" if begun.source and begun.is_earlier else "last year's facts"
        yield from ("", f"put in place of {facts} in the prose:")
        yield from (f"  {path}:{line}: `{before}` is now `{after}`" for line, before, after in begun.filled)
    if begun.questions:
        yield from ("", "for you to decide:")
        for each in begun.questions:
            before = f" (was {each.before})" if each.before else ""
            yield f"  {path}:{each.line}: {each.key}: {each.text}{before}"
    if begun.findings:
        yield from ("", "to fix before pages can be made:")
        for found in begun.findings:
            yield f"  {found.path}:{found.location.start.line}: {found.sentence}"
    yield from ("", "then type:", f"  devroom-gen validate {path}")
    nearest = find_project(Path.cwd())
    elsewhere = "" if nearest == begun.project else f" --project {shown_path(begun.project.root)}"
    yield f"  devroom-gen render {begun.file.id}{elsewhere}"
