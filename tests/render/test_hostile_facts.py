"""Texts that would be markup, in the facts that few records state: they come out of Markdown as the texts they are."""

from datetime import date
from pathlib import Path

import pytest

from tests.hostile import TEXTS, dense, read_markdown
from tests.sites import render, write_record

PLACES = 8
"""How often the text stands on the page."""


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_hostile_text_is_shown_as_it_is(tmp_path: Path, number: int) -> None:
    text = TEXTS[number]
    days = {"from": date(2017, 2, 4), "to": date(2017, 2, 6)}
    write_record(
        tmp_path,
        date=days,
        conference={"name": "F", "days": days, "about": text, "how": text, "system": text},
        pitch=["Begin {conference.about} end. Begin {call.how} end. Begin {call.system} end."],
        call={"closes": date(2016, 12, 1), "formats": [{"name": text, "minutes": 5}], "notified": {"month": "2016-12"}},
        organizers=[{"name": text, "url": ["https://a.example/", {"label": text, "url": "https://b.example/"}]}],
        change={"to": "online", "on": date(2017, 1, 9)},
        settings={"targets": ["page"], "words": {"moved_online": "Begin {conference.about} end."}},
    )  # fmt: skip
    result = render(tmp_path, "--today", "2016-11-01")
    assert result.exit_code == 0, result.output
    page = tmp_path / "site/page/2017/README.md"
    read = read_markdown(page.read_text(encoding="utf-8"))
    assert {*read.tags} <= {each for tag in ("h1", "h2", "p", "a", "strong", "ul", "li") for each in (tag, f"/{tag}")}
    assert dense(read.text).count(dense(text)) >= PLACES - 1
