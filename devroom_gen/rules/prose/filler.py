"""A filler was left in the text: `lorem ipsum`, `XXX`, `REPLACEME`.

Whoever rolls a site to a new year marks what is to be written. On a page it tells readers nothing.

Fails, as `intro.md`: Lorem ipsum dolor sit amet.
Passes, as `intro.md`: Send your proposal to us. <!-- TODO: the room -->
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG319", "filler", Severity.ERROR, __doc__)


def check(subject: PageSubject) -> Findings:
    found = list(visible(subject.page.wording("filler")))
    is_form = sum(claim.text.startswith("[") for claim in found) > 1  # a letter that readers fill in
    for claim in found:
        if is_form and claim.text.startswith("["):
            continue
        yield subject.finding(claim, f"`{claim.text}` is a filler", help="write what is meant, or delete it")
