"""Which pages are about another year than the edition: sites keep old editions in folders, and old news in dated files."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from devroom_gen.claims.extract import PageClaims
from devroom_gen.rules.expected.model import Expected

_YEAR = re.compile(r"(?:[a-z]+[-_]?)?(20[0-4]\d)(?:[-_][a-z].*)?", re.IGNORECASE)
_POST = re.compile(r"(20[0-4]\d)-(\d\d)-(\d\d)-(.+)")
_NAMED = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_ARCHIVE = re.compile(r"(?:^|[_\W])(?:archived?|archives?|past|previous|former|history|old)(?:[_\W]|$)", re.IGNORECASE)
_MANY = 30
"""Pages of a site that is no page or two of one edition any more."""
_ANNOUNCED = 5
"""A folder with so many times fewer pages than that of the year before announces the next edition."""
_SPREAD = 60
"""Days over which names of posts lie that date them; nearer ones only give their order."""


def page_year(page: PageClaims, root: str) -> int | None:
    """Return the year that the path of a page states, below the folder that is looked at."""
    below = _below(page, root)
    for part in (*below.parts[:-1], below.stem):
        if match := _YEAR.fullmatch(part):
            return int(match[1])
    return None


class Site(NamedTuple):
    """The pages of a run, below the folder that is looked at; `dated` are the folders whose posts are dated by their names."""

    pages: Sequence[PageClaims]
    root: str
    dated: frozenset[str]

    def is_of_other_year(self, page: PageClaims, expected: Expected) -> bool:
        """Whether a page is about another edition: by its path, as an archive, or as a post of its own time."""
        path = _below(page, self.root)
        if any(map(_ARCHIVE.search, path.parts)):
            return True
        post = _POST.fullmatch(path.stem)
        if post and str(path.parent) in self.dated and expected.year:
            named = [int(year) for year in _NAMED.findall(post[4])]
            return (named[-1] if named else _edition_of(post, expected)) != expected.year.value
        return is_of_other_year(page, self.root, expected)

    def by_edition(self, pages: Iterable[PageClaims], expected: Expected) -> dict[int, list[PageClaims]]:
        """Bring together the posts about each edition but this one, by their names."""
        found: dict[int, list[PageClaims]] = {}
        for page in pages:
            path = _below(page, self.root)
            post = _POST.fullmatch(path.stem)
            if post and str(path.parent) in self.dated and (named := _NAMED.findall(post[4])):
                found.setdefault(int(named[-1]), []).append(page)
        return {year: own for year, own in sorted(found.items()) if not expected.year or year != expected.year.value}

    def by_path(self, pages: Iterable[PageClaims]) -> dict[int, list[PageClaims]]:
        """Bring together the pages whose folder or name is that of an edition."""
        found: dict[int, list[PageClaims]] = {}
        for page in pages:
            if year := page_year(page, self.root):
                found.setdefault(year, []).append(page)
        return dict(sorted(found.items()))

    def is_of_one_edition(self, expected: Expected) -> bool:
        """Whether all of it is about one edition, so that whatever names another one was left over."""
        return len(self.pages) <= _MANY and not any(self.is_of_other_year(page, expected) for page in self.pages)

    def voters(self, year: int | None = None) -> list[PageClaims]:
        """Return the pages that may say which edition they are about: those of no year, and of the one given or the latest."""
        current = [page for page in self.pages if not any(map(_ARCHIVE.search, _below(page, self.root).parts))]
        return latest_pages(current or self.pages, self.root, year)

    def latest_year(self) -> int | None:
        """Return the latest year that a path names, but not one of an edition that is only announced."""
        return max((year for page in self.voters() if (year := page_year(page, self.root))), default=None)

    def of_no_year(self) -> list[PageClaims]:
        """Return the pages whose path names no year and no archive."""
        return [page for page in self.voters() if page_year(page, self.root) is None]


def find_site(pages: Sequence[PageClaims], root: str) -> Site:
    """Look at the paths of pages together: whether posts are news, and not the sections of one page."""
    days: dict[str, list[date]] = {}
    for page in pages:
        path = _below(page, root)
        if post := _POST.fullmatch(path.stem):
            try:
                days.setdefault(str(path.parent), []).append(date(*map(int, post.groups()[:3])))
            except ValueError:
                continue
    dated = (folder for folder, each in days.items() if (max(each) - min(each)).days > _SPREAD)
    return Site(pages, root, frozenset(dated))


def _below(page: PageClaims, root: str) -> PurePosixPath:
    """Return the path of a page below the folder that is looked at."""
    path = PurePosixPath(page.source.path)
    return path.relative_to(root) if root and path.is_relative_to(root) else PurePosixPath(path.name)


def is_of_other_year(page: PageClaims, root: str, expected: Expected) -> bool:
    """Whether a page is about another edition, by its path, or by its dated name and what it says."""
    if expected.year is None:
        return False
    year = page_year(page, root)
    if year is not None:
        return year != expected.year.value
    if post := _POST.fullmatch(PurePosixPath(page.source.path).stem):
        own = _edition_of(post, expected)
        return own < expected.year.value and main_year(page, expected) == own
    return False


def _edition_of(post: re.Match[str], expected: Expected) -> int:
    """Return the year of the edition that a post was written for: the first that was still to come."""
    last = expected.event_days.value[-1] if expected.event_days else date(2000, 6, 1)
    return int(post[1]) + ((int(post[2]), int(post[3])) > (last.month, last.day))


def main_year(page: PageClaims, expected: Expected) -> int | None:
    """Return the year that a page names most."""
    counts = Counter(claim.year for claim in page.years if expected.is_conference(claim.owner))
    counts.update(year for link in page.links if (year := expected.year_of(link)))
    return counts.most_common(1)[0][0] if counts else None


def latest_pages(pages: Sequence[PageClaims], root: str, latest: int | None = None) -> list[PageClaims]:
    """Return the pages of no year and of the one given, or of the latest that a path states."""
    years = {id(page): page_year(page, root) for page in pages}
    counts = Counter(year for year in years.values() if year)
    announced = max(counts, default=0)
    if counts[announced] * _ANNOUNCED < counts[announced - 1]:
        announced -= 1
    latest = latest or announced
    return [page for page in pages if years[id(page)] in (None, latest)]
