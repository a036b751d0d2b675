"""The same input gives the same bytes, whatever the seed of hashes, the zone of the machine, its locale, or the order of a folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

SITES = sorted((ROOT / "tests/drift").glob("*/pages"))
RUN_ALL = """
import os, random, sys
scan = os.scandir
class Shuffled:
    def __init__(self, path):
        self.found = list(scan(path))
        random.Random(os.environ["ORDER"]).shuffle(self.found)
    def __enter__(self):
        return iter(self.found)
    def __exit__(self, *_):
        pass
    def __iter__(self):
        return iter(self.found)
os.scandir = Shuffled
from devroom_gen.cli.app import app
for arguments in {commands!r}:
    print("==", arguments, flush=True)
    try:
        app(arguments)
    except SystemExit as end:
        print(end.code, flush=True)
"""
MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "ORDER": "1"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "ORDER": "2"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8", "ORDER": "3"},
    {"PYTHONHASHSEED": "3", "TZ": "Asia/Kolkata", "PYTHONUTF8": "0", "ORDER": "4"},
)


@pytest.mark.skipif(os.name == "nt", reason="this system has other zones")
def test_every_command_says_the_same_on_every_machine(tmp_path: Path) -> None:
    day = ["--today", "2017-11-01"]
    commands = [
        ["render", *day], ["render", "--check", *day], ["render", "--diff", "--today", "2018-03-01"], ["list", *day],
        ["list", "--output-format", "json", *day], ["validate", *day], ["validate", "--diff", *day], ["templates"], ["schema"],
        ["new", "rust/2020"], ["validate", "--output-format", "sarif", *day], ["explain", "--markdown"],
        *(["lint", str(site), *day, "--output-format", kind] for site in SITES for kind in ("concise", "json")),
        *(["lint", str(ROOT / "tests/drift"), *day], ["lint", str(ROOT / "tests/drift"), *day, "--year", "2018"]),
    ]  # fmt: skip
    said: list[bytes] = []
    for machine in MACHINES:
        folder = tmp_path / "project"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "events", folder / "events")
        (folder / "events/settings.toml").write_text('targets = ["singlepaged", "page", "hugo"]\n')
        program = RUN_ALL.format(commands=commands)
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / f"cache{len(said)}"), **machine}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, timeout=120
        )
        pages = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        said.append(b"".join([done.stdout, done.stderr, *(path.read_bytes() for path in pages)]))
    assert b"Traceback" not in said[0]
    for other in said[1:]:
        assert other == said[0]
