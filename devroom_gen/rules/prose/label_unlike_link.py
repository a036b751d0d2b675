"""The text of a link names one year, its address another.

Who adds the next edition to a list copies a line and revises half of it. The two witnesses stand side by side, so no
edition need be known. Addresses that are dated, such as those of posts, keep their own time.

Fails, as `history.md`: The talks of [Map Days 2019](https://mapdays.example/2018/talks/) are online.
Passes, as `history.md`: The talks of [Map Days 2019](https://mapdays.example/2019/talks/) are online.
"""

import re

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG333", "label-unlike-link", Severity.WARNING, __doc__)
NEEDS_NO_EDITION = True

_YEAR = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])")
_DATED = re.compile(r"(?:19|20)\d\d[/_-]?(?:0\d|1[0-2])(?!\d)|[?=]")


def check(subject: PageSubject) -> Findings:
    for link in visible(subject.page.links):
        said = {int(year) for year in _YEAR.findall(link.text)}
        stated = {year for _, year in link.years}
        if len(said) == 1 == len(stated) and said != stated and not _DATED.search(link.url) and not link.link.is_asset:
            (label,), (target,) = said, stated
            message = f"the text of the link says {label}, but it leads to {target}"
            yield subject.finding(link, message, help="write the same year in both, or say why they differ")
