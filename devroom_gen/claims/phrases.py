"""Telling phrases of a few kinds; one table, one line per kind."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import WordClaim
from devroom_gen.claims.page import Block

ZONES = "(?:Central|Eastern|Western) European (?:Summer )?Time|(?:Central|Eastern|Mountain|Pacific) (?:Standard|Daylight) Time|Greenwich Mean Time"
"""Zones by their full names."""
_TABLE = {
    "tbd": r"\b(?:TBD|TBA|TBC|to be (?:decided|announced|confirmed|determined|defined))\b",
    "filler": r"\b[Ll]orem [Ii]psum\b|(?<![\w-])(?:(?<![.:/])X{3,}(?![.:/][\w])|REPLACE[_ -]?ME|CHANGE[_ -]?ME|FIXME|TODO|FILL[_ -]?ME|INSERT [A-Z][A-Z ]{2,30}HERE)(?![\w-])"
    r"|\[(?:your|insert|name of)[^\]\n]{0,40}\](?!\()",
    "closed": r"\b(?:call|cfp|submissions?|submission period|registration|ticket sales?)\b[^.!?\n]{0,60}\b(?:is|are|has|have)\b[^.!?\n]{0,15}\b(?:closed|ended|over)\b",
    "cancelled": r"\b(?:is|are|was|were|been|be|to|have|had to|must|officially)\s(?:\w+\s){0,3}?cancel(?:l?ed)?\b|\bannulée?\b|\babgesagt\b|\bcancelad[oa]\b",
    "submit": r"\bclick here to submit\b|\bsubmit (?:your|a|here|now)\b|\bsubmit (?:talk )?proposals?\b",
    "online": r"\b(?:held|takes? place|taking place|organi[sz]ed|happen(?:s|ing)?|be|is|as|go(?:es)?|fully|entirely|completely|an|purely)"
    r"\s(?:(?:an?|fully|entirely|completely|purely|exclusively|all)\s){0,2}(?:online|virtual(?:ly)?|remote(?:ly)?)\b(?!\s(?:machine|memory|reality|form))"
    r"|\b(?:online|virtual)[ -](?:only\s)?(?:event|conference|edition|devroom)\b|\bpre-?recorded\b|\bonline[ -]only\b",
    "on-site": r"\bin[ -]person\b|\bsee you (?:all\s)?in\s[A-Z]\w+|\b(?:on|at) the\s[A-Z]\w+\scampus\b|\bphysical(?:ly)? (?:event|edition|present|conference)\b",
    "zone": rf"\b(?P<zone>{ZONES}|CET|CEST|UTC|GMT|BST|EST|EDT|PST|PDT|EET|EEST|WET|WEST)\b\s?[(/,]\s?(?:UTC|GMT)\s?(?P<offset>[+\-−–]\s?\d{{1,2}}(?::?\d\d)?)",
    "zone name": r"\b(?P<name>CET|CEST|BST|EST|EDT|PST|PDT|EET|EEST)\b",
    "room": r"\b(?:room|hall|auditorium)[:\s]{1,3}(?P<room>[A-Z]{1,3}\d?\.?\s?\d{0,2}[A-Z]?\.?\d{2,4}|[A-Z]{1,2}\d\.\d{3})\b",
    "conduct": r"(?P<owner>\b[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})\s[Cc]ode of [Cc]onduct",
    "note": r"(?<![\w\]\[(!])\[(?P<mark>\d{1,2})\](?![(\[\w])(?!:)",
    "footnote": r"\[\^(?P<mark2>[\w-]{1,30})\](?!:)",
}
_PATTERNS = {
    kind: re.compile(pattern, 0 if kind in {"filler", "room", "conduct", "zone", "zone name", "tbd"} else re.IGNORECASE)
    for kind, pattern in _TABLE.items()
}
_TRIGGERS: dict[str, tuple[str, ...]] = {
    "tbd": ("TBD", "TBA", "TBC", "to be "), "closed": ("closed", "ended", "over"),
    "cancelled": ("cancel", "annul", "abgesagt"), "submit": ("submit",), "conduct": ("conduct",),
    "filler": (
        "lorem ipsum", "XXX", "REPLACE", "CHANGE", "FIXME", "TODO", "FILL", "INSERT", "[your", "[insert", "[name of"
    ),
    "online": ("online", "virtual", "remote", "recorded"), "room": ("room", "hall", "auditorium"),
    "on-site": ("in-person", "in person", "see you", "campus", "physical"), "zone": ("utc", "gmt"),
    "zone name": ("ST", "DT", "CET", "EET"), "note": ("[",), "footnote": ("[^",),
}  # fmt: skip
"""Of each kind some letters without which its pattern cannot match: small ones in any case, capitals as they are typed."""


def read_wording(block: Block) -> Iterator[WordClaim]:
    """Return the telling words of one block."""
    for kind, pattern in _PATTERNS.items():
        for trigger in _TRIGGERS[kind]:
            if trigger in block.folded or trigger in block.text:
                yield from _read_kind(block, kind, pattern)
                break


def _read_kind(block: Block, kind: str, pattern: re.Pattern[str]) -> Iterator[WordClaim]:
    for match in pattern.finditer(block.text):
        named = [value for value in match.groupdict().values() if value]
        yield WordClaim(block, *match.span(), kind=kind, value="|".join(named) or match.group())
