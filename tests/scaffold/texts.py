"""Rolls a text as `new` does, with no file on the disk."""

import tomllib
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from devroom_gen.facts.derive import Edition, derive
from devroom_gen.project.builtin import CONFERENCES, DEFAULTS
from devroom_gen.project.loader import merge_settings
from devroom_gen.record.conference import Conference, InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.validation import shape
from devroom_gen.scaffold.checklist import Question, list_questions
from devroom_gen.scaffold.roll_forward import Old, Roll
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse

HEAD = 'name = "Rust"\nyear = 2017\ndate = 2017-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n'


def read(text: str) -> Old:
    """Read a record of FOSDEM, or of the conference that it states."""
    document, found = parse(SourceText("events/2017.toml", text))
    assert document is not None, found
    event, found = shape(document, Event)
    assert event is not None, [each.message for each in found]
    edition = Edition(id="2017", number=event.edition or 2, conference=conference_of(event), settings=_SETTINGS)
    return Old(document=document, event=event, facts=derive(event, edition, date(2017, 1, 1)))


def conference_of(event: Event) -> Conference:
    return event.conference.in_year(event.year) if isinstance(event.conference, InlineConference) else FOSDEM


def roll(text: str, year: int = 2018) -> str:
    """Roll a text and make sure that the result is a record."""
    return roll_and_ask(text, year)[0]


def roll_and_ask(text: str, year: int = 2018, day: date | None = None) -> tuple[str, list[Question]]:
    """Roll a text and list what is left to decide."""
    old = read(text)
    step = Roll(old, conference_of(old.event), year, day)
    rolled = step.run()
    new = read(rolled)
    assert new.event.year == year
    return rolled, list_questions(old, step, new.document, new.event)


M = TypeVar("M", bound=BaseModel)


def _load(path: Path, model: type[M]) -> M:
    document, _ = parse(SourceText(path.name, path.read_text(encoding="utf-8")))
    assert document is not None
    return model.model_validate(document.values)


FOSDEM = _load(CONFERENCES / "fosdem.toml", Conference)
_SETTINGS = merge_settings([tomllib.loads(DEFAULTS.read_text(encoding="utf-8"))])
