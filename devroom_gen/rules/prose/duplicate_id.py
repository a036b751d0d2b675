"""An `id` is used twice on one page.

A section was copied with its anchor; links into the page lead to the first of the two.

Fails, as `index.html`:

    <h2 id="dates">Dates</h2>
    <h2 id="dates">Topics</h2>

Passes, as `index.html`:

    <h2 id="dates">Dates</h2>
    <h2 id="topics">Topics</h2>
"""

from collections.abc import Iterator

from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.rules.base import Finding, PageSubject

CODE = Code("DG324", "duplicate-id", Severity.WARNING, __doc__)


def check(subject: PageSubject) -> Iterator[Finding]:
    for flaw in subject.page.flaws:
        if flaw.kind == "duplicate id":
            yield subject.finding(
                flaw.span, f"the id `{flaw.text}` stands on this page already", help="give each its own"
            )
