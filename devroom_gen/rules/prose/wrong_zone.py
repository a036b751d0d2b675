"""A zone is written with an offset that it does not have.

`CET` is an hour ahead of UTC, `CEST` two, and each of them is used in half of the year alone. When a deadline moves
from summer to winter, one of the words is changed and the other stays.

Fails, as `dates.md`: The deadline is 1 December, 23:59 CET (UTC+2).
Passes, as `dates.md`: The deadline is 1 December, 23:59 CET (UTC+1).
"""

import re

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG327", "wrong-zone", Severity.ERROR, __doc__)

OFFSETS = {
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180,
    "EST": -300, "EDT": -240, "PST": -480, "PDT": -420,
    "Western European Time": 0, "Western European Summer Time": 60, "Central European Time": 60, "Central European Summer Time": 120,
    "Eastern European Time": 120, "Eastern European Summer Time": 180, "Greenwich Mean Time": 0, "Eastern Standard Time": -300,
    "Eastern Daylight Time": -240, "Central Standard Time": -360, "Central Daylight Time": -300, "Mountain Standard Time": -420,
    "Mountain Daylight Time": -360, "Pacific Standard Time": -480, "Pacific Daylight Time": -420,
}  # fmt: skip
SUMMER = {"CEST": "CET", "EEST": "EET", "EDT": "EST", "PDT": "PST"}
WINTER = {"CET": "CEST", "EET": "EEST"}
"""Zones of winter with that of summer; in America people write that of winter all year."""


def check(subject: PageSubject) -> Findings:
    yield from _check_season(subject)
    for claim in visible(subject.page.wording("zone")):
        name, _, offset = claim.value.partition("|")
        stated = _minutes(offset)
        if stated is not None and stated != OFFSETS[name]:
            message = f"{name} is UTC{OFFSETS[name] // 60:+}, not UTC{offset.replace(' ', '')}"
            yield subject.finding(claim, message, help="fix the zone or the offset")


def _check_season(subject: PageSubject) -> Findings:
    """Report the zone of one season beside a date in the other, as far as the months alone tell the season."""
    for claim in visible(subject.page.wording("zone name")):
        near = (when for when in subject.page.dates if when.block is claim.block and when.line == claim.line)
        months = {month for when in near for month, _ in when.days}
        if claim.value in SUMMER and months and months <= {11, 12, 1, 2}:
            message = f"`{claim.value}` is the zone of summer, and the date is in winter"
            yield subject.finding(claim, message, help=f"write `{SUMMER[claim.value]}`", severity=Severity.WARNING)
        if claim.value in WINTER and months and months <= {4, 5, 6, 7, 8, 9}:
            message = f"`{claim.value}` is the zone of winter, and the date is in summer"
            yield subject.finding(claim, message, help=f"write `{WINTER[claim.value]}`", severity=Severity.WARNING)


def _minutes(offset: str) -> int | None:
    match = re.fullmatch(r"([+\-−–])\s?(\d{1,2}):?(\d\d)?", offset)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return minutes if match[1] == "+" else -minutes
