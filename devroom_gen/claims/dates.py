"""Dates in every order and length, and years that stand in none.

A month's name is found first; what stands around it is read with bounded patterns.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from devroom_gen.claims.claim import DateClaim, YearClaim
from devroom_gen.claims.page import Block
from devroom_gen.text.english import MONTHS, WEEKDAYS

MONTH_WORDS = {word.lower(): n for n, name in enumerate(MONTHS, start=1) for word in (name, name[:3])} | {"sept": 9}
WEEKDAY_WORDS = {
    word.lower(): n for n, name in enumerate(WEEKDAYS) for word in (name, name[:3], name[:4], name[:2] + "es", name[:5])
}
_DAY = r"(?<![\d:.])(?:0?[1-9]|[12]\d|3[01])(?:[ ]?(?:st|nd|rd|th))?(?![\d:/]|\.\d)"
_JOIN = r"\s{0,3}(?:-|–|—|&|/|\+|,|to\b|and\b|or\b|until\b|through\b|\bet\b)\s{0,3}"
_YEAR = r"(?:(?:19|20)\d\d(?![\d/-])|['’‘]\d\d(?!\d))"
_WEEKDAY = r"(?:" + "|".join(sorted(WEEKDAY_WORDS, key=len, reverse=True)) + r")\b\.?"
_MONTH = re.compile(
    r"(?:(?<![\w-])|(?<=\d-))(?:" + "|".join(sorted(MONTH_WORDS, key=len, reverse=True)) + r")(?![\w'’])\.?",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    rf"(?<![\d,/-])(?P<days>{_DAY}(?:{_JOIN}(?:{_WEEKDAY}\s{{0,2}}(?:the\s)?)?{_DAY}){{0,3}})\s{{0,3}}(?:of\s{{1,2}})?[-,]?\s{{0,2}}\Z",
    re.IGNORECASE,
)
_DAYS_BEHIND = re.compile(
    rf"\s{{0,3}}-?\s{{0,2}}(?:the\s)?(?P<days>{_DAY}(?:{_JOIN}(?:{_WEEKDAY}\s{{0,2}}(?:the\s)?)?{_DAY}(?!\s{{1,2}}(?:talks|slots|min)))"
    rf"{{0,3}})(?:\s{{0,2}}(?:,|of|-)?\s{{0,2}}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(rf"\s{{0,2}}[,-]?\s{{0,2}}(?P<year>{_YEAR})")
_WEEKDAYS_BEFORE = re.compile(
    rf"(?<!\w)(?P<weekdays>{_WEEKDAY}(?:{_JOIN}{_WEEKDAY}){{0,2}})\s{{0,2}}[,:(]?\s{{0,3}}(?:the\s{{1,2}})?\Z",
    re.IGNORECASE,
)
_WEEKDAYS_BEHIND = re.compile(
    rf"\s{{0,2}}[(,-]?\s{{0,2}}(?:a\s)?(?P<weekdays>{_WEEKDAY}(?:{_JOIN}{_WEEKDAY})?)(?=\W|\Z)", re.IGNORECASE
)
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<by>[-/.])(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)(?![\w/-])")
_DIGITS = re.compile(
    r"(?<![\w/.-])(?P<first>\d\d?)(?P<by>[/.-])(?P<second>\d\d?)(?P=by)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_VERBS = {"may", "march", "mar"}
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[A-Za-z]+")
_ANY_YEAR = re.compile(
    r"(?P<long>(?<![\w.,:/$€#@+'’-])(?:19[89]|20[0-4])\d(?![\w%]|:\d|[.,]\d|-\d\d))"
    r"|(?<=[\w )])['’‘](?P<short>[0-4]\d)(?![\w:'’]|[.,]\d)"
    r"|(?<![\w'’.])(?P<name>[A-Za-z]{2,20})(?P<glued>(?:20[0-4]|[0-4])\d)(?![^\W_]|:|[.,]\d)"
    r"|(?<=[A-Za-z]-)(?P<dashed>20[0-4]\d)(?![\w-])"
)
_OWNER = re.compile(r"(?P<name>[A-Za-z][\w+&.]*)[)\s'’-]{0,2}\Z")
_NOUN = re.compile(r"[’']?s?[\s-]{1,2}(?P<noun>[A-Za-z]+)")
_WEEKDAY_ALONE = re.compile(rf"(?<!\w){_WEEKDAY}", re.IGNORECASE)


def read_dates(block: Block) -> list[DateClaim]:
    """Return the dates of one block in their order."""
    if not _NUMBER.search(block.text):
        return []
    found = sorted([*_read_words(block), *_read_digits(block)], key=lambda claim: claim.start)
    return _share_years(found)


def _read_words(block: Block) -> Iterator[DateClaim]:
    text, behind = block.text, 0
    for word in _MONTH.finditer(text):
        month = MONTH_WORDS[word.group().rstrip(".").lower()]
        start, end, days, year = word.start(), word.end(), "", ""
        window = max(behind, start - 60)
        if before := _DAYS_BEFORE.search(text[window:start]):
            start, days = window + before.start(), before["days"]
        elif after := _DAYS_BEHIND.match(text, end):
            end, days, year = after.end(), after["days"], after["year"] or ""
        if not year and (match := _YEAR_BEHIND.match(text, end)):
            end, year = match.end(), match["year"]
        numbers = [int(n) for n in _NUMBER.findall(days)]
        if not (numbers or year) or (word.group()[0].islower() and (not numbers or word.group().lower() in _VERBS)):
            continue
        start, end, weekdays = _read_weekdays(text, start, end, behind, days)
        if text[end - 1] == "." and end == word.end():
            end -= 1
        is_either = bool(re.search(r"\bor\b", days) or re.search(r"\bor\b", text[start : word.start()]))
        yield DateClaim(
            block, start, end, days=tuple((month, number) for number in numbers), weekdays=weekdays,
            year=_full_year(year) if year else None, is_either=is_either,
        )  # fmt: skip
        behind = end


def _read_weekdays(text: str, start: int, end: int, behind: int, days: str) -> tuple[int, int, tuple[int, ...]]:
    window = max(behind, start - 50)
    if match := _WEEKDAYS_BEFORE.search(text[window:start]):
        return window + match.start(), end, _weekdays(match["weekdays"]) + _weekdays(days)
    if match := _WEEKDAYS_BEHIND.match(text, end):
        following = text[match.end() : match.end() + 20]
        if not re.match(r"\s*\d", following) and not _MONTH.match(following.lstrip()):
            return start, match.end(), _weekdays(match["weekdays"])
    return start, end, _weekdays(days)


def _read_digits(block: Block) -> Iterator[DateClaim]:
    text = block.text
    for match in _ISO.finditer(text):
        yield from _made(block, match, int(match["month"]), int(match["day"]))
    for match in _DIGITS.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        month, day = (first, second) if second > 12 else (second, first)
        yield from _made(block, match, month, day, is_ambiguous=max(first, second) <= 12)


def _made(
    block: Block, match: re.Match[str], month: int, day: int, *, is_ambiguous: bool = False
) -> Iterator[DateClaim]:
    if 1 <= month <= 12 and 1 <= day <= 31:
        start, end, weekdays = _read_weekdays(block.text, match.start(), match.end(), 0, "")
        year, days = int(match["year"]), ((month, day),)
        other = date(year, day, month) if is_ambiguous else None
        yield DateClaim(block, start, end, days=days, year=year, weekdays=weekdays, other=other)


def _share_years(claims: list[DateClaim]) -> list[DateClaim]:
    """Bring together what is one statement over two months, and give the year at its end to both: `31 January & 1 February 2026`."""
    joined: list[DateClaim] = []
    for claim in claims:
        last = joined[-1] if joined else None
        if not (last and last.days and claim.days and _are_joined(last, claim)):
            joined.append(claim)
        elif _are_neighbours(last.days[-1], claim.days[0], claim.year or 2001):
            days, weekdays = last.days + claim.days, last.weekdays + claim.weekdays
            is_either = bool(re.search(r"\bor\b", last.block.text[last.end : claim.start]))
            both = replace(last, end=claim.end, days=days, year=claim.year, weekdays=weekdays)
            joined[-1] = replace(both, is_either=is_either)
        else:
            crosses = last.days[0][0] > claim.days[0][0]
            joined[-1] = replace(last, year=claim.year - crosses if claim.year else None)
            joined.append(claim)
    return joined


def _are_joined(claim: DateClaim, following: DateClaim) -> bool:
    between = claim.block.text[claim.end : following.start]
    return claim.year is None and len(between) < 12 and bool(re.fullmatch(rf"(?:{_JOIN}|\s)", between, re.IGNORECASE))


def _are_neighbours(first: tuple[int, int], second: tuple[int, int], year: int) -> bool:
    try:
        return (date(year - (first[0] > second[0]), *first) - date(year, *second)).days == -1
    except ValueError:
        return False


def _full_year(text: str) -> int:
    digits = int(text.lstrip("'’‘"))
    return digits if digits > 99 else 2000 + digits


def _weekdays(text: str) -> tuple[int, ...]:
    words = (_WORD.match(found.group()) for found in _WEEKDAY_ALONE.finditer(text))
    return tuple(WEEKDAY_WORDS[word.group().lower()] if word else 0 for word in words)


def read_years(block: Block, dates: Sequence[DateClaim]) -> Iterator[YearClaim]:
    """Return the years of one block that stand in no date."""
    text, starts = block.text, [claim.start for claim in dates]
    for match in _ANY_YEAR.finditer(text) if _NUMBER.search(text) else ():
        behind = bisect_right(starts, match.start())
        if any(match.start() < claim.end and claim.days for claim in dates[max(0, behind - 2) : behind]):
            continue
        if match["name"]:
            digits, owner = match["glued"], match["name"]
            if len(digits) == 2 and not owner.isupper():
                continue
        else:
            digits = match["long"] or match["short"] or match["dashed"]
            before = _OWNER.search(text[max(0, match.start() - 24) : match.start()])
            owner = before["name"] if before else ""
            if match["short"] and (not owner or digits == "00"):
                continue
        found = _NOUN.match(text, match.end())
        noun, is_short = found["noun"].lower() if found else "", len(digits) == 2
        year = 2000 + int(digits) if is_short else int(digits)
        yield YearClaim(block, *match.span(), year=year, owner=owner, noun=noun, is_short=is_short)
