"""The settings give the site another address than the one that it is served under.

A theme comes with the address of its demonstration, and a site that moves keeps its old one: feeds, previews and the links of
search engines then lead elsewhere. The file `CNAME` is what the host of the pages goes by.

Fails, as `CNAME`: books.example
Fails, as `_config.yml`: url: https://theme.example/demo
Passes, as `CNAME`: books.example
Passes, as `_config.yml`: url: https://www.books.example
"""

from devroom_gen.claims.links import split_address
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity

CODE = Code("DG338", "address-unlike-cname", Severity.WARNING, __doc__)
_KEYS = frozenset({"url", "base_url", "baseurl", "site_url", "site.url"})


def check(subject: PageSubject) -> Findings:
    known = subject.once(CODE.name, lambda: _served(subject))
    if not known:
        return
    for link in subject.page.links:
        if link.block.key in _KEYS and link.host and link.host not in known and not _is_local(link.host):
            message = f"the settings give the address `{link.host}`, but the site is served as `{known[0]}`"
            yield subject.finding(link, message, help=f"write `https://{known[0]}`")


def _served(subject: PageSubject) -> list[str]:
    """Return the hosts that the site is served under."""
    hosts = (link.host for page in subject.pages for link in page.links if link.block.key == "cname")
    return sorted({split_address(f"https://{host}")[0] for host in hosts})


def _is_local(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "0.0.0.0"}
