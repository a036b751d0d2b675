"""The command line of `validate`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.completion import complete_codes
from devroom_gen.cli.error_handler import FINDINGS, print_text
from devroom_gen.cli.options import FormatOption, ProjectOption, StrictOption
from devroom_gen.cli.outcome import finish

if TYPE_CHECKING:
    from devroom_gen.diagnostics.diagnostic import Diagnostic
    from devroom_gen.linter.selection import Selection
    from devroom_gen.project.layout import Project

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Records or folders; all records unless named.", show_default=False),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Report only these: `DG2`, `DG206`, `unknown-zone`.",
        show_default=False,
        autocompletion=complete_codes,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="Do not report these.",
        show_default=False,
        autocompletion=complete_codes,
    ),
]
FixOption = Annotated[bool, typer.Option("--fix", help="Fix what can be fixed safely, in the records.")]
DiffOption = Annotated[bool, typer.Option("--diff", help="Show what `--fix` would change, and write nothing.")]


def validate(
    paths: PathsArgument = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    strict: StrictOption = False,
    output_format: FormatOption = None,
    project: ProjectOption = None,
) -> None:
    """Check records and say what is wrong, where, and what to type."""
    from devroom_gen.linter.selection import read_selection

    selection = read_selection(select or [], ignore or [])
    chosen = _choose(project, paths)
    if diff:
        _show_fixes(chosen, paths or [], selection)
    else:
        act = _write_fixes if fix else _check
        finish(*act(chosen, paths or [], selection), output_format, strict)


def _choose(project: Path | None, paths: list[Path] | None) -> "Project | None":
    """Return the project that is named, or the nearest; none where files are named instead."""
    from devroom_gen.project.lookup import choose_project

    return choose_project(project) if project or not paths else None


def _check(project: "Project | None", paths: list[Path], selection: "Selection") -> tuple[Sequence["Diagnostic"], str]:
    from devroom_gen.cli.summaries import summarise_validation
    from devroom_gen.commands.validate import validate as run

    outcome = run(project, paths, today_of(), selection)
    return outcome.diagnostics, summarise_validation(outcome)


def _write_fixes(
    project: "Project | None", paths: list[Path], selection: "Selection"
) -> tuple[Sequence["Diagnostic"], str]:
    from devroom_gen.cli.summaries import summarise_fixing
    from devroom_gen.commands.fix import fix, write_fixed

    fixing = write_fixed(fix(project, paths, today_of(), selection))
    return fixing.left, summarise_fixing(fixing)


def _show_fixes(project: "Project | None", paths: list[Path], selection: "Selection") -> None:
    """Print what `--fix` would change, and fail when that, or an error, is left to do."""
    from devroom_gen.cli.summaries import summarise_fixing
    from devroom_gen.commands.fix import fix
    from devroom_gen.diagnostics.diagnostic import has_errors

    fixing = fix(project, paths, today_of(), selection)
    differences = fixing.differences()
    print_text(differences)
    print_text(f"{summarise_fixing(fixing, is_written=False)}\n", err=True)
    if differences or has_errors(fixing.left):
        raise typer.Exit(FINDINGS)
