"""The rules of what texts state, pages and the prose of records alike: apart from the others, for most commands need none."""

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.rules.base import Judgement, PageSubject
from devroom_gen.rules.prose import (
    broken_link,
    closed_but_inviting,
    date_out_of_time,
    duplicate_id,
    empty_link,
    filler,
    former_affiliation,
    former_organizer,
    incomplete_submit_link,
    literal_fact,
    mark_without_note,
    other_conduct,
    other_contact,
    other_devroom,
    other_event,
    other_system,
    stale_asset,
    stale_link,
    stale_tbd,
    stale_year,
    steps_out_of_order,
    unclosed_quote,
    wrong_edition,
    wrong_event_date,
    wrong_milestone,
    wrong_mode,
    wrong_ordinal,
    wrong_person_link,
    wrong_repository,
    wrong_room,
    wrong_weekday,
    wrong_zone,
)


class ClaimRule(Protocol):
    """The shape of the module of a rule that judges what a text states."""

    CODE: Code
    judge: Callable[[PageSubject], Iterator[Judgement]]


CLAIM_RULES: tuple[ClaimRule, ...] = cast(
    tuple[ClaimRule, ...],
    (
        stale_year,
        stale_link,
        wrong_event_date,
        wrong_milestone,
        date_out_of_time,
        steps_out_of_order,
        wrong_weekday,
        wrong_edition,
        wrong_ordinal,
        other_devroom,
        other_contact,
        former_organizer,
        former_affiliation,
        wrong_person_link,
        wrong_repository,
        other_system,
        incomplete_submit_link,
        wrong_mode,
        other_conduct,
        filler,
        empty_link,
        broken_link,
        unclosed_quote,
        mark_without_note,
        duplicate_id,
        stale_tbd,
        other_event,
        wrong_zone,
        stale_asset,
        closed_but_inviting,
        wrong_room,
        literal_fact,
    ),
)

RULES_OF_WORDS: tuple[ClaimRule, ...] = cast(
    tuple[ClaimRule, ...],
    (
        former_organizer,
        other_system,
        wrong_mode,
    ),
)
"""Those of them that find something even where a text states nothing, by words that only the record makes telling."""
