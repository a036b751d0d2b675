"""A text that states nothing is shown only to the rules of words: all others must find nothing in it."""

import re
from datetime import date

import pytest

from devroom_gen.claims.extract import Reading, read_claims
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.rules.base import PageSubject
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.prose import CLAIM_RULES, RULES_OF_WORDS, ClaimRule
from devroom_gen.text.source import SourceText
from tests import ROOT


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Read every paragraph and line of all manuals and READMEs by itself, and keep those that state nothing."""
    pages = [(ROOT / name / "README.md").read_text("utf-8") for name in ("", "events", "templates", "devroom_gen/cli")]
    whole = "\n".join([*(rule.CODE.manual for rule in CLAIM_RULES), *pages])
    texts = dict.fromkeys(text.strip() for text in [*re.split(r"\n\s*\n", whole), *whole.split("\n")] if text.strip())
    found = [read_claims(SourceText("page.md", text)) for text in texts]
    return [reading for reading in found if reading.states_nothing]


@pytest.fixture(scope="module")
def expected() -> Expected:
    project = Project(ROOT)
    records = Loader(project, date(2018, 11, 1)).load(project.records())
    series = [record for record in records if record.file.series == "rust"]
    around = [record.facts for record in series if record.facts]
    last = series[-1]
    assert last.event
    assert last.facts
    assert last.edition
    return from_facts(last.event, last.facts, last.edition, last.locate, around)


@pytest.mark.parametrize(
    "rule", [rule for rule in CLAIM_RULES if rule not in RULES_OF_WORDS], ids=lambda r: r.CODE.name
)
def test_a_rule_of_claims_finds_nothing_in_mere_words(
    rule: ClaimRule, readings: list[Reading], expected: Expected
) -> None:
    assert len(readings) > 500
    for reading in readings:
        subject = PageSubject(reading=reading, expected=expected, pages=[reading], memo={}, facts=expected.around[0])
        assert not list(rule.judge(subject)), reading.source.text
