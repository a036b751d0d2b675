"""Mail addresses, also those hidden from harvesters: `name [at] host`, `name (at) host (dot) org`."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import AddressClaim
from devroom_gen.claims.page import Block

_PLAIN = re.compile(r"(?<![\w.+@/-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
_AT = re.compile(r"\s{0,2}(?:[\[({<]\s?at\s?[\])}>]|\bAT\b)\s{0,2}", re.IGNORECASE)
_ANY_AT = re.compile(r"[\[({<] ?at ?[\])}>]| at [a-z0-9-]+\.")
_DASH = r"\s{0,2}[\[({<]\s?(?:dash|minus|hyphen)\s?[\])}>]\s{0,2}"
_DOT = r"\s{0,2}[\[({<]\s?dot\s?[\])}>]\s{0,2}"
_LOCAL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,60}}(?:{_DASH}[\w.+-]{{1,40}}){{0,3}}\Z", re.IGNORECASE)
_HOST = re.compile(rf"[\w-]{{1,60}}(?:(?:\.|{_DOT})[\w-]{{1,60}}){{1,4}}", re.IGNORECASE)


def read_addresses(block: Block) -> Iterator[AddressClaim]:
    """Return the addresses of one block, links of `mailto:` not among them."""
    text = block.text
    if "@" not in text and not _ANY_AT.search(block.folded):
        return
    for match in _PLAIN.finditer(text):
        yield AddressClaim(block, *match.span(), address=match.group().rstrip(".").lower())
    for match in _AT.finditer(text):
        if match.group().strip() == "at":
            continue
        window = max(0, match.start() - 120)
        before = _LOCAL.search(text[window : match.start()])
        host = _HOST.match(text, match.end())
        if before and host:
            local = re.sub(_DASH, "-", before.group(), flags=re.IGNORECASE)
            address = f"{local}@{re.sub(_DOT, '.', host.group(), flags=re.IGNORECASE)}".lower().rstrip(".")
            yield AddressClaim(block, window + before.start(), host.end(), address=address)
