"""What other commands cost: starts against Python and the libraries alone, `validate` against a cold `render`."""

import argparse
import sys
from itertools import count
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.corpus import write_project
from tests.benchmarks.measuring import clean_environment, wall_time
from tests.benchmarks.peers import ROOT

LIBRARIES = "import typer, toml_rs, jinja2, pydantic; pydantic.create_model('Record', year=(int, 0))"
STARTS = {
    "python -c pass": ["-c", "pass"],
    "--version": ["-m", "devroom_gen", "--version"],
    "import typer": ["-c", "import typer"],
    "--help": ["-m", "devroom_gen", "--help"],
    "import all libraries, make a model": ["-c", LIBRARIES],
}


def measure_starts(folder: Path, runs: int) -> dict[str, list[float]]:
    """Return the seconds of each start, taken in turns; the first round is not counted."""
    environment = clean_environment(folder / "cache", ROOT)
    times: dict[str, list[float]] = {name: [] for name in STARTS}
    for turn in range(runs + 1):
        for name, arguments in STARTS.items():
            seconds = wall_time([sys.executable, *arguments], environment, folder)
            times[name] += [seconds] if turn else []
    return times


def measure_validation(folder: Path, runs: int, editions: int) -> dict[str, list[float]]:
    """Return the seconds of `validate` and of a cold `render`, taken in turns; the first round is not counted."""
    write_project(folder / "project", editions)
    numbers = count()
    times: dict[str, list[float]] = {"render, cold": [], "validate": []}
    for turn in range(runs + 1):
        for name in times:
            number = next(numbers)
            environment = clean_environment(folder / f"cache-{number}", ROOT)
            output = ["--output", str(folder / f"out-{number}/{{edition}}")] if name == "render, cold" else []
            arguments = ["-m", "devroom_gen", name.partition(",")[0], "--project", str(folder / "project"), *output]
            seconds = wall_time([sys.executable, *arguments], environment, folder)
            times[name] += [seconds] if turn else []
    return times


def write_table(times: dict[str, list[float]]) -> str:
    """Write the median of each in seconds, and of its ratios to the first, round by round."""
    first, *_ = times.values()
    lines = ["| what | seconds | ratio |", "|---|---|---|"]
    for name, own in times.items():
        ratio = median(mine / other for mine, other in zip(own, first, strict=True))
        lines.append(f"| {name} | {median(own):.3f} | {ratio:.2f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="a new folder")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--editions", type=int, default=1000)
    chosen = parser.parse_args()
    folder = chosen.work.resolve()
    folder.mkdir(parents=True)
    print(write_table(measure_starts(folder, 3 * chosen.runs)))
    print(write_table(measure_validation(folder, chosen.runs, chosen.editions)))


if __name__ == "__main__":
    main()
