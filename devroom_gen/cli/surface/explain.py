"""The command line of `explain`."""

from typing import Annotated

from devroom_gen.cli.completion import complete_code
from devroom_gen.cli.options import argument, option
from devroom_gen.cli.outcome import print_text

_CODE = argument("A code or its name: `DG206`, `duplicate-organizer`.", "CODE", autocompletion=complete_code)


def explain(
    code: Annotated[str | None, _CODE] = None,
    markdown: Annotated[bool, option("--markdown", "Print all pages as one reference in Markdown.")] = False,
) -> None:
    """Print the manual page of a code, or the list of all codes."""
    from devroom_gen.commands.explain import explain as run
    from devroom_gen.commands.explain import explain_all
    from devroom_gen.errors import UsageError

    if markdown and code is not None:
        raise UsageError("`--markdown` prints all codes", "leave the code out, or leave `--markdown` out")
    print_text(explain_all() if markdown else run(code))
