"""Several processes give what one gives; what one that is killed leaves undone is done by the first."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from devroom_gen.commands import validate as validating
from devroom_gen.commands.render import render
from devroom_gen.commands.validate import validate
from devroom_gen.errors import UsageError
from devroom_gen.output.manifest import JOURNAL
from devroom_gen.output.result import BuildOptions, BuildResult
from devroom_gen.output.series import Job, SeriesRenderer, SeriesResult
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.project.pool import run_jobs
from tests.output.test_cache import DAYS
from tests.sites import read_tree, write_record

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the test runner may have threads


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 9])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    assert list(run_jobs(lambda job: job * job, range(7), workers)) == [0, 1, 4, 9, 16, 25, 36]
    assert list(run_jobs(str, [], workers)) == []


def test_results_may_be_larger_than_a_pipe() -> None:
    assert [len(each) for each in run_jobs(lambda job: "x" * job, [5_000_000] * 4, 2)] == [5_000_000] * 4


@needs_fork
def test_what_a_worker_raises_is_raised_here() -> None:
    def fail(job: int) -> int:
        if job == 3:
            raise UsageError("there is no target `x`", "there are others")
        return job

    results = run_jobs(fail, range(6), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(UsageError) as raised:
        next(results)
    assert raised.value.help == "there are others"


@needs_fork
def test_what_a_killed_worker_leaves_undone_is_done_here() -> None:
    first = os.getpid()

    def stop(job: int) -> int:
        if job == 3 and os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    assert list(run_jobs(stop, range(9), 2)) == [*range(9)]
    assert not has_children()


@needs_fork
def test_who_stops_taking_results_leaves_no_process() -> None:
    results = run_jobs(lambda job: "x" * 5_000_000, range(8), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def rendered(root: Path, workers: int) -> tuple[BuildResult, dict[str, str]]:
    project = Project(root)
    outcome = render(
        project, project.records(), date.fromisoformat(DAYS[0]), BuildOptions(workers=workers, is_whole=True)
    )
    return outcome, read_tree(root / "site")


@needs_fork
def test_pages_and_findings_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    outcomes = []
    for workers in (1, 2, 4):
        root = tmp_path / str(workers)
        for name in ("2017", "a/2016", "b/2017", "c/2018", "c/2019", "d/2016"):
            write_record(root, name)
        write_record(root, "b/2018", organizers=[{"name": "A"}, {"name": "A"}])
        (root / "events/settings.toml").write_text('targets = ["page", "hugo"]\n')
        outcome, tree = rendered(root, workers)
        outcomes.append(([each.message for each in outcome.diagnostics], outcome.editions, outcome.written, tree))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert outcomes[0][0] == ["`A` is listed twice"]


@needs_fork
def test_pages_of_a_killed_worker_are_rendered_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/2016", "b/2017", "c/2018", "d/2019"):
        write_record(tmp_path, name)
    whole, first = SeriesRenderer.render, os.getpid()

    def stop(renderer: SeriesRenderer, job: Job) -> SeriesResult:
        if job.series == "c" and os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(renderer, job)

    monkeypatch.setattr(SeriesRenderer, "render", stop)
    outcome, tree = rendered(tmp_path, 2)
    assert not outcome.diagnostics
    assert {path.split("/")[1] for path in tree if "/" in path} == {"a", "b", "c", "d"}


@needs_fork
def test_what_a_worker_has_no_memory_for_is_done_here() -> None:
    first = os.getpid()

    def fill(job: int) -> int:
        if job == 3 and os.getpid() != first:
            raise MemoryError
        return job

    assert list(run_jobs(fill, range(9), 2)) == [*range(9)]


@needs_fork
def test_what_cannot_be_handed_over_is_raised_here() -> None:
    def fail(job: int) -> object:
        return (lambda: None) if job == 3 else job

    with pytest.raises(Exception, match="lambda"):
        list(run_jobs(fail, range(6), 2))
    assert not has_children()


@needs_fork
@pytest.mark.parametrize("number", [0, 1, 2])
def test_where_no_worker_can_start_the_work_is_done_here(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fork, before = os.fork, iter(range(9))

    def refuse() -> int:
        if next(before) == number:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", refuse)
    assert list(run_jobs(str, range(7), 3)) == ["0", "1", "2", "3", "4", "5", "6"]
    assert not has_children()


@needs_fork
def test_workers_end_although_nobody_waits_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who started the program may have told the system to forget children, and to ignore requests to end."""
    signals = (signal.SIGCHLD, signal.SIGTERM)
    before = [signal.signal(each, signal.SIG_IGN) for each in signals]
    try:
        assert list(run_jobs(str, range(5), 2)) == ["0", "1", "2", "3", "4"]
        results = run_jobs(lambda job: "x" * 5_000_000, range(9), 3)
        next(results)
        results.close()  # type: ignore[attr-defined]  # it is a generator
    finally:
        for each, handler in zip(signals, before, strict=True):
            signal.signal(each, handler)
    assert not has_children()


def has_children() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


@needs_fork
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_no_process_and_no_half_file(tmp_path: Path, sent: signal.Signals) -> None:
    for number in range(8):
        for year in range(2016, 2020):
            write_record(tmp_path, f"s{number}/{year}")
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    seconds = 2 if sent == signal.SIGINT else 60  # an interruption lets workers end what they are at
    slow = (
        "import signal, time; from devroom_gen.output.series import SeriesRenderer; from devroom_gen.project import pool\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell in the background lets its jobs ignore it
        "whole = SeriesRenderer.render\n"
        f"def slow(*each): time.sleep({seconds} if each[1].series == 's3' else 0.1); return whole(*each)\n"
        "SeriesRenderer.render = slow; pool.count_workers = lambda records: 3\n"
        "from devroom_gen.cli.app import main; main()"
    )
    command = [sys.executable, "-c", slow, "render", "--today", DAYS[0]]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True) as process:
        for _ in range(2000):
            if (tmp_path / "site/page/s1/2019/README.md").exists():
                break
            time.sleep(0.01)
        process.send_signal(sent)
        assert process.wait(20) == (130 if sent == signal.SIGINT else -sent)
        group = process.pid
    if sent == signal.SIGINT:
        with pytest.raises(ProcessLookupError):
            os.killpg(group, 0)
        assert not list(tmp_path.rglob("*.tmp"))
    else:
        os.killpg(group, signal.SIGKILL)  # those that wait for work of their own end by themselves, later
    ended, tree = rendered(tmp_path, 1)
    assert not ended.diagnostics
    assert not (tmp_path / "site" / JOURNAL).exists()
    copy = tmp_path / "fresh"
    shutil.copytree(tmp_path / "events", copy / "events")
    assert {path: text for path, text in tree.items() if not path.endswith(".tmp")} == rendered(copy, 1)[1]


@needs_fork
@pytest.mark.parametrize("is_stopped", [False, True])
def test_records_are_validated_the_same_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_stopped: bool
) -> None:
    """What a process that is stopped leaves undone is done by the first one; what settings say holds for all."""
    for name in ("a/2016", "b/2017", "c/2018", "d/2019", "e/2019"):
        write_record(tmp_path, name, pitch=["Welcome to FOSDEM 2012.", "We meet on February 9, 2013."])
    ignore = '[[ignore]]\npaths = "{0}"\ncodes = ["{1}"]\nreason = "kept"\n'
    settings = {
        "": f'conference = "fosdem" # devroom-gen: ignore DG206 no\n{ignore.format("events/[bc]/*", "DG301")}'
        f"{ignore.format('events/a/*', 'DG206')}",
        "d": 'conference = "fosdme"\n',
        "e": 'conference = "fosdem"\ntargets = 7\n',
    }
    for folder, text in settings.items():
        (tmp_path / "events" / folder / "settings.toml").write_text(text)
    project, day = Project(tmp_path), date.fromisoformat(DAYS[0])
    alone = validate(project, (), day).diagnostics
    first, look = os.getpid(), validating._look_at_series

    def stop(loader: Loader, job: Any) -> Any:
        if is_stopped and os.getpid() != first and job[0][0].series == "c":
            os.kill(os.getpid(), signal.SIGKILL)
        return look(loader, job)

    monkeypatch.setattr(validating, "_look_at_series", stop)
    monkeypatch.setattr(validating, "count_workers", lambda records: 3)
    assert validate(project, (), day).diagnostics == alone
    told = [(each.code.id, each.path.rpartition("events/")[2]) for each in alone]
    assert ("DG301", "a/2016.toml") in told
    assert not {("DG301", "b/2017.toml"), ("DG301", "c/2018.toml")} & {*told}
    assert [path for code, path in told if code == "DG090"] == ["settings.toml", "settings.toml"]
    assert {path for _, path in told if path.startswith(("d/", "e/s"))} == {"d/settings.toml", "e/settings.toml"}


@needs_fork
def test_what_is_there_is_kept_from_collections_only_while_workers_run() -> None:
    results = run_jobs(str, range(4), 2)
    next(results)
    assert gc.get_freeze_count() > 0
    results.close()  # type: ignore[attr-defined]
    assert gc.get_freeze_count() == 0
