"""What a command prints, and how its exceptions end: as exit codes and messages, never as a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from devroom_gen import __version__
from devroom_gen.errors import UsageError
from devroom_gen.text.os_errors import reason
from devroom_gen.text.printable import inert, visible_lines

FINDINGS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


@contextmanager
def handle_errors() -> Iterator[None]:
    """End every exception of a command as an exit code and a message."""
    try:
        yield
    except UsageError as error:
        _print_error(f"devroom-gen: {error}" + (f"\n   = help: {error.help}" if error.help else ""))
        raise typer.Exit(USAGE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except (typer.Exit, typer.Abort, BrokenPipeError):
        raise
    except OSError as error:  # the system refuses a path: it is too long, or below a locked folder
        shown = f"`{str(error.filename)[:200]}`" if error.filename else "a file"
        _print_error(f"devroom-gen: {shown} cannot be reached: {reason(error)}")
        raise typer.Exit(USAGE) from None
    except Exception as error:
        if os.environ.get("DEVROOM_GEN_TRACEBACK"):
            raise
        _print_error(
            f"devroom-gen: this is a bug in devroom-gen {__version__}: {type(error).__name__}: {error}\n"
            "   = help: set DEVROOM_GEN_TRACEBACK=1, run again and report what is printed"
        )
        raise typer.Exit(BUG) from None


def print_text(text: str, *, err: bool = False, is_report: bool = False) -> None:
    """Print a text, whose characters can do nothing to a terminal, and whose lines nothing to a workflow.

    A report has seen to its characters itself. Raises `UsageError` where it cannot be written, as on a full disk.
    """
    try:
        typer.echo(text if is_report else _made_safe(text, err), nl=False, err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(describe_unwritable(error)) from None


def is_in_workflow() -> bool:
    """Whether GitHub Actions reads what is printed."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def in_log(text: str) -> str:
    """Return a text as it may stand in the log of a workflow, where there is one."""
    return inert(text) if is_in_workflow() else text


def _made_safe(text: str, err: bool) -> str:
    return visible_lines(in_log(text)) if (sys.stderr if err else sys.stdout).isatty() else in_log(text)


def _print_error(text: str) -> None:
    typer.echo(_made_safe(text, True), err=True)


def describe_unwritable(error: OSError) -> str:
    """Return a message about standard output that cannot be written."""
    return f"standard output cannot be written: {reason(error)}"
