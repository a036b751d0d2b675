"""Writes what we and other tools say of ten bad records side by side: `python tests/record/bad_records/compare.py`."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from devroom_gen.record.schema import SCHEMA_FILE, written_schema

HERE = Path(__file__).parent
CASES = (
    "unknown-key-misspelt",
    "missing-in-table",
    "type-text-for-date",
    "type-table-for-list",
    "hours-beyond-the-day",
    "syntax-text-not-closed",
    "syntax-date-day-first",
    "duplicate-key",
    "placeholder-unknown",
    "call-closes-before-it-opens",
)
BARE = """\
import sys, tomllib
from pydantic import ValidationError
from devroom_gen.record.event import Event
try:
    Event.model_validate(tomllib.loads(open("events/2018.toml", encoding="utf-8").read()))
except (ValidationError, tomllib.TOMLDecodeError) as error:
    print(error)
"""
TOMBI = f'[schema]\ncatalog = {{ paths = [] }}\n[[schemas]]\npath = "{SCHEMA_FILE}"\ninclude = ["events/*.toml"]\n'
PYTHON = sys.executable
TOOLS = {
    "devroom-gen": [PYTHON, "-m", "devroom_gen", "validate"],
    "tomllib and pydantic, with our models": [PYTHON, "-c", BARE],
    "check-jsonschema, with our schema": ["check-jsonschema", "--schemafile", SCHEMA_FILE, "events/2018.toml"],
    "Tombi, with our schema": ["tombi", "lint", "--offline", "events/2018.toml"],
}
HEAD = """\
# Ten bad records, and what is said of them

Written by `compare.py` in this folder. The script with tomllib and pydantic uses our own models, so it has our words wherever a
validator of ours refuses a value; what it adds is pydantic's. Places in a record it knows none. The two other tools are given our schema.
"""


def run(command: list[str], folder: Path) -> str:
    """Return what a tool says, on either stream and without colours."""
    program = shutil.which(command[0], path=os.pathsep.join([str(Path(PYTHON).parent), os.environ.get("PATH", "")]))
    if program is None:
        raise FileNotFoundError(command[0])
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(HERE.parents[1]), "COLUMNS": "100"}
    said = subprocess.run([program, *command[1:]], cwd=folder, env=environment, capture_output=True, check=False)
    text = (said.stdout or said.stderr).decode().replace(f"{folder}/", "")
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) or "(nothing)"


def compare(name: str) -> str:
    """Return the section of one record."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made).resolve()
        (folder / "events").mkdir()
        shutil.copy(HERE / f"{name}.toml", folder / "events" / "2018.toml")
        (folder / SCHEMA_FILE).write_text(written_schema(), "utf-8")
        (folder / "tombi.toml").write_text(TOMBI)
        said = {tool: run(command, folder) for tool, command in TOOLS.items()}
    record = (HERE / f"{name}.toml").read_text("utf-8")
    parts = [f"\n## {name}\n\n```toml\n{record.rstrip()}\n```\n"]
    parts += [f"\n{tool}:\n\n```text\n{text}\n```\n" for tool, text in said.items()]
    return "".join(parts)


if __name__ == "__main__":
    (HERE / "COMPARED.md").write_text(HEAD + "".join(compare(name) for name in CASES), "utf-8", newline="\n")
