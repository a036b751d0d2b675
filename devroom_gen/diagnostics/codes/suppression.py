"""Codes 09x: comments and settings that suppress findings."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

MARK = "devroom-gen:"
"""Begins every comment that is meant for this program."""

UNUSED_SUPPRESSION = Code(
    "DG090",
    "unused-suppression",
    Severity.WARNING,
    """A comment or setting suppresses nothing.

What was suppressed has been fixed, or has moved, or was never there. If the suppression stayed, it would hide the next
mistake of its kind. Errors of the codes 0xx and 1xx cannot be suppressed.

Fails, as `events/2018.toml` with:

    # devroom-gen: ignore DG204 the devroom meets on the Friday before
    date = 2018-02-04

Passes, as `events/2018.toml` with:

    # devroom-gen: ignore DG204 the devroom meets on the Friday before
    date = 2018-02-02
""",
)
SUPPRESSION_WITHOUT_REASON = Code(
    "DG091",
    "suppression-without-reason",
    Severity.WARNING,
    """A comment suppresses a finding and does not say why.

Next year somebody else reads it and must know whether it still holds. Until a reason follows the code, the
comment suppresses nothing. Several codes are separated by commas.

Fails, as `events/2018.toml` with:

    # devroom-gen: ignore DG208
    date = 2018-02-04

Passes, as `events/2018.toml` with:

    # devroom-gen: ignore DG208 the conference decides in June
    date = "TBD"
""",
)
