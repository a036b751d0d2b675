"""A link for submissions leads to the front page of the system and not to this edition.

The system asks which conference is meant, and speakers find last year's. The address of the edition is known.

Fails, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    [Submit your talk](https://penta.fosdem.org).
Passes, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    [Submit your talk](https://penta.fosdem.org/submission/FOSDEM20).
"""

import re

from devroom_gen.claims.links import split_address
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG316", "incomplete-submit-link", Severity.WARNING, __doc__)
_INCOMPLETE = frozenset({"", "submission"})


def check(subject: PageSubject) -> Findings:
    known = subject.expected.links.get("submit")
    if known is None:
        return
    host, path = split_address(known.value)
    if path.strip("/") in _INCOMPLETE:
        return
    for link in visible(subject.page.links):
        asks = re.search(r"submi|propos", f"{link.sentence} {link.link.text}", re.IGNORECASE)
        if link.host == host and link.path.strip("/") in _INCOMPLETE and asks:
            message = f"the link leads to `{host}` and not to this edition"
            yield subject.finding(link, message, help=f"write `{known.value}`", known=known)
