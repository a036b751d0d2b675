"""Runs one command and tells its wall time, or the most memory that it and its children held at once."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PAUSE = 0.01


def wall_time(command: Sequence[str | Path], environment: Mapping[str, str], folder: Path) -> float:
    """Return the seconds from start to exit of a command that must not fail."""
    begin = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout.decode()[-2000:]}")
    return seconds


def peak_memory(command: Sequence[str | Path], environment: Mapping[str, str], folder: Path) -> float:
    """Return the most MiB that a command and its children held together, shared pages counted once. Linux alone."""
    peak = 0.0
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            peak = max(peak, sum(_held(each) for each in _family(process.pid)))
            time.sleep(PAUSE)
    return peak / 1024


def _family(process: int) -> list[int]:
    family = [process]
    for each in family:
        for path in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                family += [int(child) for child in path.read_text().split()]
            except OSError:
                continue
    return family


def _held(process: int) -> int:
    """Return the proportional share of memory of a process in KiB."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


def clean_environment(cache: Path, root: Path) -> dict[str, str]:
    """Return the environment of a run: caches in a folder of its own, this project from its clone."""
    return {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(root), "NO_COLOR": "1"}
