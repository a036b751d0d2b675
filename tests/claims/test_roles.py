"""What a date is a date of, from the words around it."""

import pytest

from devroom_gen.claims.extract import read_claims
from devroom_gen.claims.roles import Role, is_withdrawn
from devroom_gen.text.source import SourceText


def roles(text: str) -> list[Role]:
    reading = read_claims(SourceText("page.md", text))
    return [reading.role(claim) for claim in reading.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call for papers opens: 1 Oct 2019", [Role.OPENS]),
        ("Call for participation closes: 1 Dec 2019", [Role.CLOSES]),
        ("- 1 December 2023: submission deadline", [Role.CLOSES]),
        (
            "Please submit your talk by 30 November. Speakers will be notified by 15 December.",
            [Role.CLOSES, Role.NOTIFY],
        ),
        ("| Schedule published | 15 Dec 2019 |", [Role.SCHEDULE]),
        ("The devroom will take place on Sunday, 2 February 2020.", [Role.EVENT]),
        ("# Room\n\nSunday, 2 February 2020, Brussels", [Role.EVENT]),
        ("Devroom dinner: 1 February 2020", [Role.SOCIAL]),
        ("Upload your slides until 20 January 2020", [Role.OTHER]),
        ("We like 2 February 2020 in general and for no reason at all.", [Role.NONE]),
        ("Deadline: ~~24 Nov 2019~~ 1 Dec 2019", [Role.CLOSES, Role.CLOSES]),
    ],
)
def test_roles(text: str, expected: list[Role]) -> None:
    assert roles(text) == expected


def test_key_of_configuration() -> None:
    reading = read_claims(SourceText("_config.yml", "cfp:\n  closes: 2019-12-01\nevent_date: 2020-02-02\n"))
    assert [reading.role(claim) for claim in reading.dates] == [Role.CLOSES, Role.EVENT]


def test_date_of_a_post_is_nothing() -> None:
    reading = read_claims(SourceText("post.md", "---\ndate: 2019-12-01\n---\n"))
    assert [reading.role(claim) for claim in reading.dates] == [Role.NONE]


@pytest.mark.parametrize("text", ["<del>1 Dec 2019</del>", "now 6 Dec (was 1 Dec)", "~~1 Dec 2019~~"])
def test_withdrawn(text: str) -> None:
    assert is_withdrawn(read_claims(SourceText("page.md", text)).dates[-1])


def test_extended_to_is_not_withdrawn() -> None:
    assert not is_withdrawn(read_claims(SourceText("page.md", "The deadline was extended to 1 Dec 2019.")).dates[0])
