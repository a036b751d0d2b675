"""The call for participation, and the topics that it asks for."""

from collections.abc import Mapping

from devroom_gen.facts.model import CallFacts, Item, TopicsFacts, as_link
from devroom_gen.facts.phase import last_day_to_submit
from devroom_gen.facts.when import read_when
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Call, Required, Topic, Topics
from devroom_gen.record.scalars import Prose


def derive_call(call: Call, conference: Conference, year: int, words: Mapping[str, str]) -> CallFacts:
    """Return the call of an edition of one year."""
    home, tbd = conference.zone, words["tbd"]
    closes = read_when(call.closes, tbd, call.zone) if call.closes else None
    return CallFacts(
        opens=read_when(call.opens, tbd) if call.opens else None,
        closes=closes,
        last_day=last_day_to_submit(closes, call.zone or home, home) if closes else None,
        extended=tuple(read_when(each, tbd) for each in call.extended),
        final=call.final,
        submit=as_link(call.submit or conference.link("submit", year)),
        track=call.track,
        lead=call.lead,
        include=tuple(_derive_required(item, words["optional"]) for item in call.include),
        notes=call.notes,
    )


def derive_topics(topics: Topics) -> TopicsFacts:
    """Return what talks may be about."""
    lead = (topics.lead,) if isinstance(topics.lead, str) else topics.lead
    return TopicsFacts(lead=lead, items=tuple(_derive_item(item) for item in topics.items), closing=topics.closing)


def _derive_required(item: Prose | Required, optional: str) -> Item:
    if isinstance(item, str):
        return Item(text=item, items=())
    parts = tuple(Item(text=each, items=()) for each in item.items)
    return Item(text=item.item, items=parts, optional=optional if item.optional else None)


def _derive_item(item: Prose | Topic) -> Item:
    if isinstance(item, str):
        return Item(text=item, items=())
    return Item(text=item.topic, items=tuple(_derive_item(each) for each in item.items))
