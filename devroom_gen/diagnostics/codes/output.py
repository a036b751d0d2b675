"""Codes 5xx: what stands between a rendered page and the disk."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

FOREIGN_FILE = Code(
    "DG501",
    "foreign-file",
    Severity.ERROR,
    """The file on the disk was written or edited by hand, so it is kept as it is.

What `render` wrote is remembered in `.devroom-gen.json`. A page that differs from what was last written there was
edited by hand, or was never generated. `render` never overwrites work that was done by hand.

How it comes about:

    a page was corrected, and not the record:
    move the correction into the record, then replace the page with `devroom-gen render --force`
""",
)
CANNOT_WRITE = Code(
    "DG502",
    "cannot-write",
    Severity.ERROR,
    """A page could not be written; the file on the disk is unchanged.

Each page is written to a temporary file beside it, which then replaces it: a full disk or a missing permission never
leaves half a page.

How it comes about:

    the disk is full, the folder is not writable, or it is a broken link:
    make room or change the permissions, and render again
""",
)
SAME_PATH = Code(
    "DG503",
    "same-path",
    Severity.ERROR,
    """Two editions would be written to one file.

Each would overwrite the other. The output of each edition needs a place of its own.

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

`.devroom-gen.json` says which pages `render` wrote. Without it, nothing in the folder may be replaced.

How it comes about:

    a merge left conflict markers in the file, or another version of the program wrote it:
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
    """The page was generated for an edition that no longer has it.

A record was deleted or renamed, a section was left out, or `output` was changed. The old page would be published
beside the new ones.

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

`render --check` compares all pages with their records, so that no record is published without its pages.

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

A fact that was changed in the record has not reached the page.

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

Since then the call has opened or closed, or the event is over. Nobody made a mistake, so this is only a warning.

How it comes about:

    the deadline has passed since the pages were rendered:
    run `devroom-gen render`, or let a scheduled workflow run it every night
""",
)
