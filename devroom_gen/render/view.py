"""The facts as templates see them: named texts that are escaped already, and nothing that can be called."""

from dataclasses import fields, is_dataclass
from typing import Any

from devroom_gen.facts.model import Facts, Link
from devroom_gen.facts.placeholders import fill_placeholders, find_fact
from devroom_gen.facts.when import STYLES, When
from devroom_gen.record.scalars import Prose
from devroom_gen.render.escaping import Escaping


class Fact:
    """A text that prints as it must stand in the page, with parts of its own: `{{ date }}`, `{{ date.long }}`."""

    __slots__ = ("__dict__", "_raw", "_text")

    def __init__(self, text: str, raw: str) -> None:
        self._text = text
        self._raw = raw

    def __str__(self) -> str:
        return self._text


def raw_text(value: object) -> str:
    """Give the text of a fact as it stands in the record, for filters that escape in their own way."""
    return value._raw if isinstance(value, Fact) else str(value)


class View:
    """Builds the names that a template sees from the facts of one edition."""

    def __init__(self, facts: Facts, escaping: Escaping) -> None:
        self._escaping = escaping
        self._facts = facts
        self._known: dict[str, str] = {}

    def names(self) -> dict[str, Any]:
        """Give every fact under its name."""
        return {field.name: self._convert(getattr(self._facts, field.name)) for field in fields(self._facts)}

    def _convert(self, value: Any) -> Any:
        match value:
            case Prose():
                written = fill_placeholders(value, self._placeholder).replace("\r\n", "\n")
                return Fact(written, value)
            case Link():
                return Fact(self._escaping.link(value), value)
            case str():
                return Fact(self._escaping.text(value), value)
            case tuple():
                return [self._convert(item) for item in value]
            case When():
                return self._convert_when(value)
            case _ if is_dataclass(value):
                return self._convert_group(value)
            case _:
                return value

    def _convert_when(self, value: When) -> Fact:
        fact = self._convert(value.text)
        for style in STYLES:
            setattr(fact, style, self._convert(getattr(value, style)))
        fact.is_known = value.is_known
        assert isinstance(fact, Fact)
        return fact

    def _convert_group(self, group: Any) -> Fact:
        named = [field.name for field in fields(group)]
        fact: Fact = self._convert(group.text) if "text" in named else Fact("", "")
        for name in named:
            if name != "text":
                setattr(fact, name, self._convert(getattr(group, name)))
        return fact

    def _placeholder(self, name: str) -> str:
        if name not in self._known:
            value = find_fact(self._facts, name)
            self._known[name] = f"{{{name}}}" if value is None else str(self._convert(value))
        return self._known[name]
