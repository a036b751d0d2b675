"""Diagnostics as text, one module per format; each has `report(diagnostics, colour) -> str`.

A new format is a new module here and a name in `FORMATS`.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from devroom_gen.diagnostics.diagnostic import Diagnostic

Reporter: TypeAlias = Callable[[Sequence[Diagnostic], bool], str]

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


def reporter(name: str) -> Reporter:
    """Return the function that writes one format; only its module is imported."""
    written: Reporter = import_module(f"devroom_gen.diagnostics.formats.{name}").report
    return written
