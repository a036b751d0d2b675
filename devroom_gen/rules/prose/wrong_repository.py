"""A link to the source of the site leads to another repository.

The link in the configuration makes the edit button, and a page asks to fork the source; a site that was copied keeps
the link of its ancestor. The record knows the repository; without one, the page that asks to fork it does.

Judged by `events/2020.toml` with:
    year = 2020
    date = 2020-02-02
    links.repository = "https://github.com/kernel-room/site"
Fails, as `_config.yml`: source_link: "https://github.com/garden-room/site"
Passes, as `_config.yml`:
    source_link: "https://github.com/kernel-room/site.git"
    theme: "https://github.com/somebody/theme"
"""

import re

from devroom_gen.claims.claim import LinkClaim
from devroom_gen.claims.roles import stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG314", "wrong-repository", Severity.ERROR, __doc__)

HOSTS = frozenset({"github.com", "gitlab.com", "codeberg.org", "git.sr.ht", "bitbucket.org"})
_KEYS = re.compile(r"source|repo|github|edit|gitlab")
_ASKS = re.compile(
    r"\bfork\b|pull\s+request|merge\s+request|\bsource (?:code|of)\b|edit this (?:page|site)", re.IGNORECASE
)


def check(subject: PageSubject) -> Findings:
    known = subject.expected.links.get("repository")
    if known is None:
        return
    right = _repository(known.value)
    for link in visible(subject.page.links):
        stated = _repository(link.url)
        if link.host in HOSTS and stated and stated != right and _is_meant(link):
            message = f"the link leads to the repository `{stated}`, not to `{right}`"
            yield subject.finding(
                link, message, help=f"write `{known.value}`", known=known, severity=subject.unless_stated
            )


def _is_meant(link: LinkClaim) -> bool:
    if stands_in_past(link.block) or "theme" in link.block.key:
        return False
    if link.block.key:
        return bool(_KEYS.search(link.block.key.rpartition(".")[2]))
    return bool(_ASKS.search(link.sentence)) and "theme" not in link.sentence.casefold()


def _repository(url: str) -> str | None:
    match = re.match(r"https?://[^/]+/([^/?#\s]+/[^/?#\s]+)", url)
    return match[1].removesuffix(".git").casefold() if match else None
