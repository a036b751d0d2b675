"""A text names another devroom: its name, its track, or what it is about.

A new devroom begins as a copy of another's site. Names are compared by their words, so that a comma, an `and` or an
abbreviation does not make another devroom. Once a page calls itself by a foreign name, the subjects in that name are foreign
too where they stand in the other paragraphs. An employer, a devroom of the past and one that is mentioned beside
this one are not mistakes.

Fails, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    Welcome to the Gardening and Beekeeping devroom.
Passes, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    Welcome to the Linux Kernel devroom. See also the Gardening devroom next door.
"""

import re

from devroom_gen.claims.claim import NameClaim
from devroom_gen.claims.page import Kind
from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected, Sourced, key_words

CODE = Code("DG309", "other-devroom", Severity.ERROR, __doc__)
NEEDS_ONE_EDITION = True

_BESIDE = re.compile(
    r"\b(?:see also|also|other|neighbou?r\w*|sister|friends|joint(?:ly)?|together with|such as|unlike|merged?|split|collaborat\w+|attend|visit|"
    r"co-?organi\w+|like the|next door|instead|similar|related|overlap\w*|check out|before)\b",
    re.IGNORECASE,
)
_ADVICE = "write about this devroom, or suppress this where it is meant"
_SUBJECT = re.compile(r"[A-Z][\w+#.-]*(?:\s[A-Z][\w+#.-]*)*")


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.name is None:
        return
    foreign = [claim for claim in visible(subject.page.names) if _is_foreign(claim, expected)]
    for claim in foreign:
        message = f"the text names the devroom `{claim.name}`, but this is `{expected.name.value}`"
        yield subject.finding(
            claim, message, help=f"write `{expected.name.value}`", known=expected.name, severity=subject.unless_stated
        )
    if foreign:
        yield from _check_subjects(subject, foreign, expected.name)


def _is_foreign(claim: NameClaim, expected: Expected) -> bool:
    if expected.calls(claim.name) or claim.is_struck or speaks_of_past(claim):
        return False
    if expected.is_conference(claim.name.split()[0]) and len(claim.name.split()) == 1:
        return False
    return not _BESIDE.search(" ".join(claim.sentence.split()).replace(claim.name, ""))


def _check_subjects(subject: PageSubject, foreign: list[NameClaim], name: Sourced[str]) -> Findings:
    """Report the first mention of a foreign subject in each paragraph, and again where a later sentence speaks of the devroom."""
    own = key_words(name.value)
    named = {phrase for claim in foreign for phrase in _SUBJECT.findall(claim.name)}
    phrases = sorted((each for each in named if not key_words(each) & own), key=len, reverse=True)
    if not phrases:
        return
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(each)}(?![\w-])" for each in phrases))
    people = {claim.block.start for claim in subject.page.people}
    for block in subject.page.blocks:
        if block.is_comment or block.key or block.kind is Kind.HEADING or block.start in people:
            continue
        done = {claim.sentence for claim in foreign if claim.block is block}
        for match in pattern.finditer(block.text):
            sentence = block.sentence(*match.span())
            is_linked = any(link.start <= block.start + match.start() < link.end for link in block.links)
            if sentence in done or key_words(sentence) & own or is_linked:
                continue
            if not done or re.search(r"\bdev ?room\b", sentence, re.IGNORECASE):
                span = block.span(*match.span())
                message = f"`{match.group()}` is the subject of another devroom; this is `{name.value}`"
                yield subject.finding(span, message, help=_ADVICE, known=name, severity=Severity.WARNING)
            done.add(sentence)
