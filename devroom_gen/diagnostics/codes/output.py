"""Codes 5xx: what stands between a rendered page and the disk."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

FOREIGN_FILE = Code(
    "DG501",
    "foreign-file",
    Severity.ERROR,
    """The file on the disk is a person's, so it is kept as it is.

What `render` wrote is remembered in `.devroom-gen.json`. A page that differs from what was last written there was
edited by hand, or was never generated, and a hand's work is never lost silently.

How it comes about:

    a page was corrected where it lies and not in the record:
    move the correction into the record, then replace the page with `devroom-gen render --force`
""",
)
CANNOT_WRITE = Code(
    "DG502",
    "cannot-write",
    Severity.ERROR,
    """A page could not be written; what stood there stands there still.

Each page is written to a neighbour first and then takes its place, so that a full disk or a missing right leaves no
half page.

How it comes about:

    the disk is full, the folder may not be written, or is a link that leads nowhere:
    make room or give the right, and render again
""",
)
SAME_PATH = Code(
    "DG503",
    "same-path",
    Severity.ERROR,
    """Two editions would be written to one file.

The last one would win, and which one is last nobody could tell. The output of each edition needs a place of its own.

How it comes about:

    `output` in the settings does not depend on the edition, and there are several:
    put `{edition}` into it, as in "site/{target}/{edition}"
""",
)
UNREADABLE_MANIFEST = Code(
    "DG504",
    "unreadable-manifest",
    Severity.ERROR,
    """What `render` remembers of an output folder cannot be read.

`.devroom-gen.json` tells pages that `render` wrote from those of a person. Without it, nothing in the folder may be
replaced.

How it comes about:

    a merge left marks of conflict in the file, or another version of the program wrote it:
    take it from your version control, or delete it and use `devroom-gen render --force`
""",
)
DIFFERS_BESIDE = Code(
    "DG505",
    "differs-beside",
    Severity.WARNING,
    """A file of your own beside the pages repeats a fact of the record and says something else.

The title and description of a site stand in a file that is yours, such as `_config.yml`, and is never replaced. It is
read, so that it does not keep the year of an earlier edition.

How it comes about:

    the record was rolled forward and `_config.yml` beside the pages was not:
    write there what the finding says
""",
)
ORPHAN = Code(
    "DG506",
    "orphan",
    Severity.WARNING,
    """The page was generated for an edition that does not make it any more.

A record was deleted or renamed, a section was left out, or `output` was changed. What lies on the disk would be
published beside what is true.

How it comes about:

    a record was renamed after its pages were rendered:
    remove what is left with `devroom-gen render --prune`
""",
)
MISSING_PAGE = Code(
    "DG507",
    "missing-page",
    Severity.ERROR,
    """A page that a record makes is not on the disk.

`render --check` compares all pages with their records, so that nobody publishes a record without its pages.

How it comes about:

    a record was committed and its pages were not:
    run `devroom-gen render` and commit what it wrote
""",
)
STALE_PAGE = Code(
    "DG508",
    "stale-page",
    Severity.ERROR,
    """The page on the disk was generated from another state of the record.

A fact that was changed in the record alone has not reached the readers of the page.

How it comes about:

    the record or a template was changed after the page was rendered:
    run `devroom-gen render` and commit what it wrote
""",
)
STALE_BY_DAY = Code(
    "DG509",
    "stale-by-day",
    Severity.WARNING,
    """The page was right on the day it was generated, and is not today.

Since then the call has opened or closed, or the event is past. Nobody has made a mistake, so it is a warning alone.

How it comes about:

    the deadline went by and nobody rendered the pages again:
    run `devroom-gen render`, or let a scheduled workflow run it every night
""",
)
