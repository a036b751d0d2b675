"""Real tools judge the pages: Jekyll builds a site of them, a browser shows it."""

import html
import itertools
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import LINKS, TEXTS, Reading, dense, flat
from tests.sites import DAYS, render, write_record

SITE = Path(__file__).parent / "jekyll_site"

pytestmark = pytest.mark.slow

CALL_OPENS = date(2016, 10, 19)
RECORD: dict[str, Any] = {
    "call": {"opens": CALL_OPENS, "include": ["Abstract"], "track": "HPC devroom"},
    "topics": {"items": ["Schedulers", {"topic": "Storage", "items": ["Object stores"]}]},
    "organizers": [{"name": "Ada Example", "url": "https://example.org/ada", "affiliation": "R&D"}],
}


def build(jekyll: str, root: Path, pages: Path) -> str:
    """Build the site of the tests with these pages in it, and give its one page."""
    source = root / "source"
    shutil.copytree(SITE, source)
    shutil.copytree(pages, source, dirs_exist_ok=True)
    done = subprocess.run(
        [jekyll, "build", "--strict_front_matter", "--disable-disk-cache", "--source", source, "--destination", root / "built"],
        cwd=root, capture_output=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
    return (root / "built/index.html").read_text(encoding="utf-8")


def build_edition(jekyll: str, root: Path) -> str:
    write_record(root, **RECORD)
    result = render(root, "--today", "2016-11-01")
    assert result.exit_code == 0, result.output
    return build(jekyll, root, root / "site/singlepaged/2017")


def bands(page: str) -> dict[str, Reading]:
    """Split the page into its sections."""
    found = re.findall(r'<section class="band" id="([^"]*)">(.*?)</section>', page, re.DOTALL)
    return {name: Reading(inner) for name, inner in found}


def headings(page: str) -> list[str]:
    return [flat(html.unescape(text)) for text in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", page, re.DOTALL)]


def test_jekyll_builds_all_sections(tmp_path: Path, needs_program: Callable[[str], str]) -> None:
    page = build_edition(needs_program("jekyll"), tmp_path)
    assert list(bands(page)) == ["intro", "topics", "submissions", "dates", "organizers"]
    assert headings(page)[:3] == [
        "FOSDEM'17 HPC, Big Data, and Data Science Devroom",
        "Saturday, February 4, 2017, Brussels, Belgium",
        "Overview",
    ]
    for name, colours in {"intro": ("white", "black"), "topics": ("blue", "white"), "dates": ("red", "white")}.items():
        assert f"#{name} {{ background-color: {colours[0]}; color: {colours[1]}; }}" in page
    assert "<title>FOSDEM&#39;17 HPC, Big Data, and Data Science Devroom</title>" in page


def test_the_logo_links_the_year_and_has_a_text(tmp_path: Path, needs_program: Callable[[str], str]) -> None:
    page = build_edition(needs_program("jekyll"), tmp_path)
    intro = bands(page)["intro"]
    assert intro.attributes.count(("a", "href", "https://fosdem.org/2017/")) == 2  # of the logo, and in the pitch
    assert intro.values("img", "src") == ["img/fosdem-logo.png"]
    assert intro.values("img", "alt") == ["FOSDEM logo"]
    assert "We meet on Saturday, February 4, 2017 at ULB (Campus Solbosch) in Brussels, Belgium." in intro.text


def _hostile_pages(root: Path, values: Sequence[tuple[str, str]]) -> list[Path]:
    """Render an edition of each value, each in a series of its own, and give the folders of their sections."""
    pages = []
    for number, (text, link) in enumerate(values):
        write_record(
            root,
            f"s{number:03}/2017",
            name=text,
            venue={"name": text, "room": text, "city": text, "country": text, "map": link},
            conference={"name": text, "short": text, "url": link, "days": [DAYS[2017]]},
            pitch=[
                "{name} x {venue} y\n{city}\nz",
                "- [{venue.room}]({venue.map})\n- *{country}*",
                "{conference.name} end",
            ],
            settings={"logo": {"src": text, "alt": text}},
            organizers=[{"name": text, "url": link, "affiliation": text, "affiliation_url": link, "group": text}],
            call={
                "track": text,
                "opens": CALL_OPENS,
                "closes": "TBD",
                "submit": link,
                "include": ["{name}"],
                "notes": ["{venue}"],
            },
            milestones=[{"label": text, "date": "TBD"}],
            sponsors=[{"name": text, "url": link}],
            topics={"items": ["{name}", {"topic": "*{venue}*", "items": ["{city}"]}]},
            links={"programme": link, "code_of_conduct": link},
        )
        pages.append(root / f"site/singlepaged/s{number:03}/2017/_posts")
    result = render(root, "--today", "2016-11-01")
    assert result.exit_code == 0, result.output
    return pages


def test_hostile_values_come_out_of_jekyll_as_the_text_they_are(
    tmp_path: Path, needs_program: Callable[[str], str]
) -> None:
    """All values go through one build: each section of each edition is a post of its own. A record holds 128 kB."""
    jekyll = needs_program("jekyll")
    harmless = ("zvaluez", "https://example.org/")
    values = [harmless, *((text[:7_000], LINKS[number % len(LINKS)]) for number, text in enumerate(TEXTS))]
    posts = tmp_path / "pages/_posts"
    posts.mkdir(parents=True)
    for number, folder in enumerate(_hostile_pages(tmp_path, values)):
        for path in folder.iterdir():
            shutil.copy(path, posts / f"2015-01-01-v{number:03}-{path.stem[11:]}.md")
    page = build(jekyll, tmp_path, tmp_path / "pages")
    found = bands(page)
    sections = ("intro", "topics", "submissions", "dates", "organizers")
    assert sorted(found) == sorted(f"v{number:03}-{name}" for number in range(len(values)) for name in sections)
    for (number, (text, link)), name in itertools.product(enumerate(values), sections):
        band, good = found[f"v{number:03}-{name}"], found[f"v000-{name}"]
        assert band.tags == good.tags, text
        assert dense(band.text) == dense("".join(good.pieces).replace(harmless[0], text)), text
        assert band.values("img", "src") == band.values("img", "alt") == [text.strip()] * (name == "intro")
        wanted = Reading(f'<a href="{html.escape(link)}"></a>').values("a", "href")
        assert band.values("a", "href") == wanted * len(good.values("a", "href")), text
        assert {name for _, name, _ in band.attributes} == {name for _, name, _ in good.attributes}


STYLES = """<script>
const bands = [...document.querySelectorAll("section.band")].map(band => ({
  name: band.id, background: getComputedStyle(band).backgroundColor, color: getComputedStyle(band).color,
  title: band.querySelector("h1, h2").innerText, height: band.getBoundingClientRect().height,
}));
document.body.innerHTML = "";
document.body.append(Object.assign(document.createElement("pre"), {textContent: JSON.stringify(bands)}));
</script>"""


def test_a_browser_shows_each_section_with_title_and_colours(
    tmp_path: Path, needs_program: Callable[[str], str]
) -> None:
    chromium = needs_program("chromium")
    page = build_edition(needs_program("jekyll"), tmp_path)
    shown = tmp_path / "shown.html"
    shown.write_text(page.replace("</body>", f"{STYLES}</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1000,900", "--dump-dom", shown.as_uri(),
        ],
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    match = re.search(r"<pre>(.*?)</pre>", done.stdout, re.DOTALL)
    assert match, done.stderr
    found = json.loads(html.unescape(match[1]))
    assert [(band["name"], band["title"], band["background"], band["color"]) for band in found] == [
        ("intro", "FOSDEM'17 HPC, Big Data, and Data Science Devroom", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
        ("topics", "Topics", "rgb(0, 0, 255)", "rgb(255, 255, 255)"),
        ("submissions", "Submission", "rgb(255, 165, 0)", "rgb(0, 0, 0)"),
        ("dates", "Dates", "rgb(255, 0, 0)", "rgb(255, 255, 255)"),
        ("organizers", "Organizers", "rgb(0, 128, 0)", "rgb(255, 255, 255)"),
    ]
    assert all(band["height"] > 100 for band in found)


@pytest.mark.parametrize(
    ("output", "text", "count"),
    [("site", "title: x\n", 1), ("site", "exclude:\n  - vendor\n  - site\n", 0), (".", "", 0), ("../public", "", 0)],
)
def test_pages_below_their_site_are_noticed(tmp_path: Path, output: str, text: str, count: int) -> None:
    root = tmp_path / "project"
    write_record(root, "2017", settings={"output": output})
    (root / "_config.yml").write_text(text)
    arguments = ["--output", str(tmp_path / "public")] if output.startswith("..") else []
    if arguments:
        write_record(root, "2017")
    assert render(root, *arguments).stdout.count("warning[DG512] pages-apart") == count
