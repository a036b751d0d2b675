"""The command line of `lint`."""

from pathlib import Path
from typing import Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import FormatOption, StrictOption
from devroom_gen.cli.outcome import finish

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Pages, or folders of pages.", show_default=False)
]
RecordOption = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", help="Judge the pages by this record and its series.", show_default=False),
]
YearOption = Annotated[
    int | None,
    typer.Option(
        "--year", metavar="YEAR", min=1990, max=2199, help="Judge the pages by this year.", show_default=False
    ),
]


def lint(
    paths: PathsArgument,
    record: RecordOption = None,
    year: YearOption = None,
    strict: StrictOption = False,
    output_format: FormatOption = None,
) -> None:
    """Find stale years, dates, links and names on pages kept by hand."""
    from devroom_gen.cli.summaries import summarise_linting
    from devroom_gen.commands.lint import lint as run

    outcome = run(paths, today_of(), record=record, year=year)
    finish(outcome.diagnostics, summarise_linting(outcome), output_format, strict)
