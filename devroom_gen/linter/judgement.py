"""Says what pages were judged as, from which evidence, and what was left out for want of it."""

from typing import NamedTuple

from devroom_gen.facts.when import When
from devroom_gen.linter.record_beside import Beside
from devroom_gen.rules.expected.model import Expected
from devroom_gen.text.english import MONTHS

_MANY = (
    "the site has many pages or editions, so what may be meant is not told: "
    "lint the pages of one edition alone, or name its record by `--record`, for more"
)


class Judgement(NamedTuple):
    """What pages were judged as, and what is said of it, a line each."""

    judged_as: str
    remarks: tuple[str, ...] = ()


def describe(expected: Expected | None, beside: Beside, *, has_one: bool) -> Judgement:
    """Describe an edition as pages were held against it, with the places that tell it."""
    if expected is None:
        return Judgement("nothing")
    remarks = []
    if beside.record:
        remarks.append(f"by the record {beside.record}; `--no-record` judges the pages alone")
    elif beside.reason:
        remarks.append(beside.reason)
    if not expected.is_stated:
        remarks += _evidence(expected)
    if expected.rival and expected.year:
        remarks.append(
            f"{expected.rival.source} says {expected.rival.value}, {expected.year.source} {expected.year.value}: "
            "only the calendar was checked; say which by `--year`"
        )
    elif not has_one:
        remarks.append(_MANY)
    return Judgement(_name(expected), tuple(remarks))


def _evidence(expected: Expected) -> list[str]:
    told = [("the year", expected.year), ("the days", expected.days), ("the city", expected.city)]
    known = [f"{what} by {each.source}" for what, each in told if each]
    sure = "" if expected.is_witnessed or not expected.year else ", by one place alone: findings are warnings"
    return [f"{', '.join(known)}{sure}"] if known else []


def _name(expected: Expected) -> str:
    """Return in a few words what pages are checked as."""
    parts = []
    if expected.year:
        name = f" of {expected.names.shown}" if expected.names.shown else ""
        what = f"{expected.conference_name} " if expected.conference_name else "the edition of "
        parts.append(f"{what}{expected.year.value}{'' if expected.conference_name else name}")
    if expected.name:
        parts.append(expected.name.value if expected.is_stated else f"{expected.name.value} devroom")
    if expected.days:
        when = When(days=expected.days.value, tbd="", is_either=expected.is_either)
        first = when.days[0]
        single = f"{when.weekday} {first.day} {MONTHS[first.month - 1]} {first.year}"
        parts.append(when.long if len(when.days) > 1 else single)
    return ", ".join(parts) or "pages of no known year"
