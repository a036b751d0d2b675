"""The schema in other hands: check-jsonschema and a live TOML language tool agree with us, on good records and on bad ones."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from devroom_gen.record.schema import SCHEMA_FILE, written_schema
from tests import ROOT
from tests.conftest import RECORD
from tests.record.test_schema import GOOD as FORMS

BAD = {path.stem: path.read_bytes() for path in sorted((ROOT / "tests/record/bad_records").glob("*.toml"))}

ACROSS = "it compares two values"
PLACES = "it is about words inside of a text"
NO_TYPES = "dates have become texts before the schema is asked"
BEYOND_A_SCHEMA = {
    "call-closes-after-the-event": ACROSS,
    "call-closes-before-it-opens": ACROSS,
    "date-either-outside-weekend": "it needs the days of the conference",
    "date-outside-weekend": "it needs the days of the conference",
    "date-in-another-year": ACROSS,
    "date-list-backwards": ACROSS,
    "section-front-matter-twice": "it is about keys that pages have already",
    "duplicate-organizer": ACROSS,
    "hours-backwards": ACROSS,
    "placeholder-unknown": PLACES,
    "placeholder-unknown-after-wide": PLACES,
    "placeholder-unknown-behind-escapes": PLACES,
    "placeholder-unknown-in-crlf": PLACES,
    "placeholder-unknown-in-literal": PLACES,
    "placeholder-unknown-in-long-line": PLACES,
    "placeholder-without-fact": PLACES,
    "zone-unknown": "which zones there are, the machine knows",
}
"""Bad records that no schema can refuse, and why."""
BEYOND_JSON = {
    "type-date-for-text": NO_TYPES,
    "type-text-for-date": NO_TYPES,
    "type-texts-for-extended": NO_TYPES,
    "type-float-for-number": "to JSON, 2018.0 is an integer",
}
"""Bad records that a schema refuses, where the tool knows the types of TOML."""


@dataclass(frozen=True)
class Case:
    """A tool, and the records that it cannot refuse."""

    refused: Callable[[Path], set[str]]
    beyond: Mapping[str, str]


def check_jsonschema(folder: Path) -> set[str]:
    """Return the names of the records that check-jsonschema refuses."""
    names = [path.name for path in sorted(folder.glob("*.toml"))]
    said = json.loads(_run(folder, "check-jsonschema", "--schemafile", SCHEMA_FILE, "-o", "json", *names))
    return {Path(each["filename"]).stem for each in (*said.get("errors", ()), *said.get("parse_errors", ()))}


def tombi(folder: Path) -> set[str]:
    """Return the names of the records that the language tool Tombi calls wrong, with no setting but ours."""
    settings = f'[schema]\ncatalog = {{ paths = [] }}\n[[schemas]]\npath = "{SCHEMA_FILE}"\ninclude = ["*.toml"]\n'
    names = [path.name for path in sorted(folder.glob("*.toml"))]
    (folder / "tombi.toml").write_text(settings)
    _run(
        folder, "tombi", "lint", "--offline", "--diagnostics-format", "json", "--diagnostics-file", "said.json", *names
    )
    said = json.loads((folder / "said.json").read_bytes())
    return {Path(each["path"]).stem for each in said if each["level"] == "error"}


TOOLS = {
    "check-jsonschema": Case(check_jsonschema, {**BEYOND_A_SCHEMA, **BEYOND_JSON}),
    "tombi": Case(tombi, BEYOND_A_SCHEMA),
}


def _run(folder: Path, name: str, *options: str) -> str:
    program = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"the program {name} is not installed")
    run = subprocess.run(
        [program, *options], cwd=folder, capture_output=True, check=False, timeout=60, encoding="utf-8"
    )
    return run.stdout


def _good(folder: Path) -> dict[str, bytes]:
    """Return the repository's own records, the scaffold, the examples of both READMEs, and a record of every form."""
    found = {f"own-{path.parent.name}-{path.stem}": path.read_bytes() for path in sorted(ROOT.glob("events/*/*.toml"))}
    readme = "\n".join((ROOT / name).read_text("utf-8") for name in ("README.md", "events/README.md"))
    blocks = [
        text
        for text in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
        if re.search(r"^venue *=.*^pitch *=", text, re.M | re.S)
    ]
    assert blocks, "the READMEs do not show a record"
    found |= {f"readme-{number}": text.encode() for number, text in enumerate(blocks)}
    CliRunner().invoke(app, ["new", "2031", "--project", str(folder)])
    found["scaffold"] = (folder / "events" / "2031.toml").read_bytes()
    found |= {f"form-{number}": text.encode() for number, text in enumerate(FORMS)}
    found["crlf"] = RECORD.replace('"Welcome."', '"""One.\nTwo."""').replace("\n", "\r\n").encode()
    return found


@pytest.fixture(scope="module", params=TOOLS)
def case(request: pytest.FixtureRequest) -> Case:
    return TOOLS[request.param]


def _judge(case: Case, records: Mapping[str, bytes], folder: Path) -> set[str]:
    (folder / SCHEMA_FILE).write_text(written_schema(), "utf-8")
    for name, text in records.items():
        (folder / f"{name}.toml").write_bytes(text)
    return case.refused(folder)


def test_good_records_pass(case: Case, tmp_path: Path) -> None:
    assert _judge(case, _good(tmp_path), tmp_path) == set()


def test_bad_records_are_refused_wherever_a_schema_can(case: Case, tmp_path: Path) -> None:
    assert set(BAD) - _judge(case, BAD, tmp_path) == set(case.beyond)
