"""What a text calls a devroom: the capitalised words before `devroom`, or the track that it says to select."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import NameClaim
from devroom_gen.claims.page import HOLE, Block

_ROOM = re.compile(r"(?<![\w@.-])dev(?:eloper)?s?[ -]?room(?![\w@-])(?!\s*[\[({<]\s*at\b)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s]+")
_JOINING = frozenset({"and", "&", "of", "for", "in", "on", "with", "to", "/", "+", "and/or", "or"})
_NOT_IN_NAMES = frozenset({
    "the", "this", "our", "a", "an", "each", "every", "that", "your", "welcome", "in", "at", "of", "for", "any", "another",
    "main", "both", "other", "same", "first", "second", "third", "one", "two", "whole", "is", "are", "dear", "hi", "call",
    "participation", "papers", "proposals", "annual", "next", "previous", "new", "half-day", "dedicated", "download",
    "official", "online", "virtual", "upcoming", "full", "organizing", "organising", "select", "choose", "join", "about",
    "cfp", "cfp:", "tbd", "tba", "tbc", "fringe", "when", "where", "who", "what", "why", "how", "edition", "developer",
})  # fmt: skip
_TRACK = re.compile(
    r"\bselect(?:ing)?\s(?:the\s)?[\"“'‘](?P<name>[^\"“”'‘’\n]{2,80}(?:\n[^\"“”'‘’\n]{2,60})?)[\"”'’]", re.IGNORECASE
)
_YEAR = re.compile(r"['’‘]?\d{2,4}\W*\Z|\W*\d+(?:st|nd|rd|th)?\W*\Z")


def read_names(block: Block) -> Iterator[NameClaim]:
    """Return the names of devrooms in one block."""
    text = block.text
    for match in _ROOM.finditer(text) if "room" in block.folded else ():
        start = _find_start(text, match.start())
        if start is not None:
            name = " ".join(text[start : match.start()].split()).strip(" ,'\"‘’“”()-")
            if name:
                yield NameClaim(block, start, match.end(), name=name)
    for match in _TRACK.finditer(text) if "select" in block.folded else ():
        name = " ".join(match["name"].split())
        if name[0].isupper() and not _ROOM.search(name):
            yield NameClaim(block, *match.span("name"), name=name)


def _find_start(text: str, end: int) -> int | None:
    """Walk back from the word `devroom` over the words of its name."""
    window = max(0, end - 90)
    tokens = list(_TOKEN.finditer(text, window, end))
    if window and tokens:
        tokens = tokens[1:]
    start = None
    for index in range(len(tokens) - 1, -1, -1):
        word = tokens[index].group()
        bare = word.strip("\"'‘’“”(),*[]").lower()
        is_last = index == len(tokens) - 1
        if HOLE in word or word[-1] in ".:;!?)" or ("\n\n" in text[tokens[index].end() : start or end]):
            break
        if word.endswith(",") and is_last:
            break
        if _YEAR.fullmatch(bare) or re.search(r"['’]\d\d\Z", bare) or re.fullmatch(r"[a-z]{3,}\d\d", bare):
            break
        joins = bare in _JOINING and index and start is not None and _is_name(tokens[index - 1].group())
        if bare in _NOT_IN_NAMES and not joins:
            break
        if bare in _JOINING:
            continue
        if not _is_name(word):
            break
        start = tokens[index].start()
        if word[0] in "\"'‘“(":
            break
    return start


def _is_name(word: str) -> bool:
    bare = word.strip("\"'‘’“”(),*[]")
    return bool(bare) and (bare[0] in ".&" or any(c.isupper() for c in bare))
