"""The command line as a whole: the commands by their names, and how a run begins and ends."""

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from devroom_gen import __version__
from devroom_gen.cli.outcome import USAGE, describe_unwritable, handle_errors
from devroom_gen.cli.plain_values import take_plainly

COMMANDS = ("new", "render", "list", "templates", "validate", "explain", "schema", "lint")
"""All commands, in the order of the help. Each is the function of its name in a module of `surface/`."""


_MEANT = {
    **dict.fromkeys(("init", "create", "add", "start", "begin", "copy", "roll"), "new"),
    **dict.fromkeys(("build", "generate", "make", "write", "publish"), "render"),
    **dict.fromkeys(("check", "verify", "test", "fix"), "validate"), "diff": "render --diff", "ls": "list", "show": "list",
}  # fmt: skip
"""Commands of other programs, and what does the same here."""


def make_app(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """Make the command line with some commands: one run needs one of them, and starts sooner without the others."""
    app = typer.Typer(
        name="devroom-gen",
        help="Generate the pages of yearly devrooms from one validated TOML record per edition.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in commands:
        module = import_module(f"devroom_gen.cli.surface.{name}")
        app.command(name)(handle_errors()(getattr(module, "list_" if name == "list" else name)))
    return app


def __getattr__(name: str) -> Any:
    """Make the whole command line for whoever imports `app`."""
    if name == "app":
        return make_app()
    raise AttributeError(name)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"devroom-gen {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; standard output is UTF-8 on every system."""
    nowhere = Path(os.devnull)  # in place of a stream that was closed before the start
    sys.stdout, sys.stderr = (each or nowhere.open("w", encoding="utf-8") for each in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    named = [name for name in sys.argv[1:2] if name in COMMANDS]
    for meant in (_MEANT[name] for name in sys.argv[1:2] if name in _MEANT):
        sys.stderr.write(
            f"devroom-gen: there is no command `{sys.argv[1]}`\n   = help: did you mean `devroom-gen {meant}`?\n"
        )
        sys.exit(USAGE)
    try:
        command = typer.main.get_command(make_app(named or COMMANDS))
        take_plainly(command)
        command()
    except OSError as error:  # `handle_errors` takes all others: Typer itself could not print its help
        with suppress(OSError):  # it may be standard error that is full
            sys.stderr.write(f"devroom-gen: {describe_unwritable(error)}\n")
        sys.exit(USAGE)
