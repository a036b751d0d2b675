"""What findings cost: `validate` in fresh processes, of one record and of many, clean and with a finding each. `python diagnostics.py FOLDER`."""

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
GOOD = """\
name = "Rust"
year = {year}
date = [{year}-02-04]
venue = {{ name = "ULB (Campus Solbosch)", city = "Brussels", country = "Belgium" }}
pitch = [
{pitch}
]
hours = "09:00-17:00"
schedule = {schedule}
conference = {{ name = "Gathering", days = [{year}-02-04] }}
"""
PITCH = (
    '  """Welcome to the {edition} edition of the {name} devroom, on {date.long}. '
    + "We talk about our work. " * 30
    + '""",\n'
)


def write(folder: Path, count: int, *, has_finding: bool) -> None:
    """Write a project of so many records of about 4 kB; a finding is a day that is still to be decided, which is pointed at."""
    for number in range(count):
        path = folder / "events" / f"series-{number // 25:03}" / f"{2001 + number % 25}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        year = 2001 + number % 25
        schedule = '"TBD"' if has_finding else f"{year - 1}-12-15"
        path.write_text(GOOD.format(year=year, pitch=PITCH * 5, schedule=schedule), "utf-8")


def seconds(folder: Path) -> float:
    """Return the processor time of one run, from start to exit: other work on the machine adds nothing to it."""
    command = [sys.executable, "-m", "devroom_gen", "validate", "--project", str(folder), "--output-format", "concise"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")}
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = done.stdout.count(b"\n")
    assert found == (len(list(folder.glob("events/*/*.toml"))) if folder.name.startswith("found") else 0), done.stdout
    return end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime


def main() -> None:
    """Take turns, leave the first round out, and give medians of ratios of one round each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--sizes", default="1,1000")
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    for size in map(int, given.sizes.split(",")):
        clean, found = given.folder / f"clean-{size}", given.folder / f"found-{size}"
        write(clean, size, has_finding=False)
        write(found, size, has_finding=True)
        rounds = [(seconds(clean), seconds(found)) for _ in range(given.runs + 1)][1:]
        ratio = median(second / first for first, second in rounds)
        print(f"{size:5} records: clean {median(each[0] for each in rounds):.2f} s, ratio with findings {ratio:.2f}")


if __name__ == "__main__":
    main()
