"""`"TBD"` is possible wherever a fact is: it is told once, and pages say it, or do without the line."""

from pathlib import Path

from tests.sites import read_tree, render, run

RECORD = """\
name = "Rust"
year = 2027
date = "TBD"
hours = "TBD"
schedule = "TBD"
mode = "TBD"
venue = { name = "TBD", room = "TBD", city = "TBD", country = "TBD", map = "TBD" }
pitch = ["TBD"]
call = { opens = "TBD", closes = "TBD", submit = "TBD", track = "TBD", lead = ["TBD"], include = ["TBD"], notes = ["TBD"] }
topics = { items = ["TBD", { topic = "TBD", items = ["TBD"] }], closing = ["TBD"] }
organizers = [{ name = "TBD", url = "TBD", affiliation = "TBD", affiliation_url = "TBD" }]
sponsors = [{ name = "TBD", url = "TBD" }]
milestones = [{ label = "TBD", date = "TBD", note = "TBD" }]
links = { contact = "TBD", programme = "TBD", repository = "TBD", site = "TBD", code_of_conduct = "TBD" }
"""


def test_everything_may_be_undecided(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/2027.toml").write_text(RECORD)
    (tmp_path / "events/settings.toml").write_text('targets = ["singlepaged", "page", "hugo"]\nwords.tbd = "soon"\n')
    validated = run("validate", "--project", tmp_path, "--strict", "--output-format", "concise")
    assert validated.exit_code == 0
    assert [line.split()[1] for line in validated.stdout.splitlines()] == ["note[DG208]"] * RECORD.count('"TBD"')
    assert render(tmp_path, "--strict").exit_code == 0
    for path, text in read_tree(tmp_path / "site").items():
        assert "(TBD)" not in text, path
        assert "mailto:" not in text
        assert 'href="TBD"' not in text
        assert "programme:" not in text.lower()


def test_a_scaffold_is_not_published_in_silence(tmp_path: Path) -> None:
    assert run("new", "2027", "--project", tmp_path).exit_code == 0
    result = render(tmp_path)
    assert (result.exit_code, result.stdout.count("still has to be written")) == (0, 2)
    assert render(tmp_path, "--strict").exit_code == 1
    record = tmp_path / "events/2027.toml"
    lines = [line.removeprefix("# ") if line.startswith(("# name =", "# [[", "# label", "# date", "# url")) else line
             for line in record.read_text().splitlines()]  # fmt: skip
    record.write_text("\n".join(lines) + "\n")
    said = run("validate", "--project", tmp_path).stdout
    for example in ("Ada Lovelace", "https://example.org/ada", "Engines and Sons", "https://example.org/sons"):
        assert f"warning[DG215] example-left: `{example}` is the example that `new` wrote" in said
