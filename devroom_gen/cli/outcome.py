"""How a command with findings ends: findings to standard output, a summary to standard error, and an exit code."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from devroom_gen.cli.error_handler import FINDINGS, in_log, is_in_workflow, print_text
from devroom_gen.diagnostics.formats import Format, reporter

if TYPE_CHECKING:
    from devroom_gen.diagnostics.diagnostic import Diagnostic


def choose_format(stated: Format | None) -> Format:
    """Return the stated format; without one, annotations where GitHub Actions reads them, else text for people."""
    return stated or (Format.GITHUB if is_in_workflow() else Format.FULL)


def finish(
    diagnostics: Sequence["Diagnostic"], summary: str, output_format: Format | None, strict: bool, *, notes: bool = True
) -> None:
    """Print findings and a summary. Raises `typer.Exit` when there are findings that fail the run."""
    from devroom_gen.diagnostics.diagnostic import Severity

    output_format = choose_format(output_format)
    for_people = output_format in {Format.FULL, Format.CONCISE}
    shown = [d for d in diagnostics if notes or d.severity is not Severity.NOTE or not for_people]
    report = reporter(output_format)(shown, _has_colour())
    print_text(in_log(report) if for_people else report, is_report=True)
    print_text(f"{summary}\n", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.severity in failing for d in diagnostics):
        raise typer.Exit(FINDINGS)


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
