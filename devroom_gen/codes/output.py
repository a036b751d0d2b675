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
