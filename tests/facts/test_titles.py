"""Titles: one line, with the placeholders that all prose has."""

from pathlib import Path

import pytest

from tests.sites import rendered_intro, run, write_record


@pytest.mark.parametrize("title", ["a\nBcc: x@example.org", "{name}\r\nBcc: x"])
def test_a_title_is_one_line(tmp_path: Path, title: str) -> None:
    path = write_record(tmp_path, "2017", title=title)
    result = run("validate", path)
    assert (result.exit_code, "goes over several lines" in result.stdout or "control" in result.stdout) == (1, True)
    (tmp_path / "events/settings.toml").write_text(f"title = {title!r}\n".replace("'", '"'))
    write_record(tmp_path, "2017")
    assert run("validate", path).exit_code == 1


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("{name} on {date.long}", "HPC, Big Data, and Data Science on Saturday, February 4, 2017"),
        ("{name} in {city}, {venue}", "HPC, Big Data, and Data Science in Brussels, ULB (Campus Solbosch)"),
        ("{conference} {edition.word}", "FOSDEM 2017 second"),
    ],
)
def test_a_title_may_hold_any_placeholder(tmp_path: Path, title: str, shown: str) -> None:
    assert f"# {shown}\n" in rendered_intro(tmp_path, title=title)


@pytest.mark.parametrize("title", ["{title}", "{name}, {hours}"])
def test_a_title_that_cannot_be_filled_is_told(tmp_path: Path, title: str) -> None:
    result = run("validate", write_record(tmp_path, "2017", title=title))
    assert (result.exit_code, "error[DG40" in result.stdout) == (1, True)
