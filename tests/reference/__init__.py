"""The reference documentation: what it says of the code is printed from the code. Writes no file.

`python -m tests.reference` refreshes all files; `--check` only says which are stale.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from devroom_gen.commands.explain import explain_all
from devroom_gen.record.schema import written_schema
from tests.reference import lists
from tests.reference.names import print_names

PARTS: dict[str, Callable[[], str]] = {
    "commands": lists.print_commands,
    "formats": lists.print_formats,
    "names": print_names,
    "packages": lists.print_packages,
    "placeholders": lists.print_placeholders,
    "record": lists.print_record,
    "targets": lists.print_targets,
}
"""What is printed between two comments, `<!-- begin NAME: … -->` and `<!-- end NAME -->`, by that name."""

MIXED = ("README.md", "devroom_gen/README.md", "devroom_gen/cli/README.md", "events/README.md", "templates/README.md")
"""Files that people write and that have printed parts."""

WHOLE: dict[str, Callable[[], str]] = {
    "devroom_gen/rules/README.md": explain_all,
    "events/event.schema.json": written_schema,
}
"""Files that are printed from their first line to their last."""

_PART = re.compile(r"(?P<begin><!-- begin (?P<name>\w+)[^\n]*-->\n).*?(?P<end><!-- end (?P=name) -->)", re.DOTALL)


def refresh(text: str) -> str:
    """Put every printed part into a text again. Raises `KeyError` for a part that does not exist."""
    return _PART.sub(lambda part: f"{part['begin']}\n{PARTS[part['name']]()}\n{part['end']}", text)


def stale_files(root: Path) -> Iterator[tuple[Path, str]]:
    """Return each file of the reference that differs from what would be printed now, with that text."""
    for name in (*MIXED, *WHOLE):
        path, write = root / name, WHOLE.get(name)
        written = path.read_bytes().decode() if path.exists() or not write else ""
        fresh = write() if write else refresh(written)
        if fresh != written:
            yield path, fresh
