"""Why a template cannot be rendered, in our own words. No sentence of the template language is ever shown."""

from collections.abc import Iterable, Mapping
from typing import Any

import jinja2

from devroom_gen.errors import reason
from devroom_gen.render.environment import MissingNameError
from devroom_gen.render.view import Fact
from devroom_gen.text.suggestions import suggest


def describe_failure(
    error: BaseException, names: Mapping[str, Any], others: Iterable[str] = ()
) -> tuple[str, str | None]:
    """Say what is wrong with a template, and what to write instead.

    `names` is what it could use, `others` are the templates that it could include, and all filters.
    """
    if isinstance(error, MissingNameError):
        return _missing_words(error, names)
    message, help_text = _words(error), None
    if isinstance(error, jinja2.TemplateNotFound) or "filter" in message:
        help_text = _near(message.split("`")[1], others) if "`" in message else None
    return message, help_text


def _missing_words(error: MissingNameError, names: Mapping[str, Any]) -> tuple[str, str | None]:
    if error.is_top:
        return f"the template uses `{error.name}`, which is not a name it knows", _near(error.name, names)
    if error.owner is None:
        return (
            f"the template asks for `{error.name}` of a fact that the record does not state",
            "ask for the fact first: `{% if call %} … {% endif %}`",
        )
    return f"the template asks for `{error.name}`, and there is no such part", _near(error.name, _parts(error.owner))


def _parts(owner: Any) -> Iterable[str]:
    return [name for name in dir(owner) if not name.startswith("_")] if isinstance(owner, Fact) else []


def _near(name: str, known: Iterable[str]) -> str | None:
    return suggest(name, list(known), "") or None


def _words(error: BaseException) -> str:
    match error:
        case jinja2.TemplateSyntaxError():
            return _syntax_words(error)
        case jinja2.TemplateNotFound():
            return f"the template includes or extends `{error.name}`, which does not exist"
        case OSError():
            return f"the template cannot be read: {reason(error)}"
        case UnicodeDecodeError():
            return "the template is not UTF-8"
        case UnicodeEncodeError():
            return "the template makes a character that no text can hold"
        case RecursionError():
            return "the template includes itself without end"
        case OverflowError() | MemoryError():
            return "the template makes more than a page can hold"
    if type(error).__name__ == "NamesMemoryError":
        return "the template prints a thing that has no text: ask for a part of it, or for each of a list"
    if type(error).__name__ == "SecurityError":
        return "the template does what templates may not do: call, change or look behind a fact"
    return "the template cannot be rendered here"


def _syntax_words(error: jinja2.TemplateSyntaxError) -> str:
    message = error.message or ""
    if "unknown tag" in message:
        return f"the template has a tag that does not exist or does not fit: {_quoted(message)}"
    if "No filter" in message or "No test" in message:
        return f"the template uses a filter that does not exist: {_quoted(message)}"
    if "end of template" in message or "was looking for" in message:
        return "a tag of the template is not closed"
    return "the template is not well formed here"


def _quoted(message: str) -> str:
    """Take the first name out of a message of the template language."""
    names = [part for part in message.split("'")[1::2] if part and " " not in part]
    return f"`{names[0]}`" if names else "a name"
