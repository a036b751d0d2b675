"""The command line: options in, exit code out. Each command imports what it needs."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from devroom_gen import __version__
from devroom_gen.cli.error_handler import FINDINGS, USAGE, border, describe_unwritable, print_text
from devroom_gen.cli.options import (
    EditionsArgument,
    Format,
    FormatOption,
    IgnoreOption,
    ListFormat,
    ProjectOption,
    SelectOption,
    StrictOption,
    TodayOption,
    choose_format,
)
from devroom_gen.cli.plain_values import take_plainly

if TYPE_CHECKING:
    from datetime import date

    from devroom_gen.commands.fix import Fixing
    from devroom_gen.diagnostics.diagnostic import Diagnostic

app = typer.Typer(
    name="devroom-gen",
    help="Generate the pages of yearly devrooms from one validated TOML record per edition.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


@app.command()
def new(
    edition: Annotated[
        str, typer.Argument(help="The year, or series and year: `2018`, `rust/2019`.", show_default=False)
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="EDITION", help="Begin from this edition, not from the nearest.", show_default=False
        ),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Set the day of the event.", show_default=False)
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Begin the record of an edition: a scaffold, or last year's record rolled forward."""
    with border():
        from devroom_gen.cli.new_summary import tell_beginning
        from devroom_gen.commands.new import new as run

        print_text(tell_beginning(run(project, edition, _today(), source=source, date=day)))


@app.command()
def render(
    editions: EditionsArgument = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", metavar="DIR", help="Write below this folder, not the one of the settings.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that a person wrote or edited.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Remove pages that no edition makes any more.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when a page is missing, stale or edited.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show how pages would change.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Look at all records and pages; neither read nor write the cache.")
    ] = False,
    today: TodayOption = None,
    strict: StrictOption = False,
    output_format: FormatOption = None,
    project: ProjectOption = None,
) -> None:
    """Write the pages of all editions, or of the named ones."""
    with border():
        from devroom_gen.cli.summaries import summarise_rendering
        from devroom_gen.cli.terminal import show_progress
        from devroom_gen.commands.render import render as run
        from devroom_gen.output.cache import find_caches
        from devroom_gen.output.result import BuildOptions
        from devroom_gen.output.run import Reporter
        from devroom_gen.project.lookup import choose_project, choose_records

        chosen = choose_project(project)
        with show_progress(sys.stderr) as on_step:
            files = choose_records(chosen, editions or [])
            options = BuildOptions(
                output=output,
                force=force,
                prune=prune,
                is_check=check or diff,
                is_whole=not editions,
                caches=None if no_cache else find_caches(os.environ),
            )
            outcome = run(chosen, files, _today(today), options, Reporter(on_step))
        shown = outcome.diff(is_all=diff)
        print_text(shown, err=choose_format(output_format, os.environ) is not Format.full)
        summary = summarise_rendering(outcome, is_check=check or diff)
        _finish(outcome.diagnostics, output_format, strict, summary, notes=False)


@app.command("list")
def list_(
    editions: EditionsArgument = None,
    today: TodayOption = None,
    output_format: Annotated[ListFormat, typer.Option("--output-format", help="Write the list in this format.")] = (
        ListFormat.table
    ),
    project: ProjectOption = None,
) -> None:
    """Show all editions: day, phase, deadline, and what is still to be decided."""
    with border():
        from devroom_gen.commands.list import list_editions
        from devroom_gen.project.lookup import choose_project, choose_records

        chosen = choose_project(project)
        listing = list_editions(chosen, choose_records(chosen, editions or []), _today(today))
        print_text(listing.table() if output_format is ListFormat.table else listing.json())
        if listing.diagnostics:
            print_text("some records could not be read: run `devroom-gen validate`\n", err=True)
            raise typer.Exit(FINDINGS)


@app.command()
def templates(
    copy: Annotated[
        str | None,
        typer.Option("--copy", metavar="TEMPLATE", help="Copy a built-in template to start from.", show_default=False),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Show the templates that are in effect, or copy one out to change it."""
    with border():
        from devroom_gen.commands.templates import copy_template
        from devroom_gen.commands.templates import templates as run
        from devroom_gen.project.lookup import choose_project
        from devroom_gen.project.source_files import shown_path

        chosen = choose_project(project)
        if copy is None:
            print_text(run(chosen, _today()))
        else:
            print_text(f"copied to {shown_path(copy_template(chosen, copy, _today()))}\n")


@app.command()
def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Records or folders; all records unless named.", show_default=False),
    ] = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fix: Annotated[bool, typer.Option("--fix", help="Fix what can be fixed safely, in the records.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what `--fix` would change, and write nothing.")] = False,
    strict: StrictOption = False,
    output_format: FormatOption = None,
    project: ProjectOption = None,
) -> None:
    """Check records and say what is wrong, where, and what to type."""
    with border():
        from devroom_gen.cli.summaries import summarise_fixing, summarise_validation
        from devroom_gen.commands.fix import fix as run_fixes
        from devroom_gen.commands.fix import write_fixed
        from devroom_gen.commands.validate import validate as run
        from devroom_gen.linter.selection import read_selection
        from devroom_gen.project.lookup import choose_project

        selection = read_selection(select or [], ignore or [])
        chosen = choose_project(project) if project or not paths else None
        if diff:
            _show_fixing(run_fixes(chosen, paths or [], _today(), selection))
        elif fix:
            fixing = write_fixed(run_fixes(chosen, paths or [], _today(), selection))
            _finish(fixing.left, output_format, strict, summarise_fixing(fixing))
        else:
            outcome = run(chosen, paths or [], _today(), selection)
            _finish(outcome.diagnostics, output_format, strict, summarise_validation(outcome))


def _show_fixing(fixing: "Fixing") -> None:
    """Print what `--fix` would change, and fail when that, or an error, is left to do."""
    from devroom_gen.cli.summaries import summarise_fixing
    from devroom_gen.diagnostics.diagnostic import has_errors
    from devroom_gen.text.printable import visible_lines

    differences = fixing.differences()
    print_text(visible_lines(differences) if sys.stdout.isatty() else differences)
    print_text(f"{summarise_fixing(fixing, is_written=False)}\n", err=True)
    if differences or has_errors(fixing.left):
        raise typer.Exit(FINDINGS)


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(help="A code or its name: `DG206`, `duplicate-organizer`.", show_default=False)
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print all pages as one reference in Markdown.")] = False,
) -> None:
    """Print the manual page of a code, or the list of all codes."""
    with border():
        from devroom_gen.commands.explain import explain as run
        from devroom_gen.commands.explain import explain_all
        from devroom_gen.errors import UsageError

        if markdown and code is not None:
            raise UsageError("`--markdown` prints all codes", "leave the code out, or leave `--markdown` out")
        print_text(explain_all() if markdown else run(code))


@app.command()
def schema() -> None:
    """Print the JSON Schema of records, for editors that check while one types."""
    with border():
        from devroom_gen.record.schema import written_schema

        print_text(written_schema())


@app.command()
def lint(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Pages, or folders of pages.", show_default=False)
    ],
    record: Annotated[
        Path | None,
        typer.Option(
            "--record", metavar="FILE", help="Judge the pages by this record and its series.", show_default=False
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="YEAR", min=1990, max=2199, help="Judge the pages by this year.", show_default=False
        ),
    ] = None,
    strict: StrictOption = False,
    output_format: FormatOption = None,
) -> None:
    """Find stale years, dates, links and names on pages that are kept by hand."""
    with border():
        from devroom_gen.cli.summaries import summarise_linting
        from devroom_gen.commands.lint import lint as run

        outcome = run(paths, _today(), record=record, year=year)
        _finish(outcome.diagnostics, output_format, strict, summarise_linting(outcome))


def _finish(
    diagnostics: Sequence["Diagnostic"], output_format: Format | None, strict: bool, summary: str, *, notes: bool = True
) -> None:
    """Print findings to stdout and a summary to stderr, and give the exit code."""
    from devroom_gen.cli.terminal import has_colour
    from devroom_gen.diagnostics.diagnostic import Severity
    from devroom_gen.diagnostics.formats import reporter

    output_format = choose_format(output_format, os.environ)
    for_people = output_format in {Format.full, Format.concise}
    shown = [d for d in diagnostics if notes or d.severity is not Severity.NOTE or not for_people]
    print_text(reporter(output_format)(shown, has_colour(sys.stdout, os.environ)))
    print_text(f"{summary}\n", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.severity in failing for d in diagnostics):
        raise typer.Exit(FINDINGS)


def _today(stated: str | None = None) -> "date":
    from devroom_gen.cli.clock import find_today

    return find_today(stated, os.environ)


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
    except OSError as error:  # all others end at the border: Typer itself could not print its help
        sys.stderr.write(f"devroom-gen: {describe_unwritable(error)}\n")
        sys.exit(USAGE)


def _nowhere() -> TextIO:
    """Return what takes the place of a standard stream that was closed before the start."""
    return Path(os.devnull).open("w", encoding="utf-8")
