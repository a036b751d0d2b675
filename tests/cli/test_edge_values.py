"""Values at the edge of what TOML, dates and numbers allow: every command says what is wrong, and none ends as a bug."""

from pathlib import Path

import pytest

from tests.sites import run

LONG = "1" * 5000
VALUES = (
    "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2027-02-30", "2027-01-30T23:59:60Z", "2027-01-30T23:59:59+24:00",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "23:59:60", "24:00:00", "[0001-01-01, 9999-12-31]", LONG, f"-{LONG}",
    f"0x{LONG}", f'"{LONG}"', "inf", "-inf", "nan", "1e400", "-0.0", "9223372036854775808", r'"\uD800"', r'"\U0010FFFF"', r'"\U000E0001"',
    r'"\u0000"', '""', "[]", "{}", "[[[]]]", "[{}]", "true", '"23:59-00:00"', '"24:00-25:00"', '"https://[::1"', '"mailto:"', '"AoE"',
)  # fmt: skip
KEYS = (
    "name", "year", "date", "venue", "venue.map", "hours", "edition", "pitch", "mode", "call.closes", "call.extended_from", "call.url",
    "contact", "milestones", "sections", "organizers", "links.site", "settings.output", "settings.targets", "settings.front_matter", "tbd",
)  # fmt: skip
SMALLEST = {"name": '"Rust"', "year": "2027", "date": "2027-01-30", "venue": '"ULB"', "pitch": '["Welcome."]'}
COMMANDS = (
    "validate", "validate --diff", "validate --output-format json", "render --output site",
    "render --check --today 0001-01-01", "render --output-format sarif", "list --today 9999-12-31", "new 2028", "templates",
    "lint page.md --record events/2027.toml",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project, as the working directory, where a bug is raised."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEVROOM_GEN_TRACEBACK", "1")
    (tmp_path / "events").mkdir()
    (tmp_path / "page.md").write_text(
        "# FOSDEM 2027 Rust\n\nIt is on Saturday, 30 January 2027; we close December 1, 9999.\n"
    )
    return tmp_path


@pytest.mark.parametrize("key", KEYS)
def test_no_value_at_the_edge_ends_as_a_bug(project: Path, key: str) -> None:
    rest = "".join(f"{name} = {value}\n" for name, value in SMALLEST.items() if name != key.partition(".")[0])
    for number, value in enumerate(VALUES):
        (project / "events/2027.toml").write_text(f"{rest}{key} = {value}\n")
        result = run(*COMMANDS[number % len(COMMANDS)].split())
        assert result.exit_code in (0, 1, 2), (value, result.output)
        assert not result.exception or isinstance(result.exception, SystemExit)
        (project / "events/2028.toml").unlink(missing_ok=True)
