"""Claims other than dates, and the laws of reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.claims.page import Context
from devroom_gen.linter.prose_runner import check_pages
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.page_years import find_site
from devroom_gen.text.source import SourceText


def read(text: str, name: str = "page.md") -> PageClaims:
    return read_claims(SourceText(name, text))


@pytest.mark.parametrize(
    ("text", "owner", "year"),
    [
        ("FOSDEM'18 Kernel devroom", "FOSDEM", 2018),
        ("FOSDEM&#39;18 Kernel devroom", "FOSDEM", 2018),
        ("FOSDEM18", "FOSDEM", 2018),
        ("at FOSDEM 2018.", "FOSDEM", 2018),
        ("# fosdem2018_kernel", "fosdem", 2018),
    ],
)
def test_years(text: str, owner: str, year: int) -> None:
    assert [(claim.owner, claim.year) for claim in read(text).years] == [(owner, year)]


@pytest.mark.parametrize("text", ["node/1632534522", "&#39;", "port 20188", "`2018`", "4 Feb 2018", "10:2018", "$2018"])
def test_what_is_no_year(text: str) -> None:
    assert read(text).years == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the 2nd edition of the Big Data and Gardens devroom", "Big Data and Gardens"),
        ("Welcome to the Kernel dev room", "Kernel"),
        ("FOSDEM 2020 Kernel & Drivers Devroom", "Kernel & Drivers"),
        ("select the 'Gardens, Bees,\nand Flowers' track", "Gardens, Bees, and Flowers"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert [claim.name for claim in read(text).names] == [name]


@pytest.mark.parametrize("text", ["this devroom", "all devrooms", "kernel-devroom@example.org", "at the devroom"])
def test_no_names(text: str) -> None:
    assert read(text).names == ()


@pytest.mark.parametrize(
    "text",
    [
        "kernel-devroom@lists.example.org",
        "kernel-devroom [at] lists.example.org",
        "kernel [dash] devroom (at) lists [dot] example [dot] org",
    ],
)
def test_addresses(text: str) -> None:
    assert [claim.address for claim in read(f"Write to {text} .").addresses] == ["kernel-devroom@lists.example.org"]


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("23:59 CET (UTC+1)", ["CET|+1"]),
        ("23:59 CET (UTC-1)", ["CET|-1"]),
        ("23:59 CET (UTC \N{MINUS SIGN} 1:00)", ["CET|\N{MINUS SIGN} 1:00"]),
        ("23:59 CET (UTC11)", []),
        ("23:59 CET, UTC, 1 December", []),
        ("23:59 CET (UTC:2)", []),
    ],
)
def test_an_offset_begins_with_a_sign(text: str, offsets: list[str]) -> None:
    assert [claim.value for claim in read(text).wording("zone")] == offsets


def test_people_with_affiliation_and_account() -> None:
    text = "## Organizers\n\n- [Ada van Lovelace](https://github.com/ada) - [Engines Ltd](https://e.org)\n- Mia Berg (GH: mia)\n"
    people = read(text).people
    assert [(each.name, each.affiliation, each.handle) for each in people] == [
        ("Ada van Lovelace", "Engines Ltd", None),
        ("Mia Berg", None, "mia"),
    ]
    assert [link.url for link in people[0].links] == ["https://github.com/ada"]


@pytest.mark.parametrize(
    ("url", "years"),
    [
        ("https://example.org/2018/news/2017-10-26-x", [2018]),
        ("https://example.org/submission/GARDEN18", [2018]),
        ("https://garden18.example.org/", [2018]),
        ("https://www.openstreetmap.org/node/1632534522", []),
    ],
)
def test_years_of_links(url: str, years: list[int]) -> None:
    (link,) = read(f"See <{url}>.").links
    assert [year for _, year in link.years] == years


def test_links_of_every_form() -> None:
    text = (
        "[a](https://a.org) <https://b.org> https://c.org, www.d.org e.org/x <a href='https://f.org'>f</a> ![g](g.png)"
    )
    assert [link.url for link in read(text).links] == [
        "https://a.org", "https://b.org", "https://c.org", "www.d.org", "e.org/x", "https://f.org", "g.png",
    ]  # fmt: skip


def test_contexts() -> None:
    text = "---\ntitle: One\n# two\n---\n<!-- three -->\n# Four\n\n`five` six\n"
    assert [(block.text.strip(), block.context) for block in read(text).blocks] == [
        ("One", Context.FRONT_MATTER),
        ("two", Context.COMMENT),
        ("Four", Context.BODY),
        ("\ufffc six", Context.BODY),
        ("three", Context.COMMENT),
    ]


@given(st.text(max_size=300), st.sampled_from(["a.md", "a.yml", "a.txt", "README"]))
def test_any_text_is_read_and_judged(text: str, name: str) -> None:
    page = read(text, name)
    for found in check_pages([page], from_pages(find_site([page], ""), [])):
        assert found.location.span is not None
        assert 0 <= found.location.span.start <= found.location.span.end <= len(text)


WORDS = [
    "FOSDEM'18 ",
    "4 Feb ",
    "2018",
    "[",
    "](",
    ")",
    "<a href=",
    "<!--",
    "devroom ",
    "\n",
    "- ",
    "#",
    "'",
    "@",
    "&#39;",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_markup_is_read_and_judged(words: list[str]) -> None:
    page = read("".join(words))
    list(check_pages([page], from_pages(find_site([page], ""), [])))


@pytest.mark.parametrize(
    "unit", ["[", "](", "<a", "{{", "`", "_", "https://a.", "a.", "a-", "1, ", "Saturday or ", "Big Data "]
)
def test_long_repetitions_come_to_an_end(unit: str) -> None:
    """Holds patterns linear: one that is not takes minutes here."""
    read(unit * 20_000)
