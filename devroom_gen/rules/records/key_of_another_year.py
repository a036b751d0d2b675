"""A link or a track names another year than that of the record.

Where to submit, the programme, the code of conduct and the track are new each year, and often the year stands in them.
One that names another year was kept from another edition. What the conference knows of a year need not be stated.

Fails, as `events/2018.toml` with: links.programme = "https://fosdem.org/2017/schedule/track/rust/"
Passes, as `events/2018.toml` with: links.programme = "https://fosdem.org/2018/schedule/track/rust/"
"""

import re

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG213", "key-of-another-year", Severity.WARNING, __doc__)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(subject: RecordSubject) -> Findings:
    event, links = subject.event, subject.event.links
    stated: list[tuple[KeyPath, str | None]] = [
        *(((*path, key), getattr(call, key)) for path, call in event.all_calls for key in ("submit", "track")),
        (("links", "programme"), links.programme),
        (("links", "code_of_conduct"), links.code_of_conduct),
    ]
    short = re.compile(rf"{re.escape(subject.facts.conference.name)}['’-]?(\d\d)(?!\d)", re.IGNORECASE)
    for path, text in stated:
        years = [(match.span(), int(match.group())) for match in _YEAR.finditer(text or "")]
        years += [(match.span(1), 2000 + int(match[1])) for match in short.finditer(text or "")]
        if years and all(year != event.year for _, year in years):
            span, year = years[0]
            message = f"`{path[-1]}` names {year}, but this is the record of {event.year}"
            help_text = f"write what holds in {event.year}, or leave the key out where the conference knows it"
            yield Finding(subject.at(path, span), message, help=help_text)
