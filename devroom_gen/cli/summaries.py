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


def summarise_validation(outcome: "Validation") -> str:
    """Return how many records were checked, what was found, and how many findings `--fix` fixes."""
    fixable = sum(each.fix is not None for each in outcome.diagnostics)
    hint = f"; `--fix` fixes {fixable:,}" if fixable else ""
    return f"{_count(outcome.records, 'record')}: {_findings(outcome.diagnostics)}{hint}"


def summarise_fixing(fixing: "Fixing", *, is_written: bool = True) -> str:
    """Return what was fixed, or would be, and what is left."""
    what = f"{_count(fixing.fixes, 'fix', 'es')} in {_count(len(fixing.after), 'file')}"
    done = what if is_written else f"{what} not written"
    return f"{_count(fixing.records, 'record')}: {done}; {_findings(fixing.left)}"


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


def summarise_linting(outcome: "Linting") -> str:
    """Return what the pages were judged as, and what was found."""
    return f"judged as {outcome.judged_as}\n{_count(outcome.pages, 'page')}: {_findings(outcome.diagnostics)}"


def _findings(diagnostics: Sequence[Diagnostic]) -> str:
    counts = Counter(str(each.severity) for each in diagnostics)
    parts = [_count(counts[name], name) for name in ("error", "warning", "note") if counts[name]]
    return ", ".join(parts) or "no problems found"


def _count(number: int, noun: str, plural: str = "s") -> str:
    return f"{number:,} {noun}{'' if number == 1 else plural}"
