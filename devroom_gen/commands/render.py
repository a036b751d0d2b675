"""`render`: makes the disk hold the pages of all editions, or of the named ones; or tells in what it does not."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from devroom_gen.errors import UsageError
from devroom_gen.output.result import BuildOptions, BuildResult
from devroom_gen.output.run import SILENT, Reporter, build
from devroom_gen.project.layout import Project, RecordFile


def render(
    project: Project, files: Sequence[RecordFile], today: date, options: BuildOptions, reporter: Reporter = SILENT
) -> BuildResult:
    """Render the pages of these records and write what differs. A record with errors writes nothing."""
    if options.output is not None:
        _check_output(options.output)
    everything = files if options.is_whole else project.records()
    return build(project, everything, files, today, options, reporter)


def _check_output(output: str) -> None:
    from devroom_gen.record.output_pattern import find_stray

    Path(output).exists()  # raises `OSError` for what no path can be
    if not output.strip():
        raise UsageError("`--output` names no folder", "name one, as in `--output public`")
    if stray := find_stray(output):
        raise UsageError(stray[0].replace("`output`", "`--output`"), "type `--output 'public/{target}/{edition}'`")
