"""A link has a text and no target.

Names are typed first and their links forgotten: the page shows a link that leads nowhere.

Fails, as `organizers.md`: - [Ada Lovelace]()
Passes, as `organizers.md`: - [Ada Lovelace](https://example.org/ada)
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity

CODE = Code("DG320", "empty-link", Severity.WARNING, __doc__)


def check(subject: PageSubject) -> Findings:
    for flaw in subject.page.flaws:
        if flaw.kind == "empty link":
            shown = f"the link `{flaw.text.strip()[:40]}`" if flaw.text.strip() else "the link"
            yield subject.finding(flaw.span, f"{shown} leads nowhere", help="write its target, or the text alone")
