"""The last line of a run, in words a person is glad to read."""

from collections import Counter
from collections.abc import Sequence

from devroom_gen.commands.lint import Linting
from devroom_gen.commands.render import Rendering
from devroom_gen.commands.validate import Validation
from devroom_gen.diagnostic import Diagnostic
from devroom_gen.output.planning import Action
from devroom_gen.reading import shown_path


def summarise_validation(outcome: Validation) -> str:
    """Say how many records were looked at and what was found."""
    return f"{_count(outcome.records, 'record')}: {_findings(outcome.diagnostics)}"


def summarise_rendering(outcome: Rendering, *, is_check: bool) -> str:
    """Say how many editions were rendered, and what became of their pages."""
    steps = Counter(step.action for each in outcome.plans for step in each.steps)
    written = steps[Action.CREATE] + steps[Action.UPDATE]
    folders = ", ".join(f"{shown_path(each.folder)}/" for each in outcome.plans)
    parts = [f"{_count(written, 'page')} {'to write' if is_check else 'written'}", f"{steps[Action.KEEP]} unchanged"]
    if steps[Action.REFUSE]:
        parts.append(f"{steps[Action.REFUSE]} kept as edited")
    where = f" in {folders}" if folders else ""
    return f"{_count(outcome.editions, 'edition')}: {', '.join(parts)}{where}; {_findings(outcome.diagnostics)}"


def summarise_linting(outcome: Linting) -> str:
    """Say what the pages were judged as and what was found."""
    return f"judged as {outcome.judged_as}\n{_count(outcome.pages, 'page')}: {_findings(outcome.diagnostics)}"


def _findings(diagnostics: Sequence[Diagnostic]) -> str:
    counts = Counter(str(each.severity) for each in diagnostics)
    parts = [_count(counts[name], name) for name in ("error", "warning", "note") if counts[name]]
    return ", ".join(parts) or "nothing to mend"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
