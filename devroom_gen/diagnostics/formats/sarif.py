"""SARIF 2.1.0, which code scanning of GitHub, Azure and several editors read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; numbers in comments are its sections.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from devroom_gen import __version__
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Fix, Location
from devroom_gen.diagnostics.manual import manual_url, read_manual
from devroom_gen.text.printable import visible
from devroom_gen.text.source import SourceText

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics as one log with one run."""
    codes = sorted({each.code for each in diagnostics}, key=lambda code: code.id)
    indexes = {code.id: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "devroom-gen", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",  # 3.14.17
        "results": [_result(each, indexes[each.code.id]) for each in diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    manual = read_manual(code.manual)
    url = manual_url(code)
    return {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": manual.summary},
        "help": {"text": manual.text},
        "defaultConfiguration": {"level": str(code.severity)},
        **({"helpUri": url} if url else {}),
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code.id,
        "ruleIndex": index,
        "level": str(diagnostic.severity),  # 3.27.10: its words are those of `Severity`
        "message": {"text": visible(diagnostic.sentence)},
        "locations": [{"physicalLocation": _place(diagnostic.location)}],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": visible(each.message)}, "physicalLocation": _place(each.location)}
            for number, each in enumerate(diagnostic.related, start=1)
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.location.source, diagnostic.fix)]
    return result


def _place(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(location.source)}}
    if location.span is not None:
        place["region"] = _region(location)
    return place


def _region(location: Location) -> dict[str, int]:
    (line, column), (end_line, end_column) = location.start, location.end
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(source: SourceText, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(Location(source, edit.span)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": visible(fix.title)},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(source)}, "replacements": replacements}],
    }


def _uri(source: SourceText) -> str:
    """Write a path as a relative reference (3.4.3): no colon may look like a scheme."""
    return quote(source.path.encode(errors="surrogateescape"))
