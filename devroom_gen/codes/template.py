"""Codes 4xx that are found while templates are read and rendered; placeholders have rules of their own."""

from devroom_gen.diagnostic import Code, Severity

TEMPLATE_ERROR = Code(
    "DG403",
    "template-error",
    Severity.ERROR,
    "A template of your own cannot be rendered. Nothing is written for the edition.",
)
COLOURLESS_TITLE = Code(
    "DG404",
    "title-without-colours",
    Severity.WARNING,
    "The theme makes the id of a section from its title. A title with other than letters, digits, `-` and `_` loses its colours.",
)
