"""What a command prints, and how its exceptions end: as exit codes and messages, never as a traceback."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from devroom_gen import __version__
from devroom_gen.errors import UsageError
from devroom_gen.text.os_errors import reason

FINDINGS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


@contextmanager
def handle_errors() -> Iterator[None]:
    """End every exception of a command as an exit code and a message."""
    try:
        yield
    except UsageError as error:
        typer.echo(f"devroom-gen: {error}" + (f"\n   = help: {error.help}" if error.help else ""), err=True)
        raise typer.Exit(USAGE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except (typer.Exit, typer.Abort, BrokenPipeError):
        raise
    except OSError as error:  # the system refuses a path: it is too long, or below a locked folder
        shown = f"`{str(error.filename)[:200]}`" if error.filename else "a file"
        typer.echo(f"devroom-gen: {shown} cannot be reached: {reason(error)}", err=True)
        raise typer.Exit(USAGE) from None
    except Exception as error:
        if os.environ.get("DEVROOM_GEN_TRACEBACK"):
            raise
        typer.echo(
            f"devroom-gen: this is a bug in devroom-gen {__version__}: {type(error).__name__}: {error}\n"
            "   = help: set DEVROOM_GEN_TRACEBACK=1, run again and report what is printed",
            err=True,
        )
        raise typer.Exit(BUG) from None


def print_text(text: str, *, err: bool = False) -> None:
    """Print a text as it is. Raises `UsageError` where it cannot be written, as on a full disk."""
    try:
        typer.echo(text, nl=False, err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(describe_unwritable(error)) from None


def describe_unwritable(error: OSError) -> str:
    """Return a message about standard output that cannot be written."""
    return f"standard output cannot be written: {reason(error)}"
