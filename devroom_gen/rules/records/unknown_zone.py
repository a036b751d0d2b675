"""A time zone does not exist.

Deadlines are compared across the year, so a zone is a name of the IANA time zone database, which knows when summer
time begins, or `AoE`, anywhere on earth. An offset such as `+01:00` is right for half of the year only.

Fails, as `events/2018.toml` with:
    [call]
    zone = "Europe/Brussel"
Passes, as `events/2018.toml` with:
    [call]
    zone = "Europe/Brussels"
"""

from devroom_gen.record.conference import InlineConference, find_zone_mistake
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG207", "unknown-zone", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    stated: dict[KeyPath, str | None] = {(*path, "zone"): call.zone for path, call in subject.event.all_calls}
    if isinstance(subject.event.conference, InlineConference):
        stated["conference", "zone"] = subject.event.conference.zone
    for path, zone in stated.items():
        mistake = find_zone_mistake(zone) if zone and zone != "AoE" else None
        if mistake:
            yield Finding(subject.at(path), mistake[0], help=mistake[1])
