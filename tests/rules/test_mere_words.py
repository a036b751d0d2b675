"""Most texts of a record are mere words, which are not read: they state nothing, and every rule would find nothing in them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.claims.extract import read_claims
from devroom_gen.claims.ordinals import _WORDS
from devroom_gen.claims.phrases import _TRIGGERS
from devroom_gen.facts.parts import Name
from devroom_gen.linter.mere_words import may_state, telling_words
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.rules.base import PageSubject
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.prose.other_system import SYSTEMS
from devroom_gen.rules.registry import prose_rules
from devroom_gen.text.source import SourceText
from tests import ROOT

VOCABULARY = st.sampled_from([
    *(trigger for triggers in _TRIGGERS.values() for trigger in triggers), *_WORDS, *SYSTEMS, "Easy Chair", "installment", "installed",
    "last", "stream", "EST", "CEST", "CE", "T", "AT", "at", "example", "to be", "announced", "decided", "Devroom", "devrooms", "Kernel",
    "dev room", "Developer-room", "select the", "held", "online", "see you in", "Brussels", "Code of Conduct", "UTC", "call", "is", "closed",
    "submit a", "code", "Room", "hall", "AW", "January", "may", "Saturday", "x", "XXX", "TODO", "FIXME", "TBD", "tba", "in person", "on the",
    "ULB", "campus", "Ada Lovelace", "organized by", "contact", "first", "second", "edition", "time", "{name}", "{date.long}",
    "[the site]({site})", "[{venue}]({venue.map})", "{name} devroom", "{edition}", "pre-recorded", "virtually",
])  # fmt: skip


@pytest.fixture(scope="module")
def editions() -> list[tuple[frozenset[str], PageSubject]]:
    """Return what some records expect of their prose: one on site whose organisers changed, and one online."""
    project = Project(ROOT)
    loaded = Loader(project, date(2018, 11, 1)).load([file for file in project.records() if file.series == "rust"])
    around = [record.facts for record in loaded.records]
    found = []
    for record in loaded.records:
        facts = record.facts
        for mode in ("on-site", "online"):
            changed = facts._replace(mode=Name(mode))
            expected = from_facts(record.event, changed, record.edition, record.locate, around)
            page = read_claims(SourceText("2018.toml", ""))
            words = telling_words(changed, record.edition.conference, around)
            found.append((words, PageSubject(page, expected, [page], {}, facts=changed)))
    return found


def check(text: str, editions: list[tuple[frozenset[str], PageSubject]]) -> bool:
    """Whether a text is not read for some edition; then it must state nothing, and nothing must be wrong with it."""
    unread = [subject for words, subject in editions if not may_state(text, words)]
    for subject in unread:
        page = read_claims(SourceText("2018.toml", text))
        links = [link for link in page.links if "{" not in link.url]
        claims = (page.dates, page.years, page.ordinals, links, page.names, page.people, page.addresses, page.words)
        assert not any(claims), (text, claims)
        assert not page.flaws
        for rule in prose_rules():
            assert not list(rule.check(subject._replace(page=page, pages=[page], memo={}))), (text, rule.CODE)
    return bool(unread)


@given(
    st.lists(VOCABULARY, min_size=1, max_size=8),
    st.sampled_from([" ", ", ", ". ", "-", ": "]),
    st.booleans(),
)
def test_what_is_not_read_states_nothing(
    editions: list[tuple[frozenset[str], PageSubject]], words: list[str], between: str, is_sentence: bool
) -> None:
    text = between.join(words)
    check(f"{text[0].upper()}{text[1:]}." if is_sentence else text, editions)


@given(st.text("ab Z0,;:.!?'-{}[]()", min_size=1, max_size=16))
def test_marks_that_are_not_read_state_nothing(editions: list[tuple[frozenset[str], PageSubject]], text: str) -> None:
    check(text, editions)


def test_most_lines_of_our_own_texts_are_not_read(editions: list[tuple[frozenset[str], PageSubject]]) -> None:
    read = [(ROOT / name / "README.md").read_text("utf-8") for name in ("", "events", "templates", "devroom_gen/cli")]
    whole = "\n".join([*(rule.CODE.manual for rule in prose_rules()), *read])
    texts = dict.fromkeys(text.strip() for text in [*re.split(r"\n\s*\n", whole), *whole.split("\n")] if text.strip())
    assert sum(check(text, editions) for text in texts) > 100


def test_a_person_who_left_is_found_in_mere_words(editions: list[tuple[frozenset[str], PageSubject]]) -> None:
    words, subject = next(each for each in editions if each[1].expected.before and each[1].expected.organizers)
    expected = subject.expected
    now = {person.text for person in expected.organizers.value} if expected.organizers else set()
    before = {person.text for facts in expected.before for group in facts.organizers for person in group.people} - now
    for name in before:
        assert may_state(f"It is organized by {name} and friends.", words)
