"""The command line of `validate`."""

from pathlib import Path
from typing import Annotated

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import DIFF, IGNORE, SELECT, OutputFormat, ProjectFolder, Strict, Today, argument, option
from devroom_gen.cli.outcome import finish, finish_fixing, name_foreign_project


def validate(
    paths: Annotated[list[Path] | None, argument("Records or folders; all records unless named.", "PATH")] = None,
    select: Annotated[list[str] | None, SELECT] = None,
    ignore: Annotated[list[str] | None, IGNORE] = None,
    fix: Annotated[bool, option("--fix", "Fix what can be fixed safely, in the records.")] = False,
    diff: Annotated[bool, DIFF] = False,
    today: Today = None,
    strict: Strict = False,
    output_format: OutputFormat = None,
    project: ProjectFolder = None,
) -> None:
    """Check records and say what is wrong, where, and what to type."""
    from devroom_gen.cli.summaries import summarise_validation
    from devroom_gen.commands.validate import validate as run
    from devroom_gen.linter.registry import read_selection
    from devroom_gen.project.lookup import choose_project

    selection = read_selection(select or [], ignore or [])
    chosen = choose_project(project) if project else None
    if not (fix or diff):
        outcome = run(chosen, paths or [], today_of(today), selection)
        finish(outcome.diagnostics, summarise_validation(outcome), output_format, strict)
        return
    from devroom_gen.commands.fix import fix as make_fixes

    if not diff:
        name_foreign_project(project)
    finish_fixing(make_fixes(chosen, paths or [], today_of(today), selection), output_format, strict, is_shown=diff)
