"""The reference of the commands, printed from the signatures that the command line is built from."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_args

from devroom_gen.cli.app import app
from devroom_gen.cli.reference.tables import write_table


def print_commands() -> str:
    """Print each command with what it takes."""
    return "\n".join(_print_command(name, run) for name, run in commands().items())


def commands() -> dict[str, Callable[..., Any]]:
    """Return the function of each command by the name that is typed."""
    found = ((each.name, each.callback) for each in app.registered_commands)
    return {name or run.__name__.replace("_", "-"): run for name, run in found if run}


def _print_command(name: str, run: Callable[..., Any]) -> str:
    inputs = list(_inputs(run))
    arguments = "".join(f" {shown}" for shown, _, is_option in inputs if not is_option)
    rows = [(f"`{shown}`", help) for shown, help, _ in inputs]
    about = " ".join((run.__doc__ or "").split())
    table = f"\n{write_table(['input', 'what it does'], rows)}" if rows else ""
    return f"### `devroom-gen {name}{arguments}`\n\n{about}\n{table}"


def _inputs(run: Callable[..., Any]) -> Iterator[tuple[str, str, bool]]:
    """Return what stands on the command line, its help, and whether it is an option."""
    for name, parameter in inspect.signature(run).parameters.items():
        kind, info = get_args(parameter.annotation)[:2]
        # Inside of `Annotated`, Typer keeps the first name of an option where its default would stand.
        declared = " ".join(part for part in (info.default, *(info.param_decls or ())) if isinstance(part, str))
        if not declared:
            metavar, is_list = info.metavar or name.upper(), "list" in str(kind)
            is_optional = parameter.default is not inspect.Parameter.empty
            yield f"[{metavar}]{'...' * is_list}" if is_optional else metavar + "..." * is_list, info.help, False
            continue
        choices = [str(each.value) for each in kind] if hasattr(kind, "__members__") else []
        metavar = info.metavar or "|".join(choices)
        yield f"{declared} {metavar}".strip(), info.help, True
