"""Which pages are about another year than the edition: sites keep old editions in folders, and old news in dated files."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from devroom_gen.claims.extract import PageClaims
from devroom_gen.rules.expected.model import Expected

_YEAR = re.compile(r"(?:[a-z]+[-_]?)?(20[0-4]\d)(?:[-_][a-z].*)?", re.IGNORECASE)
_POST = re.compile(r"(20[0-4]\d)-(\d\d)-\d\d-.+")


def page_year(page: PageClaims, root: str) -> int | None:
    """Return the year that the path of a page states, below the folder that is looked at."""
    path = PurePosixPath(page.source.path)
    below = path.relative_to(root) if root and path.is_relative_to(root) else PurePosixPath(path.name)
    for part in (*below.parts[:-1], below.stem):
        if match := _YEAR.fullmatch(part):
            return int(match[1])
    return None


def is_of_other_year(page: PageClaims, root: str, expected: Expected) -> bool:
    """Whether a page is about another edition, by its path, or by its dated name and what it says."""
    if expected.year is None:
        return False
    year = page_year(page, root)
    if year is not None:
        return year != expected.year.value
    if post := _POST.fullmatch(PurePosixPath(page.source.path).stem):
        own = int(post[1]) + (int(post[2]) >= 6)
        return own < expected.year.value and main_year(page, expected) == own
    return False


def main_year(page: PageClaims, expected: Expected) -> int | None:
    """Return the year that a page names most."""
    counts = Counter(claim.year for claim in page.years if expected.is_conference(claim.owner))
    counts.update(year for link in page.links if (year := expected.year_of(link)))
    return counts.most_common(1)[0][0] if counts else None


def latest_pages(pages: Sequence[PageClaims], root: str) -> list[PageClaims]:
    """Return the pages of no year and of the latest year that a path states."""
    years = {id(page): page_year(page, root) for page in pages}
    latest = max((year for year in years.values() if year), default=None)
    return [page for page in pages if years[id(page)] in (None, latest)]
