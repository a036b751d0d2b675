"""An ordinal has the ending of another number: `3nd`, `22th`, `29nd`.

Digits are changed from year to year and the letters behind them stay. No record is needed to see it.

Fails, as `intro.md`: Welcome to the 3nd edition.
Passes, as `intro.md`: Welcome to the 3rd edition on the 22nd of November, 11th hour.
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.text.english import ordinal, ordinal_suffix

CODE = Code("DG308", "wrong-ordinal", Severity.ERROR, __doc__)
NEEDS_NO_EDITION = True


def check(subject: PageSubject) -> Findings:
    for claim in subject.page.ordinals:
        if claim.suffix and claim.suffix.casefold() != ordinal_suffix(claim.number):
            yield subject.finding(claim, f"`{claim.text}` is not an ordinal", help=f"write `{ordinal(claim.number)}`")
