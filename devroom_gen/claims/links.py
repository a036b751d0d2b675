"""Links with what can be read from an address: its host, its path, the years in it; and addresses of mail.

Those are found also where they are hidden from harvesters: `name [at] host`, `name (at) host (dot) org`.
"""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import AddressClaim, LinkClaim
from devroom_gen.claims.page import Block

_ADDRESS = re.compile(r"(?:https?:)?//(?:[^/@\s]*@)?(?P<host>[^/?#:\s]+)(?::\d+)?(?P<path>[^\s]*)", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<!\d)(?P<long>20[0-4]\d)(?!\d|[-/_]?\d\d[-/_]?\d\d(?!\d))|(?P<letters>[A-Za-z]{2,20})[-_]?(?P<short>[0-4]\d)(?!\w)"
)
_LETTERS = re.compile(r"[A-Za-z]*\Z")
_PLAIN = re.compile(r"(?<![\w.+@/-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
_AT = re.compile(r"\s{0,2}(?:[\[({<]\s?at\s?[\])}>]|\bAT\b)\s{0,2}", re.IGNORECASE)
_ANY_AT = re.compile(r"[\[({<] ?at ?[\])}>]| at [a-z0-9-]+\.")
_DASH = r"\s{0,2}[\[({<]\s?(?:dash|minus|hyphen)\s?[\])}>]\s{0,2}"
_DOT = r"\s{0,2}[\[({<]\s?dot\s?[\])}>]\s{0,2}"
_LOCAL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,60}}(?:{_DASH}[\w.+-]{{1,40}}){{0,3}}\Z", re.IGNORECASE)
_HOST = re.compile(rf"[\w-]{{1,60}}(?:(?:\.|{_DOT})[\w-]{{1,60}}){{1,4}}", re.IGNORECASE)


def read_links(block: Block) -> Iterator[LinkClaim]:
    """Return the links of one block."""
    for link in block.links:
        start, end = max(0, link.start - block.start), max(0, min(len(block.text), link.end - block.start))
        host, path = split_address(link.url)
        yield LinkClaim(block, start, end, link=link, host=host, path=path, years=tuple(_read_years(host + path)))


def split_address(url: str) -> tuple[str, str]:
    """Return the host, in lower case and without `www.`, and the rest; no host for what points into the same site."""
    if match := _ADDRESS.match(url):
        return match["host"].lower().removeprefix("www."), match["path"]
    bare = re.match(r"(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+){1,4})(?P<path>/.*)", url, re.IGNORECASE)
    if bare and re.search(r"\.(?:org|com|net|io|be|eu|dev|de|fr|it|uk)\Z", bare["host"], re.IGNORECASE):
        return bare["host"].lower(), bare["path"]
    return "", url


def _read_years(address: str) -> Iterator[tuple[str, int]]:
    for match in _YEAR.finditer(address):
        if match["long"]:
            before = _LETTERS.search(address[max(0, match.start() - 20) : match.start()].rstrip("-_"))
            yield (before.group().lower() if before else ""), int(match["long"])
        else:
            yield match["letters"].lower(), 2000 + int(match["short"])


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
