from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.facts.derive import Edition, derive
from devroom_gen.facts.model import Facts
from devroom_gen.facts.valid_days import steady_days
from devroom_gen.project.builtin import DEFAULTS
from devroom_gen.project.loader import merge_settings
from devroom_gen.record.conference import InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Settings
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document, parse

FIRST = date(2017, 1, 1)
days = st.integers(0, 60).map(lambda number: FIRST + timedelta(number))
moments = st.one_of(
    days, st.just("TBD"), st.tuples(days, days).filter(lambda two: two[0] < two[1]).map(lambda two: {"either": two})
)


def default_settings() -> Settings:
    document, _ = parse(SourceText("defaults.toml", DEFAULTS.read_text(encoding="utf-8")))
    assert isinstance(document, Document)
    return merge_settings([document.values])


def facts_on(day: date, values: Mapping[str, object]) -> Facts:
    event = Event.model_validate({"name": "Rust", "year": 2017, "venue": "V", "pitch": ["P"], **values})
    conference = InlineConference(name="F", zone="Pacific/Auckland").in_year(2017)
    return derive(event, Edition(id="2017", number=1, conference=conference, settings=default_settings()), day)


@given(
    st.fixed_dictionaries(
        {"date": moments},
        optional={
            "schedule": moments,
            "call": st.fixed_dictionaries({}, optional={"opens": moments, "closes": moments, "zone": st.just("AoE")}),
            "links": st.just({"programme": "https://example.org/"}),
        },
    ),
    days,
    days,
)
def test_no_phase_turns_on_steady_days(values: dict[str, object], today: date, other: date) -> None:
    now, then = facts_on(today, values), facts_on(other, values)
    first, last = steady_days([now], today)
    assert first <= today <= last
    if first <= other <= last:
        assert then == now


def test_steady_days_of_several_editions_are_steady_for_each() -> None:
    early, late = ({"date": date(2017, 1, day)} for day in (10, 20))
    day = date(2017, 1, 15)
    assert steady_days([facts_on(day, early), facts_on(day, late)], day) == (date(2017, 1, 11), date(2017, 1, 19))
    assert steady_days([], day) == (date.min, date.max)
