"""What a date is a date of, read from the words around it; and whether a text speaks of the past on purpose."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.page import Block, Context, Kind


class Role(StrEnum):
    """What happens on a day."""

    OPENS = "the call opens"
    CLOSES = "the call closes"
    NOTIFY = "speakers are told"
    SCHEDULE = "the schedule is published"
    EVENT = "the event"
    SOCIAL = "something beside the event"
    OTHER = "another step"
    UPDATED = "the page was changed"
    NONE = "nothing that the text names"


_TABLE = {
    Role.SOCIAL: r"dinner|social\b|drinks|beer|hackathon|party|sprints?\b|lunch|breakfast|hacking day|fringe|tutorials?\b|unconference|meet-?up|pre-?conference",
    Role.UPDATED: r"\b(?:(?:last|latest) (?:updat|chang|modif|revis)\w*|updated|effective|as of|zuletzt|mis à jour)\b",
    Role.OTHER: r"(?:grant|scholarship|bursar|financial|childcare|early|sponsor|price|rates?\b|ticket|volunteer|pre-?record|video|slides?|recording|upload|camera|material|review|registration|register|travel|visa|booking|hotel|confirm|t-shirt)\w*",
    Role.NOTIFY: r"notif\w+|accept\w*|selected|selection|inform\w*|decisions?|announc\w*[^.!?\n]{0,30}\b(?:talks|speakers|authors|papers)\b|\btold\b"
    r"|réponses?\b|benachricht\w*|zusagen?\b",
    Role.SCHEDULE: r"schedules?\b|program(?:me)?s?\b|programm\b|agenda|line-?up|timetable",
    Role.CLOSES: r"clos(?:e[sd]?|ing)\b|deadline|due\b|\bends?\b|last day|until\b|no later than|before\b|submissions?\b|submi\w*[^.!?]{0,100}\bby\b|cut-?off|extended"
    r"|date limite|clôture|jusqu['’]au\b|d['’]ici (?:au|le)\b|avant le\b|einsende\w*|frist\b|anmeldeschluss|spätestens|fecha límite|scadenza|entro il\b|uiterlijk",
    Role.OPENS: r"\bopens\b|\bopening|\bopened|\b(?:submissions?|calls?|cfp|participation|proposals|papers|registrations?) (?:\w+ )?open\b|\bopen (?:on|from)\b"
    r"|(?:call|cfp|form|participation|proposals)\b[^.!?\n]{0,30}\b(?:available|announced?)|published|launch\w*|starts?\b|ouverture|ouverts?\b|öffnet\b|call for (?:papers|participation|proposals|talks|speakers)[^\w\n]*\Z",
    Role.EVENT: r"(?:dev ?room|event|conference|workshop|meeting) (?:day|date)s?\b|day of (?:the )?\w+|tak(?:e|es|ing) place|\bheld\b|\bdates?\b(?=\W*\Z)"
    r"|\bwhen\b|\bjoin us\b|\bfind us\b|\bmeet\b|happen(?:s|ing)?\b|\bhosted\b|dev ?room\W{0,3}(?:will be |is )?\W{0,3}(?:on\b|\Z)"
    r"|\bevent\W*\Z|\bpresentations?\W*\Z|\bfull day\b|see you on|aura lieu|se (?:tiendra|déroulera)|\bfindet\b|\bstatt\b|organis\w+ le\W*\Z|tendrá lugar|si terrà|vindt plaats",
}
_BEHIND = _TABLE | {
    Role.CLOSES: r"clos(?:e[sd]?|ing)\b|deadline|submissions?\b|call (?:for \w+ )?(?:ends|closes)|cfp (?:ends|closes)|extended|date limite|clôture|frist\b",
    Role.OPENS: r"\bopens\b|\b(?:call|cfp|submissions?|participation) (?:\w+ )?(?:open|announced?|available)\b|published|launch\w*",
    Role.EVENT: r"dev ?room(?: day| date)?\b|conference\b|workshop\b|summit\b|event\b|presentations?|brussels|campus|full day|talks\b",
}
"""What stands behind a date instead of before it."""
_PATTERNS, _AFTER = ({role: re.compile(pattern, re.I) for role, pattern in each.items()} for each in (_TABLE, _BEHIND))
_OF_CALL = r"(?:cfp|call|submission|proposal|paper|abstract|talk)s?[._-]?(?:\w+[._-])?"
_KEYS = {
    Role.CLOSES: rf"{_OF_CALL}(?:clos|deadline|due|end|stop)|deadline|clos(?:es?|ing)(?:[._-]|$)|(?:^|[._-])due",
    Role.OPENS: rf"{_OF_CALL}(?:open|start|begin)|(?:^|[._-])open(?:s|ing)?(?:[._-]|$)",
    Role.NOTIFY: r"notif|accept",
    Role.SCHEDULE: r"schedule|program",
    Role.EVENT: r"(?:^|[._-])(?:date|day|when|event|start|end|begin)s?(?:[._-]?(?:date|day|time|datetime))?$|event_?date|devroom"
    r"|(?:conference|event)[._-](?:start|end|begin)",
}
POSTED = frozenset(
    {"date", "publishdate", "lastmod", "updated", "created", "modified", "last_modified_at", "expirydate"}
)
"""Keys of front matter that date the page and not what it is about."""

_ON_A_DAY = re.compile(
    r"\b(?:dev ?room|conference|event|summit|workshop|meeting)\b[^.;:!?]{0,60}\bon\W{1,3}(?:the\W{1,2})?\Z",
    re.IGNORECASE,
)
_ON_THE = re.compile(r"\bon the\W*\Z", re.IGNORECASE)
_NAMED = re.compile(
    r"\b[A-Z][\w ]{2,30}[ '’](?:20)?\d\d(?: is| will be)?(?:,? on)?\W{0,4}\Z|(?:^|\n)\W*[A-Z]{3,}\w*(?: is| will be)?(?:,? on)?\W{0,4}\Z"
)
"""A name with a year, or an acronym alone, directly before a date: the day of what is named."""
_OF_TALKS = re.compile(r"talk|paper|proposal|\bcfp\b|\bcall\b|submi|abstract|speaker", re.IGNORECASE)
_LISTS = re.compile(r"\bdates\b|\btimeline\b", re.IGNORECASE)
_BEGINS_LINE = re.compile(r"[\s*_|>-]*")
_LABELS = re.compile(r"(?:\s?\([^()\n]{0,60}\))?\W{0,30}?[-–—:|]\s")
"""Follows a date at the beginning of a line whose label stands behind it: `1 December: deadline`."""
_READ = 120
"""Characters before and behind a date that can be its label."""
_STEPS = (Role.CLOSES, Role.NOTIFY)
_GENERAL = (Role.OPENS, Role.CLOSES, Role.EVENT)
_SPECIAL = (Role.UPDATED, Role.SOCIAL, Role.OTHER, Role.NOTIFY, Role.SCHEDULE)
_PLACE_AND_DATE = re.compile(
    r"\W{0,4}(?:(?:in|at|on|and|the|from|to)(?:\W{1,3}|\Z)|(?:[A-Z0-9][\w.’']*|online|full day|morning|afternoon)(?:\W{1,4}|\Z)|\uFFFC\W{0,3}){0,7}"
)
_PAST = re.compile(
    r"\b(?:previous(?:ly)?|past|earlier|former(?:ly)?|last year|archiv\w*|histor\w+|since|starting (?:with|in)|beginning (?:with|in)|introduced (?:in|at|with)|back in|were|had|ago|prior|originally|initially|"
    r"years? before|so far|inspired|forked|credits?|founded|started in|first held|retrospective|look(?:ing)? back|went|took place|was)\b"
    r"|\b(?:fand(?:en)?|vergangene\w*|bisherige\w*|vorherige\w*|letzte[ns]? Jahr\w*|seit|précédente?s?|l[’']an dernier|l[’']année dernière|passée?s?|depuis"
    r"|a(?:vait)? eu lieu|pasad[oa]s?|anterior(?:es)?|vorige|afgelopen|scors[oai]|precedent[ei])\b"
    r"|\b(?:videos?|recordings?|slides|photos|talks|report) (?:of|from)\b|\bbased on\b|\bafter (?:the|a|our)\b[^.]{0,40}\b(?:success|edition)",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\bwill (?:have|be|take|again|also|host)\b|\bonce again\b|\bthis year\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\bnext (?:year|edition|one|conference|event)\b|\bkick-?off\b|\bwhat(?:['’]s| comes) next\b|\btowards\b|\bincoming\b|\bfuture editions?\b"
    r"|\bnächste[ns]? Jahr\b|\bl[’']an prochain\b|\bl[’']année prochaine\b",
    re.IGNORECASE,
)
PAST_TITLE = re.compile(
    r"\b(?:previous|past|earlier|former|archiv\w*|histor\w+|old(?:er)?|last year|prior|news|changelog|blog|credits?|licen[sc]e|retrospective"
    r"|press (?:review|coverage)|in the (?:press|media)|revues? de presse|pressespiegel|vergangene\w*|bisherige\w*|rückblick\w*|précédente?s?|passée?s?|historique|pasad[oa]s|anteriores|storia)\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"(?:\b(?:was|were)\b(?!\W+(?:extended|moved|postponed|prolonged|set))|\bextended from\b|\boriginally\b|\binitially\b|\bformerly\b|\binstead of\b|\bprevious(?:ly)?\b|\bold\b)\W*(?:\w+\W+){0,3}\Z|\bnot\W{1,3}\Z",
    re.IGNORECASE,
)


def find_roles(claims: Sequence[Claim]) -> list[Role]:
    """Return what each of the dates of one block, in their order, is a date of."""
    roles: list[Role] = []
    for index, claim in enumerate(claims):
        before = claims[index - 1].end if index else 0
        behind = claims[index + 1].start if index + 1 < len(claims) else len(claim.block.text)
        is_beside = index > 0 and len(claim.block.text[before : claim.start].strip(" \n\t,;&–-")) <= 5
        roles.append(find_role(claim, before, behind, roles[-1] if is_beside else Role.NONE))
    return roles


def find_role(claim: Claim, before: int = 0, behind: int | None = None, beside: Role = Role.NONE) -> Role:
    """Return what a date is a date of: by its key, the words before and behind it, the date beside it, or what stands above."""
    block = claim.block
    if block.key:
        if block.context is Context.FRONT_MATTER and block.key.rpartition(".")[2] in POSTED:
            return Role.NONE
        if named := next((role for role, pattern in _KEYS.items() if re.search(pattern, block.key)), None):
            return named
    line = block.line_around(claim.start, claim.end)
    first = max(before, line[0], claim.start - _READ)
    role = _last(block.text[first : claim.start])
    is_labelled = bool(
        _BEGINS_LINE.fullmatch(block.text[line[0] : claim.start]) and _LABELS.match(block.text, claim.end)
    )
    if role is Role.NONE and is_labelled:
        role = _first(block.text[claim.end : min(line[1], claim.end + _READ)])
    if role is Role.NONE and is_headline(claim):
        titled = _by_title(block)
        return beside if beside is not Role.NONE else titled if titled in _STEPS else Role.EVENT
    if role is Role.NONE and not is_labelled and block.kind not in (Kind.ITEM, Kind.ROW):
        first = max(before, block.sentence_around(claim.start, claim.end)[0], claim.start - _READ)
        role = _last(block.text[first : claim.start])
    if role is Role.NONE:
        role = beside
    if role is Role.NONE:
        last = min(block.line_around(claim.start, claim.end)[1], claim.end + _READ)
        role = _first(block.text[claim.end : last if behind is None else min(last, behind)])
    if role is Role.CLOSES and _is_of_other(block.text[line[0] : claim.start]):
        return Role.OTHER
    return _by_title(block) if role is Role.NONE else role


def _is_of_other(before: str) -> bool:
    """Whether a line speaks of something else than talks before it comes to a deadline."""
    others = list(_PATTERNS[Role.OTHER].finditer(before))
    return bool(others) and not _OF_TALKS.search(before, others[-1].end())


def _by_title(block: Block) -> Role:
    role = Role.NONE
    if block.lead.rstrip().endswith(":"):
        role = _last(block.lead[-80:])
    if role is Role.NONE and block.headings and not _LISTS.search(block.headings[-1]):
        role = _last(block.headings[-1][:_READ])
    return role


def is_headline(claim: Claim) -> bool:
    """Whether a date stands as a headline of the page: alone in its line, or with a place."""
    block = claim.block
    first, last = block.line_around(claim.start, claim.end)
    before, behind = block.text[first : claim.start], block.text[claim.end : last]
    is_short = bool(_PLACE_AND_DATE.fullmatch(before)) and bool(_PLACE_AND_DATE.fullmatch(behind))
    return is_short and block.kind in (Kind.HEADING, Kind.PARAGRAPH) and last - first < 90


def speaks_of_past(claim: Claim) -> bool:
    """Whether a text means an earlier edition on purpose, by its sentence, its heading or the list it stands in."""
    return says_past(claim) or stands_in_past(claim.block)


def says_past(claim: Claim) -> bool:
    """Whether the sentence itself means an earlier edition; the list it stands in may be of news."""
    return bool(_PAST.search(claim.sentence))


def is_past_day(claim: Claim) -> bool:
    """Whether a sentence dates an earlier edition; one that says what will be only compares with it."""
    return says_past(claim) and not _FUTURE.search(claim.sentence)


def speaks_of_next(claim: Claim) -> bool:
    """Whether a text means the edition after this one: what is announced, asked or planned when one is over."""
    return bool(_NEXT.search(claim.sentence)) or any(_NEXT.search(title) for title in claim.block.headings[-1:])


def stands_in_past(block: Block) -> bool:
    """Whether a block belongs to a part of the page that is about earlier editions."""
    if not (block.headings or block.lead or block.key):
        return False
    lead = block.lead if block.lead.rstrip().endswith(":") else ""
    titles = [*block.headings, lead, block.key.replace("_", " ").replace(".", " ")]
    return any(PAST_TITLE.search(title) for title in titles)


def is_withdrawn(claim: Claim) -> bool:
    """Whether a date is shown as one that no longer holds: struck through, or behind `was`."""
    return claim.is_struck or bool(_WAS.search(claim.block.text[max(0, claim.start - 50) : claim.start]))


@lru_cache(maxsize=1000)
def _last(text: str) -> Role:
    """Return the role whose words stand last in a text; a special one over a general one that follows it closely."""
    best, place = Role.NONE, -1
    special, special_place = Role.NONE, -1
    for role, pattern in _PATTERNS.items():
        end = max((match.end() for match in pattern.finditer(text)), default=-1)
        if end > place:
            best, place = role, end
        if role in _SPECIAL and end > special_place:
            special, special_place = role, end
    if best is Role.NONE and (_ON_A_DAY.search(text) or _NAMED.search(text) or _ON_THE.search(text)):
        return Role.EVENT
    is_near = place - special_place < 45 and not re.search(r"[.;:]\s", text[special_place:place])
    return special if is_near and best in _GENERAL and special is not Role.NONE else best


def _first(text: str) -> Role:
    found = [(match.start(), role) for role, pattern in _AFTER.items() if (match := pattern.search(text))]
    return min(found, default=(0, Role.NONE), key=lambda each: each[0])[1]
