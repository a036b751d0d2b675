from devroom_gen.text.source import SourceText


def test_a_line_ending_is_one_place() -> None:
    source = SourceText("a", "ab\r\nc")
    assert [source.position(offset) for offset in (2, 3, 4)] == [(1, 3), (1, 3), (2, 1)]


def test_a_carriage_return_alone_ends_no_line() -> None:
    source = SourceText("a.md", "one\r\r\r\ntwo\r\r")
    assert (source.line(1), source.line(2)) == ("one\r\r", "two\r\r")
    assert source.line_span(2) == (7, 12)
    assert source.position(12) == (2, 6)
