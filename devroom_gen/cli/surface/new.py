"""The command line of `new`."""

from typing import Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.completion import complete_editions
from devroom_gen.cli.error_handler import print_text
from devroom_gen.cli.options import ProjectOption

EditionArgument = Annotated[
    str, typer.Argument(help="The year, or series and year: `2018`, `rust/2019`.", show_default=False)
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="EDITION",
        help="Begin from this edition, not from the nearest.",
        show_default=False,
        autocompletion=complete_editions,
    ),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Set the day of the event.", show_default=False)
]


def new(
    edition: EditionArgument, source: FromOption = None, day: DateOption = None, project: ProjectOption = None
) -> None:
    """Begin a record: a scaffold, or last year's rolled forward."""
    from devroom_gen.cli.new_summary import tell_beginning
    from devroom_gen.commands.new import new as run

    print_text(tell_beginning(run(project, edition, today_of(), source=source, date=day)))
