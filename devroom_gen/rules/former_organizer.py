"""A list of organisers names somebody who does not organise this edition.

People come and go between editions, and lists of them are copied. Whoever organised an earlier edition and is not in
this one's record is reported; somebody whom no record knows is only suspicious. Volunteers, thanks and past
organisers are other lists.

Judged by `events/2020.toml`:

    name = "Kernel"
    year = 2020
    date = 2020-02-02
    venue = "ULB"
    pitch = ["Welcome."]
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
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from devroom_gen.claims.claim import PersonClaim
from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import PAST_TITLE, stands_in_past
from devroom_gen.diagnostic import Code, Severity
from devroom_gen.facts.model import PersonFacts
from devroom_gen.rules.base import Judgement, PageSubject, judge_claim, live
from devroom_gen.yardstick.model import Yardstick
from devroom_gen.yardstick.stated import people_of

CODE = Code("DG311", "former-organizer", Severity.ERROR, __doc__)

ORGANIZERS = re.compile(r"organi[sz]|committee|\bteam\b|chairs?\b|managers?\b|\bhosts?\b|contacts?\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"volunteer|thank|help|former|emerit|speaker|sponsor|additional|advis|programme committee|program committee",
    re.IGNORECASE,
)


def judge(subject: PageSubject) -> Iterator[Judgement]:
    known = subject.yardstick.organizers
    if known is None:
        return
    former = subject.once(CODE.name, lambda: former_people(subject.yardstick))
    listed = [claim for claim in live(subject.reading.people) if is_organizer_list(claim)]
    seen = 0
    for claim in listed:
        if find_person(known.value, claim.name):
            seen += 1
            continue
        left = find_person(former, claim.name)
        if left:
            yield judge_claim(claim, f"`{claim.name}` organised an earlier edition, but not this one", known=known)
        elif seen * 2 >= len([c for c in listed if c.group == claim.group]) and seen:
            yield judge_claim(
                claim, f"`{claim.name}` is not among the organisers", known=known, severity=Severity.WARNING
            )
    yield from _judge_sentences(subject, former, {claim.span for claim in listed})


def former_people(yardstick: Yardstick) -> list[PersonFacts]:
    """Give who organised an earlier edition and not this one, each name once."""
    now = yardstick.organizers.value if yardstick.organizers else ()
    before = {person.text: person for facts in reversed(yardstick.before) for person in people_of(facts)}
    return [person for person in before.values() if not find_person(now, person.text)]


def find_person(people: Iterable[PersonFacts], name: str) -> PersonFacts | None:
    """Find a person by name, whatever accents, initials and order it is written with."""
    wanted = _parts(name)
    return next((person for person in people if _same(wanted, _parts(person.text))), None)


def is_organizer_list(claim: PersonClaim) -> bool:
    titles = [claim.group, *claim.block.headings[-1:]]
    if any(_OTHERS.search(title) or PAST_TITLE.search(title) for title in titles):
        return False
    return bool(ORGANIZERS.search(claim.group))


def _judge_sentences(subject: PageSubject, former: list[PersonFacts], done: set[object]) -> Iterator[Judgement]:
    for block in subject.reading.page.blocks:
        is_about_it = "organ" in block.folded or "contact" in block.folded
        named = [each for each in former if each.text in block.text] if is_about_it else ()
        if not named or Context.COMMENT in block.context or stands_in_past(block):
            continue
        for person in named:
            place = block.text.find(person.text)
            if block.span(place, place + len(person.text)) in done:
                continue
            sentence = block.sentence(place, place + len(person.text))
            if re.search(r"\borgani[sz](?:ed|ers?|ing)\b|\bcontact\b", sentence, re.IGNORECASE) and not _OTHERS.search(
                sentence
            ):
                yield Judgement(
                    span=block.span(place, place + len(person.text)),
                    message=f"`{person.text}` organised an earlier edition, but not this one",
                    known=subject.yardstick.organizers,
                )


@lru_cache(10_000)
def _parts(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W\d_]{2,}", plain))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    if one.isdisjoint(other):
        return False
    return (one <= other or other <= one) and len(one & other) >= min(2, len(one), len(other))
