"""Known words near a word that is not known, and the help that offers one."""

from collections.abc import Iterable


def near(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word that is most like a word, if any is like it by at least a ratio of 0 to 1."""
    return next(iter(_near(word, known, 1, cutoff)), None)


def only_near(word: str, known: Iterable[str], cutoff: float) -> str | None:
    """Return the known word that is like a word by at least a ratio of 0 to 1, if it is the only one."""
    found = _near(word, known, 2, cutoff)
    return found[0] if len(found) == 1 else None


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a help that asks whether a near word is meant, or the other help where none is near."""
    found = near(word, known)
    return f"did you mean `{found}`?" if found else otherwise


def _near(word: str, known: Iterable[str], most: int, cutoff: float) -> list[str]:
    import difflib  # most words are known

    return difflib.get_close_matches(word, known, most, cutoff)


def is_one_away(one: str, other: str) -> bool:
    """Whether two words that begin alike differ by one letter, more, less or another."""
    if abs(len(one) - len(other)) > 1 or one == other or one[:1] != other[:1]:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return any(one[start + skip :] == other[start + gap :] for skip, gap in ((1, 1), (1, 0), (0, 1)))
