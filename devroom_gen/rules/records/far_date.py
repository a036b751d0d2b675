"""A date of the call, the schedule or a milestone lies more than a year from the event.

Everything around an edition happens in the months before it. A date further away was kept from another edition, or
its year is mistyped: the call for an event in February closes in the year before, but not two years before.

Fails, as `events/2018.toml` with:
    [call]
    closes = 2016-11-24
Passes, as `events/2018.toml` with:
    [call]
    closes = 2017-11-24
"""

from devroom_gen.facts.when import When, read_when
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG212", "far-date", Severity.ERROR, __doc__)
_YEAR = 366


def check(subject: RecordSubject) -> Findings:
    days = subject.facts.date.days or subject.facts.conference.date.days
    if not days or subject.event.year != subject.file_year:
        return
    for path, when in _dates(subject):
        for day in when.days:
            away = (day - days[0]).days
            if abs(away) > _YEAR:
                where = "before" if away < 0 else "after"
                message = f"{when.text} is {abs(away)} days {where} the event on {subject.facts.date.short}"
                yield Finding(subject.at(path), message, help="fix the year")
                break


def _dates(subject: RecordSubject) -> list[tuple[KeyPath, When]]:
    tbd = subject.facts.words["tbd"]
    stated: list[tuple[KeyPath, When | None]] = [(("schedule",), subject.facts.schedule)]
    for path, call in subject.calls:
        stated += [((*path, "opens"), call.opens), ((*path, "closes"), call.closes)]
        stated += [((*path, "notified"), call.notified)]
        stated += [((*path, "extended", index), when) for index, when in enumerate(call.extended)]
    milestones = enumerate(subject.event.milestones)
    stated += [(("milestones", index, "date"), read_when(each.date, tbd)) for index, each in milestones]
    return [(path, when) for path, when in stated if when]
