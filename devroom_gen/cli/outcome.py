"""What a command prints, and how it ends: with findings, a summary and an exit code, or with a message; never a traceback."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from devroom_gen import __version__
from devroom_gen.diagnostics.formats import Format, reporter
from devroom_gen.errors import UsageError, reason
from devroom_gen.text.printable import inert, visible_lines

if TYPE_CHECKING:
    from devroom_gen.commands.fix import Fixing
    from devroom_gen.diagnostics.diagnostic import Diagnostic

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
        from devroom_gen.project.source_files import shown_path

        shown = f"`{shown_path(str(error.filename)[:200])}`" if error.filename else "a file"
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


def choose_format(stated: Format | None) -> Format:
    """Return the stated format; without one, annotations where GitHub Actions reads them, else text for people."""
    return stated or (Format.GITHUB if _is_in_workflow() else Format.FULL)


def finish(
    diagnostics: Sequence["Diagnostic"], summary: str, output_format: Format | None, strict: bool, *, notes: bool = True
) -> None:
    """Print findings and a summary. Raises `typer.Exit` when there are findings that fail the run."""
    from devroom_gen.diagnostics.diagnostic import Severity

    output_format = choose_format(output_format)
    for_people = output_format in {Format.FULL, Format.CONCISE}
    shown = [d for d in diagnostics if notes or d.severity is not Severity.NOTE or not for_people]
    has_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    report = reporter(output_format)(shown, has_colour)
    print_text(_in_log(report) if for_people else report, is_report=True)
    print_text(f"{summary}\n", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.severity in failing for d in diagnostics):
        raise typer.Exit(FINDINGS)


def finish_fixing(
    fixing: "Fixing", output_format: Format | None, strict: bool, *, is_shown: bool, noun: str = "record"
) -> None:
    """Write what was fixed and print what is left, or show what would change. Raises `typer.Exit` as `finish` does."""
    from devroom_gen.cli.summaries import summarise_fixing
    from devroom_gen.commands.fix import write_fixed
    from devroom_gen.diagnostics.diagnostic import has_errors

    if not is_shown:
        fixing = write_fixed(fixing)
        finish(fixing.left, summarise_fixing(fixing, noun=noun), output_format, strict)
        return
    differences = fixing.differences()
    print_text(differences)
    print_text(f"{summarise_fixing(fixing, is_written=False, noun=noun)}\n", err=True)
    if differences or has_errors(fixing.left):
        raise typer.Exit(FINDINGS)


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


def name_foreign_project(folder: Path | None) -> None:
    """Name the project that is about to be written, where it was found above and belongs to another user."""
    from devroom_gen.project.layout import find_project

    found = None if folder else find_project(Path.cwd())
    if found and hasattr(os, "getuid") and found.root != Path.cwd() and found.root.stat().st_uid != os.getuid():
        print_text(f"devroom-gen: the project is `{found.root}`, which belongs to another user\n", err=True)


def _is_in_workflow() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _in_log(text: str) -> str:
    """Return a text as it may stand in the log of a workflow, where there is one."""
    return inert(text) if _is_in_workflow() else text


def _made_safe(text: str, err: bool) -> str:
    text = _in_log(text)
    return visible_lines(text) if (sys.stderr if err else sys.stdout).isatty() else text


def _print_error(text: str) -> None:
    typer.echo(_made_safe(text, True), err=True)


def describe_unwritable(error: OSError) -> str:
    """Return a message about standard output that cannot be written."""
    return f"standard output cannot be written: {reason(error)}"
