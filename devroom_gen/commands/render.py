"""`render`: makes the disk hold the pages of all editions, or of the named ones; or tells in what it does not.

Where nothing changed since the last run, that is all that is found out here, and nothing else is imported.
"""

from collections.abc import Callable, Sequence
from datetime import date

from devroom_gen.output.result import Rendering, Wish
from devroom_gen.output.up_to_date import recollect_run
from devroom_gen.project.layout import Project, RecordFile

__all__ = ["Wish", "render"]


def render(
    project: Project,
    files: Sequence[RecordFile],
    today: date,
    wish: Wish,
    on_step: Callable[[int, int], None] | None = None,
) -> Rendering:
    """Render the pages of these records and write what differs. A record with errors writes nothing."""
    everything = files if wish.is_whole else project.records()
    recollected = recollect_run(project, everything, today, wish) if len(files) == len(everything) else None
    if recollected and recollected.is_complete:
        return recollected.rendering()
    _check_output(wish.output)
    if recollected:
        recollected.forget_damaged()
    from devroom_gen.output.output_folders import OverlapError
    from devroom_gen.output.run import print_pages

    try:
        return print_pages(project, everything, files, today, wish, recollected, on_step)
    except OverlapError as overlap:
        assert recollected is not None
        recollected.forget_clean()
        return print_pages(project, everything, files, today, wish, recollected, on_step, overlap.written)


def _check_output(output: str | None) -> None:
    from devroom_gen.errors import UsageError
    from devroom_gen.record.settings import find_stray

    if output is not None and not output.strip():
        raise UsageError("`--output` names no folder", "name one, as in `--output public`")
    if stray := find_stray(output or ""):
        what = f"`{stray.group()}` in `--output` is neither `{{target}}` nor `{{edition}}`"
        raise UsageError(what, "type `--output 'public/{target}/{edition}'`")
