"""One line per finding, for people with many of them, for `grep`, and for editors that jump to `path:line:column`."""

from collections.abc import Sequence

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.text.printable import visible


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write `path:line:column: severity[code] name: message; help`, one line each; a whole file has no line."""
    return "".join(_write(each) + "\n" for each in diagnostics)


def _write(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    place = f":{location.start.line}:{location.start.column}" if location.span else ""
    code = diagnostic.code
    return visible(f"{diagnostic.path}{place}: {diagnostic.severity}[{code.id}] {code.name}: {diagnostic.sentence}")
