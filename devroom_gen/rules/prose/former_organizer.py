"""A list of organisers names somebody who does not organise this edition.

People come and go between editions, and lists of them are copied. Whoever organised an earlier edition and is not in
this one's record is reported; somebody whom no record knows is only suspicious. Volunteers, thanks and past
organisers are other lists.

Judged by `events/2020.toml` with:
    year = 2020
    date = 2020-02-02
    organizers = [{ name = "Ada Lovelace" }, { name = "Grace Hopper" }]
Fails, as `organizers.md`:
    ## Organizers

    - Ada Lovelace
    - Grace Hopper
    - Charles Babbage
Passes, as `organizers.md`:
    ## Organizers

    - Ada Lovelace
    - Grace Hopper

    ## Volunteers

    - Charles Babbage
"""

import re

from devroom_gen.claims.page import Block
from devroom_gen.claims.roles import stands_in_past
from devroom_gen.facts.parts import PersonFacts
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.people import _OTHERS, find_person, former_people, is_organizer_list

CODE = Code("DG311", "former-organizer", Severity.ERROR, __doc__)
_ORGANISES = re.compile(r"\borgani[sz](?:ed|ers?|ing)\b|\bcontact\b", re.IGNORECASE)


def check(subject: PageSubject) -> Findings:
    known = subject.expected.organizers
    if known is None:
        return
    listed = [claim for claim in visible(subject.page.people) if is_organizer_list(claim)]
    about = [each for each in subject.page.blocks if "organ" in each.folded or "contact" in each.folded]
    if not listed and not about:
        return
    former = subject.once(CODE.name, lambda: former_people(subject.expected))
    seen = 0
    for claim in listed:
        if find_person(known.value, claim.name):
            seen += 1
            continue
        left = find_person(former, claim.name)
        if left:
            yield subject.finding(claim, f"`{claim.name}` organised an earlier edition, but not this one", known=known)
        elif seen * 2 >= len([c for c in listed if c.group == claim.group]) and seen:
            message = f"`{claim.name}` is not among the organisers"
            yield subject.finding(claim, message, known=known, severity=Severity.WARNING)
    yield from _check_sentences(subject, about, former, {claim.span for claim in listed})


def _check_sentences(
    subject: PageSubject, about: list[Block], former: list[PersonFacts], done: set[object]
) -> Findings:
    for block in about:
        named = [each for each in former if each.text in block.text]
        if not named or block.is_comment or stands_in_past(block):
            continue
        for person in named:
            start = block.text.find(person.text)
            place = (start, start + len(person.text))
            sentence = block.sentence(*place)
            if block.span(*place) not in done and _ORGANISES.search(sentence) and not _OTHERS.search(sentence):
                message = f"`{person.text}` organised an earlier edition, but not this one"
                yield subject.finding(block.span(*place), message, known=subject.expected.organizers)
