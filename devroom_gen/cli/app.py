"""The command line as a whole: the commands by their names, and how a run begins and ends."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from devroom_gen import __version__
from devroom_gen.cli.error_handler import USAGE, describe_unwritable, handle_errors
from devroom_gen.cli.plain_values import take_plainly
from devroom_gen.cli.surface.explain import explain
from devroom_gen.cli.surface.lint import lint
from devroom_gen.cli.surface.list import list_
from devroom_gen.cli.surface.new import new
from devroom_gen.cli.surface.render import render
from devroom_gen.cli.surface.schema import schema
from devroom_gen.cli.surface.templates import templates
from devroom_gen.cli.surface.validate import validate

app = typer.Typer(
    name="devroom-gen",
    help="Generate the pages of yearly devrooms from one validated TOML record per edition.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "new": new,
    "render": render,
    "list": list_,
    "templates": templates,
    "validate": validate,
    "explain": explain,
    "schema": schema,
    "lint": lint,
}
for _name, _run in _COMMANDS.items():
    app.command(_name)(handle_errors()(_run))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"devroom-gen {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; standard output is UTF-8 on every system."""
    sys.stdout, sys.stderr = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command = typer.main.get_command(app)
        take_plainly(command)
        command()
    except OSError as error:  # `handle_errors` takes all others: Typer itself could not print its help
        sys.stderr.write(f"devroom-gen: {describe_unwritable(error)}\n")
        sys.exit(USAGE)


def _nowhere() -> TextIO:
    """Return a stream that drops everything, in place of a standard stream that was closed before the start."""
    return Path(os.devnull).open("w", encoding="utf-8")
