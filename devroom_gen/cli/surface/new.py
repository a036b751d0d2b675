"""The command line of `new`."""

from typing import Annotated

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.completion import complete_editions
from devroom_gen.cli.options import ProjectFolder, argument, option
from devroom_gen.cli.outcome import name_foreign_project, print_text

_FROM = option("--from", "Begin from this edition, not from the nearest.", "EDITION", autocompletion=complete_editions)


def new(
    edition: Annotated[str, argument("The year, or series and year: `2018`, `rust/2019`.", "EDITION")],
    source: Annotated[str | None, _FROM] = None,
    day: Annotated[str | None, option("--date", "Set the day of the event.", "YYYY-MM-DD")] = None,
    project: ProjectFolder = None,
) -> None:
    """Begin a record: a scaffold, or last year's rolled forward."""
    from devroom_gen.commands.new import new as run

    name_foreign_project(project)
    print_text(run(project, edition, today_of(), source=source, date=day).describe())
