"""The JSON Schema of a record, for editors that check TOML while it is typed. Derived from the model alone."""

import json
from typing import Any

from devroom_gen.record.event import Event
from devroom_gen.record.scalars import MAX_TEXT, TEXT_PATTERNS

SCHEMA_FILE = "event.schema.json"
_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = r"\d{2}:\d{2}:\d{2}(\.\d+)?"

_TEXTS = {
    name: {"type": "string", "minLength": 1, "maxLength": MAX_TEXT, "pattern": pattern}
    for name, pattern in TEXT_PATTERNS.items()
}
_FORMATS: dict[str, list[dict[str, str]]] = {
    "date": [{"type": "string", "format": "date", "pattern": f"^{_DAY}$"}],
    # TOML has two kinds of dates with time, and editors know each by a format of its own.
    "date-time": [
        {"type": "string", "format": "date-time-local", "pattern": f"^{_DAY}[Tt ]{_TIME}$"},
        {"type": "string", "format": "date-time", "pattern": f"^{_DAY}[Tt ]{_TIME}([Zz]|[+-]\\d{{2}}:\\d{{2}})$"},
    ],
    "time": [{"type": "string", "format": "time-local", "pattern": f"^{_TIME}$"}],
    "uri": [{"type": "string", "format": "uri", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"}],
    **{name: [{"$ref": f"#/$defs/{name}"}] for name in _TEXTS},
}


def event_schema() -> dict[str, Any]:
    """Return the schema of a record, draft 2020-12."""
    whole = Event.model_json_schema()
    definitions = {name: _table(definition) for name, definition in whole.pop("$defs").items()}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:devroom-gen:schema:event"}
    return {**_table(whole), **head, "title": "Record of one edition", "$defs": {**definitions, **_TEXTS}}


def written_schema() -> str:
    """Write the schema as the text of its file, the same bytes every time."""
    return json.dumps(event_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _table(schema: dict[str, Any]) -> dict[str, Any]:
    """Convert the schema of one table; its keys are ours, not those of JSON Schema."""
    kept = {key: value for key, value in schema.items() if key not in {"title", "properties"}}
    return {**kept, "properties": {name: _value(each) for name, each in schema["properties"].items()}}


def _value(schema: dict[str, Any]) -> dict[str, Any]:
    """Convert the schema of a value: without `null`, which TOML does not have, and without empty defaults."""
    replaced = {"title", "oneOf", "anyOf", "items"}
    if schema.get("format") in _FORMATS:
        replaced |= {"type", "format"}
    kept = {key: value for key, value in schema.items() if key not in replaced}
    if not kept.get("default", True) or isinstance(kept.get("default"), dict):
        del kept["default"]
    if "items" in schema:
        kept["items"] = _value(schema["items"])
    if "patternProperties" in schema:
        kept["patternProperties"] = {f"^(?:{key})$": _value(each) for key, each in schema["patternProperties"].items()}
        kept["additionalProperties"] = False
    variants = _variants(schema)
    if len(variants) == 1:
        kept = {**variants[0], **kept}
    elif variants:
        kept["anyOf"] = variants
    kinds = {kept.get("type"), *(each.get("type") for each in variants)}
    if "array" in kinds and "string" not in kinds and "examples" in kept:
        kept["examples"] = [kept["examples"]]  # the examples of a list are those of its entries
    return kept


def _variants(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the forms that a value may have, flat; for a reader that ignores formats, "TBD" matches a date too."""
    if schema.get("format") in _FORMATS:
        return [dict(each) for each in _FORMATS[schema["format"]]]
    found: list[dict[str, Any]] = []
    for each in schema.get("oneOf", schema.get("anyOf", [])):
        if each.get("type") != "null":
            converted = _value(each)
            found += converted["anyOf"] if set(converted) == {"anyOf"} else [converted]
    return found
