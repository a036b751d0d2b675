"""A code quality report for merge requests of GitLab.

A fingerprint holds the path, the code and the message but no line, so that a finding stays the same finding when
lines are added above it. Source: the documentation of GitLab, "Code Quality report format".
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from devroom_gen.diagnostics.diagnostic import Diagnostic, Severity
from devroom_gen.text.printable import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics as one JSON list."""
    seen: Counter[str] = Counter()
    rows = []
    for diagnostic in diagnostics:
        identity = "\0".join((diagnostic.path, diagnostic.code.id, diagnostic.message))
        rows.append(_row(diagnostic, f"{identity}\0{seen[identity]}"))
        seen[identity] += 1
    return json.dumps(rows, indent=2) + "\n"


def _row(diagnostic: Diagnostic, identity: str) -> dict[str, Any]:
    location = diagnostic.location
    return {
        "description": visible(diagnostic.sentence),
        "check_name": f"{diagnostic.code.id} {diagnostic.code.name}",
        "fingerprint": hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": diagnostic.path, "lines": {"begin": location.start.line, "end": location.end.line}},
    }
