"""Codes 4xx that are found while templates are read and rendered; placeholders have rules of their own."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

TEMPLATE_ERROR = Code(
    "DG403",
    "template-error",
    Severity.ERROR,
    """A template of your own cannot be rendered.

It is not well formed, or it uses a name that does not exist. Nothing is written for the edition, so that half a page is
never published.

How it comes about:

    a template in `templates/` was changed by hand:
    fix the line that the finding shows; `devroom-gen templates` lists what there is
""",
)
COLOURLESS_TITLE = Code(
    "DG404",
    "title-without-colours",
    Severity.WARNING,
    """The title of a section keeps it from getting its colours.

The theme makes the id of a section from its title, and its colours are found by that id. A title with other
characters than letters, digits, `-` and `_` makes an id that does not work.

How it comes about:

    a section is called "R&D" or "2018":
    write a title of letters, digits, `-` and `_`, a letter first
""",
)
