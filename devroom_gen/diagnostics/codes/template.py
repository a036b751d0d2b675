"""Codes 4xx that are found while templates are read and rendered; placeholders have rules of their own."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

TEMPLATE_ERROR = Code("DG403", "template-error", Severity.ERROR)
COLOURLESS_TITLE = Code("DG404", "title-without-colours", Severity.WARNING)
