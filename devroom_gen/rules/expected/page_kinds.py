"""What a page is about beside the edition itself: many editions, the past, or things that have a time of their own."""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import PurePosixPath

from devroom_gen.claims.claim import Claim, LinkClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.links import split_address
from devroom_gen.claims.page import Block, Kind
from devroom_gen.claims.parser import KEYED
from devroom_gen.claims.roles import PAST_TITLE
from devroom_gen.rules.base import PageSubject
from devroom_gen.rules.expected.model import TITLE_KEYS

_OWN_TIME = re.compile(
    r"(?:^|[_\W])(?:talks?|sessions?|abstracts?|speakers?|bios?|people|team|jobs?|blog|news|posts?|press|media|publications?|papers|proceedings|"
    r"bibliograph\w*|references|history|awards?|licen[cs]es?|credits|changelog|retrospectives?|reports?|minutes|galler\w+|photos?|videos?)(?:[_\W\d]|$)",
    re.IGNORECASE,
)
"""Names of files and folders of what is dated by itself: who spoke, what was written."""
_ONE_THING = re.compile(r"_?(?:talks?|sessions?|abstracts?|speakers?|bios?|people|jobs?)", re.IGNORECASE)
"""Folders of pages about one thing each."""
_OWN_TIME_DATA = re.compile(r"sponsor|partner|exhibitor|supporter", re.IGNORECASE)
"""Names of data of what is dated by itself: who paid. A page for them is about the edition."""
_OWN_TIME_KEYS = re.compile(
    r"(?:^|\.)(?:bio|abstract|biography|posts?|news|sponsors?|speakers?|talks?|sessions?|history|papers)(?:\.|$)"
)
RECENT = 3
"""Years back from which pages are copied; what is older is history."""
_SEPARATORS = re.compile("[_-]")
_MANY = 6
"""Different years of a page that is about many editions."""


def title_claims(page: PageClaims, claim: Claim) -> bool:
    """Whether a claim stands in the title of its page: in the front matter, or in the first heading."""
    block = claim.block
    if block.key:
        return block.key in TITLE_KEYS
    return block.kind is Kind.HEADING and block.level == 1 and not block.headings


def is_index(page: PageClaims) -> bool:
    """Whether a page is the first of a folder."""
    return PurePosixPath(page.source.path).stem.lower() in {"index", "_index", "home"}


def is_chronicle(page: PageClaims) -> bool:
    """Whether a page is about many editions: its headings name three years, or all of it four."""
    headings = {claim.year for claim in page.years if claim.block.kind is Kind.HEADING}
    named = {claim.year for claim in page.years if not claim.is_comment}
    return len(headings) > 2 or len(named) >= _MANY


def has_own_time(subject: PageSubject, block: Block | None = None) -> bool:
    """Whether a page, or a value in it, is about something with a time of its own.

    Where all pages are about one edition, its posts are the sections of one page.
    """
    path = _path(subject)
    if block is not None and block.key and _OWN_TIME_KEYS.search(block.key):
        return True
    if path.suffix.lower() in KEYED and _OWN_TIME_DATA.search(path.as_posix()):
        return True
    folders = [part for part in path.parts[:-1] if not (subject.is_alone and part == "_posts")]
    return any(
        _OWN_TIME.search(part) or PAST_TITLE.search(_SEPARATORS.sub(" ", part)) for part in (*folders, path.stem)
    )


def is_of_one_thing(subject: PageSubject) -> bool:
    """Whether a page is about one talk, speaker or job, on a site of any size: such pages are kept as they were."""
    return any(map(_ONE_THING.fullmatch, _path(subject).parts[:-1]))


def _path(subject: PageSubject) -> PurePosixPath:
    """Return the path of a page below the folder that holds all pages of the run: what lies above says nothing of them."""
    path = PurePosixPath(subject.page.source.path)
    return path.relative_to(subject.once("folder of all pages", lambda: _folder(subject)))


def _folder(subject: PageSubject) -> PurePosixPath:
    parents = [PurePosixPath(page.source.path).parent for page in subject.pages] or [
        PurePosixPath(subject.page.source.path).parent
    ]
    shared = [
        parts[0]
        for parts in takewhile(lambda each: len(set(each)) == 1, zip(*(each.parts for each in parents), strict=False))
    ]
    return PurePosixPath(*shared)


def is_title_of_others(subject: PageSubject, claim: Claim) -> bool:
    """Whether a claim is part of the text of a link that leads to somebody else: the title of what they wrote."""
    start = claim.block.start + claim.start
    hosts = (split_address(link.url)[0] for link in claim.block.links if link.start <= start < link.end)
    return any(host and not subject.expected.names.owns(host) for host in hosts)


def is_labelled(page: PageClaims, link: LinkClaim, year: int) -> bool:
    """Whether the year of a link is said beside it, so that whoever follows it knows: in its text, its sentence or its entry."""
    if str(year) in link.link.text or str(year) in link.sentence.replace(link.url, ""):
        return True
    return any(str(year) in each.text or PAST_TITLE.search(each.text) for each in _entry_around(page, link.block))


def _entry_around(page: PageClaims, block: Block) -> Iterator[Block]:
    """Return the other values of the entry that a value stands in: those around it under the same key, up to one that repeats."""
    around = page.around(block, 3, 3) if block.key else ()
    index = next((number for number, each in enumerate(around) if each is block), 0)
    seen = {block.key}
    for side in (around[:index][::-1], around[index + 1 :]):
        for each in side:
            if each.key in seen or each.key.rpartition(".")[0] != block.key.rpartition(".")[0]:
                break
            seen.add(each.key)
            yield each
