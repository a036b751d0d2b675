"""The facts as templates see them: named texts that are escaped already, and nothing that can be called."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from devroom_gen.facts.model import Facts, Link, Name
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
        return {field.name: self.convert(getattr(self._facts, field.name)) for field in fields(self._facts)}

    def convert(self, value: Any) -> Any:
        """Give one value as templates see it."""
        match value:
            case Prose():
                prose = self._escaping.prose(value.replace("\r\n", "\n"))
                filled = fill_placeholders(prose, self._placeholder)
                return Fact(self._escaping.filled_prose(filled), filled)
            case Link():
                return Fact(self._escaping.link(value), value)
            case Name():
                return str(value)
            case str():
                return Fact(self._escaping.text(value), value)
            case tuple():
                return [self.convert(item) for item in value]
            case When():
                return self._convert_when(value)
            case date():
                return value.isoformat()
            case Mapping():
                return self._with_parts(Fact("", ""), value)
            case _ if is_dataclass(value):
                return self._convert_group(value)
            case _:
                return value

    def _convert_when(self, value: When) -> Fact:
        styles = {style: getattr(value, style) for style in STYLES}
        return self._with_parts(self.convert(value.text), {**styles, "is_known": value.is_known})

    def _convert_group(self, group: Any) -> Fact:
        parts = {field.name: getattr(group, field.name) for field in fields(group)}
        return self._with_parts(self.convert(parts.pop("text", "")), parts)

    def _with_parts(self, fact: Fact, parts: Mapping[str, Any]) -> Fact:
        for name, part in parts.items():
            setattr(fact, name, self.convert(part))
        return fact

    def _placeholder(self, name: str) -> str:
        if name not in self._known:
            value = find_fact(self._facts, name)
            fact = self.convert(value)
            written = raw_text(fact) if self._escaping.is_bare else str(fact)
            self._known[name] = f"{{{name}}}" if value is None else written
        return self._known[name]
