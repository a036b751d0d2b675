"""How a command with findings ends: findings to standard output, a summary to standard error, and an exit code."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from devroom_gen.cli.error_handler import FINDINGS, in_log, print_text
from devroom_gen.cli.options import choose_format
from devroom_gen.diagnostics.formats import Format

if TYPE_CHECKING:
    from devroom_gen.diagnostics.diagnostic import Diagnostic


def finish(
    diagnostics: Sequence["Diagnostic"], summary: str, output_format: Format | None, strict: bool, *, notes: bool = True
) -> None:
    """Print findings and a summary. Raises `typer.Exit` when there are findings that fail the run."""
    from devroom_gen.cli.terminal import has_colour
    from devroom_gen.diagnostics.diagnostic import Severity
    from devroom_gen.diagnostics.formats import reporter

    output_format = choose_format(output_format, os.environ)
    for_people = output_format in {Format.FULL, Format.CONCISE}
    shown = [d for d in diagnostics if notes or d.severity is not Severity.NOTE or not for_people]
    report = reporter(output_format)(shown, has_colour(sys.stdout, os.environ))
    print_text(in_log(report) if for_people else report, is_report=True)
    print_text(f"{summary}\n", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.severity in failing for d in diagnostics):
        raise typer.Exit(FINDINGS)
