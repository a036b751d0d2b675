"""The call for participation, the topics that it asks for, and all dated steps of an edition."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from operator import itemgetter

from devroom_gen.facts.model import CallFacts, FormatFacts, Item, MailFacts, Milestone, TopicsFacts
from devroom_gen.facts.parts import Link, as_link
from devroom_gen.facts.phase import Phase, deadline_instant, find_zone, last_day_to_submit
from devroom_gen.facts.undecided import if_decided
from devroom_gen.facts.when import Wording, write_hours
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Call, Event, Format, NamedCall, Required, Topic, Topics
from devroom_gen.record.scalars import Paragraphs, PhaseProse, Prose

_ANY_PHASE = Phase("", is_announced=False, is_open=False, is_closed=False, is_scheduled=False, is_past=False)


def derive_call(
    call: Call, conference: Conference, year: int, wording: Wording, *, has_clock: bool = False
) -> CallFacts:
    """Return a call of an edition of one year; its phase and the prose of that phase follow from all dates."""
    home, words = conference.zone, wording.words
    closes = wording.when(call.closes, call.zone) if call.closes else None
    instant = deadline_instant(closes, find_zone(call.zone or home)) if closes and closes.is_known else None
    return CallFacts(
        text=wording.decided(call.name) if isinstance(call, NamedCall) else "",
        phase=_ANY_PHASE,
        opens=wording.when(call.opens) if call.opens else None,
        closes=closes,
        last_day=last_day_to_submit(closes, call.zone or home, home) if closes else None,
        extended=tuple(map(wording.when, call.extended)),
        final=call.final,
        notified=wording.when(call.notified) if call.notified else None,
        clock=_clock_link(instant) if instant and has_clock else None,
        submit=as_link(call.submit or conference.link("submit", year)),
        system=conference.text("system", year),
        how=conference.text("how", year),
        account=conference.text("account", year),
        track=if_decided(call.track),
        lead=(),
        include=tuple(_derive_required(item, words["optional"]) for item in call.include),
        formats=tuple(FormatFacts(each.name, _length(each, words), each.note) for each in call.formats),
        notes=(),
        mail=None,
    )


def in_phase(facts: CallFacts, call: Call, phase: Phase) -> CallFacts:
    """Return a call in a phase, with the prose of that phase."""
    mail = MailFacts(prose_of(call.mail.before, phase), prose_of(call.mail.after, phase)) if call.mail else None
    lead, notes = (_while_open(each, phase) for each in (call.lead, call.notes))
    return facts._replace(phase=phase, lead=prose_of(lead, phase), notes=prose_of(notes, phase), mail=mail)


def _while_open(paragraphs: Paragraphs, phase: Phase) -> Paragraphs:
    """Return the paragraphs of a call that may stand on the page: once it is closed, those that name a phase."""
    return tuple(each for each in paragraphs if isinstance(each, PhaseProse)) if phase.is_closed else paragraphs


def prose_of(paragraphs: Paragraphs, phase: Phase) -> tuple[Prose, ...]:
    """Return the paragraphs that stand on the page in a phase."""
    return tuple(
        each.text if isinstance(each, PhaseProse) else each
        for each in paragraphs
        if not isinstance(each, PhaseProse) or phase.text in each.phases
    )


def _length(kind: Format, words: Mapping[str, str]) -> str:
    length = f"{kind.minutes} {words['minutes']}"
    return f"{length} + {kind.questions} {words['minutes']} {words['questions_of']}" if kind.questions else length


def _clock_link(instant: datetime) -> Link | None:
    """Return a link to a page that shows a moment in the zone of its reader; 1440 stands for UTC there."""
    try:
        shown = instant.astimezone(UTC)
    except OverflowError:
        return None
    return Link(f"https://www.timeanddate.com/worldclock/fixedtime.html?iso={shown:%Y%m%dT%H%M}&p1=1440")


def derive_topics(topics: Topics, phase: Phase) -> TopicsFacts:
    """Return what talks may be about."""
    lead = (topics.lead,) if isinstance(topics.lead, str) else topics.lead
    items = tuple(map(_derive_item, topics.items))
    return TopicsFacts(lead=prose_of(lead, phase), items=items, closing=prose_of(topics.closing, phase))


def _derive_required(item: Prose | Required, optional: str) -> Item:
    if isinstance(item, str):
        return Item(item)
    return Item(item.item, tuple(map(Item, item.items)), optional if item.optional else None)


def _derive_item(item: Prose | Topic) -> Item:
    return Item(item) if isinstance(item, str) else Item(item.topic, tuple(map(_derive_item, item.items)))


def derive_milestones(
    event: Event, calls: Iterable[CallFacts], room: str | None, wording: Wording
) -> Iterator[Milestone]:
    """Return all dated steps in the order of their days; one whose day is not known stands where it is to be expected."""
    words, tbd = wording.words, wording.tbd
    usual = [step for call in calls for step in _steps_of(call, words)]
    if event.schedule:
        usual.append(Milestone(text=words["schedule"], date=wording.when(event.schedule)))
    own = [
        Milestone(text=each.label, date=wording.when(each.date), note=each.note, is_tentative=each.tentative)
        for each in event.milestones
    ]
    date_of_event = wording.when(event.date)
    day = Milestone(
        text=words["event"],
        date=date_of_event,
        hours=write_hours(event.hours, wording, date_of_event.days),
        room=None if room == tbd else room,
        is_main=True,
        is_event=True,
    )
    last = day.date.days[0] if day.date.days else date.max
    steps = [*_sortable(usual, date.min, last), *_sortable(own, last, last), (last, day)]
    yield from (step for _, step in sorted(steps, key=itemgetter(0)))


def _steps_of(call: CallFacts, words: Mapping[str, str]) -> Iterator[Milestone]:
    """Return the steps of a call: it opens, it closes, its speakers are told."""
    name = f"{call.text}: " if call.text else ""
    if call.opens:
        yield Milestone(text=name + words["call_opens"], date=call.opens)
    if call.closes:
        label, shown = name + words["call_closes"], call.closes
        yield Milestone(label, shown, was=call.extended, is_final=call.final, is_main=True, clock=call.clock)
    if call.notified:
        yield Milestone(text=name + words["notified"], date=call.notified)


def _sortable(steps: Iterable[Milestone], first: date, last: date) -> Iterator[tuple[date, Milestone]]:
    """Return steps with the day by which each is sorted; where it is not known, that of the one before, but not after the last."""
    before = first
    for step in steps:
        before = step.date.days[0] if step.date.days else min(before, last)
        yield before, step
