"""The command line of `lint`."""

from pathlib import Path
from typing import Annotated

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import OutputFormat, Strict, Today, argument, option
from devroom_gen.cli.outcome import finish


def lint(
    paths: Annotated[list[Path], argument("Pages, or folders of pages.", "PATH")],
    record: Annotated[Path | None, option("--record", "Judge the pages by this record and its series.", "FILE")] = None,
    year: Annotated[int | None, option("--year", "Judge the pages by this year.", "YEAR", min=1990, max=2199)] = None,
    today: Today = None,
    strict: Strict = False,
    output_format: OutputFormat = None,
) -> None:
    """Find stale years, dates, links and names on pages kept by hand."""
    from devroom_gen.cli.summaries import summarise_linting
    from devroom_gen.commands.lint import lint as run

    outcome = run(paths, today_of(today), record=record, year=year)
    finish(outcome.diagnostics, summarise_linting(outcome), output_format, strict)
