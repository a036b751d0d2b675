"""All dated steps of an edition, in their order."""

from collections.abc import Iterator, Mapping
from datetime import date

from devroom_gen.facts.model import CallFacts, Milestone
from devroom_gen.facts.when import read_when
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Hours


def derive_milestones(
    event: Event, call: CallFacts | None, room: str | None, words: Mapping[str, str]
) -> Iterator[Milestone]:
    """Return all dated steps: the call, the schedule, the record's own in the order of their days, the day itself."""
    if call and call.opens:
        yield Milestone(text=words["call_opens"], date=call.opens)
    if call and call.closes:
        yield Milestone(
            text=words["call_closes"], date=call.closes, was=call.extended, is_final=call.final, is_main=True
        )
    tbd = words["tbd"]
    if event.schedule:
        yield Milestone(text=words["schedule"], date=read_when(event.schedule, tbd))
    own = [
        Milestone(text=each.label, date=read_when(each.date, tbd), note=each.note, is_tentative=each.tentative)
        for each in event.milestones
    ]
    yield from sorted(own, key=lambda each: each.date.days[:1] or (date.max,))
    yield Milestone(
        text=words["event"],
        date=read_when(event.date, tbd),
        hours=write_hours(event.hours, tbd),
        room=None if room == tbd else room,
        is_main=True,
    )


def write_hours(hours: Hours | str | None, tbd: str) -> str | None:
    """Write the hours of the day; None where none are stated."""
    if isinstance(hours, Hours):
        return f"{hours.start:%H:%M}-{hours.end:%H:%M}"
    return tbd if hours == "TBD" else hours
