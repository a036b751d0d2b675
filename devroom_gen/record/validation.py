"""From the values of a document to a validated model, or to diagnostics with what to type instead. Reads no file."""

from typing import TypeVar

from pydantic import ValidationError

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.record.scalars import Model
from devroom_gen.toml.parser import Document

M = TypeVar("M", bound=Model)


def shape(document: Document, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Validate the values of a document against a model; every error is reported, each at its own place."""
    try:
        validated = model.model_validate(document.values)
    except ValidationError as error:
        from devroom_gen.record.errors import explain_errors  # most records have none

        return None, explain_errors(document, model, error)
    return (validated if document.is_whole else None), []
