"""What help says to type is right when it is typed: nobody is sent round in circles."""

import pytest

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Settings
from devroom_gen.record.validation import shape
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse
from tests.conftest import RECORD


def diagnose(text: str) -> list[Diagnostic]:
    document, found = parse(SourceText("events/2018.toml", text))
    return [*found, *(shape(document, Event)[1] if document else [])]


def helps(text: str) -> list[str | None]:
    return [each.help for each in diagnose(text)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31 January 2027", "2027-01-31"),
        ("Sunday, January 31st, 2027", "2027-01-31"),
        ("the 31st of January", None),
        ("31 Janvier 2027", None),
        ("2026-11-28 23:59", "2026-11-28T23:59:00"),
        ("28.11.2026, 18:30", "2026-11-28T18:30:00"),
        ("28 November 2026 at 23:59", "2026-11-28T23:59:00"),
        ("2026-11-28T23:59+01:00", "2026-11-28T23:59:00+01:00"),
        ("2/3/2027", "2027-02-03` or `2027-03-02"),
    ],
)
def test_a_day_in_other_words_is_said_as_toml_has_it(written: str, meant: str | None) -> None:
    (bare,) = helps(f"{RECORD}[call]\ncloses = {written}\n")
    (quoted,) = helps(f'{RECORD}[call]\ncloses = "{written}"\n')
    assert bare is not None
    if meant is None:
        assert bare == f'write `"{written}"`'
        assert quoted == 'write year-month-day without quotes, `2018-02-04`, or "TBD" while it is not known'
    else:
        assert bare.removesuffix(": year, month and day in this order") == f"write `{meant}`"
        assert quoted == f"write `{meant}` without quotes"


def test_the_day_of_the_edition_takes_no_time() -> None:
    assert helps(RECORD.replace("2018-02-04", '"2018-02-04 10:00"')) == ["write `2018-02-04` without quotes"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[x](https://x.org)", "https://x.org"),
        ("[the site](x.org/a)", "https://x.org/a"),
        ("<https://x.org/?a=b>", "https://x.org/?a=b"),
        ("x.org", "https://x.org"),
        ("müller.example:8080/a#b", "https://müller.example:8080/a#b"),
        (" https://x.org", "https://x.org"),
    ],
)
def test_a_link_is_offered_without_what_is_around_it(written: str, meant: str) -> None:
    (found,) = diagnose(f'{RECORD}links.site = "{written}"\n')
    assert found.help == f'write "{meant}"'
    assert found.fix and found.fix.title == f'write `"{meant}"`'


@pytest.mark.parametrize(
    "written", ["x", "[x]", "[x](y)", "e.g.", "a..b", ".org", "1.2", "-x.org/", "x.org)", "TBD. x"]
)
def test_no_link_is_offered_for_what_is_no_host(written: str) -> None:
    (found,) = diagnose(f'{RECORD}links.site = "{written}"\n')
    assert (found.help, found.fix) == ("write a link as it stands in the browser", None)


@pytest.mark.parametrize(
    "written",
    [
        "telescopes at lists.fosdem.org",
        "telescopes [at] lists.fosdem.org",
        "telescopes(at)lists.fosdem.org",
        "telescopes AT lists dot fosdem [dot] org",
    ],
)
def test_an_address_is_asked_for_as_it_is_typed_in_a_mail(written: str) -> None:
    (found,) = diagnose(f'{RECORD}links.contact = "{written}"\n')
    assert found.message == f"`{written}` is not an address"
    assert found.help == 'write "telescopes@lists.fosdem.org"; pages show it as the settings say'
    assert found.fix and found.fix.title == 'write `"telescopes@lists.fosdem.org"`'


def test_not_every_at_is_one_of_an_address() -> None:
    assert helps(f'{RECORD}links.contact = "ask at the desk"\n') == ["write a link as it stands in the browser"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"7th"', "write `7`"),
        ('"seventh"', "write `7`"),
        ('"the 7th edition"', "write `7`"),
        ('"7"', "write `7` without quotes"),
        ('"7 or 8"', "write `3`, for example"),
        ("7.0", "write `7`"),
    ],
)
def test_a_number_is_read_out_of_its_text(written: str, expected: str) -> None:
    assert helps(f"{RECORD}edition = {written}\n") == [expected]


def test_a_year_is_read_out_of_its_text() -> None:
    assert helps(RECORD.replace("year = 2018", 'year = "FOSDEM 2018"')) == ["write `2018`"]
    assert helps(RECORD.replace("year = 2018", 'year = "FOSDEM\'18"')) == ["write `2018`, for example"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('phase = "close"', 'did you mean `"closed"`?'),
        ('phase = "Open"', 'did you mean `"open"`?'),
        ('mode = "virtual"', 'did you mean `"online"`?'),
        ('mode = "onsite"', 'did you mean `"on-site"`?'),
        ('mode = "by post"', 'write `"on-site"`, `"online"`, `"hybrid"` or `"TBD"`'),
    ],
)
def test_the_choice_that_is_near_is_offered(written: str, expected: str) -> None:
    assert helps(f"{RECORD}{written}\n") == [expected]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('[settings.section.dates]\ntitel = "x"', "did you mean `title`?"),
        ('[settings.section.dates]\ncolour = "x"', "did you mean `color`?"),
        ('[settings.section.dates]\nheading = "x"', "did you mean `title`?"),
        ('[settings.words]\nsubmitt = "x"', "did you mean `submit`?"),
        ('[settings.section]\ndates = "x"', "write `[settings.section.dates]`, and its keys below"),
        ("[cfp]\ncloses = 2017-12-01", "did you mean `call`?"),
        ("[call_for_papers]\ncloses = 2017-12-01", "did you mean `call`?"),
        ("[[team]]\nname = 'x'", "did you mean `organizers`?"),
        ("deadline = 2017-12-01", "write `closes` in `[call]`"),
        ("closes = 2017-12-01", "`closes` belongs in `[call]`"),
        ("email = 'a@b.org'", "write `contact` in `[links]`"),
        ("affiliation = 'x'", "`affiliation` belongs in `[[organizers]]`"),
    ],
)
def test_the_key_that_is_meant_is_named(written: str, expected: str) -> None:
    assert helps(f"{RECORD}{written}\n") == [expected]


def test_the_key_of_a_section_is_named_in_settings() -> None:
    document, _ = parse(SourceText("events/settings.toml", '[section.dates]\ntitel = "x"\n'))
    assert document is not None
    assert [(each.help, bool(each.fix)) for each in shape(document, Settings)[1]] == [("did you mean `title`?", True)]
    document, _ = parse(SourceText("events/settings.toml", 'icon = "x"\n'))
    assert document is not None
    assert [each.help for each in shape(document, Settings)[1]] == ["`icon` belongs in `[section.intro]`, for example"]


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_table_for_each_entry_of_a_list_is_one_mistake(count: int) -> None:
    tables = "".join(f'[organizers]\nname = "{number}"\n' for number in range(count))
    (found,) = diagnose(f"{RECORD}{tables}[call]\ncloses = 2017-12-01\n")
    assert (found.message, found.location.start.line) == ("`organizers` is written twice", 8)
    assert found.help == "keep one of the two, or write `[[organizers]]` above each where it is a list"


def test_a_table_and_then_a_list_of_tables_is_one_mistake() -> None:
    (found,) = diagnose(f"{RECORD}[organizers]\nname = 'a'\n[[organizers]]\nname = 'b'\n[[organizers]]\nname = 'c'\n")
    assert (found.location.start.line, [each.location.start.line for each in found.related]) == (8, [6])
    assert found.help == "keep one of the two, or write `[[organizers]]` above each where it is a list"


def test_a_key_written_twice_is_told_from_the_same_key_of_another_entry() -> None:
    text = f"{RECORD}[[organizers]]\nname = 'a'\n[[organizers]]\nname = 'b'\nurl = 'https://x.org'\nname = 'c'\n"
    (found,) = diagnose(text)
    assert (found.location.start.line, [each.location.start.line for each in found.related]) == (11, [9])


def test_what_belongs_to_another_entry_is_not_written_already() -> None:
    text = f"{RECORD}[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 1\nx = 2\n[a.b]\n"
    found = [each for each in diagnose(text) if each.related]
    assert [(each.location.start.line, each.related[0].location.start.line) for each in found] == [(12, 11), (13, 10)]


@pytest.mark.parametrize(
    ("more", "help_text"),
    [
        ("edition\u00a0= 3", "write `edition = 3`, with the blanks that the space bar types"),
        ("\u2009edition = 3", "write `edition = 3`, with the blanks that the space bar types"),
        ("\u00a0", "delete it"),
        ("hours = \"09:00-17:00'", 'write `"09:00-17:00"`'),
        ("hours = '09:00-17:00\"", 'write `"09:00-17:00"`'),
        ('hours = "9 to 5"', 'write "09:00-17:00", "9am - 5pm", "morning", "afternoon" or "full day"'),
        (
            'hours = "5pm - 9am"',
            'write "09:00-17:00" where the two are mixed up; what goes on after midnight ends at `23:59`',
        ),
        ('hours = "9am - 13pm"', "write a time from `00:00` to `23:59`"),
        (
            'settings.section = ["intro", "dates"]',
            'write `sections = ["intro", "dates"]`; `[section.intro]` is the look of one',
        ),
        ("call:", "write `[call]` above the keys of a table"),
        ('call.include = [{ item = "a", items = [{ item = "b", optional = true }] }]', 'write its text alone: `"b"`'),
        ('settings.icon = "plane"', "`icon` belongs in `[settings.section.intro]`, for example"),
    ],
)
def test_what_is_typed_by_hand_gets_what_to_type(more: str, help_text: str) -> None:
    assert helps(f"{RECORD}{more}\n") == [help_text]
