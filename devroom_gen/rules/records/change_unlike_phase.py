"""What became of an edition contradicts its phase or its mode.

An edition that is cancelled has no open call, and one that moved online is not held in a hall: when `change` is added, what
stood there before must go.

Fails, as `events/2018.toml` with:
    phase = "open"
    change = { to = "cancelled" }
Passes, as `events/2018.toml` with: change = { to = "cancelled" }
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Related, Severity

CODE = Code("DG219", "change-unlike-phase", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    event = subject.event
    if not event.change:
        return
    key = "mode" if event.change.to == "online" else "phase"
    stated = getattr(event, key)
    if stated and stated not in (event.change.to, "TBD"):
        message = f"`{key}` is `{stated}`, but `change` says that the edition is {event.change.to}"
        related = (Related(subject.at(("change", "to")), "stated here"),)
        yield Finding(subject.at((key,)), message, help=f"leave `{key}` out", related=related)
