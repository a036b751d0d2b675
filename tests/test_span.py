from devroom_gen.span import SourceText


def test_a_line_ending_is_one_place() -> None:
    source = SourceText("a", "ab\r\nc")
    assert [source.position(offset) for offset in (2, 3, 4)] == [(1, 3), (1, 3), (2, 1)]
