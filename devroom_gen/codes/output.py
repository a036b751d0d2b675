"""Codes 5xx: what stands between a rendered page and the disk."""

from devroom_gen.diagnostic import Code, Severity

FOREIGN_FILE = Code(
    "DG501",
    "foreign-file",
    Severity.ERROR,
    "The file on the disk is a person's: it was edited since it was generated, or was never generated. It is kept.",
)
CANNOT_WRITE = Code(
    "DG502", "cannot-write", Severity.ERROR, "The page could not be written; what stood there stands there still."
)
SAME_PATH = Code("DG503", "same-path", Severity.ERROR, "Two editions would be written to one file.")
UNREADABLE_MEMORY = Code(
    "DG504",
    "unreadable-memory",
    Severity.ERROR,
    "`.devroom-gen.json` remembers what `render` wrote. Without it, every page that differs counts as a person's.",
)
DIFFERS_BESIDE = Code(
    "DG505",
    "differs-beside",
    Severity.WARNING,
    "A file of your own beside the pages repeats a fact of the record and says something else. It is never replaced.",
)
ORPHAN = Code(
    "DG506",
    "orphan",
    Severity.WARNING,
    "The page was generated for an edition that does not make it any more: a record was deleted or renamed.",
)
MISSING_PAGE = Code("DG507", "missing-page", Severity.ERROR, "A page that a record makes is not on the disk.")
STALE_PAGE = Code(
    "DG508", "stale-page", Severity.ERROR, "The page on the disk was generated from another state of the record."
)
STALE_BY_DAY = Code(
    "DG509",
    "stale-by-day",
    Severity.WARNING,
    "The page was right on the day it was generated. Since then the call has opened or closed, or the event is past.",
)
WORKER_STOPPED = Code(
    "DG510",
    "worker-stopped",
    Severity.ERROR,
    "Many editions are rendered by several processes. One of them was stopped, and its editions were not written.",
)
