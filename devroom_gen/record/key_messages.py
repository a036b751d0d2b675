"""The message, help and fix for a key that is missing or unknown."""

from collections.abc import Sequence

from devroom_gen.diagnostics import codes
from devroom_gen.record import fields
from devroom_gen.record.error_messages import Explanation
from devroom_gen.text.suggestions import near, only_near
from devroom_gen.toml.values import KeyPath

_SURE = 0.75


def explain_missing(model: fields.Table, path: KeyPath) -> Explanation:
    """Explain that a required key is missing."""
    *above, key = path
    field = fields.field_at(model, path)
    written = fields.written_example(field) if field else "…"
    tbd = ', or `"TBD"` while it is not known' if fields.is_written_as_day(written) else ""
    return Explanation(codes.MISSING_KEY, f"`{key}` is missing{_within(above)}", f"add `{key} = {written}`{tbd}")


def explain_unknown(model: fields.Table, path: KeyPath) -> Explanation:
    """Explain that a key is not known in its table."""
    *above, key = path
    message = f"`{str(key)[:60]}` is not a known key{_within(above)}"
    known = fields.known_keys(model, above)
    folded, meant = _folded(str(key)), find_meant(str(key), known)
    is_sure = meant in (folded, only_near(folded, known, _SURE))
    home = None if is_sure or folded in fields.ALIASES else _find_home(model, str(key), above)
    for table in () if is_sure or home else fields.tables_at(model, above):
        home = home or _find_home(table, str(key), [], f"{fields.dotted(above)}." if above else "")
    if meant and not home:
        return Explanation(codes.UNKNOWN_KEY, message, f"did you mean `{meant}`?", meant if is_sure else None)
    otherwise = "known here: " + ", ".join(f"`{name}`" for name in known) if known else "leave it out"
    return Explanation(codes.UNKNOWN_KEY, message, home or _find_home(model, str(key), above) or otherwise)


def find_meant(key: str, known: Sequence[str]) -> str | None:
    """Return the known key that was most likely meant."""
    alias = fields.ALIASES.get(_folded(key))
    return alias if alias in known else near(_folded(key), known)


def _find_home(model: fields.Table, key: str, above: Sequence[str | int], prefix: str = "") -> str | None:
    """Say which table a key belongs in, if another table knows it; `prefix` leads to the tables of the model."""
    if above and key in model.model_fields:
        return f"`{key}` belongs to the top of the file, above the first `[table]`"
    for meant in dict.fromkeys((key, fields.ALIASES.get(_folded(key), key))):
        for name, field in model.model_fields.items():
            if [name] != above and any(meant in table.model_fields for table in fields.own_tables(field)):
                known_as = f"`{key}` belongs in" if meant == key else f"write `{meant}` in"
                return f"{known_as} {_header(f'{prefix}{name}', field)}"
    return None


def _header(name: str, field: fields.Field) -> str:
    """Write the header of a table, which is doubled in a list and has a name of its own in a mapping."""
    if fields.has_free_keys(field.annotation):
        return f"`[{name}.intro]`, for example"
    return f"`[[{name}]]`" if fields.is_list(field) else f"`[{name}]`"


def _within(above: Sequence[str | int]) -> str:
    return f" in `{fields.dotted(above)}`" if above else ""


def _folded(key: str) -> str:
    return key.lower().replace("-", "_").replace(" ", "_")[:60]
