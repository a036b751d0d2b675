"""The options that several commands share, and how an option and an argument are declared."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from devroom_gen.cli.completion import complete_codes, complete_editions
from devroom_gen.diagnostics.formats import Format


def option(name: str, about: str, metavar: str | None = None, **more: Any) -> Any:
    """Declare an option whose default goes without saying."""
    return typer.Option(name, help=about, metavar=metavar, show_default=False, **more)


def argument(about: str, metavar: str | None = None, **more: Any) -> Any:
    """Declare what is typed without a name before it."""
    return typer.Argument(help=about, metavar=metavar, show_default=False, **more)


class ListFormat(StrEnum):
    """How the list of editions is written."""

    TABLE = "table"
    JSON = "json"


_FORMAT = "Write diagnostics in this format; `full` unless named, under GitHub Actions `github`."

_ONLY = "Report only these: `DG2`, `DG206`, `unknown-zone`."
SELECT = option("--select", _ONLY, "CODES", autocompletion=complete_codes)
IGNORE = option("--ignore", "Do not report these.", "CODES", autocompletion=complete_codes)
DIFF = option("--diff", "Show what `--fix` would change, and write nothing.")

Editions: TypeAlias = Annotated[
    list[str] | None, argument("Editions or series; all unless named.", "EDITION", autocompletion=complete_editions)
]
ProjectFolder: TypeAlias = Annotated[
    Path | None, option("--project", "Use the project in this folder, not the nearest above.", "DIR")
]
OutputFormat: TypeAlias = Annotated[Format | None, option("--output-format", _FORMAT, "|".join(Format))]
Today: TypeAlias = Annotated[str | None, option("--today", "Use this day as today.", "YYYY-MM-DD")]
Strict: TypeAlias = Annotated[bool, option("--strict", "Let warnings fail as errors do.")]
