"""A link leads to another year: of the conference, of its submission system, of the site itself.

Links change once a year and are seldom read. A link to the conference's own sites states its year; a link that
differs from one the record knows only in its year, or that was right for an earlier edition, is a copy. An archive is
linked on purpose, and so is what stands under a heading or in a sentence about the past.

Fails, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    Read the [code of conduct](https://fosdem.org/2019/practical/conduct/) before you come.
Passes, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    Read the [code of conduct](https://fosdem.org/2020/practical/conduct/) before you come.
    Slides of the [previous edition](https://archive.fosdem.org/2019/) are online.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from devroom_gen.claims.claim import LinkClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.links import split_address
from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import speaks_of_past, stands_in_past
from devroom_gen.facts.model import Facts
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import Expected, Sourced
from devroom_gen.rules.expected.names import as_in_address, is_foreign
from devroom_gen.rules.expected.page_kinds import RECENT, has_own_time, is_chronicle, is_labelled, is_of_one_thing

CODE = Code("DG302", "stale-link", Severity.ERROR, __doc__)
FOR_POSTS = True

_KEPT_HOSTS = ("archive.", "video.", "live.")
_KEPT_PATHS = re.compile(r"/schedule/(?:event|speaker)/|/attachments/|/interviews?/|/(?:blog|news|posts?|press)/")
"""A talk of a past year is linked where it was held, and news where they were told."""
_FEED = re.compile(r"feed|rss|atom", re.IGNORECASE)
_NUMBERED = re.compile(r"\bv\d{1,2}\b|#\d{1,2}\b", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|zip|gz|ics|pptx?|odp|bib|docx?|mp4|css|js|json|xml|csv|txt)(?:[?#]|$)",
    re.IGNORECASE,
)
"""An address of a file that is no page: papers and pictures keep their year."""
_SITE_KEYS = frozenset({"url", "baseurl", "base_url"})


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.year is None:
        return
    year = expected.year.value
    old = subject.once(CODE.name, lambda: {url for facts in expected.before for url in _links_of(facts)})
    current = subject.once(f"{CODE.name} now", lambda: {_norm(known.value) for known in expected.links.values()})
    listed = _list_of_editions(subject.page.links)
    for link in subject.page.links:
        if (
            _norm(link.url) in listed
            or link.link.is_asset
            or _norm(link.url) in current
            or link.host.startswith(_KEPT_HOSTS)
        ):
            continue
        stated, known = _stated_year(link, expected, year)
        if stated is None and _norm(link.url) in old and link.years:
            stated = next((y for _, y in link.years if y != year), None)
        if stated is None or stated == year or _is_meant(link):
            continue
        if known is None and is_of_one_thing(subject) and not expected.is_stated:
            continue
        if known is None and (_says_which(subject.page, link, stated) or is_foreign(link.link.text, expected.names)):
            continue
        if not subject.is_alone and known is None and _may_be_meant(subject, link, stated, year):
            continue
        message = f"the link leads to {stated}, but the edition is that of {year}"
        renewed = _renew(link.url, stated, year, known)
        is_stated = known is not None or _is_stated(subject, link, renewed)
        source = known if known and known.place() else expected.year
        yield subject.finding(
            link, message, known=source, severity=subject.unless_witnessed,
            help=f"write `{renewed}`" if is_stated else f"link what belongs to {year}, or say that an earlier edition is meant",
            instead=subject.if_typed(link, renewed, link.url) if is_stated else None,
        )  # fmt: skip
    yield from _check_addresses(subject, year)
    for block in subject.page.blocks:
        match = re.fullmatch(r"/?(20\d\d)/?", block.text.strip()) if block.key in _SITE_KEYS else None
        if match and int(match[1]) != year:
            message = f"the site is served under {match[1]}, but the edition is that of {year}"
            yield subject.finding(block.span(0, len(block.text)), message, known=expected.year)


def _is_stated(subject: PageSubject, link: LinkClaim, renewed: str) -> bool:
    """Whether an address is known to exist: as one of the conference, whose every year has the same, or on another page."""
    conference = subject.expected.conference
    if conference and conference.name.casefold() in link.host.split("."):
        return True
    linked = (each for page in subject.pages for each in page.links)
    return _norm(renewed) in subject.once(f"{CODE.name} links", lambda: {_norm(each.url) for each in linked})


def _check_addresses(subject: PageSubject, year: int) -> Findings:
    """Report a mail box that is named after an earlier edition of this event."""
    own = subject.expected.names
    for claim in subject.page.addresses:
        local, _, host = claim.address.partition("@")
        stated = {int(each) for each in re.findall(r"(?<!\d)20\d\d(?!\d)", local)}
        is_ours = own.owns(host) or any(word in as_in_address(local) for word in own.own)
        if (
            is_ours
            and stated
            and max(stated) < year
            and not speaks_of_past(claim)
            and not has_own_time(subject, claim.block)
        ):
            message = f"`{claim.address}` is the address of {max(stated)}, but the edition is that of {year}"
            yield subject.finding(claim, message, known=subject.expected.year, severity=Severity.WARNING)


def _list_of_editions(links: Iterable[LinkClaim]) -> set[str]:
    """Return the links that differ by their year alone, of three years or more: one per edition, heading or not."""
    years: dict[str, dict[int, str]] = {}
    for link in links:
        for _, year in link.years:
            years.setdefault(_shape(link.url, year), {})[year] = _norm(link.url)
    return {url for each in years.values() if len(each) > 2 for url in each.values()}


def _stated_year(link: LinkClaim, expected: Expected, year: int) -> tuple[int | None, Sourced[str] | None]:
    for known in expected.links.values():
        for _, stated in link.years:
            if stated != year and _shape(link.url, stated) == _shape(known.value, year):
                return stated, known
    return expected.year_of(link), None


def _is_meant(link: LinkClaim) -> bool:
    if link.is_struck or stands_in_past(link.block) or _KEPT_PATHS.search(link.path):
        return True
    return bool(link.block.text) and speaks_of_past(link)


def _says_which(page: PageClaims, link: LinkClaim, stated: int) -> bool:
    """Whether the text of a link says which edition it leads to: by its year, or by a number of its own."""
    if link.block.context is Context.CONFIGURATION and is_labelled(page, link, stated):
        return True
    return str(stated) in link.link.text or bool(_NUMBERED.search(link.link.text))


def _may_be_meant(subject: PageSubject, link: LinkClaim, stated: int, year: int) -> bool:
    """Whether a year may be named on purpose, on a site that holds more than one edition."""
    page = subject.page
    if stated > year or year - stated > RECENT or (_FILE.search(link.path) and not _FEED.search(link.path)):
        return True
    return is_labelled(page, link, stated) or has_own_time(subject, link.block) or is_chronicle(page)


def _shape(url: str, year: int) -> str:
    return _norm(re.sub(rf"(?<!\d){year}(?!\d)|(?<=[A-Za-z-]){year % 100:02}(?!\d)", "#", url))


@lru_cache(10_000)
def _norm(url: str) -> str:
    host, path = split_address(url)
    return f"{host}{path}".rstrip("/").casefold()


def _renew(url: str, stated: int, year: int, known: Sourced[str] | None) -> str:
    if known:
        return known.value
    if str(stated) in url:
        return url.replace(str(stated), str(year), 1)
    return re.sub(rf"(?<=[A-Za-z-]){stated % 100:02}(?!\d)", f"{year % 100:02}", url)


def _links_of(facts: Facts) -> set[str]:
    submits = [call.submit for call in facts.calls]
    links = (facts.repository, facts.site, facts.programme, facts.code_of_conduct, *submits)
    return {_norm(link) for link in links if link}
