"""Codes 5xx: what stands between a rendered page and the disk."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

FOREIGN_FILE = Code("DG501", "foreign-file", Severity.ERROR)
CANNOT_WRITE = Code("DG502", "cannot-write", Severity.ERROR)
SAME_PATH = Code("DG503", "same-path", Severity.ERROR)
UNREADABLE_MANIFEST = Code("DG504", "unreadable-manifest", Severity.ERROR)
DIFFERS_BESIDE = Code("DG505", "differs-beside", Severity.WARNING)
ORPHAN = Code("DG506", "orphan", Severity.WARNING)
MISSING_PAGE = Code("DG507", "missing-page", Severity.ERROR)
STALE_PAGE = Code("DG508", "stale-page", Severity.ERROR)
STALE_BY_DAY = Code("DG509", "stale-by-day", Severity.WARNING)
OUTPUT_OUTSIDE = Code("DG511", "output-outside", Severity.ERROR)
