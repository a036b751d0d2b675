"""A text adopts a code of conduct that is not this edition's.

The code of conduct of an ancestor stays in one copy after the others have moved to the conference's. A code of the
devroom's own community is not a contradiction. Where no record decides, another page that links the known code does.

Judged by `events/2020.toml` with:
    name = "Kernel"
    year = 2020
    date = 2020-02-02
Fails, as `conduct.md`: We adopt the Gardening Code of Conduct.
Passes, as `conduct.md`: Please read the FOSDEM Code of Conduct. The Kernel Code of Conduct applies as well.
"""

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.links import split_address
from devroom_gen.rules.base import Code, Finding, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected, Sourced

CODE = Code("DG318", "other-conduct", Severity.ERROR, __doc__)

_ANY = frozenset(
    {"the", "our", "this", "a", "contributor", "covenant", "conference", "devroom", "event", "community", "code"}
)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    known = expected.links.get("code_of_conduct")
    if known is None:
        return
    host = split_address(known.value)[0]
    if not expected.is_stated and not _is_linked(subject, host):
        return
    for claim in visible(subject.page.wording("conduct")):
        if not _is_known(claim.value, expected, host):
            yield _finding(subject, claim, f"the text adopts the {claim.value} Code of Conduct", known)
    for link in visible(subject.page.links):
        is_other = link.host not in {"", host} and not _is_known(link.host, expected, host)
        if is_other and "conduct" in link.path.casefold():
            yield _finding(subject, link, f"the link leads to the code of conduct of `{link.host}`", known)


def _finding(subject: PageSubject, claim: Claim, message: str, known: Sourced[str]) -> Finding:
    message = f"{message}, but {known.source} has its own"
    return subject.finding(claim, message, help=f"write `{known.value}`", known=known)


def _is_known(name: str, expected: Expected, host: str) -> bool:
    text = name.casefold()
    words = set(text.replace(".", " ").replace("-", " ").replace("/", " ").split())
    if words <= _ANY or words & {"covenant"} or text in host:
        return True
    own = expected.name.value.casefold().split() if expected.name else []
    conference = expected.conference_name.casefold().split()
    return any(word.strip(",") in text for word in (*own, *conference) if len(word) > 2)


def _is_linked(subject: PageSubject, host: str) -> bool:
    """Whether a page that is seen links the conference's code of conduct."""
    links = (link for page in subject.pages for link in visible(page.links))
    return subject.once(CODE.name, lambda: any(link.host == host and "conduct" in link.path for link in links))
