import pytest

from devroom_gen.record.output_pattern import split_pattern


@pytest.mark.parametrize(
    ("pattern", "output", "folder", "below"),
    [
        ("site/{target}/{edition}", None, "site", "{target}/{edition}"),
        ("{target}/{edition}", None, ".", "{target}/{edition}"),
        ("out-{edition}/pages", None, ".", "out-{edition}/pages"),
        ("a/b/out-{edition}", None, "a/b", "out-{edition}"),
        (".", None, ".", ""),
        ("a/b", None, "a/b", ""),
        ("/srv/www/{edition}", None, "/srv/www", "{edition}"),
        ("/{edition}", None, "/", "{edition}"),
        ("../{target}", None, "..", "{target}"),
        ("site/{target}/{edition}", "public", "public", "{target}/{edition}"),
        ("site/{target}/{edition}", ".", ".", "{target}/{edition}"),
        ("site/{target}/{edition}", "/srv/www", "/srv/www", "{target}/{edition}"),
        ("site/{target}/{edition}", "/srv/{edition}", "/srv", "{edition}"),
        ("site/{target}/{edition}", "x/{edition}/{target}", "x", "{edition}/{target}"),
        (".", "public", "public", ""),
    ],
)
def test_an_output_pattern_is_a_folder_and_what_varies_below(
    pattern: str, output: str | None, folder: str, below: str
) -> None:
    assert split_pattern(pattern, output) == (folder, below)
