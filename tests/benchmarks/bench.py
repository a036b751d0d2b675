"""Measures this project against other tools on the same editions and the same text. Read README.md beside it."""

import argparse
import itertools
import platform
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import clean_environment, peak_memory, wall_time
from tests.benchmarks.peers import ROOT, Tool, all_tools

STATES = ("cold", "nothing changed", "one changed")
Times = dict[tuple[str, str], list[float]]


class Bench:
    """One size of project: all tools prepared in one folder; every run writes to a folder that is new."""

    def __init__(self, work: Path, tools: list[Tool], count: int) -> None:
        self.work, self.tools, self.count = work / str(count), tools, count
        self.numbers = itertools.count()
        for tool in tools:
            self.work.mkdir(parents=True, exist_ok=True)
            tool.prepare(self.work / tool.name, count)

    def run(self, runs: int) -> Times:
        """Run all tools in turn, again and again; the first round warms the machine and is not counted."""
        times: Times = defaultdict(list)
        for turn in range(runs + 1):
            for tool in self.tools:
                for state, seconds in self._measure(tool):
                    if turn:
                        times[tool.name, state].append(seconds)
        return times

    def _measure(self, tool: Tool) -> Iterator[tuple[str, float]]:
        number = next(self.numbers)
        command, environment = self._prepare(tool, number)
        yield "cold", wall_time(command, environment, self.work)
        yield "nothing changed", wall_time(command, environment, self.work)
        tool.touch(self.work / tool.name, number)
        yield "one changed", wall_time(command, environment, self.work)

    def memory(self) -> dict[str, float]:
        """Return the peak of each tool in MiB, in a cold run."""
        return {tool.name: peak_memory(*self._prepare(tool, next(self.numbers)), self.work) for tool in self.tools}

    def check(self) -> None:
        """Make sure that all tools give the same text."""
        texts = {}
        for tool in self.tools:
            number = next(self.numbers)
            command, environment = self._prepare(tool, number)
            wall_time(command, environment, self.work)
            output = self._output(tool, number)
            texts[tool.name] = {path.relative_to(output): path.read_bytes() for path in output.rglob("*.md")}
        first = texts[self.tools[0].name]
        different = [name for name, pages in texts.items() if pages != first]
        if different or len(first) != self.count + 1:
            raise SystemExit(f"not the same text: {', '.join(different)}; {len(first)} pages")

    def _prepare(self, tool: Tool, number: int) -> tuple[list[str], dict[str, str]]:
        """Return a run a cache of its own, in which nothing but compiled templates lies: they are once for a machine."""
        cache = self.work / f"cache-{number}"
        compiled = Path("devroom-gen/templates")
        if number and (self.work / "cache-0" / compiled).is_dir():
            shutil.copytree(self.work / "cache-0" / compiled, cache / compiled)
        environment = clean_environment(cache, ROOT)
        command = tool.command(self.work / tool.name, self._output(tool, number))
        return [str(part) for part in command], environment

    def _output(self, tool: Tool, number: int) -> Path:
        return self.work / f"out-{tool.name}-{number}"


def write_table(times: Times, tools: list[Tool], count: int, memory: dict[str, float]) -> str:
    """Write medians in seconds, and the median of the ratios of this project to each other tool, run by run."""
    lines = [f"### {count:,} editions\n", f"| tool | {' | '.join(STATES)} | peak MiB |", "|---|" + "---|" * 4]
    for tool in tools:
        cells = [f"{median(times[tool.name, state]):.3f}" for state in STATES]
        lines.append(f"| {tool.name} | {' | '.join(cells)} | {memory.get(tool.name, 0):.0f} |")
    ours = tools[0].name
    for tool in tools[1:]:
        cells = [_ratio(times[ours, state], times[tool.name, state]) for state in STATES]
        share = memory[ours] / memory[tool.name] if memory.get(tool.name) else 0
        lines.append(f"| *{ours} / {tool.name}* | {' | '.join(cells)} | {share:.2f} |")
    return "\n".join(lines) + "\n"


def _ratio(ours: list[float], theirs: list[float]) -> str:
    return f"{median(mine / other for mine, other in zip(ours, theirs, strict=True)):.2f}"


def main() -> None:
    """Prepare, check and measure each size, and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="a new folder, on the disk that is to be measured")
    parser.add_argument("--installed", type=Path, default=Path(), help="the folder with `venv` and `npm` of the peers")
    parser.add_argument("--sizes", default="1,10,1000,10000")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--tools", default="devroom-gen,plain,bare,hugo,pelican,eleventy")
    chosen = parser.parse_args()
    names = chosen.tools.split(",")
    tools = [tool for tool in all_tools(chosen.installed.resolve()) if tool.name in names and tool.is_there()]
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, {chosen.runs} runs\n")
    for count in map(int, chosen.sizes.split(",")):
        bench = Bench(chosen.work.resolve(), tools, count)
        bench.check()
        times = bench.run(chosen.runs)
        print(write_table(times, tools, count, bench.memory()), flush=True)


if __name__ == "__main__":
    main()
