"""Blanks around a value are no part of it, and folders that pages go to are what they are named."""

from pathlib import Path

import pytest

from tests.sites import read_tree, render, run, write_record


def test_blanks_around_a_value_are_not_shown(tmp_path: Path) -> None:
    venue = {"name": " ULB ", "city": "\tGhent ", "country": " Belgium", "room": " TBD "}
    organizers = [{"name": " Ada  Lovelace ", "affiliation": " Engines "}]
    write_record(tmp_path, "2017", name=" Rust ", venue=venue, organizers=organizers, pitch=["Hello."])
    assert render(tmp_path, "--today", "2017-01-01").exit_code == 0
    pages = read_tree(tmp_path / "site")
    intro = next(text for path, text in pages.items() if path.endswith("intro.md"))
    people = next(text for path, text in pages.items() if path.endswith("organizers.md"))
    assert "# FOSDEM&#39;17 Rust Devroom\n" in intro
    assert "### Saturday, February 4, 2017, Ghent, Belgium\n" in intro
    assert "* Ada  Lovelace - Engines\n" in people
    assert "`venue.room` is not decided yet" in run("validate", "--project", tmp_path).stdout


@pytest.mark.parametrize("stray", ["{year}", "{edition", "edition}", "{ target }", "{}", "{target}}", "{Edition}"])
def test_an_output_takes_no_other_placeholder(tmp_path: Path, stray: str) -> None:
    write_record(tmp_path, "2017")
    named = render(tmp_path, "--output", str(tmp_path / f"x/{stray}"))
    assert named.exit_code == 2
    assert "in `--output` is neither `{target}` nor `{edition}`" in named.stderr
    (tmp_path / "events/settings.toml").write_text(f'output = "x/{stray}"\n')
    assert "in `output` is neither `{target}` nor `{edition}`" in render(tmp_path).stdout
    assert not (tmp_path / "x").exists()


def test_an_output_without_a_name_is_wrong_usage(tmp_path: Path) -> None:
    write_record(tmp_path, "2017")
    result = render(tmp_path, "--output", "")
    assert (result.exit_code, result.stderr) == (
        2, "devroom-gen: `--output` names no folder\n   = help: name one, as in `--output public`\n"
    )  # fmt: skip


def test_a_file_in_the_place_of_the_output_is_told_and_counts_no_page(tmp_path: Path) -> None:
    write_record(tmp_path, "2017")
    (tmp_path / "taken").touch()
    result = render(tmp_path, "--output", str(tmp_path / "taken"))
    assert result.exit_code == 1
    assert "cannot write: a file stands where a folder belongs\n" in result.stdout
    assert result.stderr == "no page written; 1 error\n"


@pytest.mark.parametrize("output", ["site/{target}/../x", "{target}/a/..", "site/{edition}/../../{target}"])
def test_a_pattern_never_leads_up_behind_a_placeholder(tmp_path: Path, output: str) -> None:
    write_record(tmp_path, "2017", settings={"output": output})
    assert "` in `output` leads up again" in render(tmp_path).stdout
    assert not (tmp_path / "site").exists()


def test_output_folders_that_lie_in_each_other_have_one_owner_for_each_page(tmp_path: Path) -> None:
    for series, output in (("a", "site/page"), ("b", "site/{target}")):
        write_record(tmp_path, f"{series}/2017", settings={"output": output})
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\noutput = "other/{target}/{edition}"\n')
    result = render(tmp_path)
    assert result.exit_code == 1
    assert "error[DG503] same-path: `a/2017` and `b/2017` would both be written here" in result.stdout
    assert render(tmp_path).stdout == result.stdout
