"""Codes 09x: comments and settings that suppress findings."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

MARK = "devroom-gen:"
"""Begins every comment that is meant for this program."""

UNUSED_SUPPRESSION = Code("DG090", "unused-suppression", Severity.WARNING)
SUPPRESSION_WITHOUT_REASON = Code("DG091", "suppression-without-reason", Severity.WARNING)
