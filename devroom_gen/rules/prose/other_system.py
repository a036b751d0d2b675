"""A text sends speakers to a submission system that this edition does not use.

Conferences change their system every few years, and a text that was copied from another event names that event's.
The link for submissions tells which one is used. A sentence that speaks of the change itself is not a mistake.

Fails, as `submit.md`:
    # FOSDEM'25 Kernel Devroom

    Send your proposal through EasyChair.
Passes, as `submit.md`:
    # FOSDEM'25 Kernel Devroom

    Send your proposal through Pretalx. Accounts of Pentabarf were not migrated.
"""

import re

from devroom_gen.claims.links import split_address
from devroom_gen.claims.roles import stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG315", "other-system", Severity.ERROR, __doc__)
NEEDS_ONE_EDITION = True

SYSTEMS = {"Pentabarf": "penta(?:barf)?", "Pretalx": "pretalx", "EasyChair": "easy ?chair"} | {
    name: name
    for name in ("HotCRP", "Sessionize", "PaperCall", "OpenReview", "ConfTool", "Linklings", "EDAS", "Indico")
}
_PATTERNS = {name: re.compile(rf"\b{pattern}\b", re.IGNORECASE) for name, pattern in SYSTEMS.items()}
_CHANGE = re.compile(
    r"\bmov(?:ed|ing)\b|migrat|replac|\binstead\b|no longer|used to\b|not use|n['’]t use|\bnew (?:system|tool|software)\b|\bold\b|anymore|switch|successor|"
    r"\bnot work|\bnot valid|\bin the past\b|\bformer",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    known = subject.expected.links.get("submit")
    used = subject.once(CODE.name, lambda: find_system(known.value)) if known else None
    if known is None or used is None:
        return
    for block in subject.page.blocks:
        if block.is_comment or not block.text or stands_in_past(block):
            continue
        for name, pattern in _PATTERNS.items():
            for match in pattern.finditer(block.text) if name != used else ():
                sentence = block.sentence(*match.span())
                if not (_CHANGE.search(sentence) or _PATTERNS[used].search(sentence)):  # both: from one to the other
                    message = f"the text names `{match.group()}`, but proposals are submitted through {used}"
                    help_text = f"write `{known.value}`"
                    yield subject.finding(block.span(*match.span()), message, help=help_text, known=known)
    for link in visible(subject.page.links):
        other = find_system(link.url)
        if other and other != used and not stands_in_past(link.block) and not _CHANGE.search(link.sentence):
            message = f"the link leads to {other}, but proposals are submitted through {used}"
            yield subject.finding(link, message, help=f"write `{known.value}`", known=known)


def find_system(url: str) -> str | None:
    """Return the submission system that an address belongs to."""
    host = split_address(url)[0].replace(".", " ")
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(host)), None)
