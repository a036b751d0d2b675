"""What the last run rendered from which inputs, in the cache folder of the person who runs it; never in the project.

An edition is a function of its inputs. Pages that were rendered from inputs of the same fingerprint, and lie on the disk
with the digest that was rendered, need not be rendered again; whatever is not surely so is rendered.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.project.digests import UnknownInputError, digest_file, digest_parts, digest_zone
from devroom_gen.project.private_files import read_private, write_private


class CachedPages(NamedTuple):
    """Pages as they were rendered: whose they are, the output folder, and digests of the texts by their paths below it.

    All of an edition lie in `below`; those of the project are beside nobody's.
    """

    owner: str
    folder: str
    digests: Mapping[str, str]
    below: str | None


class CachedSeries(NamedTuple):
    """A series that was rendered without a finding.

    It holds from a first day to a last, between which no phase turns, while the zones and the files kept by hand beside
    the pages have the same digests. `summaries` is what pages of all editions see of it, as JSON.
    """

    fingerprint: str
    first: str
    last: str
    editions: int
    summaries: str
    pages: tuple[CachedPages, ...]
    zones: Mapping[str, str]
    hand_kept: Mapping[str, str]

    def is_current(self, fingerprint: str | None, today: date) -> bool:
        """Whether rendering the series today would give the same pages, and no finding."""
        try:
            return (
                self.fingerprint == fingerprint
                and self.first <= today.isoformat() <= self.last
                and all(digest_zone(name) == digest for name, digest in self.zones.items())
                and all(digest_file(path) == digest for path, digest in self.hand_kept.items())
            )
        except UnknownInputError:
            return False


class CachedProject(NamedTuple):
    """The pages of all editions, and the fingerprint of what they were rendered from."""

    fingerprint: str
    pages: tuple[CachedPages, ...]


class Cache(NamedTuple):
    """What is known of one project and output."""

    series: Mapping[str, CachedSeries]
    all_editions: CachedProject | None = None


def cache_file(caches: Path, root: Path, output: str | None) -> Path:
    """Return the file of one project and output; a project that was moved or copied has another."""
    where = [str(root), *([str(Path.cwd()), output] if output is not None else [])]
    return caches / f"{digest_parts(where)[:32]}.json"


def read_cache(path: Path) -> Cache:
    """Read a cache; one that is damaged, or that somebody else could write, is empty."""
    try:
        check, _, content = read_private(path).partition(b"\n")
        if check.decode() != _checksum(content.decode()):
            return Cache({})
        series, project = json.loads(content)
    except (OSError, ValueError):
        return Cache({})
    known = {name: CachedSeries(*row) for name, row in series.items()}
    return Cache(
        {name: each._replace(pages=_read_pages(each.pages)) for name, each in known.items()},
        CachedProject(project[0], _read_pages(project[1])) if project else None,
    )


def write_cache(path: Path, cache: Cache) -> None:
    """Write a cache whole or not at all; where it may not be written, there is none."""
    content = json.dumps(cache, separators=(",", ":"))
    write_private(path, f"{_checksum(content)}\n{content}".encode())


def _checksum(content: str) -> str:
    """Return what a cache must begin with; that of a program with another form of entries is another."""
    return digest_parts([*CachedSeries._fields, *CachedPages._fields, content])


def _read_pages(rows: Iterable[tuple[str, str, Mapping[str, str], str | None]]) -> tuple[CachedPages, ...]:
    return tuple(CachedPages(*row) for row in rows)
