"""What tests of several modules share: a project on the disk that is built in one line."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

RECORD = 'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n'
"""The smallest record that passes, as `events/2018.toml`."""

TODAY = date(2017, 11, 1)
"""The day of every test that needs one: the calls of 2018 are open."""

WriteProject = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteProject:
    """Write files below a fresh folder, byte for byte, and make it the working directory."""
    monkeypatch.chdir(tmp_path)

    def write(files: Mapping[str, str]) -> Path:
        (tmp_path / "events").mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text.encode())
        return tmp_path

    return write
