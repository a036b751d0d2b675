"""Where templates run that did not come with the program: they reach nothing but their data, and do a bounded amount of work.

Every step of a template (a block that is entered, a call, a filter, an item of an iterator) and every character that it
makes is counted against one budget for each page. What would make a large value at once is refused before it is made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from math import prod
from typing import Any, TypeVar

from jinja2 import Environment, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_WORK = 20_000_000
"""Characters and a score of times the steps of one page: a page of an edition has about 6,000 and some hundred."""
MAX_GROWTH = 10_000_000
"""Characters or entries that one operation, filter or call may make."""
_STEP = 20
R = TypeVar("R")
_WIDTH = re.compile(r"\d{5,}|\*")
"""What makes a text of any length out of a pattern such as `%99999d`."""


class TooMuchWorkError(OverflowError):
    """A template does more than any page needs."""


class _CountingGenerator(CodeGenerator):
    """Compiles templates so that they count each block that they enter, with the text in it, and all that they join."""

    def blockvisit(self, nodes_: Iterable[nodes.Node], frame: Frame) -> None:
        inside = list(nodes_)
        data = (each for node in inside if isinstance(node, nodes.Output) for each in node.nodes)
        length = sum(len(each.data) for each in data if isinstance(each, nodes.TemplateData))
        self.writeline(f"environment.spend({_STEP + length})")
        super().blockvisit(inside, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.join_texts((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """Refuses attributes with `_`, methods that change things, and whatever would fill the memory or never end."""

    code_generator_class = _CountingGenerator
    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(finalize=self._count_output, **options)
        self._work = 0
        self.globals.pop("lipsum")
        self.filters = {name: self._guard(name, each) for name, each in {**self.filters, **filters}.items()}

    def begin_page(self) -> None:
        """Give a page the whole budget."""
        self._work = 0

    def spend(self, work: int) -> None:
        """Count work. Raises `TooMuchWorkError` where the budget of the page is used up."""
        self._work += work
        if self._work > MAX_WORK:
            raise TooMuchWorkError

    def join_texts(self, parts: Iterable[Any]) -> str:
        """Join texts as `~` does."""
        texts = [str(part) for part in parts]
        _refuse_growth(sum(map(len, texts)))
        return self._spent("".join(texts))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" and not (_is_number(left, 100) and _is_number(right, 100)):
            raise OverflowError(operator)
        if operator == "%" and isinstance(left, str) and _WIDTH.search(left):
            raise OverflowError(operator)
        if operator in "+*" and not (_is_number(left, 10**18) and _is_number(right, 10**18)):
            _refuse_growth(_weight(left) + _weight(right) if operator == "+" else _weight(left) * _weight(right))
        return self._spent(super().call_binop(context, operator, left, right))

    def call(__self, __context: Context, __obj: Any, *arguments: Any, **named: Any) -> Any:
        method = getattr(__obj, "__wrapped__", __obj)
        owner = getattr(method, "__self__", None)
        given = [owner] if isinstance(owner, str | list | tuple | dict) else []
        is_pattern = getattr(method, "__name__", "") in ("format", "format_map")
        arguments = __self._check([*given, *arguments], named, is_pattern=is_pattern)[len(given) :]
        return __self._spent(super().call(__context, __obj, *arguments, **named))

    def _guard(self, name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(filter_)
        def guarded(*arguments: Any, **named: Any) -> Any:
            return self._spent(filter_(*self._check(arguments, named, is_pattern=name == "format"), **named))

        return guarded

    def _check(self, given: Sequence[Any], named: Mapping[str, Any], *, is_pattern: bool) -> tuple[Any, ...]:
        """Refuse what would grow too much: no method and no filter makes more than the product of what it is given."""
        values = [
            each for each in (*given, *named.values()) if not isinstance(each, Context | EvalContext | Environment)
        ]
        if is_pattern and any(isinstance(each, str) and _WIDTH.search(each) for each in values):
            raise OverflowError
        _refuse_growth(prod(max(1, _weight(each)) for each in values))
        self.spend(_STEP + sum(_weight(each) for each in values if not isinstance(each, int | float)))
        return tuple(self._counted(each) if isinstance(each, Iterator) else each for each in given)

    def _spent(self, result: R) -> R:
        self.spend(0 if isinstance(result, int | float) else _weight(result))
        return result

    def _counted(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self.spend(_STEP + _weight(item))
            yield item

    def _count_output(self, value: Any) -> Any:
        self.spend(_weight(value) if isinstance(value, str) else _STEP)
        return value


def _refuse_growth(grown: int) -> None:
    if grown > MAX_GROWTH:
        raise OverflowError


def _is_number(value: Any, limit: int) -> bool:
    return isinstance(value, int | float) and abs(value) < limit


def _weight(value: Any) -> int:
    """Return by how much a value makes another grow, or is made to grow."""
    if isinstance(value, int | float):
        return min(MAX_GROWTH + 1, int(abs(value))) if value == value and abs(value) != float("inf") else MAX_GROWTH + 1
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list | tuple):
        return len(value) + sum(len(each) for each in value if isinstance(each, str))
    is_sized = hasattr(value, "__len__") and not isinstance(value, Undefined)  # which must not be asked for anything
    return len(value) if is_sized else 1
