"""What the event, and whatever it goes with, is called on these pages: the names that stand beside its year."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from devroom_gen.claims.claim import LinkClaim, YearClaim
from devroom_gen.claims.date_words import MONTHS

_WORDS = """
für pour para per voor featured register grants help party guide team thanks survey proudly submit
conference workshop workshops summit meeting devroom devrooms room call cfp papers paper proposals proposal
participation talks talk the our edition editions day days annual international national world schedule program
programme agenda speakers speaker sponsors sponsor sponsorship venue registration tickets ticket organizers
organisers organizing organising committee team teams keynote keynotes tutorials tutorial posters poster home about
news archive archives copyright spring summer autumn fall winter early late mid since until from in at on for of and
to by before after year years week weekend event events volunteers attendees attend location travel hotel accepted
sessions session demo demos lightning videos video slides photos photo gallery report reports blog post posts update
updates version new next last previous past important dates date deadline submissions submission awards award
welcome join see you all this that these is are was website site page code conduct de la le les der die das und et
im am vom bis no not it we or with as contact faq main full short open special
"""
_COMMON = frozenset(_WORDS.split())
"""Words that name no event, alone or together."""
_DATED = re.compile(r"(?:19|20)\d\d[/_-](?:0\d|1[0-2])(?!\d)")
"""A year and a month in an address: the time of a post or an upload."""
_SEGMENT = re.compile(r"[/?#&=]+")
_LEAST = 4
"""Letters of a word by which an address is known as the event's own."""


class Names(NamedTuple):
    """Names as they are compared: in small letters, a tuple of words each; and parts of addresses that are the event's own."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    own: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    shown: str = ""
    """The one that stands in most places, as it is typed."""

    def has(self, claim: YearClaim) -> bool:
        """Whether a year stands beside one of the names."""
        words = fold(claim.phrase) or (claim.owner.casefold(),)
        return any(words[-len(known) :] == known for known in self.phrases)

    def is_in(self, text: str) -> bool:
        """Whether a text holds one of the names."""
        words = tuple(re.findall(r"[\w+&.]+", text.casefold()))
        return any(words[n : n + len(known)] == known for known in self.phrases for n in range(len(words)))

    def has_word(self, word: str) -> bool:
        """Whether one word is one of the names."""
        return (word.casefold(),) in self.phrases

    def owns(self, host: str) -> bool:
        """Whether a host is the event's own."""
        plain = as_in_address(host)
        return host in self.hosts or any(word in plain for word in self.own)

    def with_phrase(self, name: str) -> "Names":
        """Return the names with that of the conference among them."""
        return self._replace(
            phrases=self.phrases | {fold(name.split())}, own=self.own | {*as_in_addresses(name.split())}
        )

    def year_of(self, link: LinkClaim) -> int | None:
        """Return the year that an address of the event states; no time of a post or an upload."""
        if not link.years or _DATED.search(link.path):
            return None
        named = next((year for letters, year in link.years if letters and (letters,) in self.phrases), None)
        parts = [part.casefold() for part in _SEGMENT.split(link.path)]
        if named or (link.host and self.owns(link.host)):
            return named or next(
                (year for _, year in link.years if re.search(rf"(?<![^\W_]){year}(?![^\W_])", link.url)), None
            )
        if not link.host and (own := next((year for _, year in link.years if str(year) in parts[:-1]), None)):
            return own
        around = zip(["", *parts], parts, [*parts[1:], ""], strict=False)
        beside = [(part, as_in_address(f"{before}{part}{behind}")) for before, part, behind in around]
        return next(
            (
                year
                for _, year in link.years
                for part, both in beside
                if str(year) in part and any(w in both for w in self.own)
            ),
            None,
        )


NO_NAMES = Names()


def is_foreign(text: str, names: Names) -> bool:
    """Whether a text names an event whose name begins like this one's and goes on otherwise: `DjangoCon Africa`."""
    words = fold(re.findall(r"\w+", text))
    firsts = {known[0] for known in names.phrases if len(known) > 1}
    begins = any(word in firsts for word in words[:-1])
    return begins and not any(words[n : n + len(known)] == known for known in names.phrases for n in range(len(words)))


def fold(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name as they are compared, without those before it that begin a sentence."""
    folded = [word.casefold().removesuffix("'s").removesuffix("’s") for word in words]
    while folded and folded[0] in _COMMON:
        folded.pop(0)
    return tuple(folded)


def is_name(words: tuple[str, ...]) -> bool:
    """Whether folded words name something: not all of them are common ones, or names of months."""
    return any(len(word) > 1 and word not in _COMMON and word not in MONTHS and not word.isdigit() for word in words)


def as_in_addresses(words: Iterable[str]) -> Iterator[str]:
    """Return a name as addresses write it: all its words in one, and each that is a name by its spelling alone.

    Accents are left out: `Tübix` is `tubix` and `tuebix`.
    """
    telling = [word for word in words if word.casefold() not in _COMMON]
    unusual = [word for word in telling if word[1:] != word[1:].lower() and not word.isupper()]
    for name in ("".join(telling), *unusual):
        for spelt in (name, re.sub("[äöü]", lambda found: f"{found.group()}e", name)):
            plain = as_in_address(spelt)
            if len(plain) >= _LEAST:
                yield plain


def as_in_address(text: str) -> str:
    """Return the letters and digits of a text, in small letters and without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isascii() and c.isalnum())
