"""Near words are offered, and only where one is near."""

import pytest

from devroom_gen.text.suggestions import near, only_near, suggest


@pytest.mark.parametrize(("word", "expected"), [("hugoo", "hugo"), ("huge", "hugo"), ("page", "page"), ("x", None)])
def test_near(word: str, expected: str | None) -> None:
    assert near(word, ["page", "hugo"]) == expected


def test_what_is_near_to_two_words_is_surely_none_of_them() -> None:
    assert only_near("call.close", ["call.closes", "call.closed"], cutoff=0.8) is None
    assert only_near("editon", ["edition", "date"], cutoff=0.8) == "edition"
    assert only_near("e", ["edition", "date"], cutoff=0.8) is None


def test_help() -> None:
    assert suggest("hugoo", ["page", "hugo"], "there are two") == "did you mean `hugo`?"
    assert suggest("x", ["page", "hugo"], "there are two") == "there are two"
