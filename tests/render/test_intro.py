"""The first section of the Markdown page format: its blocks, and what hostile values do to them."""

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.hostile import Reading, dense, flat, links, read_page, texts
from tests.sites import DAYS, rendered_intro

HERE = Path(__file__).parent
GOLDEN = HERE / "golden/intro-hpc-2017.md"
SEED = HERE.parents[1] / "shared/corpus/pages/rust-fosdem/2018-rebased-9613196/_posts/2015-01-01-intro.md"

SKELETON = [
    "---", "title: quoted", "bg: white", "color: black", "style: left", "---",
    "# title", "div with icons", "### date and place", "div with a linked picture", "### Overview", "prose",
]  # fmt: skip


def read_skeleton(page: str) -> list[str]:
    """Name the blocks of a page in their order; runs of paragraphs and bullets are one."""
    _, matter, body = page.split("---\n", 2)
    assert re.match(r'title: "', matter)
    front = yaml.safe_load(matter)
    named = ["---", "title: quoted", *(f"{key}: {value}" for key, value in front.items() if key != "title"), "---"]
    for block in re.split(r"\n{2,}", body.strip("\n")):
        name = _name(block, front["title"])
        if named[-1] != name:
            named.append(name)
    return named


def _name(block: str, title: str) -> str:
    page = Reading(block)
    if block == f"# {title}":
        return "# title"
    if page.tags == ["div", "span", "i", "/i", "i", "/i", "/span", "/div"]:
        assert page.values("div", "style") == ["text-align:center;"]
        assert page.values("span", "class") == ["fa-stack subtlecircle"]
        assert page.values("i", "class")[0] == "fa fa-circle fa-stack-2x text-white"
        return "div with icons"
    if page.tags in (["div", "a", "img", "/a", "/div"], ["div", "a", "img", "/img", "/a", "/div"]):
        return "div with a linked picture"
    if re.fullmatch(r"### [A-Za-z, ]*[A-Z][a-z]+ \d{1,2}, \d{4}, [^,]+, [^,]+", block):
        return "### date and place"
    return block if block.startswith(("#", "<")) else "prose"


def test_the_page_is_the_golden_one(tmp_path: Path) -> None:
    assert rendered_intro(tmp_path) == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_page_has_the_skeleton_of_the_format() -> None:
    assert read_skeleton(GOLDEN.read_text(encoding="utf-8")) == SKELETON


@pytest.mark.skipif(not SEED.exists(), reason="the page that set the format is not on this machine")
def test_the_page_that_set_the_format_has_the_same_skeleton(tmp_path: Path) -> None:
    seed = SEED.read_text(encoding="utf-8")
    page = rendered_intro(tmp_path)
    assert read_skeleton(seed) == SKELETON
    assert read_skeleton(page) == read_skeleton(seed)


def test_without_a_logo_its_block_is_left_out(tmp_path: Path) -> None:
    page = rendered_intro(tmp_path, settings={})
    assert [block for block in SKELETON if "picture" not in block] == read_skeleton(page)


def test_the_logo_stands_without_a_link_where_the_conference_has_none(tmp_path: Path) -> None:
    page = rendered_intro(tmp_path, conference={"name": "Home Days", "days": [DAYS[2017]]}, pitch=["Come."])
    assert '<div style="text-align:center;">\n  <img src="img/fosdem-logo.png" alt="FOSDEM logo"/>\n</div>\n' in page


def test_a_title_carries_entities_in_front_matter_and_heading(tmp_path: Path) -> None:
    page = rendered_intro(tmp_path, name="R&D")
    assert page.startswith('---\ntitle: "FOSDEM&#39;17 R&amp;D Devroom"\n')
    assert "\n\n# FOSDEM&#39;17 R&amp;D Devroom\n\n" in page


PITCH = [
    "{name} begins; also {venue}, {venue.room}, {city}, {country}, {call.track} and {conference.name} end.",
    "{venue}\n{city}\n{country}",
    "- {name}\n- *{venue.room}* and **{call.track}** at [{venue}]({venue.map})",
    "- {call.track}",
    "{venue.room} | {{ left }} as written",
]
FIELDS = ("name", "venue", "room", "city", "country", "track", "conference", "short", "src", "alt")


def hostile_record(words: dict[str, str], link: str) -> dict[str, Any]:
    return {
        "name": words["name"],
        "venue": {
            "name": words["venue"],
            "room": words["room"],
            "city": words["city"],
            "country": words["country"],
            "map": link,
        },
        "conference": {"name": words["conference"], "short": words["short"], "url": link, "days": [DAYS[2017]]},
        "call": {"track": words["track"]},
        "pitch": PITCH,
        "settings": {"logo": {"src": words["src"], "alt": words["alt"]}},
    }


def test_the_pitch_of_this_test_is_all_filled_in() -> None:
    page = _render(dict(zip(FIELDS, FIELDS, strict=True)), "https://example.org/")
    assert not re.search(r"(?<!\{)\{[a-z.]+\}", page)


def _render(words: dict[str, str], link: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return rendered_intro(Path(folder), **hostile_record(words, link))


@settings(deadline=None, max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, texts)), links)
def test_hostile_values_come_out_as_the_text_they_are(words: dict[str, str], link: str) -> None:
    tokens = {field: f"the{field}value" for field in FIELDS}
    good_front, good = read_page(_render(tokens, "https://example.org/"))
    front, page = read_page(_render(words, link))
    assert page.tags == good.tags
    assert dense(page.text) == dense(_replaced("".join(good.pieces), tokens, words))
    assert Reading(front.pop("title")).text == flat(_replaced(good_front.pop("title"), tokens, words))
    assert front == good_front
    assert page.values("img", "src") == [words["src"].strip()]
    assert page.values("img", "alt") == [words["alt"].strip()]
    wanted = Reading(f'<a href="{link.replace("&", "&amp;")}"></a>').values("a", "href")
    assert page.values("a", "href")[0] == wanted[0]


def _replaced(text: str, tokens: dict[str, str], words: dict[str, str]) -> str:
    return re.sub("|".join(tokens.values()), lambda match: words[match.group()[3:-5]], text)
