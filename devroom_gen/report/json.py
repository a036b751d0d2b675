"""JSON for programs: one object, version 1, printed also when there is nothing to report."""

import json
from collections.abc import Sequence
from typing import Any

from devroom_gen.diagnostic import Diagnostic, Location

VERSION = 1


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics as one JSON object."""
    return json.dumps({"version": VERSION, "diagnostics": [_row(each) for each in diagnostics]}, indent=2) + "\n"


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    location = diagnostic.location
    return {
        "path": diagnostic.path,
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "related": [{**_place(each.location), "message": each.message} for each in diagnostic.related],
    }


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.source.path, "line": location.start.line, "column": location.start.column}
