"""Dates of one edition contradict each other: a call that closes before it opens, a deadline after the event.

The call opens, closes, and then comes the event. After an extension the earlier deadlines stand in `extended`,
oldest first, and the one that counts stands in `closes`.

Fails, as `events/2018.toml` with:
    [call]
    opens = 2017-10-13
    closes = 2017-10-03
Passes, as `events/2018.toml` with:
    [call]
    opens = 2017-10-13
    closes = 2017-11-24
"""

from itertools import pairwise
from typing import TypeAlias

from devroom_gen.facts.when import When
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Related, Severity
from devroom_gen.toml.values import KeyPath

Steps: TypeAlias = list[tuple[KeyPath, str, When | None]]
CODE = Code("DG205", "milestones-out-of-order", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    event = (("date",), "the event", subject.facts.date)
    schedule = (("schedule",), "the schedule is published", subject.facts.schedule)
    for path, call in subject.calls:
        steps: Steps = [
            ((*path, "opens"), "the call opens", call.opens),
            *(((*path, "extended", index), "an earlier deadline", when) for index, when in enumerate(call.extended)),
            ((*path, "closes"), "the call closes", call.closes),
            ((*path, "notified"), "speakers are told", call.notified),
        ]
        yield from _check_order(
            subject, [*steps, schedule, event] if len(subject.facts.calls) == 1 else [*steps, event]
        )
    if len(subject.facts.calls) != 1:
        yield from _check_order(subject, [schedule, event])


def _check_order(subject: RecordSubject, steps: Steps) -> Findings:
    known = [(path, label, when) for path, label, when in steps if when and when.days]
    for (before, before_label, earlier), (path, label, later) in pairwise(known):
        first = later.days[-1 if later.is_either else 0]
        if first < earlier.days[0 if earlier.is_either else -1] or (
            later.days == earlier.days and "extended" in before
        ):
            at, other = subject.at(path), Related(subject.at(before), before_label)
            message = f"{label} on {later.short}, which is not after {before_label} ({earlier.short})"
            if path == ("date",):  # the day of the event is the last to be wrong
                at, other = subject.at(before), Related(at, label)
                message = f"{before_label} on {earlier.short}, after the event on {later.short}"
            help_text = "put the dates in their order: opens, earlier deadlines, closes, notified, schedule, event"
            yield Finding(at, message, help=help_text, related=(other,))
