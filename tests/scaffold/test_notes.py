"""Last year's values in comments: one per key, never a pile, and nobody else's words touched."""

import pytest

from devroom_gen.scaffold.notes import add_note, keeps_value_of, without_note


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("", "# in 2017: 2016-12-02"),
        ("#", "# in 2017: 2016-12-02"),
        ("# hard deadline", "# hard deadline; in 2017: 2016-12-02"),
        ("#hard", "#hard; in 2017: 2016-12-02"),
        ("# in 2016: 2015-12-04", "# in 2017: 2016-12-02"),
        ("# hard; in 2016: 2015-12-04", "# hard; in 2017: 2016-12-02"),
        ("# in 2016: 2015-12-04; hard", "# hard; in 2017: 2016-12-02"),
        ('# in 2016: room = "a; b"; in 2015: 2014-12-04', "# in 2017: 2016-12-02"),
        ('# in 2017: room = "H.1"', '# in 2017: room = "H.1", 2016-12-02'),
        ("# in 2016: we were late", "# in 2016: we were late; in 2017: 2016-12-02"),
        ("# agreed in 2016: 2015-12-04", "# agreed in 2016: 2015-12-04; in 2017: 2016-12-02"),
        ("# in 2016: 2015-12-04 was too late", "# in 2016: 2015-12-04 was too late; in 2017: 2016-12-02"),
    ],
)
def test_a_note_takes_the_place_of_an_older_one_only(comment: str, expected: str) -> None:
    assert add_note(comment, 2017, "2016-12-02") == expected


@pytest.mark.parametrize(
    "value",
    [
        "2016-12-02T23:59:00",
        "2016-12-02T23:59:00+01:00",
        "[2016-12-02, 2016-12-09]",
        "{ either = [2017-02-04, 2017-02-05] }",
        r'"a \" quote"',
        "true",
        "3",
    ],
)
def test_every_kind_of_value_is_known_again(value: str) -> None:
    assert without_note(f"# kept; in 2017: {value}") == "# kept"
    assert without_note(f"# in 2017: {value}") == ""
    assert without_note(f"# in 2017: a = {value}, b = {value}") == ""


def test_a_retired_key_is_known_by_its_name() -> None:
    assert keeps_value_of('# in 2017: site = "https://example.org/2017"; ours', "site")
    assert not keeps_value_of('# in 2017: site = "https://example.org/2017"', "repository")
    assert not keeps_value_of("# the site of 2017", "site")
