"""The command line of `validate`."""

from pathlib import Path
from typing import Annotated

import typer

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.completion import complete_codes
from devroom_gen.cli.options import OutputFormat, ProjectFolder, Strict, Today, argument, option
from devroom_gen.cli.outcome import FINDINGS, finish, name_foreign_project, print_text

_ONLY = "Report only these: `DG2`, `DG206`, `unknown-zone`."
_SELECT = option("--select", _ONLY, "CODES", autocompletion=complete_codes)
_IGNORE = option("--ignore", "Do not report these.", "CODES", autocompletion=complete_codes)


def validate(
    paths: Annotated[list[Path] | None, argument("Records or folders; all records unless named.", "PATH")] = None,
    select: Annotated[list[str] | None, _SELECT] = None,
    ignore: Annotated[list[str] | None, _IGNORE] = None,
    fix: Annotated[bool, option("--fix", "Fix what can be fixed safely, in the records.")] = False,
    diff: Annotated[bool, option("--diff", "Show what `--fix` would change, and write nothing.")] = False,
    today: Today = None,
    strict: Strict = False,
    output_format: OutputFormat = None,
    project: ProjectFolder = None,
) -> None:
    """Check records and say what is wrong, where, and what to type."""
    from devroom_gen.cli.summaries import summarise_fixing, summarise_validation
    from devroom_gen.commands.validate import validate as run
    from devroom_gen.diagnostics.diagnostic import has_errors
    from devroom_gen.linter.registry import read_selection
    from devroom_gen.project.lookup import choose_project

    selection = read_selection(select or [], ignore or [])
    chosen = choose_project(project) if project else None
    if not (fix or diff):
        outcome = run(chosen, paths or [], today_of(today), selection)
        finish(outcome.diagnostics, summarise_validation(outcome), output_format, strict)
        return
    from devroom_gen.commands.fix import fix as make_fixes
    from devroom_gen.commands.fix import write_fixed

    fixing = make_fixes(chosen, paths or [], today_of(today), selection)
    if not diff:
        name_foreign_project(project)
        fixing = write_fixed(fixing)
        finish(fixing.left, summarise_fixing(fixing), output_format, strict)
        return
    differences = fixing.differences()
    print_text(differences)
    print_text(f"{summarise_fixing(fixing, is_written=False)}\n", err=True)
    if differences or has_errors(fixing.left):
        raise typer.Exit(FINDINGS)
