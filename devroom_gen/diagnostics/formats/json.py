"""JSON for programs: one object, version 1, printed also when there is nothing to report.

    {"version": 1, "diagnostics": [{
      "path":                      as reached from the working directory, with `/`
      "line", "column":            where it begins, both from 1, columns in code points; 1 and 1 for a whole file
      "end_line", "end_column":    just behind its last character; the same as the beginning for a whole file
      "code", "name", "severity":  `DG206`, `duplicate-organizer`, and `error`, `warning` or `note`
      "message":                   what is
      "help":                      what to type instead, or null
      "url":                       the manual page of the code, or null
      "related":                   [{"path", "line", "column", "message"}], places that explain it
      "fix":                       null, or {"title", "is_safe", "edits": [{"line", "column", "end_line", "end_column", "text"}]}
    }]}

Each wrong place is one entry, sorted by path, place and code. Keys may be added to version 1; none is taken away.
"""

import json
from collections.abc import Sequence
from typing import Any

from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix, Location
from devroom_gen.diagnostics.manual import manual_url
from devroom_gen.text.source import SourceText

VERSION = 1


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics as one JSON object."""
    return json.dumps({"version": VERSION, "diagnostics": [_row(each) for each in diagnostics]}, indent=2) + "\n"


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "path": diagnostic.path,
        **_range(diagnostic.location),
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "url": manual_url(diagnostic.code),
        "related": [{**_place(each.location), "message": each.message} for each in diagnostic.related],
        "fix": _fix(diagnostic.location.source, diagnostic.fix) if diagnostic.fix else None,
    }


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.source.path, "line": location.start.line, "column": location.start.column}


def _range(location: Location) -> dict[str, int]:
    (line, column), (end_line, end_column) = location.start, location.end
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _fix(source: SourceText, fix: Fix) -> dict[str, Any]:
    edits = [{**_range(Location(source=source, span=edit.span)), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "is_safe": True, "edits": edits}
