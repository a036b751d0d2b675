"""The command line of `list`."""

from typing import Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import Editions, ListFormat, ProjectFolder, Today
from devroom_gen.cli.outcome import FINDINGS, print_text

_FORMAT = typer.Option("--output-format", help="Write the list in this format.")


def list_(
    editions: Editions = None,
    today: Today = None,
    output_format: Annotated[ListFormat, _FORMAT] = ListFormat.TABLE,
    project: ProjectFolder = None,
) -> None:
    """Show each edition: day, phase, deadline, and what is undecided."""
    from devroom_gen.cli.summaries import summarise_listing
    from devroom_gen.commands.list import list_editions
    from devroom_gen.diagnostics.diagnostic import has_errors
    from devroom_gen.project.lookup import choose_project, choose_records

    chosen = choose_project(project)
    listing = list_editions(chosen, choose_records(chosen, editions or []), today_of(today))
    print_text(listing.table() if output_format is ListFormat.TABLE else listing.json())
    if has_errors(listing.diagnostics):
        print_text(f"{summarise_listing(listing)}: run `devroom-gen validate`\n", err=True)
        raise typer.Exit(FINDINGS)
