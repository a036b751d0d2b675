"""The hours contradict the days, the formats of talks or a text.

Where each day has its own hours, there are as many of them as days. A talk is not longer than the day. A text that
promises a full day, or a half one, promises what the hours say.

Fails, as `events/2018.toml` with:
    date = [2018-02-03, 2018-02-04]
    hours = ["10:30-18:00", "09:00-17:00", "morning"]
Passes, as `events/2018.toml` with:
    date = [2018-02-03, 2018-02-04]
    hours = ["10:30-18:00", "09:00-17:00"]
"""

import re
from collections.abc import Iterable

from devroom_gen.record.dates import Hours
from devroom_gen.record.scalars import Prose
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG218", "hours-unlike-days", Severity.ERROR, __doc__)

_HALF = 5 * 60
"""Minutes that are half a day at most."""
_PROMISES = re.compile(r"\b(?P<full>(?:full|whole)[- ]day)\b|\bhalf(?: a)?[- ]day\b", re.IGNORECASE)


def check(subject: RecordSubject) -> Findings:
    hours, days = subject.event.hours, subject.facts.date.days
    if isinstance(hours, tuple) and subject.facts.date.is_known and len(hours) != len(days):
        message = f"hours of {len(hours)} days are stated, but the event has {len(days)}"
        help_text = "write the hours of each day, or one for all" if len(days) > 1 else "write the hours of the one day"
        yield Finding(subject.at(("hours",)), message, help=help_text)
        return
    listed = hours if isinstance(hours, tuple) else (hours,)
    yield from _check_formats(subject, listed)
    if subject.may_state("day"):
        yield from _check_promises(subject, listed)


def _check_formats(subject: RecordSubject, hours: Iterable[object]) -> Findings:
    longest = max((each.minutes if isinstance(each, Hours) else 1440 for each in hours), default=1440)
    for path, call in subject.event.all_calls:
        for number, kind in enumerate(call.formats):
            minutes = kind.minutes + (kind.questions or 0)
            if minutes > longest:
                message = f"a slot of {minutes} minutes is longer than the day, which has {longest}"
                yield Finding(subject.at((*path, "formats", number)), message, severity=Severity.WARNING)


def _check_promises(subject: RecordSubject, hours: tuple[object, ...]) -> Findings:
    is_half = {_is_half(each) for each in hours}
    if len(hours) > 1 or None in is_half:
        return
    for path, text in subject.values:
        match = _PROMISES.search(text) if type(text) is Prose and path[0] == "pitch" else None
        if match and bool(match["full"]) in is_half:
            message = f"`{match.group()}`, but the hours are {subject.facts.hours}"
            help_text = "write what is true, or `{hours}`"
            yield Finding(subject.at(path, match.span()), message, help=help_text, severity=Severity.WARNING)


def _is_half(hours: object) -> bool | None:
    if isinstance(hours, Hours):
        return hours.minutes <= _HALF
    return {"full day": False, "morning": True, "afternoon": True}.get(str(hours))
