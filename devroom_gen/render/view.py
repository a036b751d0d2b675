"""The facts as templates see them: named texts that are escaped when they are asked for, and nothing that can be called."""

from collections.abc import Collection, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from devroom_gen.facts.model import Facts, Link, Name
from devroom_gen.facts.placeholders import fill_placeholders, find_fact
from devroom_gen.facts.when import STYLES, When
from devroom_gen.record.scalars import Prose
from devroom_gen.render.escaping import Escaping

_AS_IT_IS = (type(None), bool, int)


class Fact:
    """A text that prints as it must stand in the page, with parts of its own: `{{ date }}`, `{{ date.long }}`.

    Text and parts are made when a template first asks for them, and kept: `__dict__` holds what was asked for.
    """

    __slots__ = ("__dict__", "_value", "_view")

    def __init__(self, view: "View", value: Any) -> None:
        self._view = view
        self._value = value

    def __str__(self) -> str:
        text: str = self._text
        return text

    def __getattr__(self, name: str) -> Any:
        """Make a part; which parts there are, the value alone decides, and no other name exists."""
        value = self._value
        if name in ("_text", "_raw"):
            self._text, self._raw = self._view.write(value)
            return self.__dict__[name]
        if name not in self.__dir__():
            raise AttributeError(name)
        part = self.__dict__[name] = self._view.convert(value[name] if type(value) is dict else getattr(value, name))
        return part

    def __dir__(self) -> Collection[str]:
        value = self._value
        return value if type(value) is dict else _part_names(value.__class__)


class Recollection(Fact):
    """What templates asked of a fact when it was there. `seen` is plain data; what was not asked then is forgotten."""

    __slots__ = ("_seen",)

    def __init__(self, seen: dict[str, Any]) -> None:
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        seen = self._seen
        if name in ("_text", "_raw"):
            if "" not in seen:
                raise ForgottenError(name)
            text = seen[""]
            self._text, self._raw = (text, text) if isinstance(text, str) else text
            return self.__dict__[name]
        if name not in seen:
            raise ForgottenError(name)
        part = self.__dict__[name] = recall(seen[name])
        return part


class ForgottenError(Exception):
    """A template asks a recollection for what was not asked before: the fact itself is needed."""


def recollect(value: Any) -> Any:
    """Give what was asked of a fact so far, as plain data."""
    if isinstance(value, list):
        return [recollect(item) for item in value]
    if not isinstance(value, Fact):
        return value
    seen = {name: recollect(part) for name, part in vars(value).items() if name not in ("_text", "_raw")}
    if "_text" in vars(value):
        seen[""] = value._text if value._text == value._raw else [value._text, value._raw]
    return seen


def recall(seen: Any) -> Any:
    """Give a fact back as templates saw it."""
    if isinstance(seen, list):
        return [recall(item) for item in seen]
    return Recollection(seen) if isinstance(seen, dict) else seen


def raw_text(value: object) -> str:
    """Give the text of a fact as it stands in the record, for filters that escape in their own way."""
    return str(value._raw) if isinstance(value, Fact) else str(value)


class View:
    """The facts of one edition in one escaping; without facts, of what belongs to no edition."""

    def __init__(self, facts: Facts | None, escaping: Escaping) -> None:
        self._escaping = escaping
        self._facts = facts
        self._known: dict[str, str] = {}

    def names(self) -> dict[str, Any]:
        """Give every fact under its name."""
        return {name: self.convert(getattr(self._facts, name)) for name in _part_names(Facts)}

    def whole(self) -> Fact:
        """Give the edition as one fact, with every fact under its name as a part."""
        return Fact(self, self._facts)

    def convert(self, value: Any) -> Any:
        """Give one value as templates see it. Escapes nothing yet."""
        kind = type(value)
        if kind in _AS_IT_IS:
            return value
        if kind is tuple:
            return [self.convert(item) for item in value]
        if kind is Name:
            return str(value)
        return value.isoformat() if isinstance(value, date) else Fact(self, value)

    def write(self, value: Any) -> tuple[str, str]:
        """Give the text of a value as it must stand in the page, and as it stands in the record."""
        if not isinstance(value, str):
            value = getattr(value, "text", "")
        if isinstance(value, Prose):
            prose = self._escaping.prose(value.replace("\r\n", "\n"))
            filled = fill_placeholders(prose, self._placeholder)
            return self._escaping.filled_prose(filled), filled
        if isinstance(value, Link):
            return self._escaping.link(value), value
        return self._escaping.text(value), value

    def _placeholder(self, name: str) -> str:
        if name not in self._known:
            value = find_fact(self._facts, name) if self._facts else None
            fact = self.convert(value)
            written = raw_text(fact) if self._escaping.is_bare else str(fact)
            self._known[name] = f"{{{name}}}" if value is None else written
        return self._known[name]


@cache
def _part_names(kind: Hashable) -> frozenset[str]:
    """Give the names of all parts that facts of one kind have."""
    if kind is When:
        return frozenset((*STYLES, "is_known"))
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return frozenset()
    return frozenset(field.name for field in fields(kind)) - {"text"}
