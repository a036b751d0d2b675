"""Looks for slow inputs: `python -m tests.fuzz.slow SECONDS [SEED]` repeats pieces chosen by chance, and prints what grows too fast.

A text that is eight times as long takes eight times as long where work is linear, and sixty-four times where it is quadratic.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic, process_time

from devroom_gen.commands.validate import validate
from devroom_gen.project.layout import Project
from tests.fuzz.harness import ENDINGS, read_page
from tests.fuzz.test_growth import HEAD, LINEAR, MOST, PAGES, RECORDS, build

LENGTH = 1_500
PLACES = ("", f'{HEAD}pitch = ["', f'{HEAD}[call]\nsubmit = "', f'{HEAD}links.contact = "', f"{HEAD}x = ")
"""What stands before the pieces of a record."""


def make_pieces() -> list[str]:
    """Return the words of the fuzzer's dictionary, all that is repeated in the tests, and single marks."""
    lines = (Path(__file__).parent / "words.dict").read_text().splitlines()
    words = [line[1:-1].encode().decode("unicode_escape") for line in lines if line.startswith('"')]
    units = [parts[1] for parts in (*PAGES.values(), *RECORDS.values())]
    return [
        *words,
        *units,
        *" \n\t.,:;-_*#<>[](){}'\"`~|!?&@/=+%^$\\a1é",
        "\n\n",
        "\n    ",
        "---\n",
        "</",
        "20",
        "1 May ",
        "Sun",
    ]


def measure(work: Callable[[str], object], parts: list[str]) -> tuple[float, float]:
    """Return how much longer a long text takes than a short one, and how long it takes, in seconds."""
    times = []
    for length in (LENGTH, LENGTH * LINEAR):
        text = build(parts, length)
        start = process_time()
        work(text)
        times.append(process_time() - start)
    return times[1] / max(times[0], 0.004), times[1]


def main() -> None:
    """Try until the time is over; what is seen twice to grow too fast is printed with the pieces that it was built of."""
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    chance, pieces, end, count = random.Random(seed), make_pieces(), monotonic() + seconds, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "events").mkdir()

        def read(text: str, ending: str) -> None:
            read_page(text.encode(errors="replace"), ending, folder)

        def validate_record(text: str) -> None:
            (folder / "events/2027.toml").write_text(text, encoding="utf-8", errors="replace")
            validate(Project(folder), (), date(2026, 11, 1))

        while monotonic() < end:
            count += 1
            unit = "".join(chance.choices(pieces, k=chance.randint(1, 5)))
            behind = chance.choice(("", "", "".join(chance.choices(pieces, k=2))))
            if chance.random() < 0.6:
                ending = chance.choice(ENDINGS)
                work: Callable[[str], object] = partial(read, ending=ending)
                parts = [
                    "".join(chance.choices(pieces, k=chance.randint(0, 2))),
                    unit,
                    chance.choice(("", "\n")),
                    behind,
                ]
                what = f"page{ending}"
            else:
                work, what = validate_record, "record"
                head = chance.choice(PLACES)
                parts = [
                    head,
                    re.sub(r"[\n\"]", " ", unit) if head and head != PLACES[-1] else unit,
                    '"]\n' if "[" in head else '"\n',
                    behind,
                ]
            if not all(parts[1:2]) or not unit.strip("\n") or (len(unit + behind) > LENGTH // 10):
                continue
            if measure(work, parts)[0] > MOST and min(measure(work, parts)[0] for _ in range(2)) > MOST:
                print(what, *measure(work, parts), parts, flush=True)
    print(f"{count} kinds tried", flush=True)


if __name__ == "__main__":
    main()
