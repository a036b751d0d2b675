"""What hangs on the phase: prose, several calls, words with facts in them."""

from pathlib import Path
from typing import Any

import pytest

from tests.sites import read_tree, render, run, write_record

SITE: dict[str, Any] = {"targets": ["page", "singlepaged", "hugo"]}
CALL: dict[str, Any] = {
    "opens": "TBD", "closes": "TBD", "submit": "https://submit.example/",
    "notes": ["Guidelines.", {"when": ["open", "extended"], "text": "Submit below."}, {"when": "closed", "text": "Told soon."}],
    "mail": {"before": [{"when": "open", "text": "Dear all,"}]},
}  # fmt: skip


def shown(root: Path, **keys: Any) -> dict[str, str]:
    write_record(root, **{"settings": SITE, **keys})
    result = render(root, "--today", "2016-11-20")
    assert result.exit_code == 0, result.output
    return {
        name: text for name, text in read_tree(root / "site").items() if "2017/" in name and "devroom.yml" not in name
    }


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("announced", {"Guidelines."}),
        ("open", {"Guidelines.", "Submit below.", "Dear all,"}),
        ("extended", {"Guidelines.", "Submit below."}),
        ("closed", {"Told soon."}),
        ("past", set()),
    ],
)
def test_a_paragraph_stands_there_in_its_phases(tmp_path: Path, phase: str, said: set[str]) -> None:
    text = "".join(shown(tmp_path, call=CALL, phase=phase).values())
    assert {each for each in ("Guidelines.", "Submit below.", "Told soon.", "Dear all,") if each in text} == said


def test_a_banner_stands_above_all_else(tmp_path: Path) -> None:
    pages = shown(tmp_path, banner=[{"when": "past", "text": "It was nice."}, "Welcome at the top."])
    assert pages["page/2017/README.md"].splitlines()[2] == "Welcome at the top."
    assert "It was nice." not in "".join(pages.values())


@pytest.mark.parametrize("place", ["pitch", "banner"])
def test_a_phase_that_does_not_exist_is_told(tmp_path: Path, place: str) -> None:
    keys: dict[str, Any] = {place: [{"when": "opened", "text": "x"}]}
    record = write_record(tmp_path, **keys)
    result = run("validate", record)
    assert result.exit_code == 1
    assert 'did you mean `"open"`?' in result.stdout


def test_a_list_that_says_nothing_in_a_phase_is_noted(tmp_path: Path) -> None:
    record = write_record(tmp_path, pitch=[{"when": ["open", "extended"], "text": "Come."}])
    result = run("validate", record)
    assert "DG221" in result.stdout and "`announced`, `closed`, `scheduled` or `past`" in result.stdout


def test_an_invitation_for_the_open_call_is_right_once_it_is_closed(tmp_path: Path) -> None:
    call = {"closes": "TBD", "submit": "https://submit.example/"}
    invites = [{"when": "open", "text": "Please submit your talk by {call.submit}."}, "Welcome."]
    record = write_record(tmp_path, pitch=invites, call=call, phase="closed")
    assert "closed-but-inviting" not in run("validate", record).stdout
    write_record(tmp_path, pitch=["Please submit your talk by {call.submit}."], call=call, phase="closed")
    assert "closed-but-inviting" in run("validate", record).stdout


def test_words_have_their_facts(tmp_path: Path) -> None:
    words = {"closed": "Closed since {call.closes}, see {programme}.", "cancelled": "No {conference.name} for {name}."}
    settings = {**SITE, "words": words}
    links = {"programme": "https://fosdem.org/2017/schedule/"}
    closed = shown(tmp_path, call={**CALL, "closes": "TBD"}, phase="closed", settings=settings, links=links)
    assert "**Closed since TBD, see https://fosdem.org/2017/schedule/.**" in closed["page/2017/README.md"]
    off = shown(tmp_path, call=CALL, phase="cancelled", settings=settings, links=links)
    assert "No FOSDEM for HPC, Big Data, and Data Science." in off["page/2017/README.md"]


def test_an_unknown_placeholder_in_the_words_is_told(tmp_path: Path) -> None:
    record = write_record(tmp_path, settings={"words": {"closed": "Closed at {call.close}."}})
    result = run("validate", record)
    assert result.exit_code == 1
    assert "`{call.close}`" in result.stdout


KINDS = """
[[calls]]
name = "Talks"
closes = 2016-11-10
submit = "https://submit.example/talks"
notes = ["Talks last long."]

[[calls]]
name = "Posters"
closes = 2016-12-10
notified = 2016-12-20
submit = "https://submit.example/posters"
formats = [{ name = "Poster", minutes = 3 }]
"""


def test_each_of_several_calls_stands_where_it_stands(tmp_path: Path) -> None:
    record = write_record(tmp_path, settings=SITE)
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("\n[settings", KINDS + "\n[settings", 1), encoding="utf-8")
    assert render(tmp_path, "--today", "2016-11-20").exit_code == 0
    for name, page in read_tree(tmp_path / "site").items():
        if "submissions.md" in name or "README" in name or "hugo/2017" in name or name.endswith(".txt"):
            assert "https://submit.example/talks" not in page, name
            assert "Talks last long." not in page, name
    page = (tmp_path / "site/page/2017/README.md").read_text(encoding="utf-8")
    assert "### Talks\n\n**The call for participation is closed.**\n\n### Posters\n" in page
    assert "- **Posters: Call for participation closes: Saturday, December 10, 2016**\n" in page
    assert "**[Click here to submit.](https://submit.example/posters)**" in page
    listed = run("list", "--project", tmp_path, "--today", "2016-11-20").stdout
    assert "open" in listed and "2016-12-10" in listed
    closed = run("list", "--project", tmp_path, "--today", "2016-12-11").stdout
    assert "closed" in closed


def test_one_call_and_several_are_one_too_many(tmp_path: Path) -> None:
    record = write_record(tmp_path, call={}, calls=[{"name": "Posters"}])
    assert "two-kinds-of-call" in run("validate", record).stdout


def test_a_placeholder_of_the_one_call_has_nothing_to_show_where_there_are_several(tmp_path: Path) -> None:
    calls = [{"name": "A", "closes": "TBD"}, {"name": "B", "closes": "TBD"}]
    record = write_record(tmp_path, calls=calls, pitch=["By {call.closes}."])
    assert "`{call.closes}` has nothing to show" in run("validate", record).stdout
