"""Dates in every order and length, and in several languages.

A month's name is found first; what stands around it is read with bounded patterns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.date_words import DOUBTFUL, LIST, MONTH, MONTHS, OR, SPAN, WEEKDAY, any_of, find_weekday
from devroom_gen.claims.page import Block

_DAY = r"(?<![\d:.])(?:0?[1-9]|[12]\d|3[01])(?:[ ]?(?:st|nd|rd|th|rst|er|º|°))?(?![\d/]|:\d|\.\d)"
_JOIN = rf"\s{{0,3}}(?:{SPAN}|{LIST})\s{{0,3}}"
_YEAR = r"(?:(?:19|20)\d\d(?![\d/-])|['’‘]\d\d(?!\d))"
_ARTICLE = r"(?:the|den|dem|le|el|il)\s"
_MORE_DAYS = rf"{_JOIN}(?:{WEEKDAY},?\s{{0,2}}(?:{_ARTICLE})?)?{_DAY}"
_MONTH = re.compile(rf"(?:(?<![\w-])|(?<=\d-))(?:{MONTH})(?![\w'’])\.?", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"\s(?:{MONTH})(?![\w'’])\.?", re.IGNORECASE)
_DAYS_BEFORE = re.compile(
    rf"(?<![\d,/-])(?P<days>{_DAY}\.?(?:{_MORE_DAYS}\.?){{0,3}})\s{{0,3}}(?:(?:of|de)\s{{1,2}})?[-,]?\s{{0,2}}\Z",
    re.IGNORECASE,
)
_DAYS_BEHIND = re.compile(
    rf"\s{{0,3}}-?\s{{0,2}}(?:the\s)?(?P<days>{_DAY}(?:{_MORE_DAYS}(?!\s{{1,2}}(?:talks|slots|min)))"
    rf"{{0,3}})(?:\s{{0,2}}(?:,|of|-)?\s{{0,2}}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(rf"\s{{0,2}}(?:[,-]|\bdel?\b)?\s{{0,2}}(?P<year>{_YEAR})")
_WEEKDAYS_BEFORE = re.compile(
    rf"(?<!\w)(?P<weekdays>{WEEKDAY}(?:{_JOIN}{WEEKDAY}){{0,2}})\s{{0,2}}[,:(]?\s{{0,3}}(?:{_ARTICLE}\s?)?\Z",
    re.IGNORECASE,
)
_WEEKDAYS_BEHIND = re.compile(
    rf"\s{{0,2}}[(,-]?\s{{0,2}}(?:a\s)?(?P<weekdays>{WEEKDAY}(?:{_JOIN}{WEEKDAY})?)(?=\W|\Z)", re.IGNORECASE
)
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<by>[-/.])(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)(?![\w/-])")
_DIGITS = re.compile(
    r"(?<![\w/.-])(?P<first>\d\d?)(?P<by>[/.-])(?P<second>\d\d?)(?P=by)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_IS_SPAN, _IS_LIST, _IS_OR = (
    re.compile(SPAN, re.IGNORECASE),
    re.compile(LIST, re.IGNORECASE),
    re.compile(rf"\b(?:{any_of(OR)})\b"),
)
_ALL = frozenset(code for _, codes in MONTHS.values() for code in codes)
_LONGEST = 16
"""Days of an event that goes over the end of a month."""
_NUMBER = re.compile(r"\d+")
_WEEKDAY_ALONE = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


def read_dates(block: Block) -> list[DateClaim]:
    """Return the dates of one block in their order."""
    if not _NUMBER.search(block.text):
        return []
    found = sorted([*_read_words(block), *_read_digits(block)], key=lambda claim: claim.start)
    return _share_years(found)


def _read_words(block: Block) -> Iterator[DateClaim]:
    text, behind = block.text, 0
    for word in _MONTH.finditer(text):
        month, languages = MONTHS[word.group().rstrip(".").lower()]
        start, end, days, year = word.start(), word.end(), "", ""
        window = max(behind, start - 60)
        if before := _DAYS_BEFORE.search(text[window:start]):
            start, days = window + before.start(), before["days"]
        elif (
            "en" in languages
            and (after := _DAYS_BEHIND.match(text, end))
            and (after["year"] or not _MONTH_BEHIND.match(text, after.end()))
        ):
            end, days, year = after.end(), after["days"], after["year"] or ""
        if not year and (match := _YEAR_BEHIND.match(text, end)):
            end, year = match.end(), match["year"]
        numbers = [int(n) for n in _NUMBER.findall(days)]
        if not (numbers or year) or (
            word.group()[0].islower() and not _is_sure(word.group(), before and year, numbers)
        ):
            continue
        is_dotted = days.rstrip().endswith(".")
        named = _read_weekdays(text, start, end, behind, days, languages, is_dotted=is_dotted)
        if text[named.end - 1] == "." and named.end == word.end():
            named = named._replace(end=named.end - 1)
        yield DateClaim(
            block, named.start, named.end, days=tuple((month, number) for number in numbers), weekdays=named.weekdays,
            year=_full_year(year) if year else None, language=named.language, month=month,
            is_either=bool(_IS_OR.search(days) or _IS_OR.search(text[named.start : word.start()])),
            is_span=len(numbers) == 2 and numbers[0] < numbers[1] and _joins(days, _IS_SPAN),
        )  # fmt: skip
        behind = named.end


def _is_sure(word: str, is_framed: object, numbers: Sequence[int]) -> bool:
    """Whether a month in small letters is one: with a day, and with a year behind it where it is another word as well."""
    return bool(numbers) and (word.rstrip(".") not in DOUBTFUL or bool(is_framed))


class _Named(NamedTuple):
    """A date with the weekdays beside it: where it begins and ends then, and in which language they are."""

    start: int
    end: int
    weekdays: tuple[int, ...]
    language: str


def _read_weekdays(
    text: str, start: int, end: int, behind: int, days: str, languages: frozenset[str], *, is_dotted: bool = False
) -> _Named:
    window = max(behind, start - 50)
    inside = _find_weekdays(days, languages, is_dotted=is_dotted) or ()
    match = _WEEKDAYS_BEFORE.search(text[window:start])
    if match and (found := _find_weekdays(match["weekdays"], languages, is_dotted=is_dotted)):
        return _named(window + match.start(), end, (*found, *inside), languages)
    if match := _WEEKDAYS_BEHIND.match(text, end):
        following = text[match.end() : match.end() + 20]
        found = _find_weekdays(match["weekdays"], languages, is_dotted=False)
        if found and not re.match(r"\s*\d", following) and not _MONTH.match(following.lstrip()):
            return _named(start, match.end(), found, languages)
    return _named(start, end, inside, languages)


def _named(start: int, end: int, found: Sequence[tuple[int, str]], languages: frozenset[str]) -> _Named:
    usual = "en" if "en" in languages else min(languages)
    return _Named(start, end, tuple(number for number, _ in found), found[0][1] if found else usual)


def _find_weekdays(text: str, languages: frozenset[str], *, is_dotted: bool) -> tuple[tuple[int, str], ...]:
    """Return the weekdays in a text with their languages; none where one of them may be another word."""
    found = [find_weekday(each.group(), languages, is_dotted=is_dotted) for each in _WEEKDAY_ALONE.finditer(text)]
    known = tuple(each for each in found if each)
    return known if len(known) == len(found) else ()


def _joins(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether what joins days is of one kind, and of no other."""
    return bool(pattern.search(text)) and not (pattern is _IS_SPAN and _IS_LIST.search(text))


def _read_digits(block: Block) -> Iterator[DateClaim]:
    text = block.text
    for match in _ISO.finditer(text):
        yield from _made(block, match, int(match["month"]), int(match["day"]))
    for match in _DIGITS.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        month, day = (first, second) if second > 12 else (second, first)
        is_ambiguous = max(first, second) <= 12 and match["by"] != "."
        yield from _made(block, match, month, day, is_ambiguous=is_ambiguous)


def _made(
    block: Block, match: re.Match[str], month: int, day: int, *, is_ambiguous: bool = False
) -> Iterator[DateClaim]:
    if 1 <= month <= 12 and 1 <= day <= 31:
        named = _read_weekdays(block.text, match.start(), match.end(), 0, "", _ALL, is_dotted=match["by"] == ".")
        year, days = int(match["year"]), ((month, day),)
        other = date(year, day, month) if is_ambiguous else None
        yield DateClaim(
            block, named.start, named.end, days=days, year=year, weekdays=named.weekdays, other=other,
            language=named.language,
        )  # fmt: skip


def _share_years(claims: list[DateClaim]) -> list[DateClaim]:
    """Bring together what is one statement over two months, and give the year at its end to both: `31 January & 1 February 2026`."""
    joined: list[DateClaim] = []
    for claim in claims:
        last = joined[-1] if joined else None
        if not (last and last.days and claim.days and _are_joined(last, claim)):
            joined.append(claim)
            continue
        apart = _days_apart(last.days[-1], claim.days[0], claim.year or 2001)
        between = last.block.text[last.end : claim.start]
        is_span = bool(_IS_SPAN.search(between)) and not last.is_span
        if apart == 1 or (is_span and 1 < apart < _LONGEST):
            days, weekdays = last.days + claim.days, last.weekdays + claim.weekdays
            both = replace(last, end=claim.end, days=days, year=claim.year, weekdays=weekdays, language=claim.language)
            joined[-1] = replace(both, is_either=bool(_IS_OR.search(between)), is_span=is_span and len(days) == 2)
        else:
            crosses = last.days[0][0] > claim.days[0][0]
            joined[-1] = replace(last, year=claim.year - crosses if claim.year else None)
            joined.append(claim)
    return joined


def _are_joined(claim: DateClaim, following: DateClaim) -> bool:
    between = claim.block.text[claim.end : following.start]
    return claim.year is None and len(between) < 12 and bool(re.fullmatch(rf"(?:{_JOIN}|\s)", between, re.IGNORECASE))


def _days_apart(first: tuple[int, int], second: tuple[int, int], year: int) -> int:
    try:
        return (date(year, *second) - date(year - (first[0] > second[0]), *first)).days
    except ValueError:
        return 0


def _full_year(text: str) -> int:
    digits = int(text.lstrip("'’‘"))
    return digits if digits > 99 else 2000 + digits
