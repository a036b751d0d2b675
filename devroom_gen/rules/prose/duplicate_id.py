"""An `id` is used twice on one page.

A section was copied with its anchor; links into the page lead to the first of the two.

Fails, as `index.html`:
    <h2 id="dates">Dates</h2>
    <h2 id="dates">Topics</h2>
Passes, as `index.html`:
    <h2 id="dates">Dates</h2>
    <h2 id="topics">Topics</h2>
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity

CODE = Code("DG324", "duplicate-id", Severity.WARNING, __doc__)
NEEDS_NO_EDITION = True


def check(subject: PageSubject) -> Findings:
    for flaw in subject.page.flaws:
        if flaw.kind == "duplicate id":
            message = f"the id `{flaw.text}` stands on this page already"
            yield subject.finding(flaw.span, message, help="give each its own")
