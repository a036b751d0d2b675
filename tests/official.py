"""Schemas that other projects publish, as judges of what is written here. They are read beside the repository, not in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT

SCHEMAS = ROOT.parent / "shared" / "schemas"


def official_path(name: str) -> Path:
    """Return the file of a schema; the test is skipped where it is not there."""
    path = SCHEMAS / name
    if not path.is_file():
        pytest.skip(f"the schema {name} is not beside the repository")
    return path


def official_schema(name: str) -> dict[str, Any]:
    """Read a JSON Schema; the test is skipped where it is not there."""
    schema: dict[str, Any] = json.loads(official_path(name).read_text(encoding="utf-8"))
    return schema
