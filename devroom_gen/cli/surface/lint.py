"""The command line of `lint`."""

from pathlib import Path
from typing import Annotated

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.options import DIFF, IGNORE, SELECT, OutputFormat, Strict, Today, argument, option
from devroom_gen.cli.outcome import choose_format, finish, finish_fixing, print_text
from devroom_gen.diagnostics.formats import Format
from devroom_gen.errors import UsageError

_WRITE = option("--write-baseline", "Write what is found to this file, for `--baseline`.", "FILE")


def lint(
    paths: Annotated[list[Path], argument("Pages, or folders of pages.", "PATH")],
    record: Annotated[Path | None, option("--record", "Judge the pages by this record and its series.", "FILE")] = None,
    year: Annotated[int | None, option("--year", "Judge the pages by this year.", "YEAR", min=1990, max=2199)] = None,
    no_record: Annotated[bool, option("--no-record", "Use no record that lies beside the pages.")] = False,
    select: Annotated[list[str] | None, SELECT] = None,
    ignore: Annotated[list[str] | None, IGNORE] = None,
    fix: Annotated[bool, option("--fix", "Fix errors that can be fixed safely, in the pages.")] = False,
    diff: Annotated[bool, DIFF] = False,
    baseline: Annotated[Path | None, option("--baseline", "Report only what this file does not know.", "FILE")] = None,
    write_baseline: Annotated[Path | None, _WRITE] = None,
    today: Today = None,
    strict: Strict = False,
    output_format: OutputFormat = None,
) -> None:
    """Find stale years, dates, links and names on pages kept by hand."""
    from devroom_gen.cli.summaries import summarise_linting
    from devroom_gen.commands.lint import Request
    from devroom_gen.commands.lint import lint as run
    from devroom_gen.linter.baseline import read_baseline
    from devroom_gen.linter.baseline import write_baseline as write
    from devroom_gen.linter.registry import read_selection

    if baseline and write_baseline:
        raise UsageError("`--baseline` and `--write-baseline` exclude each other", "write it anew without `--baseline`")
    known = read_baseline(baseline) if baseline else None
    selection = read_selection(select or [], ignore or [])
    request = Request(paths, today_of(today), record, year, not no_record, selection, known, today is not None)
    if fix or diff:
        from devroom_gen.commands.fix import fix_pages

        finish_fixing(fix_pages(request), output_format, strict, is_shown=diff, noun="page")
        return
    outcome = run(request)
    is_full = choose_format(output_format) is Format.FULL
    if write_baseline:
        count = write(write_baseline, outcome.diagnostics)
        print_text(f"{summarise_linting(outcome)}\n{count} written to {write_baseline}\n", err=True)
        return
    finish(outcome.diagnostics, summarise_linting(outcome, is_long=is_full), output_format, strict)
