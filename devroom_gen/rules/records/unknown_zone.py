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

from zoneinfo import ZoneInfo, available_timezones

from devroom_gen.record.conference import InlineConference
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.suggestions import suggest

CODE = Code("DG207", "unknown-zone", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    stated = {("call", "zone"): subject.event.call.zone if subject.event.call else None}
    if isinstance(subject.event.conference, InlineConference):
        stated["conference", "zone"] = subject.event.conference.zone
    for path, zone in stated.items():
        if zone and zone != "AoE" and not is_zone(zone):
            message = f"`{zone}` is not a time zone"
            help_text = suggest(zone, available_timezones(), 'write a name such as "Europe/Brussels", or "AoE"')
            yield Finding(subject.at(path), message, help=help_text)


def is_zone(name: str) -> bool:
    """Whether a name is one of the time zone database."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True
