"""What a record says in its prose of last year becomes a placeholder in the writer's own style, or is listed: nothing stays unseen."""

import html
import re
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.text.date_pattern import write_day
from tests.sites import render, run

DAY, OPENS, CLOSES, SCHEDULE = date(2026, 1, 31), date(2025, 10, 20), date(2025, 12, 1), date(2025, 12, 15)
STYLES = (
    "dddd D MMMM YYYY", "dddd, D MMMM YYYY", "dddd, MMMM D, YYYY", "dddd, MMMM Do, YYYY", "ddd D MMM YYYY", "D MMMM YYYY", "MMMM D, YYYY",
    "D MMM YYYY", "D-MMM-YYYY", "YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "dddd Do of MMMM", "MMMM Do", "MMMM D", "D MMMM", "Do MMMM YYYY",
)  # fmt: skip
SENTENCES = {
    DAY: "We meet on {} in Brussels.",
    CLOSES: "The deadline for proposals is {}.",
    OPENS: "The call opens on {}.",
    SCHEDULE: "The schedule is published on {}.",
}
OTHERS = (
    "Welcome to the 4th edition of the Tapes devroom at FOSDEM 2026!", "It is our fourth edition.", "FOSDEM'26 is near, as is FOSDEM26.",
    "In 2025 we had 200 guests.", "See https://fosdem.org/2026/schedule/ for all.", "See [last year](https://archive.fosdem.org/2025/).",
    "Submit at https://pretalx.fosdem.org/fosdem-2026/cfp now.", "FOSDEM is on 31 January & 1 February 2026.", "We are in room H.1302 again.",
    "The weekend of January 31 and February 1, 2026 is ours.", "Come in 2026.", "This is edition 4 of ours.",
)  # fmt: skip
HEAD = f"""\
name = "Tapes"
year = 2026
date = {DAY}
venue = {{ name = "ULB (Campus Solbosch)", room = "H.1302", city = "Brussels" }}
edition = 4
schedule = {SCHEDULE}
call = {{ opens = {OPENS}, closes = {CLOSES} }}
"""
STALE = re.compile(
    r"2026|2025|'26|FOSDEM26|\b(?:4th|fourth|edition 4)\b|H\.1302|\b(?:31(?:st)?|20(?:th)?|15(?:th)?|1(?:st)?)(?: of)? (?:Jan|Oct|Dec)|"
    r"(?:January|October|December) (?:31|20|15|1)\b"
)


def write(root: Path, texts: list[str]) -> Path:
    path = root / "events/2026.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "pitch = [\n" + "".join(f'  "{text}",\n' for text in texts) + "]\n", encoding="utf-8")
    return path


def make_texts(number: int) -> list[str]:
    """Return the prose of one of five records, which have all sentences in all styles among them."""
    dates = [(day, style) for day in SENTENCES for style in STYLES]
    return [SENTENCES[day].format(write_day(day, style)) for day, style in dates[number::5]] + [*OTHERS[number::5]]


@pytest.mark.parametrize("number", range(5))
def test_no_stale_fact_stays_unmentioned(tmp_path: Path, number: int) -> None:
    write(tmp_path, make_texts(number))
    told = run("new", "2027", "--project", tmp_path).stdout
    said = re.findall(r"2027\.toml:(\d+): \S+ still says `([^`]*)`", told)
    record = (tmp_path / "events/2027.toml").read_text(encoding="utf-8")
    unmentioned = [
        (line, match.group())
        for at, line in enumerate(record.splitlines(), start=1)
        if line.startswith('  "')
        for match in STALE.finditer(line)
        if not any(int(where) == at and match.group() in text for where, text in said)
    ]
    assert not unmentioned


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("day", SENTENCES)
def test_a_fix_says_a_date_in_the_style_of_its_writer(tmp_path: Path, day: date, style: str) -> None:
    path = write(tmp_path, [SENTENCES[day].format(write_day(day, style))])
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    page = tmp_path / "site/page/2026/README.md"
    assert render(tmp_path).exit_code == 0
    before = page.read_text()
    assert run("validate", "--fix", path).exit_code == 0
    text = path.read_text()
    assert not STALE.search(text[text.index("pitch") :]), text
    assert render(tmp_path).exit_code == 0
    assert html.unescape(page.read_text()) == html.unescape(before)
