"""All rules, one module each: `CODE` is its identity, its docstring its manual, `check` its work.

A rule of records has `check` and stands in `RULES`; a rule of what texts state has `judge` and stands in `CLAIM_RULES`
of `of_claims`, which judge pages and the prose of records alike. A new rule is a new module here and a line in one of
the two; a second line where it looks at more than claims.
"""

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.rules.base import Finding, Subject
from devroom_gen.rules.records import (
    date_outside_conference,
    duplicate_organizer,
    fact_without_value,
    far_date,
    impossible_edition,
    key_of_another_year,
    milestones_out_of_order,
    to_be_decided,
    unknown_placeholder,
    unknown_section,
    unknown_target,
    unknown_zone,
    year_unlike_file_name,
)


class Rule(Protocol):
    """The shape of a rule's module."""

    CODE: Code
    check: Callable[[Subject], Iterator[Finding]]


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
