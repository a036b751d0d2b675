"""The last line of a run: how much was looked at, and what was found."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.output.result import BuildResult
from devroom_gen.project.source_files import shown_path

if TYPE_CHECKING:
    from devroom_gen.commands.fix import Fixing
    from devroom_gen.commands.lint import Linting
    from devroom_gen.commands.list import Listing
    from devroom_gen.commands.validate import Validation

_LONG = 50
"""Findings from which a run is summed up by kind."""


def summarise_validation(outcome: "Validation") -> str:
    """Return how many records were checked, what was found, and how many findings `--fix` fixes."""
    fixable = sum(each.fix is not None for each in outcome.diagnostics)
    hint = f"; `--fix` fixes {fixable:,}" if fixable else ""
    return f"{_count(outcome.records, 'record')}: {_findings(outcome.diagnostics)}{hint}"


def summarise_fixing(fixing: "Fixing", *, is_written: bool = True, noun: str = "record") -> str:
    """Return what was fixed, or would be, and what is left."""
    what = f"{_count(fixing.fixes, 'fix', 'es')} in {_count(len(fixing.after), 'file')}"
    done = what if is_written else f"{what} not written"
    return f"{_count(fixing.records, noun)}: {done}; {_findings(fixing.left)}"


def summarise_rendering(outcome: BuildResult, *, is_check: bool) -> str:
    """Return how many editions were rendered, and what happened to their pages."""
    pages = _count(outcome.written, "page")
    has_failed = any(each.code == codes.CANNOT_WRITE for each in outcome.diagnostics)
    if has_failed and not outcome.folders:
        return f"no page written; {_findings(outcome.diagnostics)}"
    done = f"{pages} to write" if is_check else f"not all of {pages} written" if has_failed else f"{pages} written"
    folders = ", ".join(f"{shown_path(folder)}/" for folder in outcome.folders)
    parts = [done, f"{outcome.unchanged} unchanged"]
    if outcome.removed:
        parts.append(f"{len(outcome.removed):,} removed")
    if outcome.kept:
        parts.append(f"{outcome.kept} kept as edited")
    where = f" in {folders}" if folders else ""
    gone = "".join(f"removed {shown_path(path)}: no edition has it any more\n" for path in outcome.removed)
    counts = f"{_count(outcome.editions, 'edition')}: {', '.join(parts)}{where}"
    return f"{gone}{counts}; {_findings(outcome.diagnostics)}"


def summarise_listing(listing: "Listing") -> str:
    """Return what was found."""
    return f"{_count(len(listing.rows), 'edition')}: {_findings(listing.diagnostics)}"


def summarise_linting(outcome: "Linting", *, is_long: bool = False) -> str:
    """Return what the pages were judged as and why, what was read, and what was found; long runs by kind, most first."""
    from devroom_gen.linter.page_files import ENDINGS

    kinds = Counter(ENDINGS[path.suffix.lower()] for path in outcome.files.pages if path.suffix.lower() in ENDINGS)
    read = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) if len(kinds) > 1 else ""
    unread = ", ".join(f"{count} {ending or 'without ending'}" for ending, count in outcome.files.unread.items())
    told = "; ".join(part for part in (read, f"not read: {unread}" if unread else "") if part)
    pages = f"{_count(len(outcome.files.pages), 'page')}{f' ({told})' if told else ''}"
    fixable = sum(each.is_certain for each in outcome.diagnostics)
    hint = f"; `--fix` fixes {fixable:,}" if fixable else ""
    known = f"; {outcome.known} known, {outcome.gone} of the baseline gone" if outcome.known or outcome.gone else ""
    lines = [f"judged as {outcome.judgement.judged_as}", *(f"  {each}" for each in outcome.judgement.remarks)]
    lines += _by_kind(outcome.diagnostics) if is_long and len(outcome.diagnostics) > _LONG else []
    return "\n".join([*lines, f"{pages}: {_findings(outcome.diagnostics)}{known}{hint}"])


def _by_kind(diagnostics: Sequence[Diagnostic]) -> list[str]:
    counts = Counter((each.code.id, each.code.name) for each in diagnostics)
    files = {id: len({each.path for each in diagnostics if each.code.id == id}) for id, _ in counts}
    return [f"  {count:5} {id} {name} in {_count(files[id], 'file')}" for (id, name), count in counts.most_common()]


def _findings(diagnostics: Sequence[Diagnostic]) -> str:
    counts = Counter(str(each.severity) for each in diagnostics)
    parts = [_count(counts[name], name) for name in ("error", "warning", "note") if counts[name]]
    return ", ".join(parts) or "no problems found"


def _count(number: int, noun: str, plural: str = "s") -> str:
    return f"{number:,} {noun}{'' if number == 1 else plural}"
