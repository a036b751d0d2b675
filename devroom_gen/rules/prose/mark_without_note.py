"""A reference mark points at a note that is not there.

Plain-text calls put their links into notes at the end; when a list is shortened, its marks stay.

Fails, as `call.txt`:
    The call is open [1], the code of conduct applies [2].

    [1] https://example.org/call
Passes, as `call.txt`:
    The call is open [1], the code of conduct applies [2].

    [1] https://example.org/call
    [2] https://example.org/conduct
"""

import re

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG323", "mark-without-note", Severity.WARNING, __doc__)

_NOTE = re.compile(r"^[ \t>*-]*\[(\^?[\w-]{1,30})\][:.)]?(?=[ \t])", re.MULTILINE)


def check(subject: PageSubject) -> Findings:
    text = subject.page.text
    notes = {match[1] for match in _NOTE.finditer(text)}
    marks = list(visible([*subject.page.wording("note"), *subject.page.wording("footnote")]))
    numbers = {claim.value for claim in marks if claim.kind == "note"}
    is_counted = any(n.isdigit() for n in notes) or numbers == {str(n) for n in range(1, len(numbers) + 1)}
    for claim in marks:
        name = claim.value if claim.kind == "note" else f"^{claim.value}"
        line = claim.block.line_around(claim.start, claim.end)[0]
        begins_line = not claim.block.text[line : claim.start].strip()
        if name not in notes and not begins_line and (claim.kind == "footnote" or is_counted):
            yield subject.finding(claim, f"`{claim.text}` has no note", help="add the note, or delete the mark")
