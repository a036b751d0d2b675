"""The prose of records, checked by the rules of pages."""

from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.validate import validate
from devroom_gen.project.layout import Project

RECORD = '''\
name = "Rust"
year = 2019
date = 2019-02-03
venue = "ULB"
edition = 2
pitch = [
  """

Welcome to the 3rd edition at FOSDEM 2018.""",
  "We meet on February 3, 2019.",
]
'''


def test_contradictions_and_literals_at_their_places(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "2019.toml").write_text(RECORD)
    found = validate(Project(tmp_path), (), date(2018, 10, 1)).diagnostics
    assert [(each.code.id, each.location.start, [r.location.start.line for r in each.related]) for each in found] == [
        ("DG307", (9, 16), [5]),
        ("DG301", (9, 38), [2]),
        ("DG340", (10, 15), []),
    ]
    assert [each.fix.title for each in found if each.fix] == ["write `{date}`"]


def test_a_comment_suppresses(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    text = RECORD.replace('2018.""",', '2018.""",  # devroom-gen: ignore DG301, DG307 a quotation')
    (tmp_path / "events" / "2019.toml").write_text(text)
    found = validate(Project(tmp_path), (), date(2018, 10, 1)).diagnostics
    assert [each.code.id for each in found] == ["DG340"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (r'pitch = ["Welcome to the \u007beditoin\u007D edition."]', "DG401"),
        (r'pitch = ["Write to \U0000007bcontact}."]', "DG402"),
        (r'pitch = ["\u0054BD: why to come"]', "DG208"),
        ('pitch = ["""To the {edi\\\n  toin}."""]', "DG401"),
        ('pitch = ["""TB\\\nD: why"""]', "DG208"),
        (
            'settings.targets = ["page"]\npitch = ["Braces {{ alone,", "the {editoin} edition", "and }} again."]',
            "DG401",
        ),
    ],
)
def test_what_is_hidden_or_split_is_found(tmp_path: Path, typed: str, code: str) -> None:
    (tmp_path / "events").mkdir()
    text = f'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\n{typed}\n'
    (tmp_path / "events/2018.toml").write_text(text)
    found = validate(Project(tmp_path), (), date(2017, 10, 1)).diagnostics
    assert [each.code.id for each in found] == [code]


def test_one_mistake_in_all_texts_of_a_record_is_told_a_hundred_times(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    texts = '"Welcome to the 3nd one.", ' * 999
    (tmp_path / "events/2018.toml").write_text(
        RECORD[: RECORD.index("pitch")].replace("2019", "2018") + f"pitch = [{texts}]\n"
    )
    found = [each.code.id for each in validate(Project(tmp_path), (), date(2017, 10, 1)).diagnostics]
    assert found.count("DG308") == 100, set(found)
