"""A record has both the one call and several.

`[call]` is for an edition with one call, `[[calls]]` for one with several, each with its name.

Fails, as `events/2018.toml` with:
    call = { closes = 2017-12-01 }
    calls = [{ name = "Posters", closes = 2017-12-08 }]
Passes, as `events/2018.toml` with: calls = [{ name = "Talks", closes = 2017-12-01 }, { name = "Posters", closes = 2017-12-08 }]
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Related, Severity

CODE = Code("DG222", "two-kinds-of-call", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    if subject.event.call and subject.event.calls:
        related = (Related(subject.at(("call",)), "the one call"),)
        help_text = 'write `[[calls]]` in the place of `[call]`, with `name = "…"`'
        yield Finding(
            subject.at(("calls",)), "there is `[call]` and there are `[[calls]]`", help=help_text, related=related
        )
