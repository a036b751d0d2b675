"""Settings that are named are validated as settings and not as a record."""

from pathlib import Path

from devroom_gen.commands.validate import validate
from tests.conftest import RECORD, TODAY, WriteProject


def _found(*paths: str) -> list[tuple[str, str]]:
    return [(each.path, each.code.id) for each in validate(None, [Path(path) for path in paths], TODAY).diagnostics]


def test_good_settings_pass(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": RECORD, "events/settings.toml": 'conference = "fosdem"\n'})
    assert _found("events/settings.toml") == []


def test_bad_settings_are_found(write_project: WriteProject) -> None:
    write_project({"events/settings.toml": "conference = 1\n", "events/rust/settings.toml": "titel = 2\n"})
    assert _found("events/settings.toml") == [("events/settings.toml", "DG103")]
    both = [("events/rust/settings.toml", "DG101"), ("events/settings.toml", "DG103")]
    assert _found("events/rust/settings.toml") == both


def test_settings_of_a_series_are_found(write_project: WriteProject) -> None:
    write_project({"events/rust/settings.toml": "titel = 2\n"})
    assert _found("events/rust/settings.toml") == [("events/rust/settings.toml", "DG101")]
