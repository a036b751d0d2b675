"""The facts as templates see them: texts that are escaped already, and groups of them under their names."""

import re
from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

from devroom_gen.facts.model import CallFacts, Facts, TopicsFacts
from devroom_gen.facts.parts import ConferenceFacts, Link, Name
from devroom_gen.facts.phase import Phase
from devroom_gen.facts.placeholders import fill_placeholders, find_fact
from devroom_gen.facts.summary import CallSummary, EditionSummary
from devroom_gen.facts.when import STYLES, When
from devroom_gen.record.scalars import Prose
from devroom_gen.render.escaping import Escaping, as_it_is

_CODE = re.compile(
    r"((?<!`)(?:`(?!`)[^`]+`|``(?!`).+?(?<!`)``|```(?!`).+?(?<!`)```)(?!`)|~~~.+?~~~|(?m:^)(?: {4}|\t)[^\n]+)",
    re.DOTALL,
)
"""What may be code of Markdown: between one to three backticks, fenced by tildes, or indented."""
_MOST = 1_000_000
"""Characters of one text of a page: a record is no longer than a tenth of that."""
_HARMLESS = re.compile(r"""(?:[\w.,:;/@!?+%="'-]| (?! ))+""")
_AS_IT_IS = frozenset((type(None), bool, int))
_OPEN = frozenset((Facts, CallFacts, ConferenceFacts, Phase, TopicsFacts, EditionSummary, CallSummary, When, dict))
"""Kinds of which a template asks for a few of many parts."""


class Written(str):
    """A text as it must stand in the page, which keeps what stands in the record."""

    __slots__ = ("_raw",)
    _raw: str

    def __new__(cls, text: str, raw: str) -> "Written":
        written = super().__new__(cls, text)
        written._raw = raw
        return written


class Fact:
    """A group of facts: prints as its text, kept under no name, and has parts: `{{ conference }}`, `{{ conference.url }}`."""

    __slots__ = ("__dict__",)

    def __str__(self) -> str:
        text: str = self.__dict__[""]
        return text

    def __repr__(self) -> str:
        return str(self)

    def __dir__(self) -> Collection[str]:
        return [name for name in self.__dict__ if name]


class OpenFact(Fact):
    """A fact whose text and parts are made when they are asked for: `__dict__` tells which were."""

    __slots__ = ("_value", "_view")

    def __init__(self, view: "View", value: Any) -> None:
        self._view = view
        self._value = value

    def __str__(self) -> str:
        return str(self.__dict__[""] if "" in self.__dict__ else self._keep("", getattr(self._value, "text", "")))

    def __getattr__(self, name: str) -> Any:
        """Make a part; which parts there are, the value alone decides, and no other name exists."""
        value = self._value
        if name not in self.__dir__():
            raise AttributeError(name)
        return self._keep(name, value[name] if type(value) is dict else getattr(value, name))

    def _keep(self, name: str, value: Any) -> Any:
        part = self.__dict__[name] = self._view.convert(value)
        return part

    def __dir__(self) -> Collection[str]:
        value = self._value
        return value if type(value) is dict else _parts_of(value.__class__)


def raw_text(value: object) -> str:
    """Return the text of a fact as it stands in the record, for filters that escape in their own way."""
    if isinstance(value, Fact):
        str(value)  # an open fact makes its text now
        value = vars(value)[""]
    return value._raw if isinstance(value, Written) else str(value)


class View:
    """The facts of one edition in one escaping; without facts, of what belongs to no edition."""

    def __init__(self, facts: Facts | None, escaping: Escaping) -> None:
        self._escaping = escaping
        self._keeps_prose = escaping.prose is escaping.filled_prose is as_it_is
        self._facts = facts
        self._known: dict[str, str] = {}

    def names(self) -> dict[str, Any]:
        """Return every fact under its name."""
        return {name: self.convert(getattr(self._facts, name)) for name in _parts_of(Facts)}

    def convert(self, value: Any) -> Any:
        """Return one value as templates see it: a text is escaped, an open fact later."""
        kind = type(value)
        if kind in _AS_IT_IS:
            return value
        if kind is str:
            return _written(self._escaping.text(value), value)
        if kind is Prose:
            return value if self._keeps_prose and not ("{" in value or "\r" in value) else self._fill(value)
        if kind is tuple:
            return [self.convert(item) for item in value]
        if kind is Link:
            return _written(self._escaping.link(value), value)
        if kind is Name or kind is date:
            return str(value)
        return OpenFact(self, value) if kind in _OPEN else self._group(value)

    def _group(self, value: Any) -> Fact:
        fact = Fact()
        parts = fact.__dict__
        parts[""] = ""
        for name, part in zip(_keys_of(value.__class__), value):  # noqa: B905 - a group has a value for each of its names
            if type(part) is str:
                parts[name] = _written(self._escaping.text(part), part)
            else:
                parts[name] = part if part is None or part is False else self.convert(part)
        return fact

    def _fill(self, prose: str) -> str:
        text = prose.replace("\r\n", "\n") if "\r" in prose else prose
        # every other piece is code, in which nothing is escaped
        pieces = _CODE.split(text) if self._escaping.is_markdown else [self._escaping.prose(text)]
        pieces[::2] = [fill_placeholders(piece, self._placeholder) for piece in pieces[::2]]
        pieces[1::2] = [fill_placeholders(piece, self._in_code) for piece in pieces[1::2]]
        filled = "".join(pieces)
        if len(filled) > _MOST:
            raise OverflowError
        return _written(self._escaping.filled_prose(filled), filled)

    def _placeholder(self, name: str) -> str:
        if name not in self._known:
            value = find_fact(self._facts, name) if self._facts else None
            fact = self.convert(value)
            written = raw_text(fact) if self._escaping.is_bare else str(fact)
            self._known[name] = f"{{{name}}}" if value is None else written
        return self._known[name]

    def _in_code(self, name: str) -> str:
        """Return a fact as it is, if it would do no harm either where readers see no code: they know more of it than this."""
        value = find_fact(self._facts, name) if self._facts else None
        raw = raw_text(self.convert(value)) if value is not None else ""
        return raw if _HARMLESS.fullmatch(raw) else self._placeholder(name)


def _written(text: str, raw: str) -> str:
    """Keep the raw text beside the one that is escaped, where they differ."""
    return text if text == raw else Written(text, raw)


@cache
def _parts_of(kind: Any) -> tuple[str, ...]:
    """Return the names of all parts that facts of one kind have."""
    return (*STYLES, "is_known") if kind is When else tuple(name for name in kind._fields if name != "text")


@cache
def _keys_of(kind: Any) -> tuple[str, ...]:
    """Return the names under which a group of one kind keeps its values: its text has none."""
    return tuple(name if name != "text" else "" for name in kind._fields)
