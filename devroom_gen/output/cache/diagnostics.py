"""Findings as plain data and back. Of source texts only the path is kept: they are read again when they are shown."""

from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Location, Related, Severity
from devroom_gen.project.source_files import read_source
from devroom_gen.text.source import SourceText, Span

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in (Code, Diagnostic, Location, Related)}


def write_finding(value: Any) -> Any:
    """Return a finding as plain data. Raises `TypeError` where it holds what is not known here: then it is not kept."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, Severity):
        return {"": "Severity", "value": value.value}
    if isinstance(value, SourceText):
        return {"": "SourceText", "path": value.path, "has_text": bool(value.text)}
    if isinstance(value, Span):
        return {"": "Span", "start": value.start, "end": value.end}
    if type(value) is tuple:
        return [write_finding(item) for item in value]
    if _KINDS.get(type(value).__name__) is not type(value):
        raise TypeError(type(value).__name__)
    return {"": type(value).__name__, **{name: write_finding(part) for name, part in value._asdict().items()}}


def read_finding(value: Any) -> Diagnostic:
    """Return a finding back. Raises `ValueError`, `KeyError` or `TypeError` where the data is not a finding."""
    finding = _read(value)
    if not isinstance(finding, Diagnostic):
        raise TypeError(type(finding).__name__)
    return finding


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(item) for item in value)
    if not isinstance(value, dict):
        return value
    kind, parts = value[""], {name: _read(part) for name, part in value.items() if name}
    match kind:
        case "Severity":
            return Severity(parts["value"])
        case "Span":
            return _checked(Span(**parts))
        case "SourceText":
            return _read_source(parts["path"], parts["has_text"])
    return _checked(_KINDS[kind](**parts))


def _checked(value: Any) -> Any:
    """Let nothing pass that would break where it is shown."""
    for name, hint in _parts_of(type(value).__name__).items():
        part = getattr(value, name)
        items, kind = (part, get_args(hint)[0]) if get_origin(hint) is tuple else ((part,), hint)
        if not isinstance(items, tuple) or not all(isinstance(item, kind) for item in items):
            raise TypeError(name)
    span = value.span if isinstance(value, Location) else None
    if span and not 0 <= span.start <= span.end <= len(value.source.text):
        raise ValueError("span")
    return value


@cache
def _parts_of(kind: str) -> dict[str, Any]:
    return get_type_hints(Span if kind == "Span" else _KINDS[kind])


def _read_source(path: str, has_text: bool) -> SourceText:
    source = read_source(Path(path)) if has_text else SourceText(path, "")
    if not isinstance(source, SourceText):
        raise ValueError(path)
    return source
