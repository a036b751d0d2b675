"""The command line of `render`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import Editions, OutputFormat, ProjectFolder, Strict, Today, option
from devroom_gen.cli.outcome import choose_format, finish, name_foreign_project, print_text
from devroom_gen.diagnostics.formats import Format

if TYPE_CHECKING:
    from devroom_gen.output.result import BuildOptions, BuildResult

_OUTPUT = "Write below this folder, not the one of the settings."
_CHECK = "Write nothing; fail when a page is missing, stale or edited."
_NO_CACHE = "Look at all records and pages; neither read nor write the cache."
_LONG = 50
"""Editions from which on a run is worth a line of progress."""


def render(
    editions: Editions = None,
    output: Annotated[str | None, option("--output", _OUTPUT, "DIR")] = None,
    force: Annotated[bool, option("--force", "Replace files that were written or edited by hand.")] = False,
    prune: Annotated[bool, option("--prune", "Remove pages that no edition has any more.")] = False,
    check: Annotated[bool, option("--check", _CHECK)] = False,
    diff: Annotated[bool, option("--diff", "Write nothing; show how pages would change.")] = False,
    no_cache: Annotated[bool, option("--no-cache", _NO_CACHE)] = False,
    today: Today = None,
    strict: Strict = False,
    output_format: OutputFormat = None,
    project: ProjectFolder = None,
) -> None:
    """Write the pages of all editions, or of the named ones."""
    from devroom_gen.cli.summaries import summarise_rendering
    from devroom_gen.output.result import BuildOptions
    from devroom_gen.project.private_files import find_caches

    is_check = check or diff
    if not is_check:
        name_foreign_project(project)
    caches = None if no_cache else find_caches(os.environ)
    options = BuildOptions(
        output=output, is_whole=not editions, caches=caches, force=force, prune=prune, is_check=is_check
    )
    outcome = _run(project, editions, today, options)
    print_text(outcome.diff(is_all=diff), err=choose_format(output_format) is not Format.FULL)
    finish(outcome.diagnostics, summarise_rendering(outcome, is_check=is_check), output_format, strict, notes=False)


def _run(project: Path | None, editions: list[str] | None, today: str | None, options: "BuildOptions") -> "BuildResult":
    from devroom_gen.commands.render import render as run
    from devroom_gen.output.run import Reporter
    from devroom_gen.project.lookup import choose_project, choose_records

    chosen = choose_project(project)
    files = choose_records(chosen, editions or [])
    with _show_progress(sys.stderr) as progress:
        return run(chosen, files, today_of(today), options, Reporter(progress, _tell_waiting))


@contextmanager
def _show_progress(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Count editions on one line of a terminal, and remove it at the end."""
    last = ""

    def show(done: int, whole: int) -> None:
        nonlocal last
        text = f"\r{done * 100 // max(1, whole):3} %  {done} of {whole} editions"
        if stream.isatty() and whole >= _LONG and text != last:
            stream.write(text)
            stream.flush()
            last = text

    try:
        yield show
    finally:
        if last:
            stream.write("\r" + " " * len(last) + "\r")
            stream.flush()


def _tell_waiting(folder: Path) -> None:
    from devroom_gen.project.source_files import shown_path

    print_text(f"waiting for another run that writes to `{shown_path(folder)}`\n", err=True)
