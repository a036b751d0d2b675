"""Whatever way a record is written, it rolls, and what is not rolled keeps its every byte."""

import pytest

from tests.scaffold.texts import HEAD, roll, roll_and_ask

_DATE = "date = { either = [2018-02-03, 2018-02-04] }  # in 2017: 2017-02-04\n"
ROLLED = HEAD.replace("2017\n", "2018\n", 1).replace("date = 2017-02-04\n", _DATE)

SPELLINGS = {
    "table": ("[call]\ncloses = 2016-12-02\n", '[call]\ncloses = "TBD"  # in 2017: 2016-12-02\n'),
    "comment": (
        "[call]\ncloses = 2016-12-02  # hard\n",
        '[call]\ncloses = "TBD"       # hard; in 2017: 2016-12-02\n',
    ),
    "dotted": ("call.closes = 2016-12-02\n", 'call.closes = "TBD"  # in 2017: 2016-12-02\n'),
    "inline": (
        "call = { opens = 2016-10-01, closes = 2016-12-02 }\n",
        'call = { opens = "TBD", closes = "TBD" }  # in 2017: opens = 2016-10-01, closes = 2016-12-02\n',
    ),
    "quoted": ('[call]\n"closes" = 2016-12-02\n', '[call]\n"closes" = "TBD"  # in 2017: 2016-12-02\n'),
    "time": (
        "[call]\ncloses = 2016-12-02 23:59:00Z\n",
        '[call]\ncloses = "TBD"  # in 2017: 2016-12-02T23:59:00+00:00\n',
    ),
    "either": (
        "[call]\ncloses = { either = [2016-12-02, 2016-12-03] }\n",
        '[call]\ncloses = "TBD"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n',
    ),
    "dotted either": (
        "[call]\ncloses.either = [2016-12-02, 2016-12-03] # x\n",
        '[call]\ncloses = "TBD" # x; in 2017: { either = [2016-12-02, 2016-12-03] }\n',
    ),
    "table of a choice": (
        "[call]\nfinal = true\n[call.closes] # a\neither = [2016-12-02, 2016-12-03] # b\n",
        '[call]\ncloses = "TBD"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n# a\n# b\n',
    ),
    "table of a choice alone": (
        "[call.closes]\neither = [2016-12-02, 2016-12-03]\n",
        '[call]\ncloses = "TBD"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n\n',
    ),
    "table of a choice above its own": (
        "[call.closes]\neither = [2016-12-02, 2016-12-03]\n[call]\ntrack = 'x' # c\nfinal = true\n",
        "\n\n[call]\ntrack = 'x' # c\ncloses = \"TBD\"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n",
    ),
    "table of a choice beside dotted keys": (
        "call.track = 'x'\n[call.closes]\neither = [2016-12-02, 2016-12-03]\n",
        "call.track = 'x'\ncall.closes = \"TBD\"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n\n\n",
    ),
    "table of a choice above one of its own that is empty": (
        "[call.closes]\neither = [2016-12-02, 2016-12-03]\n[call]\n[topics]\n",
        '\n\n[call]\ncloses = "TBD"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n[topics]\n',
    ),
    "two tables of a choice above their own": (
        "[call.closes]\neither = [2016-12-02, 2016-12-03]\n[call.opens]\neither = [2016-11-02, 2016-11-03]\n[call]\ntrack = 'x'\n",
        '\n\n\n\n[call]\ntrack = \'x\'\nopens = "TBD"  # in 2017: { either = [2016-11-02, 2016-11-03] }\ncloses = "TBD"  # in 2017: { either = [2016-12-02, 2016-12-03] }\n',
    ),
    "array of tables": (
        '[[milestones]]\nlabel = "a"\ndate = 2016-12-16\n[[milestones]]\nlabel = "b"\ndate = "TBD"\n',
        '[[milestones]]\nlabel = "a"\ndate = "TBD"  # in 2017: 2016-12-16\n[[milestones]]\nlabel = "b"\ndate = "TBD"\n',
    ),
    "array of inline tables": (
        'milestones = [\n  { label = "a", date = 2016-12-16 }, # c\n  { label = """\nb""", date = 2016-12-17, note = """\nc"""},\n]\n',
        'milestones = [\n  { label = "a", date = "TBD" }, # c; in 2017: date = 2016-12-16\n'
        '  { label = """\nb""", date = "TBD", note = """\nc"""},  # in 2017: date = 2016-12-17\n]\n',
    ),
    "behind a string over lines": (
        'call = { lead = ["""\n["""], opens = 2016-10-01, final = true, notes = ["""\n#"""], track = "x" }\n',
        'call = { lead = ["""\n["""], opens = "TBD", notes = ["""\n#"""], track = "x" }  # in 2017: opens = 2016-10-01\n',
    ),
    "extension": ("[call]\nextended = [\n  2016-11-25,\n]\nfinal = true\ntrack = 'x'\n", "[call]\ntrack = 'x'\n"),
    "extension with comments": (
        "[call]\nextended = [\n  2016-11-25, # one\n] # two\n",
        "[call]\n# one\n# in 2017: extended = [2016-11-25]; two\n",
    ),
    "extension in braces": (
        "call = { extended = [2016-11-25], final = true, track = 'x' }\n",
        "call = { track = 'x' }\n",
    ),
    "all of a table in braces": ("call = { extended = [2016-11-25], final = true }\n", "call = {  }\n"),
    "last of a table in braces": ("call = { track = 'x', final = true }\n", "call = { track = 'x' }\n"),
    "count": ("edition = 7\n", ""),
    "count with a reason": ("edition = 7 # since 2010\n", "# in 2017: edition = 7; since 2010\n"),
    "phase": ('phase = "past"\nmode = "on-site"\n', 'mode = "on-site"\n'),
    "known link": ('[call]\nsubmit = "https://penta.fosdem.org/submission/FOSDEM17"\n', "[call]\n"),
    "own link": ('[call]\nsubmit = "https://example.org/cfp"\n', '[call]\nsubmit = "https://example.org/cfp"\n'),
    "year-bound links": (
        '[links]\nsite = "https://rust-fosdem17.github.io" # ours\nrepository = "https://example.org"\n',
        '[links]\n# in 2017: site = "https://rust-fosdem17.github.io"; ours\nrepository = "https://example.org"\n',
    ),
    "year-bound links again": (
        '[links]\n# in 2016: site = "https://rust-fosdem16.github.io"\nsite = "https://rust-fosdem17.github.io"\n# end\n',
        '[links]\n# in 2017: site = "https://rust-fosdem17.github.io"\n# end\n',
    ),
    "link in braces": (
        'links = { site = "https://example.org/2017/", contact = "a@b.org" }\n',
        'links = { contact = "a@b.org" }  # in 2017: site = "https://example.org/2017/"\n',
    ),
    "programme": (
        'links.programme = "https://example.org/programme"\n',
        '# in 2017: links.programme = "https://example.org/programme"\n',
    ),
}


@pytest.mark.parametrize(("written", "expected"), SPELLINGS.values(), ids=SPELLINGS.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_rolled(written: str, expected: str, newline: str) -> None:
    rolled = roll((HEAD + written).replace("\n", newline))
    assert rolled == (ROLLED + expected).replace("\n", newline)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("date = [2017-02-04, 2017-02-05]", "{ either = [2018-02-03, 2018-02-04] }  # in 2017: [2017-02-04, 2017-02-05]"),
        (
            "date = [ # two\n  2017-02-04,\n  2017-02-05\n] # days",
            "{ either = [2018-02-03, 2018-02-04] } # days; in 2017: [2017-02-04, 2017-02-05]",
        ),
        ('date = "TBD" # in 2016: 2016-01-30', "{ either = [2018-02-03, 2018-02-04] } # in 2016: 2016-01-30"),
        ("date.either = [2017-02-04, 2017-02-05]", "{ either = [2018-02-03, 2018-02-04] }  # in 2017: { either = [2017-02-04, 2017-02-05] }"),
    ],
)  # fmt: skip
def test_the_date(written: str, expected: str) -> None:
    above = "# two\n" if "# two" in written else ""
    rolled = roll(HEAD.replace("date = 2017-02-04", written))
    assert rolled == HEAD.replace("2017", "2018", 1).replace("date = 2017-02-04", f"{above}date = {expected}")


def test_a_table_of_the_date_becomes_a_value() -> None:
    text = HEAD.replace("date = 2017-02-04\n", "") + "[date]\neither = [2017-02-04, 2017-02-05]\n"
    assert 'year = 2030\ndate = "TBD"  # in 2017: { either = [2017-02-04, 2017-02-05] }\n' in roll(text, 2030)


def test_an_unknown_weekend_is_to_be_decided() -> None:
    rolled, questions = roll_and_ask(HEAD, 2030)
    assert 'date = "TBD"  # in 2017: 2017-02-04\n' in rolled
    assert [str(each.text) for each in questions] == [
        "write the day once it is known; the days of the conference are not known here"
    ]


def test_a_room_is_open_and_hours_are_kept() -> None:
    written = 'venue = { name = "ULB", room = "H.2214" }\nhours = "09:00-17:00"\n'
    rolled, questions = roll_and_ask(HEAD.replace('venue = "ULB"\n', written))
    assert 'venue = { name = "ULB", room = "TBD" }  # in 2017: room = "H.2214"\nhours = "09:00-17:00"\n' in rolled
    assert [(each.line, each.key, each.text, each.before) for each in questions] == [
        (3, "date", "write 2018-02-03 or 2018-02-04 once it is decided", "2017-02-04"),
        (4, "venue.room", "room, when it is known", '"H.2214"'),
        (5, "hours", "still 09:00-17:00?", ""),
    ]


def test_a_conference_of_its_own_loses_what_was_of_the_year() -> None:
    written = (
        'conference = { name = "PyCon", short = "PyCon \'17", days = [2017-02-04], url = "https://2017.pycon.org" }\n'
    )
    rolled, questions = roll_and_ask(HEAD + written)
    assert (
        'conference = { name = "PyCon" }  # in 2017: url = "https://2017.pycon.org", days = [2017-02-04], '
        'short = "PyCon \'17"\n' in rolled
    )
    assert 'date = "TBD"  # in 2017: 2017-02-04\n' in rolled
    assert [each.key for each in questions] == [
        "date",
        "venue",
        "conference.days",
        "conference.short",
        "conference.url",
    ]


def test_what_was_open_last_year_is_open_still() -> None:
    _, questions = roll_and_ask(HEAD.replace('"ULB"', '"TBD"').replace("Welcome", "TBD: welcome"))
    assert [(each.line, each.key, each.text, each.before) for each in questions[1:]] == [
        (4, "venue", "where it takes place", ""),
        (5, "pitch[1]", "write this text", ""),
    ]


def test_people_are_kept_and_asked_about() -> None:
    written = (
        '[[organizers]]\nname = "Ada"\naffiliation = "Engines"\n[[organizers]]\nname = "Bob"\n'
        '[[sponsors]]\nname = "Engines and Sons"\n'
    )
    rolled, questions = roll_and_ask(HEAD + written)
    assert rolled == ROLLED + written
    assert [(each.line, each.key, each.text) for each in questions[1:]] == [
        (6, "organizers", "still Ada (Engines) and Bob?"),
        (12, "sponsors[1]", "still Engines and Sons?"),
    ]


def test_what_still_speaks_of_last_year_is_listed() -> None:
    text = HEAD.replace('"Welcome."', '"""\nSince 2017 we meet.""",\n  "Dinner is on 3 February."') + (
        '[[milestones]]\nlabel = "Party of 2017"\ndate = 2017-02-03\n'
    )
    _, questions = roll_and_ask(text)
    assert [(each.line, each.key, each.text) for each in questions if each.key != "date"] == [
        (6, "pitch[1]", "still says `2017`: `Since 2017 we meet.`"),
        (7, "pitch[2]", "still says `3 February`: `Dinner is on 3 February.`"),
        (9, "milestones[1].label", "still says `2017`: `Party of 2017`"),
        (10, "milestones[1].date", "when: Party of 2017"),
    ]


LEFT = {
    "Since 2016, and 2015.": ["2016"],
    "We closed on Friday, 2 December 2016.": ["Friday, 2 December 2016"],
    "On Sunday, February 4.": ["Sunday, February 4"],
    "The 2nd floor; Second edition.": ["2nd", "Second"],
    "See https://archive.fosdem.org/2017/a, and FOSDEM'16.": ["https://archive.fosdem.org/2017/a", "FOSDEM'16"],
    "{date.long} at {conference}, room H.2017": ["2017"],
    "On Saturday, February 4, at FOSDEM 2017 for the second time.": [],
}


@pytest.mark.parametrize("prose", LEFT)
def test_every_place_of_a_prose_that_speaks_of_last_year_is_listed(prose: str) -> None:
    _, questions = roll_and_ask(HEAD.replace("Welcome.", prose))
    said = [each.text.split("`")[1] for each in questions if each.text.startswith("still says")]
    assert sorted(said) == sorted(LEFT[prose])
