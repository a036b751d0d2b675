"""Comments suppress one finding, with a reason, and are reported when they do not."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.diagnostics.codes import FORMER_NAMES
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Location
from devroom_gen.linter.ignore_comments import Comments, page_comments, suppress, toml_comments, yaml_comments
from devroom_gen.linter.registry import all_codes
from devroom_gen.text.source import SourceText, Span

CODES = {code.id: code for code in all_codes()}


def _finding(source: SourceText, at: str, code: Code = CODES["DG206"]) -> Diagnostic:
    start = source.text.index(at)
    return Diagnostic(code=code, location=Location(source=source, span=Span(start, start + len(at))), message="x")


def _outcome(
    comments: Comments, found: Iterable[Diagnostic], raised: Iterable[str] = CODES
) -> list[tuple[str, int, int, str]]:
    return [
        (each.code.id, each.location.start.line, each.location.start.column, each.message)
        for each in suppress(list(found), comments, set(raised))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "x = BAD  # devroom-gen: ignore DG206 they share a name\n",
        "# devroom-gen: ignore DG206 they share a name\nx = BAD\n",
        "# devroom-gen: ignore duplicate-organizer they share a name\r\nx = BAD\r\n",
        "#devroom-gen:ignore dg206 they share a name\n\n# and more\nx = BAD",
        "# devroom-gen: ignore DG206 they share\n# devroom-gen: ignore DG206 a name\nx = BAD",
        "# devroom-gen: ignore DG206: they share a name\nx = BAD",
        '# devroom-gen: ignore DG206 they share a name\nx = """\na\nBAD\n"""\n',
        '''x = """\na\nBAD\n"""  # devroom-gen: ignore DG206 they share a name\n''',
        """x = '''\nBAD\n'''''  # devroom-gen: ignore DG206 they share a name\n""",
        'x = """\\"#"""\ny = """\nBAD""""  # devroom-gen: ignore DG206 they share a name\n',
        "x = [\n  # devroom-gen: ignore DG206 they share a name\n  BAD,\n]\n",
    ],
)
def test_a_comment_suppresses_a_finding_in_a_record(text: str) -> None:
    source = SourceText("a.toml", text)
    assert _outcome(toml_comments(source), [_finding(source, "BAD")]) == []


@pytest.mark.parametrize(
    "text",
    [
        "# devroom-gen: ignore DG206 they share a name\nx = 1\ny = BAD\n",
        "x = 1  # devroom-gen: ignore DG206 they share a name\ny = BAD\n",
        "y = BAD\n# devroom-gen: ignore DG206 they share a name\n",
        "y = BAD # devroom-gen: ignore DG205 they share a name\n",
    ],
)
def test_a_comment_elsewhere_suppresses_nothing_and_is_reported(text: str) -> None:
    source = SourceText("a.toml", text)
    outcome = _outcome(toml_comments(source), [_finding(source, "BAD")])
    assert sorted(code for code, *_ in outcome) == ["DG090", "DG206"]


def test_what_looks_like_a_comment_inside_of_a_text_is_none() -> None:
    source = SourceText(
        "a.toml", 'x = """\n# devroom-gen: ignore DG206 no comment\nBAD"""\ny = "# devroom-gen: ignore"\n'
    )
    assert [code for code, *_ in _outcome(toml_comments(source), [_finding(source, "BAD")])] == ["DG206"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# devroom-gen: ignore DG206", "nothing says why `DG206` is suppressed"),
        ("# devroom-gen: ignore DG206 -", "nothing says why `DG206` is suppressed"),
        ("# devroom-gen: ignore", "no code says what is suppressed"),
    ],
)
def test_a_suppression_without_a_reason_suppresses_nothing(comment: str, message: str) -> None:
    source = SourceText("a.toml", f"x = BAD {comment}\n")
    outcome = _outcome(toml_comments(source), [_finding(source, "BAD")])
    assert outcome == [("DG206", 1, 5, "x"), ("DG091", 1, 11, message)]


def test_several_codes_are_separated_by_commas() -> None:
    source = SourceText("a.toml", "x = BAD # devroom-gen: ignore DG206, DG205 , DG999 one, two, three\n")
    found = [_finding(source, "BAD"), _finding(source, "BAD", CODES["DG204"])]
    assert _outcome(toml_comments(source), found) == [
        ("DG204", 1, 5, "x"),
        ("DG090", 1, 38, "`DG205` suppresses nothing here"),
        ("DG090", 1, 46, "`DG999` is not a code"),
    ]


def test_what_this_run_could_not_find_is_not_called_useless() -> None:
    source = SourceText("a.toml", "x = 1 # devroom-gen: ignore DG206 why\n")
    assert _outcome(toml_comments(source), [], raised=["DG205"]) == []


@pytest.mark.parametrize("code", ["DG004", "DG101"])
def test_errors_of_reading_and_shape_cannot_be_suppressed(code: str) -> None:
    source = SourceText("a.toml", f"x = BAD # devroom-gen: ignore {code}, DG206 why\n")
    assert _outcome(toml_comments(source), [_finding(source, "BAD", CODES[code])]) == [
        (code, 1, 5, "x"),
        ("DG090", 1, 31, f"`{code}` cannot be suppressed: it makes the record unreadable"),
    ]


def test_a_finding_in_another_file_is_left_alone() -> None:
    source = SourceText("a.toml", "x = BAD # devroom-gen: ignore DG206 why\n")
    other = _finding(SourceText("b.toml", source.text), "BAD")
    assert [code for code, *_ in _outcome(toml_comments(source), [other])] == ["DG206", "DG090"]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: BAD # devroom-gen: ignore DG206 why\n---\ntext\n",
        "---\n# devroom-gen: ignore DG206 why\ntitle: BAD\n---\ntext\n",
        "<!-- devroom-gen: ignore DG206 why -->\nBAD\n",
        "<!-- devroom-gen: ignore DG206 why -->\n\nBAD\n",
        "BAD <!-- devroom-gen: ignore DG206 why -->\n",
        "<!--\nmore\ndevroom-gen: ignore DG206 why\n-->\nBAD\n",
    ],
)
def test_a_comment_suppresses_a_finding_in_a_page(text: str) -> None:
    source = SourceText("a.md", text)
    assert _outcome(page_comments(source), [_finding(source, "BAD")]) == []


def test_the_end_of_a_comment_is_no_reason() -> None:
    source = SourceText("a.md", "BAD <!-- devroom-gen: ignore DG206 -->\n")
    assert [code for code, *_ in _outcome(page_comments(source), [_finding(source, "BAD")])] == ["DG206", "DG091"]


def test_a_heading_of_a_page_is_no_comment() -> None:
    source = SourceText("a.md", "# devroom-gen: ignore DG206 why\nBAD\n")
    assert [code for code, *_ in _outcome(page_comments(source), [_finding(source, "BAD")])] == ["DG206"]


def test_a_comment_suppresses_a_finding_in_yaml() -> None:
    source = SourceText(
        "_config.yml", "a: x#devroom-gen: ignore DG205 none\n# devroom-gen: ignore DG206 why\ntitle: BAD\n"
    )
    assert _outcome(yaml_comments(source), [_finding(source, "BAD")]) == []


@pytest.mark.parametrize(("former", "name"), FORMER_NAMES.items())
def test_a_former_name_suppresses(former: str, name: str) -> None:
    (code,) = (each for each in CODES.values() if each.name == name)
    source = SourceText("events/2018.toml", f"x = BAD  # devroom-gen: ignore {former} known\n")
    assert _outcome(toml_comments(source), [_finding(source, "BAD", code)]) == []


@given(
    st.text(alphabet="#\"'\\\n\r -<>!aD,", max_size=60), st.sampled_from([toml_comments, page_comments, yaml_comments])
)
def test_any_text_can_be_searched_for_comments(text: str, find: Callable[[SourceText], Comments]) -> None:
    source = SourceText("a", f"{text}# devroom-gen: ignore DG206{text}\n{text}x")
    comments = find(source)
    assert all(source.text[span.start] in "#<" for span in comments.spans)
    for each in suppress([_finding(source, source.text[-1])], comments, CODES):
        assert 0 <= each.location.start.line <= source.text.count("\n") + 1


@pytest.mark.parametrize(
    "piece", ["<!--", "''\\\"\\\"", '"\\"\\"\\', "'''", '"""\\', "#", "# devroom-gen: ignore DG206 x\n", " "]
)
@pytest.mark.parametrize("find", [toml_comments, page_comments, yaml_comments])
def test_a_large_text_is_searched_in_one_pass(find: Callable[[SourceText], Comments], piece: str) -> None:
    source = SourceText("a", "---\ndevroom-gen: ignore" + piece * (200_000 // len(piece)))
    assert suppress([], find(source), set()) == []


def test_an_arrow_in_a_comment_of_toml_ends_no_comment() -> None:
    source = SourceText("a.toml", "BAD  # devroom-gen: ignore DG206 --> see the wiki\n")
    assert _outcome(toml_comments(source), [_finding(source, "BAD")]) == []
