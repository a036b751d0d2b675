"""Annotations of a pull request: workflow commands of GitHub Actions, worst first.

GitHub shows ten errors and ten warnings of a step, so the order decides what is seen. All that comes from a record is
escaped: a line break in it could otherwise begin a command of its own.
Source: the toolkit of GitHub Actions, `packages/core/src/command.ts`.
"""

from collections.abc import Sequence

from devroom_gen.diagnostics.diagnostic import Diagnostic, Location, Severity
from devroom_gen.text.printable import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write one command per finding."""
    order = list(_COMMANDS)
    return "".join(_write(each) + "\n" for each in sorted(diagnostics, key=lambda each: order.index(each.severity)))


def _write(diagnostic: Diagnostic) -> str:
    properties = _place(diagnostic.location) | {"title": f"{diagnostic.code.id} {diagnostic.code.name}"}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    lines = [diagnostic.message]
    for each in diagnostic.related:
        line = f":{each.location.start.line}" if each.location.span else ""
        lines.append(f"{each.location.source.path}{line}: {each.message}")
    lines += [f"help: {diagnostic.help}"] if diagnostic.help else []
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{'%0A'.join(map(_message, lines))}"


def _place(location: Location) -> dict[str, str]:
    """Return the properties of a place; GitHub refuses columns of a range of several lines."""
    place = {"file": location.source.path}
    if location.span is None:
        return place
    place |= {"line": str(location.start.line), "endLine": str(location.end.line)}
    if location.start.line == location.end.line:
        place |= {"col": str(location.start.column), "endColumn": str(location.end.column)}
    return place


def _message(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
