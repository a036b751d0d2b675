"""Where templates of other people run: they reach nothing but their data, and cannot grow without end."""

from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_GROWTH = 1_000_000
"""Characters or entries that one `*` may make; a page of an edition has about 6,000."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Refuses attributes with `_`, methods that change things, and numbers and texts that would fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" and not (_is_small(left) and _is_small(right)):
            raise OverflowError(operator)
        if operator == "*" and _weight(left) * _weight(right) > MAX_GROWTH:
            raise OverflowError(operator)
        return super().call_binop(context, operator, left, right)


def _is_small(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) < 100


def _weight(value: Any) -> int:
    """Return by how much a value makes another grow, or is made to grow."""
    if isinstance(value, int | float):
        return min(MAX_GROWTH + 1, int(abs(value)))
    return len(value) if hasattr(value, "__len__") else 1
