"""The link of a person leads to another account than the one that is known.

A letter too few and the link leads to a stranger. The record knows the account; without one, a second place that
names the account of the same person does.

Fails, as `organizers.md`:
    ## Organizers

    - [Ada Lovelace](https://github.com/ada-lovelcae)

    ## Contacts

    - Ada Lovelace (GitHub: ada-lovelace)
Passes, as `organizers.md`:
    ## Organizers

    - [Ada Lovelace](https://github.com/ada-lovelace)

    ## Contacts

    - Ada Lovelace (GitHub: ada-lovelace)
"""

import difflib
from typing import Any

from devroom_gen.claims.links import split_address
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Sourced, state
from devroom_gen.rules.expected.people import find_person

CODE = Code("DG313", "wrong-person-link", Severity.ERROR, __doc__)


def check(subject: PageSubject) -> Findings:
    handles = subject.once(CODE.name, lambda: _handles(subject))
    people = subject.expected.organizers
    for claim in visible(subject.page.people):
        person = find_person(people.value, claim.name) if people else None
        for link in claim.links:
            account = _account(link.url)
            if account is None:
                continue
            stated = (
                _account(url) for url in ((person.url, *(each.url for each in person.links)) if person else ()) if url
            )
            right = [each for each in stated if each and each[0] == account[0]]
            known: Sourced[Any] | None = people
            if not right and account[0] == "github.com" and claim.name in handles:
                known, handle = handles[claim.name], handles[claim.name].value
                likeness = difflib.SequenceMatcher(None, account[1], handle).ratio()
                right = [(account[0], handle)] if likeness > 0.6 else []
            if right and account not in right:
                host, name = right[0]
                message = f"the link of {claim.name} leads to `{account[1]}`, but the account is `{name}`"
                yield subject.finding(link.span, message, help=f"write `https://{host}/{name}`", known=known)


def _account(url: str) -> tuple[str, str] | None:
    host, path = split_address(url)
    name = path.strip("/")
    return (host, name.casefold()) if host and name and "/" not in name else None


def _handles(subject: PageSubject) -> dict[str, Sourced[str]]:
    """Return the accounts that pages state in words, by name of the person."""
    found: dict[str, Sourced[str]] = {}
    for page in subject.pages:
        for claim in page.people:
            if claim.handle:
                found.setdefault(claim.name, state(page, claim, claim.handle.casefold()))
    return found
