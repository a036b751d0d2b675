"""A fact is written once: where it is changed in the record, nothing of the old one is left on any page."""

import copy
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from devroom_gen.record.event import Event
from devroom_gen.record.fields import Table, tables
from devroom_gen.record.settings import Settings
from devroom_gen.record.walk import find_values
from devroom_gen.text.english import MONTHS
from tests.sites import read_tree, render

TARGETS = ["singlepaged", "page", "hugo"]
POSTS = "singlepaged/2018/_posts/2015-01-0"
INTRO, TOPICS, SUBMISSION = f"{POSTS}1-intro.md", f"{POSTS}2-topics.md", f"{POSTS}3-submissions.md"
DATES, PEOPLE, OWN = f"{POSTS}4-dates.md", f"{POSTS}5-organizers.md", f"{POSTS}6-travel.md"
CALL, DATA = "singlepaged/2018/call-for-participation.txt", "singlepaged/2018/_data/devroom.yml"
PAGE, HUGO, INDEX, LIST = "page/2018/README.md", "hugo/2018/index.md", "page/README.md", "hugo/_index.md"
BOTH, ALL_LISTS = {PAGE, HUGO}, {INDEX, LIST}

RECORD: dict[str, Any] = {
    "name": "Zname",
    "date": date(2018, 2, 4),
    "hours": "09:12-17:34",
    "schedule": date(2017, 12, 13),
    "edition": 37,
    "venue": {"name": "Zvenue", "room": "Zroom", "city": "Zcity", "country": "Zcountry", "map": "https://zmap.example/"},
    "pitch": ["Zpitch, the {edition} edition of {name} at {conference}, in {venue.room} of [{venue}]({venue.map}) in {city}.",
              "{conference.about} {conference.recording} {conference.schedule}"],
    "conference": {
        "name": "Zconf", "short": "Zshort", "url": "https://zconf.example/", "days": [date(2018, 2, 4)],
        "code_of_conduct": "https://zconduct.example/", "schedule": "https://zexport.example/", "about": "Zabout.",
        "system": "Zsystem.", "how": "Zhow.", "account": "Zaccount.", "recording": "Zrecording.",
    },
    "call": {
        "opens": date(2017, 10, 11), "closes": date(2017, 11, 29), "extended": [date(2017, 11, 18)], "submit": "https://zsubmit.example/",
        "track": "Ztrack", "lead": ["Zlead.", "{call.system} {call.how} {call.account}"], "include": ["Zitem", {"item": "Zother", "items": ["Zpart"]}], "notes": ["Znote."],
        "notified": date(2017, 12, 7), "formats": [{"name": "Ztalk", "minutes": 47, "questions": 13, "note": "Zhint."}],
        "mail": {"before": ["Zgreeting."], "after": ["Zfarewell."]},
    },
    "banner": ["Zbanner.", {"when": ["open", "extended"], "text": "Zwhile."}],
    "milestones": [{"label": "Zlabel", "date": date(2018, 1, 27), "note": "Zremark."}],
    "topics": {"lead": "Zlead-in:", "items": ["Ztopic", {"topic": "Zwide", "items": ["Znarrow"]}], "closing": ["Zclosing."]},
    "organizers": [
        {"name": "Zperson", "affiliation": "Zgroup", "note": "Zchair",
         "url": ["https://zperson.example/", "https://zsecond.example/", {"label": "Zmasto", "url": "https://zthird.example/"}],
         "affiliation_url": "https://zgroup.example/"},
        {"name": "Zhelper", "group": "Zvolunteers"}, {"group": "Zvolunteers", "note": "Zsought."},
    ],
    "sponsors": [{"name": "Zsponsor", "url": "https://zsponsor.example/"}],
    "links": {
        "contact": ["zcontact@example.org", "https://zquestions.example/"], "programme": "https://zprogramme.example/",
        "repository": "https://zrepo.example/", "forum": "https://zforum.example/", "chat": "https://zchat.example/",
        "site": "https://zsite.example/",
    },
    "settings": {
        "targets": TARGETS,
        "sections": ["intro", "topics", "submission", "dates", "organizers", "travel"],
        "section": {"travel": {"title": "Ztravel", "text": ["Zway."]}, "dates": {"note": ["Zbelow."]}},
        "logo": {"src": "zlogo.png", "alt": "Zalt"},
    },
}  # fmt: skip
CHANGE = {"to": "postponed", "on": date(2017, 11, 9), "text": "Zreason."}
OPEN, OVER = "2017-11-20", "2018-03-01"


def pages(root: Path, record: dict[str, Any], today: str, year: int = 2018) -> dict[str, str]:
    (root / "events").mkdir(parents=True)
    (root / f"events/{year}.toml").write_text(tomli_w.dumps({**record, "year": year}), encoding="utf-8")
    (root / "events/settings.toml").write_text('targets = ["singlepaged", "page", "hugo"]\n')
    result = render(root, "--today", today)
    assert result.exit_code == 0, result.output
    return {name: text for name, text in read_tree(root / "site").items() if not name.startswith(".")}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the record as it is, while its call is open."""
    return pages(tmp_path_factory.mktemp("before") / "project", RECORD, OPEN)


def changed(path: str, new: Any) -> dict[str, Any]:
    """Return the record with one value changed; a part of a path is a key, or the place in a list."""
    record = copy.deepcopy(RECORD)
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    reduce(lambda table, part: table[part], above, record)[last] = new  # type: ignore[index]
    return record


EVERYWHERE = {INTRO, CALL, DATA, PAGE, HUGO, INDEX, LIST}


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        ("name", "Zname", "Yname", EVERYWHERE),
        ("hours", "09:12-17:34", "09:56-17:43", {DATES, CALL, *BOTH}),
        ("venue.name", "Zvenue", "Yvenue", {INTRO, CALL, *BOTH}),
        ("venue.room", "Zroom", "Yroom", {INTRO, DATES, CALL, *BOTH}),
        ("venue.city", "Zcity", "Ycity", {INTRO, CALL, *BOTH, *ALL_LISTS}),
        ("venue.country", "Zcountry", "Ycountry", {INTRO, CALL, *BOTH, *ALL_LISTS}),
        ("venue.map", "https://zmap.example/", "https://ymap.example/", {INTRO, CALL, *BOTH}),
        ("conference.name", "Zconf", "Yconf", {INTRO, CALL, *BOTH}),
        ("conference.short", "Zshort", "Yshort", EVERYWHERE),
        ("conference.url", "https://zconf.example/", "https://yconf.example/", {INTRO}),
        ("conference.code_of_conduct", "https://zconduct.example/", "https://yconduct.example/", {PEOPLE, CALL, *BOTH}),
        *((f"conference.{key}", f"Z{key}.", f"Y{key}.", {INTRO, CALL, *BOTH}) for key in ("about", "recording")),
        *(
            (f"conference.{key}", f"Z{key}.", f"Y{key}.", {SUBMISSION, CALL, *BOTH})
            for key in ("system", "how", "account")
        ),
        ("conference.schedule", "https://zexport.example/", "https://yexport.example/", {INTRO, CALL, *BOTH}),
        ("call.submit", "https://zsubmit.example/", "https://ysubmit.example/", {SUBMISSION, CALL, *BOTH}),
        ("call.track", "Ztrack", "Ytrack", {SUBMISSION, CALL, *BOTH}),
        ("call.lead.0", "Zlead.", "Ylead.", {SUBMISSION, CALL, *BOTH}),
        ("call.include.0", "Zitem", "Yitem", {SUBMISSION, CALL, *BOTH}),
        ("call.include.1.item", "Zother", "Yother", {SUBMISSION, CALL, *BOTH}),
        ("call.include.1.items.0", "Zpart", "Ypart", {SUBMISSION, CALL, *BOTH}),
        ("call.notes.0", "Znote.", "Ynote.", {SUBMISSION, CALL, *BOTH}),
        ("call.formats.0.name", "Ztalk", "Ytalk", {SUBMISSION, CALL, *BOTH}),
        ("call.formats.0.note", "Zhint.", "Yhint.", {SUBMISSION, CALL, *BOTH}),
        ("call.mail.before.0", "Zgreeting.", "Ygreeting.", {CALL}),
        ("call.mail.after.0", "Zfarewell.", "Yfarewell.", {CALL}),
        ("banner.0", "Zbanner.", "Ybanner.", {INTRO, CALL, *BOTH}),
        ("banner.1.text", "Zwhile.", "Ywhile.", {INTRO, CALL, *BOTH}),
        ("milestones.0.label", "Zlabel", "Ylabel", {DATES, CALL, *BOTH}),
        ("milestones.0.note", "Zremark.", "Yremark.", {DATES, CALL, *BOTH}),
        ("topics.lead", "Zlead-in:", "Ylead-in:", {TOPICS, CALL, *BOTH}),
        ("topics.items.0", "Ztopic", "Ytopic", {TOPICS, CALL, *BOTH}),
        ("topics.items.1.topic", "Zwide", "Ywide", {TOPICS, CALL, *BOTH}),
        ("topics.items.1.items.0", "Znarrow", "Ynarrow", {TOPICS, CALL, *BOTH}),
        ("topics.closing.0", "Zclosing.", "Yclosing.", {TOPICS, CALL, *BOTH}),
        ("organizers.0.name", "Zperson", "Yperson", {PEOPLE, CALL, *BOTH}),
        ("organizers.0.url.0", "https://zperson.example/", "https://yperson.example/", {PEOPLE, *BOTH}),
        ("organizers.0.url.1", "https://zsecond.example/", "https://ysecond.example/", {PEOPLE, *BOTH}),
        ("organizers.0.url.2.label", "Zmasto", "Ymasto", {PEOPLE, *BOTH}),
        ("organizers.0.url.2.url", "https://zthird.example/", "https://ythird.example/", {PEOPLE, *BOTH}),
        ("organizers.0.note", "Zchair", "Ychair", {PEOPLE, CALL, *BOTH}),
        ("organizers.2.note", "Zsought.", "Ysought.", {PEOPLE, CALL, *BOTH}),
        ("organizers.0.affiliation", "Zgroup", "Ygroup", {PEOPLE, CALL, *BOTH}),
        ("organizers.0.affiliation_url", "https://zgroup.example/", "https://ygroup.example/", {PEOPLE, *BOTH}),
        ("organizers.1.name", "Zhelper", "Yhelper", {PEOPLE, CALL, *BOTH}),
        ("sponsors.0.name", "Zsponsor", "Ysponsor", {PEOPLE, CALL, *BOTH}),
        ("sponsors.0.url", "https://zsponsor.example/", "https://ysponsor.example/", {PEOPLE, CALL, *BOTH}),
        ("links.contact.0", "zcontact", "ycontact", {SUBMISSION, CALL, DATA, *BOTH}),
        ("links.contact.1", "https://zquestions.example/", "https://yquestions.example/", {SUBMISSION, CALL, *BOTH}),
        ("links.forum", "https://zforum.example/", "https://yforum.example/", {SUBMISSION, CALL, *BOTH}),
        ("links.chat", "https://zchat.example/", "https://ychat.example/", {SUBMISSION, CALL, *BOTH}),
        ("links.site", "https://zsite.example/", "https://ysite.example/", {CALL}),
        ("links.repository", "https://zrepo.example/", "https://yrepo.example/", {DATA}),
        ("links.programme", "https://zprogramme.example/", "https://yprogramme.example/", {DATA}),
        ("settings.section.travel.title", "Ztravel", "Ytravel", {OWN, CALL, *BOTH}),
        ("settings.section.travel.text.0", "Zway.", "Yway.", {OWN, CALL, *BOTH}),
        ("settings.section.dates.note.0", "Zbelow.", "Ybelow.", {DATES, CALL, *BOTH}),
        ("settings.logo.src", "zlogo.png", "ylogo.png", {INTRO}),
        ("settings.logo.alt", "Zalt", "Yalt", {INTRO}),
    ],
)
def test_a_changed_text_changes_wherever_it_belongs(
    tmp_path: Path, before: dict[str, str], path: str, old: str, new: str, where: set[str]
) -> None:
    after = pages(tmp_path / "after", changed(path, new + "@example.org" if path == "links.contact.0" else new), OPEN)
    assert {name for name, text in before.items() if old in text} == where
    assert after == {name: text.replace(old, new) for name, text in before.items()}


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        ("date", "2018-02-04", "2018-03-08", {INTRO, DATES, CALL, DATA, *BOTH, *ALL_LISTS}),
        ("schedule", "2017-12-13", "2018-01-09", {DATES, CALL, *BOTH}),
        ("call.opens", "2017-10-11", "2017-09-07", {DATES, CALL, *BOTH}),
        ("call.closes", "2017-11-29", "2017-12-05", {DATES, CALL, DATA, *BOTH, *ALL_LISTS}),
        ("call.notified", "2017-12-07", "2017-12-08", {DATES, CALL, *BOTH}),
        ("call.extended.0", "2017-11-18", "2017-11-16", {DATES, CALL, *BOTH}),
        ("milestones.0.date", "2018-01-27", "2018-01-26", {DATES, CALL, *BOTH}),
    ],
)
def test_a_changed_day_changes_wherever_it_belongs(
    tmp_path: Path, before: dict[str, str], path: str, old: str, new: str, where: set[str]
) -> None:
    record = changed(path, date.fromisoformat(new))
    if path == "date":
        record["conference"]["days"] = [date.fromisoformat(new)]
    after = pages(tmp_path / "after", record, OPEN)
    assert {name for name, text in before.items() if _says(text, old)} == where
    assert {name for name, text in after.items() if _says(text, old)} == set()
    assert {name for name, text in after.items() if _says(text, new)} == where


def _says(text: str, day: str) -> bool:
    year, month, number = (int(part) for part in day.split("-"))
    return day in text or f"{MONTHS[month - 1]} {number}, {year}" in text


@pytest.mark.parametrize(
    ("to", "said"),
    [("cancelled", "is cancelled."), ("postponed", "is postponed."), ("online", "takes place online.")],
)
def test_what_became_of_an_edition_stands_on_every_page(tmp_path: Path, to: str, said: str) -> None:
    found = pages(tmp_path / "after", {**RECORD, "change": CHANGE | {"to": to}}, OPEN)
    assert {name for name, text in found.items() if f"This edition {said}" in text} >= {INTRO, CALL, *BOTH, *ALL_LISTS}
    sentence = f"**This edition {said}** (November 9, 2017) Zreason.\n"
    assert {name for name, text in found.items() if sentence in text} == {INTRO, *BOTH}
    assert f"This edition {said} (November 9, 2017) Zreason.\n" in found[CALL]
    has_button = {name for name, text in found.items() if "https://zsubmit.example/" in text}
    assert has_button == (set() if to != "online" else {SUBMISSION, CALL, *BOTH})


@pytest.mark.parametrize(("key", "old", "new"), [("minutes", "47", "53"), ("questions", "13", "17")])
def test_a_changed_length_changes_wherever_it_belongs(
    tmp_path: Path, before: dict[str, str], key: str, old: str, new: str
) -> None:
    after = pages(tmp_path / "after", changed(f"call.formats.0.{key}", int(new)), OPEN)
    where = {name for name, text in before.items() if f"{old} minutes" in text}
    assert where == {SUBMISSION, CALL, *BOTH}
    assert after == {name: text.replace(f"{old} minutes", f"{new} minutes") for name, text in before.items()}


def test_every_key_of_a_record_is_tried_here() -> None:
    whole = {**RECORD, "year": 2018, "change": CHANGE}
    stated = {key for path, _ in find_values(Event.model_validate(whole)) for key in path}
    models = {Event} | {table for field in Event.model_fields.values() for table in _below(field.annotation)}
    known = {name for model in models if model not in (Settings, *_below(Settings)) for name in model.model_fields}
    elsewhere = {"year", "hours", "mode", "title", "phase", "zone", "final", "tentative", "optional", "settings"}
    elsewhere |= {"calls", "either", "month", "from", "to", "start", "end", "days", "date"}
    assert known - stated - elsewhere == set()


def _below(annotation: Any) -> set[Table]:
    """Return the tables of a type, and those below them."""
    found: set[Table] = set()
    queue = [*tables(annotation)]
    while queue:
        table = queue.pop()
        if table not in found:
            found.add(table)
            queue += [each for field in table.model_fields.values() for each in tables(field.annotation)]
    return found


def test_earlier_editions_are_named_from_their_records(tmp_path: Path) -> None:
    old = {**RECORD, "year": 2017, "edition": 36, "date": date(2017, 2, 5), "links": {"site": "https://zold.example/"}}
    for key in ("call", "milestones", "schedule", "conference", "settings"):
        old.pop(key)
    sections = {"targets": TARGETS, "sections": ["intro", "submission", "editions"]}
    (tmp_path / "events").mkdir()
    (tmp_path / "events/2017.toml").write_text(tomli_w.dumps(old), encoding="utf-8")
    (tmp_path / "events/2018.toml").write_text(tomli_w.dumps({**RECORD, "year": 2018, "settings": sections}))
    result = render(tmp_path, "--today", OPEN)
    assert result.exit_code == 0, result.output
    found = read_tree(tmp_path / "site")
    where = {name for name, text in found.items() if "https://zold.example/" in text and "/2018/" in name}
    assert where == {"singlepaged/2018/_posts/2015-01-03-editions.md", CALL, *BOTH}
    assert "- [Zconf 2017](https://zold.example/)\n" in found[PAGE]


def test_the_number_of_the_edition_changes_in_every_form(tmp_path: Path, before: dict[str, str]) -> None:
    after = pages(tmp_path / "after", changed("edition", 92), OPEN)
    assert {name for name, text in before.items() if "37th" in text} == {INTRO, CALL, *BOTH}
    assert after == {name: text.replace("37th", "92nd") for name, text in before.items()}


def test_the_programme_is_linked_wherever_the_call_was(tmp_path: Path) -> None:
    link = "https://zprogramme.example/"
    for today in ("2017-12-20", OVER):
        found = pages(tmp_path / today, RECORD, today)
        assert {name for name, text in found.items() if link in text} == {SUBMISSION, CALL, DATA, *BOTH}
        assert not any("https://zsubmit.example/" in text for text in found.values())


def test_the_year_changes_in_every_form(tmp_path: Path) -> None:
    """All of the year's own derives from one number: title, conference, submission, code of conduct."""
    record = copy.deepcopy(RECORD)
    del record["conference"], record["call"]["submit"], record["venue"]["room"]
    record["pitch"] = ["Come to [{conference}]({conference.url}), {conference.short}, {year}."]
    record["call"] |= {"opens": "TBD", "closes": "TBD", "extended": []}
    record |= {"date": "TBD", "schedule": "TBD", "milestones": [], "phase": "open"}
    site = pages(tmp_path / "project", {**record, "hours": "TBD"}, OPEN, 2031)
    assert not any("2018" in name + text or "18" in text for name, text in site.items())
    page = site["page/2031/README.md"]
    assert "# FOSDEM'31 Zname Devroom" in page
    assert "[FOSDEM 2031](https://fosdem.org/2031/), FOSDEM&#39;31, 2031." in page
    assert "https://pretalx.fosdem.org/fosdem-2031/cfp" in page
    assert "https://fosdem.org/2031/practical/conduct/" in page
