"""A link does not lead where it should.

The text of a Markdown link was never opened; a host is written without `https://` and so taken for a file; a linked
text file does not exist; a host is one letter away from one that the page knows.

Fails, as `intro.md`: The site is based on [another](gardening.github.io).
Passes, as `intro.md`: The site is based on [another](https://gardening.github.io).
"""

import re
from urllib.parse import unquote

from devroom_gen.claims.claim import LinkClaim
from devroom_gen.claims.links import split_address
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.text.suggestions import is_one_away

CODE = Code("DG321", "broken-link", Severity.WARNING, __doc__)
NEEDS_NO_EDITION = True

_HOST = re.compile(r"(?:[a-z0-9-]{1,60}\.){1,4}(?:org|com|net|io|eu|dev)(?:/.*)?", re.IGNORECASE)
_TEXT_FILE = re.compile(r"(?!\w+:|//|#|\{)(?P<path>[^?#{}\ufffc]{1,200}\.(?:txt|md))(?:[?#].*)?", re.IGNORECASE)


def check(subject: PageSubject) -> Findings:
    for flaw in subject.page.flaws:
        if flaw.kind == "unopened link":
            message = "the text of the link was never opened with `[`"
            yield subject.finding(flaw.span, message, help="write `[` before its text")
    known = subject.expected.links.values()
    hosts = subject.once(CODE.name, lambda: {split_address(each.value)[0] for each in known})
    for link in visible(subject.page.links):
        if link.link.is_asset:
            continue
        is_typed = not link.link.is_bare
        if is_typed and _HOST.fullmatch(link.url) and not _exists(subject, link.url):
            message = f"`{link.url}` is taken for a file of this site"
            yield subject.finding(link, message, help=f"write `https://{link.url}`")
        elif is_typed and (match := _TEXT_FILE.fullmatch(link.url)) and not _exists(subject, unquote(match["path"])):
            yield subject.finding(link, f"there is no file `{match['path']}`", help="fix the name, or delete the link")
        elif near := _near(link, hosts):
            yield subject.finding(link, f"`{link.host}` is one letter away from `{near}`", help=f"write `{near}`")


def _exists(subject: PageSubject, path: str) -> bool:
    return subject.exists is None or subject.exists(subject.page.source.path, path)


def _near(link: LinkClaim, hosts: set[str]) -> str | None:
    if not link.host or link.host in hosts:
        return None
    return next((host for host in sorted(hosts) if is_one_away(link.host, host)), None)
