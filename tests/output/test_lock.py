"""Runs that write into one folder take turns, whatever they call it, and never wait for each other for ever."""

import os
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from devroom_gen.output import lock
from devroom_gen.output.lock import lock_folders
from tests.sites import run, write_record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system cannot tell whether another run is writing")
BOTH = ("a/2016", "b/2017")


def ignore(folder: Path) -> None:
    return None


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    first, waited = ExitStack(), list[Path]()
    first.enter_context(lock_folders([tmp_path], ignore))
    threading.Timer(0.2, first.close).start()
    with lock_folders([tmp_path], waited.append):
        assert waited == [tmp_path]


def test_a_run_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with (
        lock_folders([tmp_path], ignore),
        pytest.raises(TimeoutError, match="too long"),
        lock_folders([tmp_path], ignore),
    ):
        pass


def test_a_folder_that_was_made_for_nothing_is_removed(tmp_path: Path) -> None:
    with lock_folders([tmp_path / "a/b"], ignore):
        assert (tmp_path / "a/b").is_dir()
    assert not (tmp_path / "a").exists()


def test_a_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with lock_folders([tmp_path / "a"], ignore):
        pass
    assert (tmp_path / "a").is_dir()


def test_a_folder_that_the_first_run_removes_is_locked_again(tmp_path: Path) -> None:
    first, second, third = ExitStack(), ExitStack(), list[Path]()
    first.enter_context(lock_folders([tmp_path / "a"], ignore))
    second.enter_context(lock_folders([tmp_path / "a"], lambda folder: first.close()))
    threading.Timer(0.2, second.close).start()
    with lock_folders([tmp_path / "a"], third.append):
        assert third


def test_two_runs_that_name_the_same_folders_in_another_order_both_end(tmp_path: Path) -> None:
    names = [tmp_path / "a", tmp_path / "b"]

    def take(folders: list[Path]) -> None:
        for _ in range(20):
            with lock_folders(folders, ignore):
                pass

    runs = [threading.Thread(target=take, args=(folders,)) for folders in (names, names[::-1])]
    for each in runs:
        each.start()
    for each in runs:
        each.join(20)
    assert not any(each.is_alive() for each in runs)


@pytest.mark.parametrize("other", ["public", "x/../site", "./site"])
def test_one_folder_under_two_names_is_locked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    for name in BOTH:
        write_record(tmp_path, name)
    for folder in ("site", "x"):
        (tmp_path / folder).mkdir()
    (tmp_path / "public").symlink_to("site")
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    (tmp_path / "events/b/settings.toml").write_text(f'output = "{other}/{{target}}/{{edition}}"\n')
    monkeypatch.setattr(lock, "PATIENCE", 1)
    monkeypatch.chdir(tmp_path)
    assert run("render").exit_code == 0
    assert (tmp_path / "site/page/b/2017/README.md").is_file()


def test_runs_that_take_several_folders_all_end(tmp_path: Path) -> None:
    for name, output in zip(BOTH, ("two", "one"), strict=True):
        write_record(tmp_path, name)
        (tmp_path / "events" / name[0] / "settings.toml").write_text(f'output = "{output}/{{target}}/{{edition}}"\n')
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    commands = [["render", *options] for options in (["--no-cache"], [], ["b"])] * 2
    runs = [
        subprocess.Popen([sys.executable, "-m", "devroom_gen", *command], cwd=tmp_path, stdout=subprocess.DEVNULL)
        for command in commands
    ]
    assert [each.wait(60) for each in runs] == [0] * 6


@pytest.mark.parametrize(
    "output", ["../out", "{absolute}", "link/{target}/{edition}", "templates/{target}/{edition}", "x/../../out"]
)
def test_settings_never_lead_out_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    root, elsewhere = tmp_path / "project", tmp_path / "out"
    elsewhere.mkdir()
    for name in ("templates", "x"):
        (root / name).mkdir(parents=True)
    (root / "link").symlink_to(elsewhere)
    output = output.replace("{absolute}", str(elsewhere))
    monkeypatch.chdir(root)
    for settings in ({}, {"settings": {"output": output}}):
        write_record(root, "2017", **settings)
        if not settings:
            (root / "events/settings.toml").write_text(f'targets = ["page"]\noutput = "{output}"\n')
        result = run("render")
        assert result.exit_code == 1
        assert "error[DG511] output-outside: `output` leads " in result.stdout
        assert not list(elsewhere.iterdir())
        assert not list((root / "templates").iterdir())
        (root / "events/settings.toml").write_text('targets = ["page"]\n')
    assert run("render", "--output", str(elsewhere)).exit_code == 0
