"""The summary of an edition: all that pages of all editions see of each, as plain data that can be kept beside them."""

from typing import Any

from devroom_gen.facts.model import Facts, as_link
from devroom_gen.facts.when import STYLES, When


def summarize(facts: Facts) -> dict[str, Any]:
    """Return the summary of an edition: texts, numbers, and groups of them, by the names that facts have."""
    call = facts.call
    return {
        "id": facts.id,
        "series": facts.series,
        "name": facts.name,
        "title": facts.title,
        "year": facts.year._asdict(),
        "edition": facts.edition._asdict(),
        "conference": {"text": facts.conference.text, "name": facts.conference.name, "short": facts.conference.short},
        "phase": facts.phase._asdict(),
        "date": _styles(facts.date),
        "place": facts.place,
        "city": facts.city,
        "country": facts.country,
        "call": {"opens": _styles(call.opens), "closes": _styles(call.closes)} if call else None,
        "programme": facts.programme,
        "site": facts.site,
    }


def read_summary(summary: dict[str, Any]) -> dict[str, Any]:
    """Return a summary as it was before it was written as JSON: addresses are links again."""
    return summary | {"programme": as_link(summary["programme"]), "site": as_link(summary["site"])}


def _styles(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {"text": when.text, "is_known": when.is_known} | {style: getattr(when, style) for style in STYLES}
