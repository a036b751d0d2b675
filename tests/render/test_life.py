"""The records of this repository through their lives, on every target, as readers of the pages see them."""

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests import ROOT
from tests.hostile import LINKS, TEXTS, Reading, dense, read_markdown
from tests.render.test_jekyll import bands, build
from tests.sites import read_tree, render, run, write_record

EVENTS = ROOT / "events"
HUGO_SITE = Path(__file__).parent / "hugo_site"
ALL_TARGETS = 'targets = ["singlepaged", "page", "hugo"]\n'
PROGRAMME = "https://fosdem.org/2017/schedule/track/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with the records of this repository, for all targets."""
    shutil.copytree(EVENTS, tmp_path / "events")
    settings = tmp_path / "events/settings.toml"
    settings.write_text(ALL_TARGETS + settings.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def site(root: Path, edition: str, today: str) -> dict[str, str]:
    """Render one edition for one day, and give its pages by target."""
    result = render(root, edition, "--today", today)
    assert result.exit_code == 0, result.output
    return read_tree(root / "site")


LIVES = [
    ("2016-10-01", "announced", "The call for participation is not open yet."),
    ("2016-11-01", "open", "https://penta.fosdem.org/submission/FOSDEM17"),
    ("2016-12-05", "closed", "The call for participation is closed."),
    ("2016-12-20", "scheduled", "The call for participation is closed."),
    ("2017-02-10", "past", "This edition is over."),
]


@pytest.mark.parametrize(("today", "phase", "said"), LIVES)
def test_every_target_says_where_the_edition_stands(project: Path, today: str, phase: str, said: str) -> None:
    pages = site(project, "hpc/2017", today)
    spoken = [
        pages["singlepaged/hpc/2017/_posts/2015-01-03-submissions.md"],
        pages["singlepaged/hpc/2017/call-for-participation.txt"],
        pages["page/hpc/2017/README.md"],
        pages["hugo/hpc/2017/index.md"],
    ]
    assert f'phase: "{phase}"' in pages["singlepaged/hpc/2017/_data/devroom.yml"]
    for text in spoken:
        assert {other for _, _, other in LIVES if other in text} == {said}
        assert (PROGRAMME in text) == (phase in ("closed", "scheduled", "past"))


@pytest.mark.parametrize("edition", ["hpc/2016", "hpc/2017", "hpc/2018", "rust/2018", "rust/2019"])
def test_a_past_edition_never_changes(project: Path, edition: str) -> None:
    first = site(project, edition, f"{int(edition[-4:])}-02-05")
    memory = (project / "site/.devroom-gen.json").read_bytes()
    for today in ("2019-12-31", "2020-02-29", "2100-01-01"):
        assert site(project, edition, today) == first
    assert (project / "site/.devroom-gen.json").read_bytes() == memory


def test_an_extended_deadline_shows_both_days(project: Path) -> None:
    pages = site(project, "hpc/2018", "2017-11-28")
    assert (
        "\n**Call for participation closes: Friday, December 1, 2017** <del>Friday, November 24, 2017</del> "
        "*(there will be no further extensions)*\n"
    ) in pages["singlepaged/hpc/2018/_posts/2015-01-04-dates.md"]
    call = pages["singlepaged/hpc/2018/call-for-participation.txt"]
    assert call.splitlines()[6:9] == [
        "Call for participation closes: Friday, December 1, 2017",
        "  (was Friday, November 24, 2017)",
        "  (there will be no further extensions)",
    ]
    for target in ("page/hpc/2018/README.md", "hugo/hpc/2018/index.md"):
        assert (
            "\n- **Call for participation closes: Friday, December 1, 2017** (was Friday, November 24, 2017) "
            "*(there will be no further extensions)*\n"
        ) in pages[target]


def test_the_plain_call_is_a_mail(project: Path) -> None:
    call = site(project, "hpc/2018", "2017-11-28")["singlepaged/hpc/2018/call-for-participation.txt"]
    lines = call.splitlines()
    assert lines[0] == "Subject: FOSDEM'18 HPC, Big Data, and Data Science Devroom: Call for Participation"
    assert max(len(line) for line in lines[1:]) <= 80
    assert lines[-1] == "Questions? Write to hpc-bigdata-devroom [at] lists.fosdem.org"
    assert next(number for number, line in enumerate(lines) if "December 1, 2017" in line) < 10
    assert "\n\n\n\n" not in call
    assert not re.search(r"\]\(|\*\*|&#?\w+;|\{", call)


def test_the_index_lists_all_editions_newest_first(project: Path) -> None:
    result = render(project, "--today", "2017-11-20")
    assert result.exit_code == 0
    index = (project / "site/page/README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\(([^)]*)\)", index) == [
        "hpc/2018/README.md",
        "rust/2018/README.md",
        "rust/2019/README.md",
        "hpc/2018/README.md",
        "rust/2018/README.md",
        "hpc/2017/README.md",
        "hpc/2016/README.md",
    ]
    assert index.index("## Open now") < index.index("November 24, 2017") < index.index("## All editions")
    for path in re.findall(r"\]\(([^)]*)\)", index):
        assert (project / "site/page" / path).is_file()


@pytest.mark.parametrize(("today", "phase", "said"), LIVES)
def test_plain_pages_are_commonmark_without_html(project: Path, today: str, phase: str, said: str) -> None:
    pages = site(project, "hpc/2017", today)
    text = pages["page/hpc/2017/README.md"]
    html = MarkdownIt("commonmark", {"html": False}).render(text)
    assert "&lt;" not in html
    assert html.count("<h1>") == 1
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["Topics", "Submission", "Dates", "Organizers"]
    assert "\n\n\n" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edition", "today", "seen"),
    [
        ("hpc/2018", "2017-11-28", "Click here to submit."),
        ("hpc/2017", "2016-11-01", "Click here to submit."),
        ("hpc/2017", "2016-12-20", "See the programme"),
        ("hpc/2017", "2017-02-10", "See the programme"),
    ],
)
def test_jekyll_builds_the_edition_in_each_phase(
    project: Path, needs_program: Callable[[str], str], edition: str, today: str, seen: str
) -> None:
    site(project, edition, today)
    page = build(needs_program("jekyll"), project / "built", project / "site/singlepaged" / edition)
    found = bands(page)
    assert list(found) == ["intro", "topics", "submissions", "dates", "organizers"]
    assert seen in dense(found["submissions"].text) or seen in found["submissions"].text
    assert ("del" in found["dates"].tags) == (edition == "hpc/2018")


def hugo(root: Path, content: Path) -> Path:
    """Build a site of pages with Hugo, and give the folder of what it built."""
    program = Path(sysconfig.get_path("scripts")) / "hugo"
    if not program.exists():
        pytest.skip("the program hugo is not installed: it comes with the extra `test`")
    source, built = root / "hugo", root / "built"
    shutil.copytree(HUGO_SITE, source)
    shutil.copytree(content, source / "content")
    command = [str(program), "--source", str(source), "--destination", str(built), "--panicOnWarning", "--noBuildLock"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return built


@pytest.mark.slow
def test_hugo_builds_all_editions(project: Path) -> None:
    assert render(project, "--today", "2017-11-28").exit_code == 0
    built = hugo(project, project / "site/hugo")
    page = (built / "hpc/2018/index.html").read_text(encoding="utf-8")
    assert "<title>FOSDEM&#39;18 HPC, Big Data, and Data Science Devroom</title>" in page
    assert '<p id="facts">3rd 2018-02-04 extended</p>' in page
    assert 'href="https://penta.fosdem.org/submission/FOSDEM18"' in page
    front = Reading((built / "index.html").read_text(encoding="utf-8"))
    for link in front.values("a", "href"):
        assert (built / link / "index.html").is_file()


SERIES = ("HPC", "c#", "what?", "100%25", "a b", "x'y", "a+b", "A_b.c", "x~y", "a(b)", "d:e")


def test_links_of_lists_lead_to_series_of_any_name(tmp_path: Path) -> None:
    for name in SERIES:
        write_record(tmp_path, f"{name}/2017")
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    assert render(tmp_path).exit_code == 0
    index = read_markdown((tmp_path / "site/page/README.md").read_text())
    assert len(index.values("a", "href")) == len(SERIES)
    for link in index.values("a", "href"):
        assert (tmp_path / "site/page" / link).is_file()


@pytest.mark.parametrize(
    "prose",
    [
        r"\`{name}\`", "a ` b\n\n{name}\n\nc ` d", '<i title="`">{name}</i> <i title="`">z</i>', "<!-- ` --> {name} `",
        "~~~\n`\n~~~\n{name} `x`", "```` ``` ```` {name} ```` ``` ````",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a<b>c", "*x*", "a & b", "[a](b)"])
def test_a_fact_beside_what_looks_like_code_is_escaped(tmp_path: Path, prose: str, name: str) -> None:
    write_record(tmp_path, name=name, pitch=[prose])
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    assert render(tmp_path).exit_code == 0
    assert name not in (tmp_path / "site/page/2017/README.md").read_text()


@pytest.mark.slow
def test_links_of_lists_lead_to_series_of_any_name_in_hugo(tmp_path: Path) -> None:
    for name in SERIES:
        write_record(tmp_path, f"{name}/2017")
    (tmp_path / "events/settings.toml").write_text('targets = ["hugo"]\n')
    assert render(tmp_path).exit_code == 0
    built = hugo(tmp_path, tmp_path / "site/hugo")
    index = Reading((built / "index.html").read_text(encoding="utf-8"))
    assert len(index.values("a", "href")) == len(SERIES)
    for link in index.values("a", "href"):
        assert (built / link / "index.html").is_file()


def test_a_page_that_grows_without_measure_is_told(tmp_path: Path) -> None:
    write_record(tmp_path, name="x" * 19_000, pitch=["{name}" * 3_000] * 4)
    result = render(tmp_path)
    assert (result.exit_code, "makes more than a page can hold" in result.stdout) == (1, True)
    assert not (tmp_path / "site/page").exists()


@pytest.mark.parametrize("more", ["", " {year}"])
def test_a_title_is_plain_text_with_placeholders_and_without(tmp_path: Path, more: str) -> None:
    write_record(tmp_path, title=f"A <b>title</b>{more}")
    (tmp_path / "events/settings.toml").write_text('targets = ["page", "singlepaged"]\n')
    assert render(tmp_path).exit_code == 0
    shown = more.format(year="2017")
    for path in ("page/2017/README.md", "singlepaged/2017/_posts/2015-01-01-intro.md"):
        assert f"# A &lt;b&gt;title&lt;/b&gt;{shown}\n" in (tmp_path / "site" / path).read_text()


@pytest.mark.parametrize(
    "code",
    [
        "Use `tag {}`",
        "Use ``tag {}``",
        "Use ```tag {}```",
        "~~~ sh\n{}\n~~~\n\n",
        "Run:\n\n    tag {}\n\n",
        "Run:\n\n\ttag {}\n\n",
    ],
)
def test_facts_in_code_are_not_escaped(tmp_path: Path, code: str) -> None:
    write_record(tmp_path, pitch=[code.format("{conference.short} a*b") + " at {conference.short}."])
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    assert render(tmp_path).exit_code == 0
    page = (tmp_path / "site/page/2017/README.md").read_text()
    assert code.format("FOSDEM'17 a*b") + " at FOSDEM&#39;17." in page


@pytest.mark.slow
def test_hostile_values_come_out_of_hugo_as_the_text_they_are(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/settings.toml").write_text('targets = ["hugo"]\ntitle = "{name}"\n')
    texts: list[str] = [*TEXTS, "{{< ref x >}}", "{{% x %}}", "{{</* x */>}}", 'R&D: the "best" {room}']
    for number, text in enumerate(texts):
        record: dict[str, Any] = {
            "name": text,
            "pitch": ["Come to {name} now."],
            "organizers": [{"name": text, "url": LINKS[number % len(LINKS)], "affiliation": text}],
            "settings": {},
        }
        write_record(tmp_path, f"s{number:03}/2017", **record)
    result = render(tmp_path)
    assert result.exit_code == 0, result.output
    built = hugo(tmp_path, tmp_path / "site/hugo")
    for number, text in enumerate(texts):
        page = (built / f"s{number:03}/2017/index.html").read_text(encoding="utf-8")
        title = Reading(page[page.index("<title>") : page.index("</title>")])
        main = Reading(page[page.index("<main>") : page.index("</main>")])
        assert dense(title.text) == dense(text), text
        assert dense(f"Come to {text} now.") in dense(main.text), text
        assert dense(main.text).count(dense(text)) >= 3, text
        assert "onclick" not in {name for _, name, _ in main.attributes}


def test_dates_stand_in_the_order_of_time(tmp_path: Path) -> None:
    steps = {"Videos": "2017-03-01", "Told": "TBD", "Slides": "2017-01-20", "Before all": "2016-09-01"}
    milestones = [
        {"label": label, "date": day if day == "TBD" else date.fromisoformat(day)} for label, day in steps.items()
    ]
    write_record(
        tmp_path, milestones=milestones, schedule=date(2016, 12, 10), call={"opens": "TBD", "closes": date(2016, 12, 1)}
    )
    (tmp_path / "events/settings.toml").write_text(ALL_TARGETS)
    assert render(tmp_path, "--today", "2016-10-10").exit_code == 0
    order = [
        "participation opens", "Before all", "participation closes", "schedule available", "Slides", "Told", "Devroom date", "Videos",
    ]  # fmt: skip
    for path in (
        "singlepaged/2017/_posts/2015-01-04-dates.md",
        "singlepaged/2017/call-for-participation.txt",
        "page/2017/README.md",
    ):
        text = (tmp_path / "site" / path).read_text()
        dates = text[text.rindex("Dates") :] if "Dates" in text else text
        assert sorted(order, key=lambda label: dates.index(label)) == order, dates


def test_the_contact_stays_when_the_call_has_closed(tmp_path: Path) -> None:
    write_record(tmp_path, call={"closes": date(2016, 12, 1)}, links={"contact": "a@example.org"})
    (tmp_path / "events/settings.toml").write_text(ALL_TARGETS)
    for today in ("2016-11-01", "2016-12-10", "2017-05-01"):
        assert render(tmp_path, "--today", today).exit_code == 0
        for path in ("singlepaged/2017/_posts/2015-01-03-submissions.md", "page/2017/README.md", "hugo/2017/index.md"):
            assert "Questions? Write to" in (tmp_path / "site" / path).read_text(), (today, path)


def test_notes_addresses_and_headings_read_well(tmp_path: Path) -> None:
    milestones = [{"label": "Dinner", "date": date(2017, 2, 3), "note": "Everyone is welcome."}]
    write_record(tmp_path, milestones=milestones, links={"contact": "a@example.org"})
    (tmp_path / "events/settings.toml").write_text(ALL_TARGETS)
    assert render(tmp_path).exit_code == 0
    page = (tmp_path / "site/page/2017/README.md").read_text()
    assert page.startswith("# FOSDEM'17 HPC, Big Data, and Data Science Devroom\n")
    assert "Dinner: Friday, February 3, 2017 – Everyone is welcome.\n" in page
    assert "[a@example.org](mailto:a@example.org)" in page


@pytest.mark.parametrize(
    ("title", "count"),
    [("HPC, Big Data, and Data Science Devroom", 0), ("FOSDEM'16 HPC Devroom", 1), ("Some other devroom", 1)],
)
def test_a_title_that_never_gets_stale_is_left_alone(tmp_path: Path, title: str, count: int) -> None:
    write_record(tmp_path, "2017", settings={"output": "."})
    (tmp_path / "_config.yml").write_text(f'title: "{title}"\n')
    assert render(tmp_path).stdout.count("DG505") == count


@pytest.mark.parametrize(
    ("phase", "said"), [("cancelled", "This edition is cancelled."), ("postponed", "This edition is postponed.")]
)
def test_an_edition_that_is_off_says_so_everywhere_and_has_no_button(tmp_path: Path, phase: str, said: str) -> None:
    call = {"opens": date(2016, 10, 1), "closes": date(2016, 12, 1), "submit": "https://example.org/cfp"}
    write_record(tmp_path, phase=phase, call=call)
    (tmp_path / "events/settings.toml").write_text(ALL_TARGETS)
    for today in ("2016-09-01", "2016-11-01", "2017-05-01"):
        assert render(tmp_path, "--today", today).exit_code == 0
        pages = read_tree(tmp_path / "site")
        for path in (
            "singlepaged/2017/_posts/2015-01-01-intro.md", "singlepaged/2017/_posts/2015-01-03-submissions.md",
            "singlepaged/2017/call-for-participation.txt", "page/2017/README.md", "hugo/2017/index.md", "page/README.md", "hugo/_index.md",
        ):  # fmt: skip
            assert said in pages[path], (path, today)
        assert not any("example.org/cfp" in text for text in pages.values())
        assert phase in run("list", "--project", tmp_path, "--today", today).stdout
