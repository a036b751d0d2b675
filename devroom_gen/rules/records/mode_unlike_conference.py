"""The mode of an edition is not that of its conference in that year.

Conferences moved online for two years and back. A record that was rolled forward keeps `mode = "online"`, and a page that
invites nobody to a room.

Fails, as `events/2018.toml` with: mode = "online"
Passes, as `events/2018.toml` with: mode = "hybrid"
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG217", "mode-unlike-conference", Severity.WARNING, __doc__)


def check(subject: RecordSubject) -> Findings:
    event, conference = subject.event, subject.edition.conference
    usual = conference.mode(event.year)
    is_known = str(event.year) in conference.years
    if event.mode and is_known and {event.mode, usual} == {"online", "on-site"}:
        message = f"`mode` is `{event.mode}`, but {conference.name} {event.year} is {usual}"
        yield Finding(subject.at(("mode",)), message, help="leave it out, or suppress this where it is meant")
