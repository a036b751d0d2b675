"""Laws of reading: any text at all gives diagnostics and never an exception, each at a place in its text."""

import string
from pathlib import Path
from typing import Any

import pytest
import toml_rs
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.source_files import read_source
from devroom_gen.record.event import Event
from devroom_gen.record.validation import shape
from devroom_gen.text.source import SourceText
from devroom_gen.toml.lexer import cut, find_too_deep
from devroom_gen.toml.parser import parse
from devroom_gen.toml.positions import Positions, decoded_offsets
from tests.places import check_carets, check_places

PIECES = [
    '"', "'", '"""', "'''", "\\", "\\u12", "\\\n  ", "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", " ", "\t", "\n", "\r\n", "\r",
    "name", "year", "date", "venue", "pitch", "call", "[call]", "[[organizers]]", "x = 1", "2018", "2018-02-04", "09:00", "true",
    "é", "日本", "e\u0301", "👩\u200d🚀", "\u202e", "\x1b[31m", "\x00", "\ufeff", "“", "{name}", "{editon}",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
GOOD = 'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n'


def diagnose(text: str) -> list[Diagnostic]:
    document, found = parse(SourceText("2018.toml", text))
    if document is None:
        return found
    return [*found, *shape(document, Event)[1]]


@given(TEXTS)
@example("year = “2018” é\nname = 'Rust's'\n")
@example("é = 1\n")
@example("0\t")
@example("  \r")
@example("x = \x85")
@example("x = \u2028\u3000")
@example('name = ""\t\n')
@example("x = {a = 1\n[call]\n")
@example('x = """\r\n')
def test_any_text_is_told_about_in_its_place(text: str) -> None:
    found = diagnose(text)
    check_places(found, text)
    check_carets(found)


@example("\r\n0", "call = {{ {} }}\n")
@given(
    TEXTS,
    st.sampled_from(
        ["name = {}\n", 'venue = "{}"\n', 'pitch = ["""{}"""]\n', "{}\n", "call = {{ {} }}\n", "[{}]\n", "x = [{}]\n"]
    ),
)
def test_any_text_inside_a_record_is_told_about_in_its_place(text: str, pattern: str) -> None:
    whole = GOOD + pattern.format(text)
    found = diagnose(whole)
    check_places(found, whole)
    check_carets(found)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_text_or_a_diagnostic(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "2018.toml"
    path.write_bytes(raw)
    source = read_source(path)
    if isinstance(source, Diagnostic):
        check_places([source], source.location.source.text)
    else:
        check_places(diagnose(source.text), source.text)


@given(TEXTS)
def test_tokens_are_the_text_without_a_gap(text: str) -> None:
    assert "".join(text[token.start : token.end] for token in cut(text)) == text


@given(TEXTS)
def test_a_text_that_can_be_parsed_gives_its_values(text: str) -> None:
    document, found = parse(SourceText("2018.toml", text))
    try:
        values = toml_rs.loads(text, toml_version="1.0.0")
    except ValueError:
        assert found
    else:
        assert document is not None and repr(document.values) == repr(values)


BASIC = st.lists(
    st.sampled_from(['\\"', "\\\\", "\\n", "\\t", "\\u00e9", "\\U0001F600", "é", "日", "a", " ", "{", "}", "'"]),
    max_size=12,
)
BASIC_BLOCK = st.lists(
    st.sampled_from(
        ['\\"', "\\\\", "\\n", "\\u00e9", "\\\n   \n  ", "\\  \r\n\t", "\n", "\r\n", "é", "a", " ", 'b"', 'b""', "'"]
    ),
    max_size=12,
)
LITERAL = st.lists(st.sampled_from(["\\", "\\n", "é", "日", "a", '"', "{x}"]), max_size=12)
LITERAL_BLOCK = st.lists(st.sampled_from(["\\", "\\n", "\n", "\r\n", "é", "a", "b'", "b''", '"']), max_size=12)
LITERALS = st.one_of(
    BASIC.map(lambda parts: '"' + "".join(parts) + '"'),
    BASIC_BLOCK.map(lambda parts: '"""' + "".join(parts) + '"""'),
    LITERAL.map(lambda parts: "'" + "".join(parts) + "'"),
    LITERAL_BLOCK.map(lambda parts: "'''" + "".join(parts) + "'''"),
)


@given(LITERALS)
@settings(max_examples=400)
def test_offsets_agree_with_the_parser(literal: str) -> None:
    try:
        value = toml_rs.loads(f"x = {literal}", toml_version="1.0.0")["x"]
    except ValueError:
        return
    offsets = decoded_offsets(literal)
    assert len(offsets) == len(value) + 1
    for character, start in zip(value, offsets, strict=False):
        typed = literal[start]
        assert typed == character or typed == "\\" or (typed, character) == ("\r", "\n")


KEYS = st.one_of(st.text(string.ascii_letters, min_size=1, max_size=3), st.sampled_from(["é", "a b", "x.y", '"', "日"]))
SCALARS = st.one_of(st.integers(-9, 9), st.booleans(), st.text(max_size=6), st.dates(), st.floats(-1, 1))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)


def walk(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    if path:
        yield path, value
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from walk(inner, (*path, key))


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_positions_find_every_value_that_the_parser_returns(values: dict[str, Any]) -> None:
    text = tomli_w.dumps(values)
    read = toml_rs.loads(text, toml_version="1.0.0")
    positions = Positions(text)
    for path, value in walk(read):
        span = positions.value(path)
        assert span is not None, path
        if not isinstance(value, dict | list):
            written = text[span.start : span.end]
            assert toml_rs.loads(f"x = {written}", toml_version="1.0.0")["x"] == value, path


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("a", "b", "c"), "a . 'b'.c", "1"),
        (("list", 0, "x"), "x", "2"),
        (("list", 0, "inner", "y"), "y", "3"),
        (("list", 1, "x"), "x", "4"),
        (("list", 1, "deep", 0, "z"), "z", '"é"'),
        (("list", 1, "deep", 1, "z"), "z", "[ 5, { w = 6 } ]"),
        (("list", 1, "deep", 1, "z", 1, "w"), "w", "6"),
        (("list", 1, "deep", 1, "z", 0), None, "5"),
    ],
)
def test_positions_of_nested_tables(path: tuple[str | int, ...], key: str | None, value: str) -> None:
    text = (
        "a . 'b'.c = 1 # ü\n[[list]]\nx = 2\n[list.inner]\ny = 3\n[[list]]\nx = 4\n"
        '[[list.deep]]\nz = "é"\n[[list.deep]]\nz = [ 5, { w = 6 } ]\n'
    )
    positions = Positions(text)
    at_key, at_value = positions.key(path), positions.value(path)
    assert at_key and at_value
    assert text[at_value.start : at_value.end] == value
    assert key is None or text[at_key.start : at_key.end] == key


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("\ufeffx = 1.5e-3 # é\r\ny = 2\r\n", ("x",), "1.5e-3"),
        ("x = [ # é ]\r\n  [true],\r\n  [nan]\r\n]\r\n", ("x", 1, 0), "nan"),
        ("x = 1979-05-27 07:32:00.5Z # c\n", ("x",), "1979-05-27 07:32:00.5Z"),
        ("x = [1979-05-27 07:32:00 , 2,]\n", ("x", 0), "1979-05-27 07:32:00"),
        ("x = { a.b = 1, a.c = [ { d = 2 } ] }\n", ("x", "a"), "1"),
        ("x = { a.b = 1, a.c = [ { d = 2 } ] }\n", ("x", "a", "c", 0, "d"), "2"),
        ('"a.\\u00e9" . \'b = [\' = """]\n"""""\n', ("a.é", "b = ["), '"""]\n"""""'),
    ],
)
def test_positions_in_every_spelling(text: str, path: tuple[str | int, ...], value: str) -> None:
    toml_rs.loads(text, toml_version="1.0.0")
    span = Positions(text).value(path)
    assert span and text[span.start : span.end] == value


@given(st.lists(st.sampled_from("[]{}=,a\n\"'.#\\ "), max_size=60).map("".join))
def test_depth_is_never_less_than_the_parser_reaches(text: str) -> None:
    depth, deepest = 0, 0
    for token in cut(text):
        sign = text[token.start] if token.kind == "sign" else ""
        depth += (sign in ("[", "{")) - (sign in ("]", "}") and depth > 0)
        deepest = max(deepest, depth)
    assert deepest <= 32 or find_too_deep(text) is not None
