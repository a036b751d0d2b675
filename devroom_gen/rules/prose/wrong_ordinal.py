"""An ordinal has the ending of another number: `3nd`, `22th`, `29nd`.

Digits are changed from year to year and the letters behind them stay. No record is needed to see it.

Fails, as `intro.md`: Welcome to the 3nd edition.
Passes, as `intro.md`: Welcome to the 3rd edition on the 22nd of November, 11th hour.
"""

import re

from devroom_gen.claims.ordinals import COUNTED
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.text.english import ordinal, ordinal_suffix, ordinal_word
from devroom_gen.text.suggestions import is_one_away

CODE = Code("DG308", "wrong-ordinal", Severity.ERROR, __doc__)
NEEDS_NO_EDITION = True


_MISSPELT = re.compile(rf"\b(?:the|its|our)\s(?P<word>[a-z]{{4,12}})\s(?:{COUNTED})\b")
_WORDS = {ordinal_word(number) for number in range(1, 40)}
_OTHERS = frozenset(
    {
        "fist",
        "forty",
        "fifty",
        "sixty",
        "north",
        "south",
        "past",
        "last",
        "next",
        "fast",
        "worth",
        "health",
        "tent",
        "tenth",
    }
)
"""Words that are one letter away from an ordinal, and meant."""


def check(subject: PageSubject) -> Findings:
    for block in subject.page.blocks:
        for match in _MISSPELT.finditer(block.text):
            word = match["word"]
            near = [each for each in _WORDS if each not in _OTHERS and is_one_away(word, each)]
            if word not in _WORDS | _OTHERS and near:
                message = f"`{word}` is not an ordinal"
                yield subject.finding(
                    block.span(*match.span("word")), message, help=f"write `{near[0]}`", severity=Severity.WARNING
                )
    for claim in subject.page.ordinals:
        if claim.suffix and claim.suffix.casefold() != ordinal_suffix(claim.number):
            right = ordinal(claim.number)
            instead = subject.if_typed(claim, right)
            yield subject.finding(claim, f"`{claim.text}` is not an ordinal", help=f"write `{right}`", instead=instead)
