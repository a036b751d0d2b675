"""The reference of the codes, printed from where each finding is declared."""

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.diagnostics.manual import read_manual
from devroom_gen.linter.registry import all_codes


def print_codes() -> str:
    """Print every code in order, with the first sentence of its manual."""
    rows = [(f"`{code.id}`", code.name, str(code.severity), read_manual(code.manual).summary) for code in all_codes()]
    return write_table(["code", "name", "severity", "what it finds"], rows)
