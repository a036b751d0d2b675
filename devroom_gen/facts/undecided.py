"""What a record says where a fact is not known yet."""

UNDECIDED = "TBD"


def if_decided(text: str | None) -> str | None:
    """Return a text that may be left out, if it is decided."""
    return None if text == UNDECIDED else text
