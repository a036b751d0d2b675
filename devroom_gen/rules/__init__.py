"""All rules, one module each: `CODE` is its identity, its docstring its manual, `check` its work.

A rule of records has `check` and stands in `RULES`; a rule of what texts state has `judge` and stands in `CLAIM_RULES`,
which judge pages and the prose of records alike. A new rule is a new module here and a line in one of the two.
"""

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from devroom_gen.diagnostic import Code
from devroom_gen.rules import (
    broken_link,
    closed_but_inviting,
    date_out_of_time,
    date_outside_conference,
    duplicate_id,
    duplicate_organizer,
    empty_link,
    fact_without_value,
    far_date,
    filler,
    former_affiliation,
    former_organizer,
    impossible_edition,
    incomplete_submit_link,
    key_of_another_year,
    literal_fact,
    mark_without_note,
    milestones_out_of_order,
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
    to_be_decided,
    unclosed_quote,
    unknown_placeholder,
    unknown_section,
    unknown_target,
    unknown_zone,
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
    year_unlike_file_name,
)
from devroom_gen.rules.base import Finding, Judgement, PageSubject, Subject


class Rule(Protocol):
    """The shape of a rule's module."""

    CODE: Code
    check: Callable[[Subject], Iterator[Finding]]


class ClaimRule(Protocol):
    """The shape of the module of a rule that judges what a text states."""

    CODE: Code
    judge: Callable[[PageSubject], Iterator[Judgement]]


RULES: tuple[Rule, ...] = cast(
    tuple[Rule, ...],
    (
        year_unlike_file_name,
        date_outside_conference,
        milestones_out_of_order,
        duplicate_organizer,
        unknown_zone,
        unknown_section,
        unknown_target,
        impossible_edition,
        far_date,
        key_of_another_year,
        to_be_decided,
        unknown_placeholder,
        fact_without_value,
    ),
)

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
