"""The pydantic models of what people write: the record of an edition, settings, conferences."""
