"""Where templates run that did not come with the program: they reach nothing but their data, and do a bounded amount of work.

Every step of a template (a block that is entered, a call, a filter, an item of an iterator) and every character that it
makes is counted against one budget for each page. What would make a large value at once is refused before it is made; a
list that holds another a thousand times is as large as its text.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import wraps
from itertools import chain
from math import prod
from typing import Any, TypeVar

from jinja2 import Environment, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from devroom_gen.render.view import Fact

MAX_WORK = 20_000_000
"""Characters and a score of times the steps of one page: a page of an edition has about 6,000 and some hundred."""
MAX_GROWTH = 10_000_000
"""Characters or entries that one operation, filter or call may make."""
_STEP = 20
_MOVING = {
    "attr", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list", "map", "max", "min",
    "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
}  # fmt: skip
"""Filters that hand on what they are given, and make no text of it."""
_NO_SIZE = Context | EvalContext | Environment | Undefined
"""What filters are given beside values, and what must not be asked for anything."""
R = TypeVar("R")
_WIDTH = re.compile(r"%(?:\(\w*\))?[-+ #0]*(?P<old>[\d.*]+)|\{[^{}]*?:[^{}\d]*(?P<new>[\d.{][^}]*)")
"""What says how wide a part of a pattern gets: `%99d`, `{:>99}`; one that stands elsewhere, `%*d`, `{:>{}}`, is refused."""
_LOOKING = {"dictsort", "groupby", "max", "min", "sort", "unique"}
"""Those of them that look through all that they are given."""
_SLOW = {"pprint", "sum", "tojson", "urlize", "wordwrap", "wrap", "xmlattr"}
"""Filters that take more time than in proportion to what they are given."""
_MAX_DEPTH = 100
"""Lists in lists: what looks through deeper ones runs out of the stack."""
_MAX_SLOW, _MAX_NUMBER, _MAX_BITS = 200_000, 1_000_000, 10_000


class TooMuchWorkError(OverflowError):
    """A template does more than any page needs."""


class _CountingGenerator(CodeGenerator):
    """Compiles templates so that they count each block that they enter, with the text in it, and all that they join."""

    def blockvisit(self, nodes_: Iterable[nodes.Node], frame: Frame) -> None:
        inside = list(nodes_)
        data = [each for node in inside if isinstance(node, nodes.Output) for each in node.nodes]
        length = sum(len(each.data) for each in data if isinstance(each, nodes.TemplateData))
        self.writeline(f"environment.spend({_STEP * (1 + len(inside) + len(data)) + length})")
        super().blockvisit(inside, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.join_texts((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        self._count(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        self._count(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        if node.ctx == "load":
            self._count(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        if isinstance(node.arg, nodes.Slice):
            self._count(super().visit_Getitem, node, frame)
        else:
            super().visit_Getitem(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:
        self.write("(")
        self._count(self.visit, node.expr, frame)
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:
        self.write(f" {operators[node.op]} ")
        self._count(self.visit, node.expr, frame)

    def _count(self, visit: Callable[[Any, Frame], None], node: nodes.Node, frame: Frame) -> None:
        self.write("environment.count(")
        visit(node, frame)
        self.write(")")


class _Namespace(Namespace):
    """What templates may change, and so could hold itself: its text says nothing of what it holds."""

    def __repr__(self) -> str:
        return "<Namespace>"


class Sandbox(ImmutableSandboxedEnvironment):
    """Refuses attributes with `_`, methods that change things, and whatever would fill the memory or never end."""

    code_generator_class = _CountingGenerator
    intercepted_binops = frozenset({"*", "**", "+", "-", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(finalize=self._count_output, **options)
        self.begin_page()
        self.globals.pop("lipsum")  # makes another text each time, as `random` does
        self.filters.pop("random")
        self.globals["namespace"] = _Namespace
        self.filters = {name: self._guard(name, each) for name, each in {**self.filters, **filters}.items()}
        self.tests = {name: self._guard_test(each) for name, each in self.tests.items()}

    def begin_page(self) -> None:
        """Give a page the whole budget."""
        self._work = 0
        self._weights: dict[int, tuple[Any, int, int]] = {}

    def spend(self, work: int) -> None:
        """Count work. Raises `TooMuchWorkError` where the budget of the page is used up."""
        self._work += work
        if self._work > MAX_WORK:
            raise TooMuchWorkError

    def count(self, value: R) -> R:
        """Return a value that was made or is looked through, once it is counted. Raises `OverflowError` for a large one."""
        if isinstance(value, int) and value.bit_length() > _MAX_BITS:
            raise OverflowError
        if not isinstance(value, int | float):
            self.spend(_length(value))
            _refuse_growth(self._weigh(value))
        return value

    def join_texts(self, parts: Iterable[Any]) -> str:
        """Join texts as `~` does."""
        _refuse_growth(sum(map(self._weigh_entry, given := list(parts))))
        return self.count("".join(map(str, given)))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "-" and not (_is_number(left, 10**18) and _is_number(right, 10**18)):
            raise SecurityError  # sets, whose order is another one each time
        if operator == "**" and not (_is_number(left, 100) and _is_number(right, 100)):
            raise OverflowError(operator)
        if operator == "%" and isinstance(left, str):
            self.spend(_widths(left))
        elif operator in "+*%" and not (_is_number(left, 10**18) and _is_number(right, 10**18)):
            sizes = self._weigh(left), self._weigh(right)
            _refuse_growth(sum(sizes) if operator == "+" else prod(sizes))
        return self.count(super().call_binop(context, operator, left, right))

    def call(__self, __context: Context, __obj: Any, *arguments: Any, **named: Any) -> Any:
        method = getattr(__obj, "__wrapped__", __obj)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str | bytes | int | float | list | tuple | dict):
            is_pattern = getattr(method, "__name__", "") in ("format", "format_map")
            given = __self._bound([owner, *arguments], named, is_pattern=is_pattern)[1:]
        else:
            given = __self._counted_each(arguments)
        return __self.count(super().call(__context, __obj, *given, **named))

    def _guard(self, name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(filter_)
        def guarded(*arguments: Any, **named: Any) -> Any:
            if name in _MOVING:
                given = self._counted_each(arguments)
                self.spend(sum(map(self._weigh_entry, given)) if name in _LOOKING else 0)
            else:
                given = self._bound(arguments, named, is_pattern=name == "format")
            if name in _SLOW:
                _refuse_growth(sum(map(self._weigh_entry, given)), _MAX_SLOW)
            return self.count(filter_(*given, **named))

        return guarded

    def _guard_test(self, test: Any) -> Callable[..., Any]:
        @wraps(test)
        def guarded(*arguments: Any) -> Any:
            return test(*self._counted_each(arguments))

        return guarded

    def _bound(self, given: Iterable[Any], named: Mapping[str, Any], *, is_pattern: bool) -> list[Any]:
        """Refuse what would grow beyond the product of what it is made from, or a pattern beyond its own widths."""
        given = [list(self._counted(each)) if isinstance(each, Iterator) else each for each in given]
        values = [each for each in (*given, *named.values()) if not isinstance(each, _NO_SIZE)]
        asked, numbers = [self._weigh_entry(each) for each in values[:1]], [self._weigh(each) for each in values[1:]]
        if is_pattern:
            self.spend(_widths(values[0]) if isinstance(values[0], str) else 0)
            _refuse_growth(sum(map(self._weigh_entry, values)))
        else:
            _refuse_growth(prod(max(1, each) for each in asked + numbers))
            self.spend(sum(numbers))
        self.spend(_STEP + sum(asked))
        return given

    def _counted_each(self, given: Iterable[Any]) -> list[Any]:
        counted = [self._counted(each) if isinstance(each, Iterator) else each for each in given]
        self.spend(_STEP + sum(_STEP + _length(each) for each in counted))
        return counted

    def _counted(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self.spend(_STEP + _length(item))
            yield item

    def _count_output(self, value: Any) -> Any:
        if callable(value) and not isinstance(value, Undefined):  # its text names a place in memory
            raise SecurityError
        weight = self._weigh_entry(value)
        _refuse_growth(weight)
        self.spend(weight)
        return value

    def _weigh(self, value: Any) -> int:
        """Return by how much a value makes a text grow: a number by itself, what holds others by all that it holds."""
        if not isinstance(value, int | float):
            return self._weigh_entry(value)
        return int(abs(value)) if abs(value) <= _MAX_NUMBER else MAX_GROWTH + 1

    def _weigh_entry(self, value: Any) -> int:
        """Weigh a value of which a text is made; what holds others cannot change, and is looked through once for a page."""
        if isinstance(value, str):
            return len(value)
        if isinstance(value, Fact):
            return _STEP + len(str(value))
        if not isinstance(value, Collection) or isinstance(value, _NO_SIZE):
            return _STEP
        known = self._weights.get(id(value))
        if known is None:
            entries = list(chain(value, value.values()) if isinstance(value, Mapping) else value)
            weight = 2 + sum(2 + self._weigh_entry(each) for each in entries)
            depth = 1 + max((self._weights[id(each)][2] for each in entries if id(each) in self._weights), default=0)
            if depth > _MAX_DEPTH:
                raise OverflowError
            known = self._weights[id(value)] = value, weight, depth
        return known[1]


def _refuse_growth(grown: int, most: int = MAX_GROWTH) -> None:
    if grown > most:
        raise OverflowError


def _widths(pattern: str) -> int:
    """Return by how much a pattern widens what is put into it."""
    widths = (match["old"] or match["new"] for match in _WIDTH.finditer(pattern))
    numbers = [int(number) for width in widths for number in (re.findall(r"\d{1,9}", width) or [MAX_WORK])]
    return sum(numbers)


def _is_number(value: Any, limit: int) -> bool:
    return isinstance(value, int | float) and abs(value) < limit


def _length(value: Any) -> int:
    """Return how much there is to go through in a value itself, whatever its entries hold."""
    return len(value) if isinstance(value, Collection) and not isinstance(value, _NO_SIZE) else 1
