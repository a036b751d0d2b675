"""Diagnostics as text, one module per format; each has `report(diagnostics, colour) -> str`.

A new format is a new module here and its name in `Format`.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from devroom_gen.diagnostics.diagnostic import Diagnostic

Reporter: TypeAlias = Callable[[Sequence["Diagnostic"], bool], str]


class Format(StrEnum):
    """How diagnostics are written: each format by the name of its module."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def reporter(name: Format) -> Reporter:
    """Return the function that writes one format; only its module is imported."""
    written: Reporter = import_module(f"{__name__}.{name}").report
    return written
