"""A text that states nothing is shown only to the rules of words: all others must find nothing in it."""

import re
from datetime import date

import pytest

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.rules.base import PageSubject, Rule
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.registry import prose_rules, rules_of_words
from devroom_gen.text.source import SourceText
from tests import ROOT


@pytest.fixture(scope="module")
def pages() -> list[PageClaims]:
    """Read every paragraph and line of all manuals and READMEs by itself, and keep those that state nothing."""
    read = [(ROOT / name / "README.md").read_text("utf-8") for name in ("", "events", "templates", "devroom_gen/cli")]
    whole = "\n".join([*(rule.CODE.manual for rule in prose_rules()), *read])
    texts = dict.fromkeys(text.strip() for text in [*re.split(r"\n\s*\n", whole), *whole.split("\n")] if text.strip())
    found = [read_claims(SourceText("page.md", text)) for text in texts]
    return [page for page in found if page.states_nothing]


@pytest.fixture(scope="module")
def expected() -> Expected:
    project = Project(ROOT)
    records = Loader(project, date(2018, 11, 1)).load(project.records()).records
    series = [record for record in records if record.file.series == "rust"]
    around = [record.facts for record in series]
    last = series[-1]
    return from_facts(last.event, last.facts, last.edition, last.locate, around)


@pytest.mark.parametrize(
    "rule", [rule for rule in prose_rules() if rule not in rules_of_words()], ids=lambda r: r.CODE.name
)
def test_a_rule_of_claims_finds_nothing_in_mere_words(
    rule: Rule[PageSubject], pages: list[PageClaims], expected: Expected
) -> None:
    assert len(pages) > 500
    for page in pages:
        subject = PageSubject(page=page, expected=expected, pages=[page], memo={}, facts=expected.around[0])
        assert not list(rule.check(subject)), page.text
