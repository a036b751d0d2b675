"""The references that are tables, and how a table is written."""

import ast
import inspect
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args

from devroom_gen.cli.app import app
from devroom_gen.diagnostics.formats import Format
from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.facts.when import STYLES
from devroom_gen.project.builtin import PACKAGE, builtin_templates
from devroom_gen.project.layout import target_names
from devroom_gen.record.event import Event
from devroom_gen.record.fields import Field, Table, has_free_keys, is_list, own_tables, written_example
from devroom_gen.record.settings import TargetSettings, Words
from devroom_gen.render.targets import SETTINGS
from devroom_gen.text.languages import ENGLISH


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of Markdown; a `|` in a cell is escaped, because it would end the cell even in code."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def commands() -> dict[str, Callable[..., Any]]:
    """Return the function of each command by the name that is typed."""
    return {each.name: each.callback for each in app.registered_commands if each.name and each.callback}


def print_commands() -> str:
    """Print each command with what it takes."""
    return "\n".join(_print_command(name, run) for name, run in commands().items())


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
        if declared:
            choices = "|".join(map(str, kind)) if hasattr(kind, "__members__") else ""
            yield f"{declared} {info.metavar or choices}".strip(), info.help, True
        else:
            shown = info.metavar or name.upper()
            shown = shown if parameter.default is inspect.Parameter.empty else f"[{shown}]"
            yield shown + "..." * ("list" in str(kind)), info.help, False


def print_packages() -> str:
    """Print each package with what it is for, from the top floor to the lowest of the import contract."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    names = [name for layer in layers for name in layer.split(" | ")]
    abouts = {name: PACKAGE / name / "__init__.py" for name in names}
    rows = [(f"[`{name}/`]({name})", _about(path)) for name, path in abouts.items() if path.exists()]
    return write_table(["package", "what it is for"], rows)


def print_formats() -> str:
    """Print each format of findings with what it is for."""
    folder = PACKAGE / "diagnostics" / "formats"
    return write_table(["format", "what it is"], [(f"`{name}`", _about(folder / f"{name}.py")) for name in Format])


def _about(path: Path) -> str:
    """Return the first paragraph of a module's docstring, without importing the module."""
    about = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(about.partition("\n\n")[0].split())


def print_targets() -> str:
    """Print each target that comes with the program, and what it is for."""
    folder = builtin_templates()
    settings = {name: (folder / name / SETTINGS).read_text(encoding="utf-8") for name in target_names([folder])}
    abouts = {name: TargetSettings.model_validate(tomllib.loads(text)).about for name, text in settings.items()}
    return write_table(["target", "what it writes"], [(f"`{name}`", about) for name, about in abouts.items()])


def print_placeholders() -> str:
    """Print all placeholders; those of a day once, and the styles of a day beside them."""
    dated = [name for name in PLACEHOLDERS if all(f"{name}.{style}" in PLACEHOLDERS for style in STYLES)]
    styled = {f"{name}.{style}" for name in dated for style in STYLES}
    plain = [name for name in PLACEHOLDERS if name not in styled]
    rows = [(f"`{{{name}}}`", PLACEHOLDERS[name] + (", in any style" if name in dated else "")) for name in plain]
    names = ", ".join(f"`{{{name}.long}}`" for name in dated if name != "date")
    return (
        f"{write_table(['placeholder', 'stands for'], rows)}\n"
        f"The styles of a day. They fit every day: {names} and so on.\n\n"
        f"{write_table(['placeholder', 'style'], list_styles('`{{{}}}`'))}"
    )


def list_styles(form: str) -> list[tuple[str, str]]:
    """Return how a day named `date` can be written, each style in a form for its name."""
    styles = {"date": "plain: `February 4, 2017`"} | {f"date.{style}": how for style, how in STYLES.items()}
    return [(form.format(name), how) for name, how in styles.items()]


def print_record() -> str:
    """Print one table per table of the record, the record itself first."""
    return "\n".join(_print_model(title, model) for title, model in _tables("", Event))


def _tables(path: str, model: Table) -> Iterator[tuple[str, Table]]:
    """Return every table of the record once, with the header that begins it in TOML."""
    yield path, model
    for key, field in model.model_fields.items():
        for inner in own_tables(field):
            if inner is not model:
                below = ".".join(part for part in (path.strip("[]"), key) if part)
                below += ".NAME" if has_free_keys(field.annotation) else ""
                yield from _tables(f"[[{below}]]" if is_list(field) else f"[{below}]", inner)


def _print_model(title: str, model: Table) -> str:
    about = (model.__doc__ or "").strip().splitlines()[0]
    heading = f"### `{title}`" if title else "### The record"
    rows = [
        (f"**`{key}`**" if field.is_required() else f"`{key}`", field.description or "", _example(model, key, field))
        for key, field in model.model_fields.items()
    ]
    return f"{heading}\n\n{about}\n\n{write_table(['key', 'what it says', 'for example'], rows)}"


def _example(model: Table, key: str, field: Field) -> str:
    """Show what is typed; a switch as it is turned on, a fixed word as it is unless it is set."""
    if not field.examples and own_tables(field):
        return "a table of its own, below"
    usual = True if field.annotation is bool else _usual_words().get(key, "…") if model is Words else "…"
    return f"`{written_example(field, field.examples or [usual])}`"


@cache
def _usual_words() -> dict[str, str]:
    words: dict[str, str] = ENGLISH.settings["words"]
    return words
