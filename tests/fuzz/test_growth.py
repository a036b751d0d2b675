"""Work grows with the length of what is read: a text that is eight times as long takes no more than some times that.

What is quadratic takes sixty-four times as long, and is told from what is linear by a wide margin; the shortest of some
runs counts, in processor time, so that a busy machine changes nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from devroom_gen.claims.extract import read_claims
from devroom_gen.commands.validate import validate
from devroom_gen.linter.prose_runner import check_pages
from devroom_gen.project.layout import Project
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.page_years import find_site
from devroom_gen.text.source import SourceText

LENGTH = 3_000
LINEAR, MOST = 8, 28
HEAD = 'name = "Graphs"\nyear = 2027\ndate = 2027-01-31\nvenue = "ULB"\n'

# What is repeated, and what stands before and behind it; `#` is a number.
PAGES = {
    "blanks in a link": ("[a](", " ", ""),
    "links in links": ("", "[", "a", "](b)"),
    "rows below a long title": ("# Title", " and more", "\n", "| a |\n"),
    "anchors in anchors": ("", "<a href=x>", "", "</a>"),
    "headings with lists": ("", "# H\n" + "- 1 February 2020\n" * 20, ""),
    **{
        unit: ("", unit, "")
        for unit in (
            "1 Feb 2020 ", "Saturday, 2 February 2020 at 10:00, ", "TBD ", "2026until(TBD", "[a](  ", "<a ", '"', "*a ", "<!--", "`a ", "|",
            "2020 ", "FOSDEM 2020 ", "Kernel Devroom ", "3nd edition ", "&amp;", "https://fosdem.org/2019/x ", "a at b dot c ", "@", "a.",
            "- 1 February 2020, deadline\n", "| a | b |\n", "We meet. ", "1 ", "Ada ", "(", "> ", "```\n", "~~", "{{ ", "![", "the call is closed ",
            "<del>1 Feb 2020</del> ", "<nav>a</nav><p>b</p>", "<aside>", "- [Ada L](http://a.example/c) (X)\n",
        )
    },
}  # fmt: skip
OTHER_KINDS = {
    "a.rst": ("`a <", "`a`_ ", "a\n=\n", ".. _a#: b\n", ":a: b\n", ".. ", "`a <https://b.example/2019>`_ ", "Map Days 2019 in Ghent, Belgium. "),
    "a.json": ('{"a":', '"', '[', '"a",', '"a\\\\', '{"a": "Map Days 2019"},'),
    "a.toml": ('a = """', '"""', "[a]\n", 'a = "', "a = 'b\n", "[[a#]]\n"),
    "a.yml": ("a: '", 'a: "\n', "a: 'b\n", "- ", "  - a: |\n", "a: /2019/b/\n", 'a: "b\nc"\n'),
    "a.org": ("[[", "[[a][", "* a\n", "#+a: b\n", "~a"),
    "a.adoc": ("a[", "link:a[b", "= a\n", ":a: b\n", "//"),
    "a.mdx": ("{/*", "import a\n", "{% comment %}", "{#", "[//]: a\n", "<a b='", "register now is cancelled "),
}  # fmt: skip
"""Nasty units of each kind of file that is not Markdown."""
RECORDS = {
    "tables of one name": (HEAD, "[a]\n", ""),
    "lists of two names": (HEAD, "[[a]]\n[[b]]\n", ""),
    "links that are not closed": (f'{HEAD}pitch = ["', "[x](", '"]\n'),
    "blanks in an address": (f'{HEAD}links.contact = "a', " ", 'b"\n'),
    "words in an address": (f'{HEAD}links.contact = "', "a at ", '"\n'),
    "braces": (f'{HEAD}pitch = ["', "{", '"]\n'),
    "unknown keys": (HEAD, "venu# = 1\n", ""),
    "brackets": (f"{HEAD}pitch = ", "[", ""),
    "dots": ("", "a.", f"b = 1\n{HEAD}"),
    "keys that stand twice": ("", HEAD, ""),
    "lines that are none": (HEAD, "x y z\n", ""),
    "quotes": (HEAD, 'pitch = "', ""),
    "people": (HEAD, '[[organizers]]\nname = "Ada #"\n', ""),
    "dates": (HEAD, '[[milestones]]\nlabel = "deadline"\ndate = 2026-12-01\n', ""),
    "suppressions": (HEAD, "# devroom-gen: ignore DG206 so\n", ""),
    "tags": (f'{HEAD}pitch = ["', "{% if a %}", '"]\n'),
    "paragraphs": (f"{HEAD}pitch = [", '"TBD",', "]\n"),
    "escapes": (f'{HEAD}pitch = ["', "\\u0041", '"]\n'),
}


def build(parts: Sequence[str], length: int) -> str:
    """Return a text of some length: its third part once, all from there on as often as the second."""
    head, unit, tail, *behind = parts
    count = length // len(unit + "".join(behind))
    return (
        head
        + "".join(unit.replace("#", str(n)) if "#" in unit[1:] else unit for n in range(count))
        + tail
        + "".join(behind) * count
    )


def growth(work: Callable[[int], object]) -> float:
    """Return how much longer a text takes that is three times doubled."""

    def shortest(length: int) -> float:
        times = []
        for _ in range(3):
            start = process_time()
            work(length)
            times.append(process_time() - start)
        return min(times)

    work(LENGTH)
    return shortest(LENGTH * LINEAR) / max(shortest(LENGTH), 0.002)


@pytest.mark.parametrize("kind", PAGES)
def test_reading_a_page_grows_with_its_length(kind: str) -> None:
    def work(length: int) -> None:
        page = read_claims(SourceText("a.md", build(PAGES[kind], length)))
        list(check_pages([page], from_pages(find_site([page], ""), [], 2020)))

    assert growth(work) < MOST


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in OTHER_KINDS.items() for unit in units])
def test_reading_any_kind_grows_with_its_length(name: str, unit: str) -> None:
    def work(length: int) -> None:
        page = read_claims(SourceText(name, build(("", unit, ""), length)))
        list(check_pages([page], from_pages(find_site([page], ""), [], 2020)))

    assert growth(work) < MOST


@pytest.mark.parametrize("kind", RECORDS)
def test_validating_a_record_grows_with_its_length(tmp_path: Path, kind: str) -> None:
    (tmp_path / "events").mkdir()

    def work(length: int) -> None:
        (tmp_path / "events/2027.toml").write_text(build(RECORDS[kind], length), encoding="utf-8")
        validate(Project(tmp_path), (), date(2026, 11, 1))

    assert growth(work) < MOST
