"""The reference of the codes, printed from where each finding is declared."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from devroom_gen import codes as declared
from devroom_gen.diagnostic import Code
from devroom_gen.reference.tables import write_table
from devroom_gen.rules import RULES


def print_codes() -> str:
    """Print every code in order, with the first sentence of its manual."""
    rows = [
        (f"`{code.id}`", code.name, str(code.severity), " ".join(code.manual.strip().partition("\n\n")[0].split()))
        for code in sorted(all_codes(), key=lambda code: code.id)
    ]
    return write_table(["code", "name", "severity", "what it finds"], rows)


def all_codes() -> Iterator[Code]:
    """Give every code that a finding can carry."""
    for module in pkgutil.iter_modules(declared.__path__):
        found = vars(import_module(f"{declared.__name__}.{module.name}")).values()
        yield from (value for value in found if isinstance(value, Code))
    yield from (rule.CODE for rule in RULES)
