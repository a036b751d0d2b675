"""Every error that pydantic can raise for our models has words of our own."""

from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, core_schema
from pydantic_core._pydantic_core import list_all_errors

from devroom_gen.record.conference import Conference
from devroom_gen.record.error_messages import EXPECTED, explain_value
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Settings

BY_SHAPE = {"missing", "extra_forbidden", "invalid_key"}
"""What `shape` words itself."""

IN_RANGE = {"greater_than_equal", "less_than_equal", "too_short", "too_long", "literal_error"}

RAISED_BY: dict[str, set[str]] = {
    "str": {"string_type"},
    "int": {"int_type", "greater_than_equal", "less_than_equal"},
    "float": {"float_type"},
    "bool": {"bool_type"},
    "date": {"date_type"},
    "datetime": {"datetime_type"},
    "time": {"time_type"},
    "tuple": {"tuple_type", "too_short", "too_long"},
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "model-field": set(),
    "dict": {"dict_type"},
    "mapping": {"mapping_type"},
    "literal": {"literal_error"},
    "tagged-union": {"form"},
    "union": set(),
    "nullable": set(),
    "default": set(),
    "definitions": set(),
    "definition-ref": set(),
    "function-after": set(),
    "function-before": set(),
    "function-wrap": set(),
    "function-plain": set(),
    "lax-or-strict": set(),
    "chain": set(),
    "any": set(),
    "is-instance": set(),
}
"""What each kind of schema that our models use can raise in strict reading."""


def kinds(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        found = {schema["type"]} if isinstance(schema.get("type"), str) and schema["type"] in KINDS else set()
        return found.union(*(kinds(value) for key, value in schema.items() if key not in {"metadata", "serialization"}))
    if isinstance(schema, list | tuple):
        return set[str]().union(*(kinds(each) for each in schema))
    return set()


KINDS = set(get_args(core_schema.CoreSchemaType)) | set(get_args(core_schema.CoreSchemaFieldType))


@pytest.mark.parametrize("model", [Event, Settings, Conference])
def test_every_error_that_can_occur_has_words(model: type[BaseModel]) -> None:
    used = kinds(model.__pydantic_core_schema__)
    assert used <= RAISED_BY.keys()
    raised = set[str]().union(*(RAISED_BY[kind] for kind in used))
    assert raised - BY_SHAPE - IN_RANGE - {"form"} - {"time_type"} <= EXPECTED.keys()


def test_the_errors_that_have_words_are_errors_of_pydantic() -> None:
    known = {each["type"] for each in list_all_errors()}
    assert known >= EXPECTED.keys()
    assert not known & {"refused", "form"}


@pytest.mark.parametrize("error", list_all_errors(), ids=lambda each: each["type"])
def test_no_error_of_pydantic_shows_its_own_sentence(error: Any) -> None:
    context = {"expected": "'a'", "ge": 1, "le": 2, "min_length": 1, "max_length": 2, "actual_length": 0}
    details: ErrorDetails = {
        "type": error["type"],
        "loc": ("year",),
        "msg": "A sentence of pydantic's",
        "input": 5,
        "ctx": context,
    }
    _, message, help_text, _ = explain_value(details, ("year",), None)
    assert "pydantic" not in f"{message}{help_text}"
    assert "Input" not in f"{message}{help_text}"


@pytest.mark.parametrize("value", [1, 10**400, 1.5, float("nan"), True, "x", [], {}, [{}], {"a": {}}])
@pytest.mark.parametrize("key", sorted(Event.model_fields))
def test_any_value_of_any_key_is_read_or_told_about(key: str, value: object) -> None:
    try:
        Event.model_validate({key: value})
    except ValidationError as error:
        for each in error.errors():
            if each["type"] not in BY_SHAPE:
                message = explain_value(each, (key,), None).message
                assert message and "Input" not in message and "\n" not in message
