"""The parts of the README that are printed from the code, each between two comments that name it. Writes no file.

`python -m devroom_gen.reference README.md` puts them in again; a test holds that they are fresh.
"""

import re
from collections.abc import Callable

from devroom_gen.cli.reference.codes import print_codes
from devroom_gen.cli.reference.commands import print_commands
from devroom_gen.cli.reference.placeholders import print_placeholders
from devroom_gen.cli.reference.record import print_record
from devroom_gen.cli.reference.targets import print_targets

PARTS: dict[str, Callable[[], str]] = {
    "targets": print_targets,
    "commands": print_commands,
    "record": print_record,
    "placeholders": print_placeholders,
    "codes": print_codes,
}

_PART = re.compile(r"(?P<begin><!-- begin (?P<name>\w+)[^\n]*-->\n).*?(?P<end><!-- end (?P=name) -->)", re.DOTALL)


def refresh(text: str) -> str:
    """Put every printed part into a text again; a `KeyError` names a part that does not exist."""
    return _PART.sub(lambda part: f"{part['begin']}\n{PARTS[part['name']]()}\n{part['end']}", text)
