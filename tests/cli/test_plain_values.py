"""Plain values come to a command as Typer would hand them over; what is wrong is told in Typer's words."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from devroom_gen.cli.plain_values import take_plainly
from devroom_gen.diagnostics.formats import Format
from tests.sites import ENVIRONMENT

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    names: Annotated[list[str] | None, typer.Argument()] = None,
    path: Annotated[Path | None, typer.Option()] = None,
    paths: Annotated[list[Path] | None, typer.Option()] = None,
    text: Annotated[str | None, typer.Option()] = None,
    number: Annotated[int, typer.Option()] = 3,
    kind: Annotated[Format | None, typer.Option()] = None,
    other: Annotated[Format, typer.Option()] = Format.FULL,
    flag: Annotated[bool, typer.Option("--flag")] = False,
) -> None:
    typer.echo(repr((names, path, paths, text, number, kind, other, flag)))


@app.command()
def need(name: Annotated[str, typer.Argument()]) -> None:
    typer.echo(repr(name))


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "a", "b", "--path", "x/y", "--paths", "p", "--paths", "q", "--text", "", "--flag"],
        ["show", "--number", "7", "--kind", "json", "--other", "full"],
        ["show", "--number", "x"],
        ["show", "--kind", "nothing"],
        ["show", "--unknown"],
        ["need", "a"],
        ["need"],
        ["nothing"],
        ["--help"],
    ],
)
def test_values_and_errors_are_those_of_typer(arguments: list[str]) -> None:
    usual = CliRunner().invoke(app, arguments, env=ENVIRONMENT)
    command = typer.main.get_command(app)
    take_plainly(command)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", lambda _: command)
        plain = CliRunner().invoke(app, arguments, env=ENVIRONMENT)
    assert (plain.exit_code, plain.output) == (usual.exit_code, usual.output)


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    from devroom_gen import __version__

    command = [sys.executable, "-m", "devroom_gen", "--version"]
    for more in ([], ["--project"]):
        done = subprocess.run([*command, *more], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
        assert done.returncode == (2 if more else 0) or done.stdout == f"devroom-gen {__version__}\n"
