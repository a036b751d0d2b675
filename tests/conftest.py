"""What all tests share."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("default")

RECORD = """\
name = "Rust"
year = 2018
date = 2018-02-04
venue = "ULB"
pitch = ["Welcome."]
"""
"""The smallest record that passes, as `events/2018.toml`."""

TODAY = date(2017, 11, 1)
"""The day of tests that need one: the calls of 2018 are open."""

WriteProject = Callable[[Mapping[str, str]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write what the program says now as expected")


@pytest.fixture(autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return each test a folder of caches of its own."""
    folder = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "devroom-gen"


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the file it is expected in, or write the file again."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--rewrite-goldens"):
            path.write_text(text, "utf-8", newline="\n")
        expected = path.read_text("utf-8") if path.exists() else ""
        assert text == expected, f"unlike {path.name}; --rewrite-goldens takes it as it is"

    return check


@pytest.fixture
def needs_program() -> Callable[[str], str]:
    """Return the path of a program; where it is missing the test is skipped, in continuous integration it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"the program {name} is not installed")
        return path

    return find


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
