"""Pages call the event by a name that it gave up.

An event is renamed, the title is changed, and the address of the site keeps the old name: it begins as the new one does and
goes on otherwise. Where pages still use the word of the address, it was forgotten there.

Fails, as `_config.yml`:
    title: Mapathon Days
    url: https://mapathonweek.example
Fails, as `about.md`: Mapathonweek is for everybody.
Passes, as `_config.yml`:
    title: Mapathon Days
    url: https://mapathondays.example
Passes, as `about.md`: Mapathon Days are for everybody. They were called Mapathonweek before.
"""

import re

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.roles import says_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.names import as_in_address
from devroom_gen.rules.expected.page_kinds import has_own_time

CODE = Code("DG339", "former-name", Severity.WARNING, __doc__)

_KNOWN_AS = re.compile(r"\bformerly\b|\bpreviously\b|\bcalled\b|\bknown as\b|\brenamed\b", re.IGNORECASE)
_SHARED = 5
"""Letters that two names of one event begin with."""


def check(subject: PageSubject) -> Findings:
    former = subject.once(CODE.name, lambda: _former(subject))
    if former is None or has_own_time(subject):
        return
    for block in subject.page.blocks:
        is_told = block.is_comment or _KNOWN_AS.search(block.text)
        for match in former.finditer(block.text) if not is_told else ():
            claim = Claim(block, *match.span())
            if not says_past(claim):
                message = (
                    f"`{match.group()}` is another name than `{subject.expected.names.shown}`, and that of the address"
                )
                yield subject.finding(claim, message, help=f"write `{subject.expected.names.shown}`, if it was renamed")


def _former(subject: PageSubject) -> re.Pattern[str] | None:
    """Return what finds the name in the address of the site, where the event has another that begins alike."""
    name = as_in_address(subject.expected.names.shown)
    for host in sorted(subject.expected.names.hosts):
        label = host.split(".")[0]
        begins_alike = label[:_SHARED] == name[:_SHARED] and len(label) > _SHARED
        if begins_alike and not (name.startswith(label) or label.startswith(name)):
            return re.compile(rf"\b{re.escape(label)}\b", re.IGNORECASE)
    return None
