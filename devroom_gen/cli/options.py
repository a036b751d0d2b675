"""The options that several commands share, and the formats that they choose."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from devroom_gen.cli.completion import complete_editions
from devroom_gen.diagnostics.formats import Format


class ListFormat(StrEnum):
    """How the list of editions is written."""

    TABLE = "table"
    JSON = "json"


EditionsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="EDITION",
        help="Editions or series; all unless named.",
        show_default=False,
        autocompletion=complete_editions,
    ),
]
ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project", metavar="DIR", help="Use the project in this folder, not the nearest above.", show_default=False
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--output-format",
        metavar="|".join(Format),
        help="Write diagnostics in this format; `full` unless named, under GitHub Actions `github`.",
        show_default=False,
    ),
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="YYYY-MM-DD", help="Use this day as today.", show_default=False),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings fail as errors do.")]


def choose_format(stated: Format | None, environment: Mapping[str, str]) -> Format:
    """Return the stated format; without one, annotations where GitHub Actions reads them, else text for people."""
    return stated or (Format.GITHUB if environment.get("GITHUB_ACTIONS") == "true" else Format.FULL)
