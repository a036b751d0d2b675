"""Files too large or too strange to be kept beside the tests: each is a diagnostic, and nothing is written."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from tests.sites import write_record


def write(raw: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(raw)


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "five megabytes": (write(b"# " + b"x" * 5_000_000), "error[DG002] file-too-large: the file has 5,000,002 bytes; at most 131,072 are read"),
    "ten thousand brackets": (write(b"x = " + b"[" * 10_000 + b"]" * 10_000), "error[DG006] nested-too-deeply: tables and lists are nested more than 32 deep"),
    "a dotted key of 40 kB": (write(b"a." * 20_000 + b"a = 1"), "error[DG006] nested-too-deeply: tables and lists are nested more than 32 deep"),
    "no UTF-8": (write(b'name = "Universit\xe9"\n'), "error[DG003] not-utf-8: byte `0xe9` is not UTF-8"),
    "UTF-16": (write('name = "Rust"\n'.encode("utf-16")), "error[DG003] not-utf-8: byte `0xff` is not UTF-8"),
    "UTF-16 without a mark": (write('name = "Rust"\n'.encode("utf-16-le")), "error[DG004] toml-syntax: the line holds the control character U+0000"),
    "only zeros": (write(b"\0" * 1000), "error[DG004] toml-syntax: the line holds the control character U+0000"),
    "an integer of 5,000 digits": (write(b"year = 1" + b"0" * 5_000), "error[DG104] out-of-range: `year` is a number beyond reason"),
    "a folder": (Path.mkdir, "error[DG001] unreadable-file: `events/2018.toml` is a folder"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere.toml"), "error[DG001] unreadable-file: `events/2018.toml` cannot be read: no such file or directory"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "error[DG001] unreadable-file: `events/2018.toml` cannot be read: too many levels of symbolic links"),
    "a pipe": (os.mkfifo if hasattr(os, "mkfifo") else Path.mkdir, "error[DG001] unreadable-file: `events/2018.toml` is not a regular file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "error[DG008] link-outside: `events/2018.toml` is a link that leads out of the project: it is not followed"),
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and devices in folders")
@pytest.mark.parametrize("name", FILES)
def test_is_told_and_writes_nothing(name: str, project: Path) -> None:
    make, told = FILES[name]
    make(project / "events" / "2018.toml")
    for command in ("validate", "render"):
        result = CliRunner().invoke(app, [command])
        assert (result.exit_code, result.exception and str(result.exception)) == (1, "1")
        assert told in result.stdout.splitlines()
        assert all(len(line) < 300 for line in result.stdout.splitlines())
    assert [path.name for path in project.iterdir()] == ["events"]


def test_a_file_that_may_not_be_read(project: Path) -> None:
    path = project / "events" / "2018.toml"
    path.write_text("")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        pass
    else:
        pytest.skip("whoever runs this may read any file")
    result = CliRunner().invoke(app, ["validate"])
    assert result.exit_code == 1
    assert "error[DG001] unreadable-file: `events/2018.toml` cannot be read: permission denied" in result.stdout


def test_the_record_beside_a_bad_one_is_rendered(project: Path) -> None:
    good = 'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n'
    (project / "events" / "2018.toml").write_text(good)
    (project / "events" / "2019.toml").write_bytes(b"\xff")
    result = CliRunner().invoke(app, ["render"])
    assert result.exit_code == 1
    assert (project / "site" / "singlepaged" / "2018").is_dir()
    assert not (project / "site" / "singlepaged" / "2019").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="this system takes no such names")
@pytest.mark.parametrize("name", [b"a\xff", b"a\nb", b"a\x1b[31m"])
def test_a_name_that_cannot_be_printed_is_told_before_anything_of_it_is_written(project: Path, name: bytes) -> None:
    (project / "events" / os.fsdecode(name)).mkdir()
    write_record(project, f"{os.fsdecode(name)}/2018")
    for command in ("validate", "render"):
        result = CliRunner().invoke(app, [command])
        assert result.exit_code == 1
        assert "error[DG201] misnamed-record: the name `a" in result.stdout
        assert {"\x1b", "\udcff"}.isdisjoint(result.stdout)
    assert not [path for path in project.rglob("*.md") if "2018" in str(path)]
