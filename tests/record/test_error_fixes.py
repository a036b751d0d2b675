"""Each fix changes what it should and nothing else, and none is offered where two things could be meant."""

import pytest

from devroom_gen.commands.fix import fix
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.linter.registry import EVERYTHING
from devroom_gen.project.layout import Project
from tests.conftest import RECORD, TODAY, WriteProject


def _fixed(write_project: WriteProject, text: str) -> tuple[str, list[str]]:
    root = write_project({"events/2018.toml": text})
    fixing = fix(Project(root), [], TODAY, EVERYTHING)
    return fixing.after.get("events/2018.toml", text), [_id(each) for each in fixing.left]


def _id(diagnostic: Diagnostic) -> str:
    return diagnostic.code.id


@pytest.mark.parametrize(
    ("stands", "wrong"),
    [
        ("date = 2018-02-04", 'date = "2018-02-04"'),
        ("date = 2018-02-04", "date = '2018-02-04'"),
        ("date = 2018-02-04", 'date = "Sunday, 4 February 2018"'),
        ("date = [2018-02-03, 2018-02-04]", 'date = ["2018-02-03", 2018-02-04]'),
        ("date = [2018-02-03, 2018-02-04]", "date = [2018-02-04, 2018-02-03]"),
        ("date = [ # both\n 2018-02-03, # Sat\n 2018-02-04 ]", "date = [ # both\n 2018-02-04, # Sat\n 2018-02-03 ]"),
        ("year = 2018", 'year = "2018"'),
        ("year = 2018", "'yaer' = 2018"),
        ("year = 2018", "Year = 2018"),
        ("year = 2018", "year = 2017"),
        ('pitch = ["a {edition} b"]', 'pitch = ["a {edtion} b"]'),
        ('pitch = ["""é\n🎉 {date.long}"""]', 'pitch = ["""é\n🎉 {date.lnog}"""]'),
    ],
)
def test_a_required_value_is_fixed(write_project: WriteProject, stands: str, wrong: str) -> None:
    key = stands.partition(" ")[0]
    lines = [line if line.partition(" ")[0] != key else "\0" for line in RECORD.splitlines()]
    text = "\n".join(lines) + "\n"
    after, left = _fixed(write_project, text.replace("\0", wrong))
    assert after == text.replace("\0", stands)
    assert left == []


@pytest.mark.parametrize(
    ("stands", "wrong"),
    [
        ("edition = 3", 'edition = "3"'),
        ('links.site = "https://example.org/a"', 'links.site = "example.org/a"'),
        ('links.site = "https://example.org"', "links . 'site' = \"https://example.org\"".replace("site", "siet")),
        ('organizers = [{ name = "Ada" }]', 'organisers = [{ name = "Ada" }]'),
        (
            '[[organizers]]\nname = "A"\n[[organizers]]\nname = "B"',
            '[[organisers]]\nname = "A"\n[[organisers]]\nname = "B"',
        ),
        ('[links]\ncontact = "a@example.org"', '[link]\ncontact = "a@example.org"'),
        ("[call]\ncloses = 2017-12-01T23:59:00", '[call]\ncloses = "2017-12-01T23:59:00"'),
        (
            "[call]\nextended = [2017-11-24]\ncloses = 2017-12-01",
            '[call]\nextended = ["2017-11-24"]\ncloses = "2017-12-01"',
        ),
        ("[call]\nfinal = true", '[call]\nfinal = "true"'),
        ("[call]\ncloses = 2017-12-01T23:59:00", '[call]\ncloses = "2017-12-01 23:59"'),
        ('[[milestones]]\nlabel = "x"\ndate = 2018-01-01', '[[milestones]]\nlabel = "x"\ndate = "2018-01-01"'),
        ('[[sponsors]]\nname = "x"\nurl = "mailto:a@example.org"', '[[sponsors]]\nname = "x"\nurl = "a@example.org"'),
    ],
)
def test_an_optional_value_is_fixed(write_project: WriteProject, stands: str, wrong: str) -> None:
    after, left = _fixed(write_project, f"{RECORD}{wrong}\n")
    expected = stands.replace('links.site = "https://example.org"', 'links . site = "https://example.org"')
    assert after == f"{RECORD}{expected if 'siet' in wrong else stands}\n"
    assert left == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (RECORD.replace("2018-02-04", '"2018-02-30"'), ["DG109"]),
        (RECORD.replace("2018-02-04", '"the 4th"'), ["DG109"]),
        (RECORD.replace("2018-02-04", '"2018\\u002d02-04"'), ["DG109"]),
        (RECORD.replace("2018-02-04", '"2018-02-04T10:00:00"'), ["DG109"]),
        (RECORD.replace("2018-02-04", "[2018-02-04, 2018-02-04]"), ["DG110"]),
        (RECORD.replace("year = 2018", "year = 2019"), ["DG203"]),
        (RECORD + "Year = 2018\n", ["DG101"]),
        (RECORD + 'hours = "09:00-09:00"\n', ["DG110"]),
        (RECORD + 'hours = "22:00-02:00"\n', ["DG110"]),
        (RECORD + 'links.site = "see there"\n', ["DG106"]),
        (RECORD + 'links.site = "javascript:alert(1)"\n', ["DG106"]),
        (RECORD + 'organizers = [{ name = "Ada" }, { name = "Ada" }]\n', ["DG206"]),
        (RECORD.replace("Welcome.", "{zzzz}"), ["DG401"]),
    ],
)
def test_what_could_mean_two_things_is_left(write_project: WriteProject, text: str, left: list[str]) -> None:
    if "2019" in text:
        text = text.replace("2018-02-04", "2017-02-04")
    after, found = _fixed(write_project, text)
    assert after == text
    assert found == left


def test_two_misspelt_keys_do_not_become_one(write_project: WriteProject) -> None:
    after, left = _fixed(write_project, f"{RECORD}[call]\nopns = 2017-10-01\nopenss = 2017-10-01\n")
    assert after == f"{RECORD}[call]\nopens = 2017-10-01\nopenss = 2017-10-01\n"
    assert left == ["DG101"]


def test_a_misspelt_settings_file_is_fixed(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": 'confrence = "fosdem"\n'})
    assert fix(Project(root), [], TODAY, EVERYTHING).after == {"events/settings.toml": 'conference = "fosdem"\n'}
