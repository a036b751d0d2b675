"""A text counts another edition than the series does: `2nd` where this is the third.

The number is typed again every year, in digits and in words, and fixing it by hand often goes wrong again. What
counts something else is not reported: editions of the conference, a second count that says so, first-time speakers.

Judged by `events/2020.toml` with:
    name = "Kernel"
    year = 2020
    date = 2020-02-02
    edition = 3
Fails, as `intro.md`: Welcome to the second edition of the Kernel devroom.
Passes, as `intro.md`:
    Welcome to the third edition of the Kernel devroom at the 20th edition of FOSDEM, the 5th if you count meetups.
    Speakers who are there for the first time get help.
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.numbering import counts_editions
from devroom_gen.rules.expected.page_kinds import has_own_time, is_chronicle
from devroom_gen.text.english import ordinal, ordinal_word

CODE = Code("DG307", "wrong-edition", Severity.ERROR, __doc__)


def check(subject: PageSubject) -> Findings:
    number = subject.expected.number
    if number is None:
        return
    for claim in visible(subject.page.ordinals):
        if claim.number in (number.value, subject.expected.total) or not counts_editions(claim, subject.expected):
            continue
        due = ordinal(number.value)
        right = due if claim.suffix else ordinal_word(number.value)
        message = f"the text counts the {ordinal(claim.number)} {claim.noun}, but this is the {due} edition"
        if subject.expected.is_stated or (not has_own_time(subject, claim.block) and not is_chronicle(subject.page)):
            instead = subject.if_typed(claim, right)
            yield subject.finding(
                claim, message, help=f"write `{right}`", known=number, severity=subject.unless_stated, instead=instead
            )
