"""Writes the cache of a run that rendered something: of each series that nothing is wrong with, what it depends on."""

import time
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from devroom_gen.diagnostics.diagnostic import has_errors
from devroom_gen.output.cache.diagnostics import write_finding
from devroom_gen.output.cache.fingerprints import Stamp, is_racy, take_stamps
from devroom_gen.output.cache.store import write_cache
from devroom_gen.output.output_folders import Gathering, Stock
from devroom_gen.output.series import Batch
from devroom_gen.output.site import PROJECT
from devroom_gen.output.up_to_date import Recollected


class Index(Enum):
    """How pages of all editions came about: left as they were, from what series told, or from all records."""

    KEPT = "kept"
    RECALLED = "recalled"
    READ = "read"


def keep_run(
    recollected: Recollected,
    batches: dict[str, dict[str, Any]],
    gathering: Gathering,
    *,
    index: Index,
    is_settled: bool,
) -> None:
    """Remember what this run found. A series of which something could not be written, or has errors, is not kept."""
    now = time.time_ns()
    series = {name: each.entry for name, each in recollected.clean.items()}
    for name, entry in batches.items():
        pages = _pages(gathering, entry.pop("sheaves"), now)
        if pages is not None:
            series[name] = {**entry, "pages": pages, "records": recollected.records[name]}
    is_kept = index is Index.KEPT
    folders = [(PROJECT, folder) for folder in gathering.stocks]
    made = [(PROJECT, "", recollected.index)] if is_kept else _pages(gathering, folders, now)
    stocks = gathering.stocks.values()
    write_cache(
        recollected.file,
        {
            "where": recollected.where,
            "program": recollected.program,
            "here": recollected.here,
            "ground": recollected.ground,
            "memories": {path: stamp for stock in stocks for path, stamp in stock.memory_stamps(now).items()},
            "gone": take_stamps((path for stock in stocks for path in stock.gone()), now),
            "folders": [str(folder) for folder in sorted(gathering.stocks)],
            "index": [page for _, _, pages in made or () for page in pages],
            "is_recalled": index is not Index.READ,
            "is_settled": is_settled and made is not None and all(stock.writer.is_alone for stock in stocks),
            "series": series,
        },
    )


def write_entry(batch: Batch) -> dict[str, Any] | None:
    """Return what is kept of a series before its pages are written; nothing where it must be rendered again."""
    if batch.rows is None or has_errors(batch.diagnostics):
        return None
    try:
        findings = [write_finding(each) for each in batch.diagnostics]
    except TypeError:
        return None
    return {
        "editions": batch.editions,
        "days": [day.isoformat() for day in batch.steady],
        "beside": batch.beside,
        "findings": findings,
        "rows": batch.rows,
        "sheaves": [(sheaf.owner, sheaf.folder) for sheaf in batch.sheaves],
    }


def _pages(
    gathering: Gathering, sheaves: Iterable[tuple[str, Path]], now: int
) -> list[tuple[str, str, list[tuple[str, str, Stamp]]]] | None:
    """Return the pages of some owners and folders with their stamps; nothing where one is not as it should be."""
    found = []
    for owner, folder in sorted(set(sheaves)):
        stock = gathering.stocks[folder]
        stamps = stock.stamps.get(owner, {})
        if stock.has_failed or any(stamp is None for stamp in stamps.values()):
            return None
        pages = [(str(folder), path, _seal(stock, path, stamp, now)) for path, stamp in stamps.items() if stamp]
        found.append((owner, str(folder), pages))
    return found


def _seal(stock: Stock, path: str, stamp: Stamp, now: int) -> Stamp:
    """Return a digest to the stamp of a page that was written just before the cache is."""
    return [*stamp[:4], stock.writer.digest_of(path)] if is_racy(stamp, now) and not stamp[4] else stamp
