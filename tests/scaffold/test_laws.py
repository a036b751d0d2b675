"""Laws of rolling: every comment stays, the result is a record, no date is carried over, twice is as good as once."""

import re
from datetime import date, datetime
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import find_dates
from tests.scaffold.texts import read, roll

_DAYS = st.dates(date(2016, 6, 1), date(2017, 2, 28))
_WORDS = st.text(st.sampled_from("abc {}\"'#\\,=[]é🦀"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
_GAPS = st.sampled_from(["", " ", "  "])


class Comments:
    """Numbers comments, so that each can be told from all others."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def draw(self, draw: st.DrawFn, before: str = "  ") -> str:
        if not draw(st.booleans()):
            return ""
        self.made.append(f"# note {len(self.made)}.")
        return before + self.made[-1]


def _text(draw: st.DrawFn) -> str:
    text = draw(_WORDS)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    forms = [f'"{escaped}"', f'"""\n{escaped}"""', f'"""\\\n  {escaped}"""']
    if "'" not in text:
        forms += [f"'{text}'", f"'''{text}'''"]
    return draw(st.sampled_from(forms))


def _moment(draw: st.DrawFn) -> str:
    day = draw(_DAYS)
    later = day.replace(year=day.year + 1) if day.day < 29 else date(2018, 3, 1)
    forms = [f"{day}", f"{day}T18:00:00", f"{day} 18:00:00+01:00", f"{{ either = [{day}, {later}] }}", '"TBD"']
    return draw(st.sampled_from(forms))


def _array(draw: st.DrawFn, items: list[str], notes: Comments) -> str:
    if not draw(st.booleans()):
        return f"[{', '.join(items)}]"
    lines = "".join(f"  {item},{notes.draw(draw)}\n" for item in items)
    return f"[{notes.draw(draw, ' ')}\n{lines}]"


def _table(draw: st.DrawFn, name: str, pairs: dict[str, str], notes: Comments) -> tuple[str, bool]:
    """Write a table in one of the ways that TOML has; tell whether it must stand below all plain keys."""
    pairs = {key: pairs[key] for key in draw(st.permutations(sorted(pairs)))}
    gap = draw(_GAPS)
    match draw(st.sampled_from(["header", "dotted", "inline"])):
        case "inline":
            inside = ", ".join(f"{key}{gap}={gap}{value}" for key, value in pairs.items())
            return f"{name} = {{ {inside} }}{notes.draw(draw)}\n", False
        case "dotted":
            return "".join(f"{name}.{key}{gap}= {value}{notes.draw(draw)}\n" for key, value in pairs.items()), False
        case _:
            lines = "".join(f"{key}{gap}= {value}{notes.draw(draw)}\n" for key, value in pairs.items())
            return f"{notes.draw(draw, '')}\n[{name}]{notes.draw(draw)}\n{lines}", True


@st.composite
def records(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Write a valid record of 2017 in any of the ways it can be written, and list its comments."""
    notes = Comments()
    day = draw(
        st.sampled_from(["2017-02-04", "[2017-02-04, 2017-02-05]", '"TBD"', "{ either = [2017-02-04, 2017-02-05] }"])
    )
    plain = [
        f'name = "Rust"{notes.draw(draw)}\n',
        f"year = 2017{notes.draw(draw)}\n",
        f"date = {day}{notes.draw(draw)}\n",
    ]
    plain.append(f"pitch = {_array(draw, [_text(draw), _text(draw)], notes)}{notes.draw(draw)}\n")
    if draw(st.booleans()):
        plain.append(f"edition = 3{notes.draw(draw)}\n")
    if draw(st.booleans()):
        plain.append(f"schedule = {_moment(draw)}{notes.draw(draw)}\n")
    below: list[str] = []
    call = {"opens": _moment(draw), "closes": _moment(draw)}
    if draw(st.booleans()):
        call["extended"] = _array(draw, ["2016-11-20", "2016-11-25T12:00:00"], notes)
    if draw(st.booleans()):
        call["final"] = "true"
        call["include"] = _array(draw, [_text(draw)], notes)
    links = {
        "site": '"https://rust-fosdem17.github.io"',
        "programme": '"https://example.org/p"',
        "contact": '"a@b.org"',
    }
    for name, pairs in {"venue": {"name": '"ULB"', "room": '"H.2214"'}, "call": call, "links": links}.items():
        text, is_below = _table(draw, name, pairs, notes)
        (below if is_below else plain).append(text)
    below += [
        f'[[milestones]]\nlabel = "x"\ndate = {_moment(draw)}{notes.draw(draw)}\n'
        for _ in range(draw(st.integers(0, 2)))
    ]
    text = "".join([*draw(st.permutations(plain)), *draw(st.permutations(below))])
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return text.replace("\n", newline), notes.made


@settings(max_examples=150, deadline=None)
@given(records())
def test_every_comment_stays_and_the_result_is_a_record(record: tuple[str, list[str]]) -> None:
    text, comments = record
    rolled = roll(text)
    assert [each for each in comments if each.removeprefix("# ") not in rolled] == []
    assert ("\r\n" in text) == ("\r\n" in rolled) and not re.search(r"\r(?!\n)", rolled)
    if "\r\n" in text:
        assert not re.search(r"(?<!\r)\n", rolled)


@settings(max_examples=100, deadline=None)
@given(records())
def test_no_date_is_carried_over(record: tuple[str, list[str]]) -> None:
    document = read(roll(record[0])).document
    assert [_find(document, path) for path in find_dates(document.values)] in (
        [],
        [{"either": [date(2018, 2, 3), date(2018, 2, 4)]}],
    )


@settings(max_examples=100, deadline=None)
@given(records())
def test_rolling_on_piles_nothing_up(record: tuple[str, list[str]]) -> None:
    once = roll(record[0])
    again = roll(once, 2019)
    assert len(again.splitlines()) == len(once.splitlines())
    assert all(again.count(each) <= 1 for each in record[1])


def _find(document: Document, path: tuple[Any, ...]) -> Any:
    value: Any = document.values
    for part in path:
        value = value[part]
    assert not isinstance(value, datetime)
    return value
