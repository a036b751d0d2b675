"""The command line of `render`."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.error_handler import print_text
from devroom_gen.cli.options import (
    EditionsArgument,
    FormatOption,
    ProjectOption,
    StrictOption,
    TodayOption,
    choose_format,
)
from devroom_gen.cli.outcome import finish
from devroom_gen.diagnostics.formats import Format

if TYPE_CHECKING:
    from devroom_gen.output.result import BuildOptions, BuildResult

OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", metavar="DIR", help="Write below this folder, not the one of the settings.", show_default=False
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace files that were written or edited by hand.")]
PruneOption = Annotated[bool, typer.Option("--prune", help="Remove pages that no edition has any more.")]
CheckOption = Annotated[
    bool, typer.Option("--check", help="Write nothing; fail when a page is missing, stale or edited.")
]
DiffOption = Annotated[bool, typer.Option("--diff", help="Write nothing; show how pages would change.")]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Look at all records and pages; neither read nor write the cache.")
]


def render(
    editions: EditionsArgument = None,
    output: OutputOption = None,
    force: ForceOption = False,
    prune: PruneOption = False,
    check: CheckOption = False,
    diff: DiffOption = False,
    no_cache: NoCacheOption = False,
    today: TodayOption = None,
    strict: StrictOption = False,
    output_format: FormatOption = None,
    project: ProjectOption = None,
) -> None:
    """Write the pages of all editions, or of the named ones."""
    from devroom_gen.cli.summaries import summarise_rendering

    wanted = _options(output, editions, no_cache, force=force, prune=prune, is_check=check or diff)
    outcome = _run(project, editions, today, wanted)
    print_text(outcome.diff(is_all=diff), err=choose_format(output_format, os.environ) is not Format.FULL)
    finish(
        outcome.diagnostics, summarise_rendering(outcome, is_check=wanted.is_check), output_format, strict, notes=False
    )


def _options(output: str | None, editions: list[str] | None, no_cache: bool, **switches: bool) -> "BuildOptions":
    from devroom_gen.output.cache import find_caches
    from devroom_gen.output.result import BuildOptions

    caches = None if no_cache else find_caches(os.environ)
    return BuildOptions(output=output, is_whole=not editions, caches=caches, **switches)


def _run(project: Path | None, editions: list[str] | None, today: str | None, options: "BuildOptions") -> "BuildResult":
    from devroom_gen.cli.terminal import show_progress
    from devroom_gen.commands.render import render as run
    from devroom_gen.output.run import Reporter
    from devroom_gen.project.lookup import choose_project, choose_records

    chosen = choose_project(project)
    files = choose_records(chosen, editions or [])
    with show_progress(sys.stderr) as progress:
        return run(chosen, files, today_of(today), options, Reporter(progress, _tell_waiting))


def _tell_waiting(folder: Path) -> None:
    from devroom_gen.project.source_files import shown_path

    print_text(f"waiting for another run that writes to `{shown_path(folder)}`\n", err=True)
