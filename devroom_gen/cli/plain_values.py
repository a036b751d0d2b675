"""Converts plain values of the command line without Typer's adapters.

Typer hands every value to an adapter of pydantic, which costs a tenth of a second even where no option is given. A value
that needs no more than its own type is converted here; everything else, and every error, still goes through Typer.
"""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin


def take_plainly(command: Any) -> None:
    """Let the parameters of a command, and of those below it, convert plain values without Typer's adapters."""
    command.get_params = partial(_list, command.get_params)
    for each in getattr(command, "commands", {}).values():
        take_plainly(each)


def _list(parameters: Callable[[Any], list[Any]], context: Any) -> list[Any]:
    listed = parameters(context)
    for each in listed:
        if each.param_type_name == "argument":
            each.display_type = _show_no_type
        annotation = getattr(getattr(each, "type_descriptor", None), "annotation", None)
        if annotation is not None and not each.required and not isinstance(each.process_value, partial):
            each.process_value = partial(_take, each, annotation, each.process_value)
    return listed


def _show_no_type(context: Any) -> str:
    """Leave out what Python calls an argument, which is no word of a person."""
    return ""


def _take(parameter: Any, annotation: Any, otherwise: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:
    if get_origin(annotation) is list:
        (kind,) = get_args(annotation)
        taken: Any = [_read(kind, item) for item in value or ()]
        is_taken = None not in taken
    else:
        taken = None if value is None else _read(annotation, value)
        is_taken = taken is not None or value is None
    if not is_taken:
        return otherwise(context, value)
    return parameter.callback(context, parameter, taken) if parameter.callback else taken


def _read(kind: Any, value: Any) -> Any:
    """Return a value as its type, or nothing where that takes more than its text."""
    if type(value) is kind:
        return value
    if not isinstance(value, str):
        return None
    if kind is Path:
        return Path(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next((member for member in kind if member.value == value), None)
    return None
