"""The references of packages and of report formats, printed from the first paragraphs of their modules."""

import ast
import tomllib
from pathlib import Path

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.diagnostics.formats import Format
from devroom_gen.project.builtin import PACKAGE


def print_packages() -> str:
    """Print each package with what it is for, from the top floor to the lowest."""
    names = [name for name in _layers() if (PACKAGE / name / "__init__.py").exists()]
    rows = [(f"[`{name}/`]({name})", _about(PACKAGE / name / "__init__.py")) for name in names]
    return write_table(["package", "what it is for"], rows)


def _layers() -> list[str]:
    """Return the packages in the order of the import contract of this repository."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    return [name for layer in layers for name in layer.split(" | ")]


def print_formats() -> str:
    """Print each format of findings with what it is for."""
    folder = PACKAGE / "diagnostics" / "formats"
    return write_table(["format", "what it is"], [(f"`{name}`", _about(folder / f"{name}.py")) for name in Format])


def _about(path: Path) -> str:
    """Return the first paragraph of a module's docstring, without importing the module."""
    about = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(about.partition("\n\n")[0].split())
