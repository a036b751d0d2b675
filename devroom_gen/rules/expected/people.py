"""Who organises this edition, and who organised an earlier one; names as they are compared."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from devroom_gen.claims.claim import PersonClaim
from devroom_gen.claims.roles import PAST_TITLE
from devroom_gen.facts.parts import PersonFacts
from devroom_gen.rules.expected.from_record import people_of
from devroom_gen.rules.expected.model import Expected

ORGANIZERS = re.compile(r"organi[sz]|committee|\bteam\b|chairs?\b|managers?\b|\bhosts?\b|contacts?\b", re.IGNORECASE)

_OTHERS = re.compile(
    r"volunteer|thank|help|former|emerit|speaker|sponsor|additional|advis|programme committee|program committee",
    re.IGNORECASE,
)


def former_people(expected: Expected) -> list[PersonFacts]:
    """Return who organised an earlier edition and not this one, each name once."""
    now = expected.organizers.value if expected.organizers else ()
    before = {person.text: person for facts in reversed(expected.before) for person in people_of(facts)}
    same, alike = {person.text for person in now}, [_parts(person.text) for person in now]
    others = (person for name, person in before.items() if name not in same)
    return [person for person in others if not any(_are_same(_parts(person.text), each) for each in alike)]


def find_person(people: Iterable[PersonFacts], name: str) -> PersonFacts | None:
    """Find a person by name, whatever accents, initials and order it is written with."""
    wanted = _parts(name)
    return next((person for person in people if _are_same(wanted, _parts(person.text))), None)


def is_organizer_list(claim: PersonClaim) -> bool:
    """Whether a person is listed among organisers, and neither thanked nor of the past."""
    titles = [claim.group, *claim.block.headings[-1:]]
    is_other = any(_OTHERS.search(title) or PAST_TITLE.search(title) for title in titles)
    return not is_other and ORGANIZERS.search(claim.group) is not None


@lru_cache(10_000)
def _parts(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W\d_]{2,}", plain))


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other) and (one <= other or other <= one)
