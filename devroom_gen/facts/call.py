"""The call for participation, the topics that it asks for, and all dated steps of an edition."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter

from devroom_gen.facts.model import CallFacts, Item, Milestone, TopicsFacts, as_link
from devroom_gen.facts.phase import last_day_to_submit
from devroom_gen.facts.undecided import if_decided
from devroom_gen.facts.when import read_when, write_hours
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Call, Event, Required, Topic, Topics
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
        track=if_decided(call.track),
        lead=call.lead,
        include=tuple(_derive_required(item, words["optional"]) for item in call.include),
        notes=call.notes,
    )


def derive_topics(topics: Topics) -> TopicsFacts:
    """Return what talks may be about."""
    lead = (topics.lead,) if isinstance(topics.lead, str) else topics.lead
    return TopicsFacts(lead=lead, items=tuple(map(_derive_item, topics.items)), closing=topics.closing)


def _derive_required(item: Prose | Required, optional: str) -> Item:
    if isinstance(item, str):
        return Item(item)
    return Item(item.item, tuple(map(Item, item.items)), optional if item.optional else None)


def _derive_item(item: Prose | Topic) -> Item:
    return Item(item) if isinstance(item, str) else Item(item.topic, tuple(map(_derive_item, item.items)))


def derive_milestones(
    event: Event, call: CallFacts | None, room: str | None, words: Mapping[str, str]
) -> Iterator[Milestone]:
    """Return all dated steps in the order of their days; one whose day is not known stands where it is to be expected."""
    tbd = words["tbd"]
    usual: list[Milestone] = []
    if call and call.opens:
        usual.append(Milestone(text=words["call_opens"], date=call.opens))
    if call and call.closes:
        label, is_final = words["call_closes"], call.final
        usual.append(Milestone(text=label, date=call.closes, was=call.extended, is_final=is_final, is_main=True))
    if event.schedule:
        usual.append(Milestone(text=words["schedule"], date=read_when(event.schedule, tbd)))
    own = [
        Milestone(text=each.label, date=read_when(each.date, tbd), note=each.note, is_tentative=each.tentative)
        for each in event.milestones
    ]
    day = Milestone(
        text=words["event"],
        date=read_when(event.date, tbd),
        hours=write_hours(event.hours, tbd),
        room=None if room == tbd else room,
        is_main=True,
        is_event=True,
    )
    last = day.date.days[0] if day.date.days else date.max
    steps = [*_sortable(usual, date.min, last), *_sortable(own, last, last), (last, day)]
    yield from (step for _, step in sorted(steps, key=itemgetter(0)))


def _sortable(steps: Iterable[Milestone], first: date, last: date) -> Iterator[tuple[date, Milestone]]:
    """Return steps with the day by which each is sorted; where it is not known, that of the one before, but not after the last."""
    before = first
    for step in steps:
        before = step.date.days[0] if step.date.days else min(before, last)
        yield before, step
