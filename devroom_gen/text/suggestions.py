"""Which known word was meant by one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like another; nothing where none is like it."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Offer the known word that was most likely meant, or else what to do."""
    meant = near(word, known)
    return f"did you mean `{meant}`?" if meant else otherwise
