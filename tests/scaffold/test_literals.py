"""Facts that were typed in prose become placeholders where the match is certain, and nowhere else."""

import pytest

from tests.scaffold.texts import HEAD, roll

RECORD = (
    HEAD.replace('"ULB"', '{ name = "ULB", room = "H.2214" }').replace("Rust", "HPC, Big Data")
    + "schedule = 2016-12-15\n[call]\nopens = 2016-10-12\ncloses = 2016-12-01\n"
)


def roll_prose(prose: str, literal: str | None = None) -> str:
    """Roll a pitch and give it as it is then written."""
    written = literal or f'"""{prose}"""'
    rolled = roll(RECORD.replace('["Welcome."]', f"[{written}]"))
    start = rolled.index("pitch = [") + len("pitch = [")
    end = rolled.index("]\nschedule")
    return rolled[start:end].removeprefix('"""').removesuffix('"""')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at FOSDEM 2017.", "at {conference}."),
        ("**FOSDEM\n2017** is near", "**{conference}** is near"),
        ("FOSDEM'17 and FOSDEM’17", "{conference.short} and {conference.short}"),
        ("FOSDEM 2017's rooms", "{conference}'s rooms"),
        ("The 2nd edition, our second edition", "The {edition} edition, our {edition.word} edition"),
        ("on Saturday, February 4, 2017, at nine", "on {date.long}, at nine"),
        ("on February 4, 2017", "on {date}"),
        ("on Sat 4 Feb 2017", "on {date.short}"),
        ("on Saturday, February 4.", "on {date.weekday}, {date.day}."),
        ("on Saturday February 4, 2017", "on {date.weekday} {date}"),
        ("on February 4 (Saturday)", "on {date.day} ({date.weekday})"),
        ("on Saturday, {date}", "on {date.weekday}, {date}"),
        ("until Thursday, December 1", "until {call.closes.weekday}, {call.closes.day}"),
        ("the second {name} devroom", "the {edition.word} {name} devroom"),
        ("our 2nd HPC, Big Data devroom", "our {edition} HPC, Big Data devroom"),
        ("the 2nd annual FOSDEM devroom", "the {edition} annual FOSDEM devroom"),
        ("the second HPC, Big\nData!", "the {edition.word} HPC, Big\nData!"),
        ("for the second time", "for the {edition.word} time"),
        ("welcome to edition 2.", "welcome to edition {edition.number}."),
        ("on 2017-02-04!", "on {date.iso}!"),
        ("on February 4 at nine", "on {date.day} at nine"),
        ("by December 1, 2016 at the latest", "by {call.closes} at the latest"),
        ("open from Wed 12 Oct 2016", "open from {call.opens.short}"),
        ("the schedule comes on 2016-12-15", "the schedule comes on {schedule.iso}"),
        ("the weekend of February 4 and 5, 2017", "the weekend of {conference.date}"),
        ("in room H.2214", "in room {venue.room}"),
        ("[FOSDEM 2017](https://fosdem.org/2017/)", "[{conference}]({conference.url})"),
        ("see https://fosdem.org/2017.", "see {conference.url}."),
        ("<https://fosdem.org/2017/practical/conduct/>", "<{code_of_conduct}>"),
        ("at https://penta.fosdem.org/submission/FOSDEM17", "at {call.submit}"),
    ],
)
def test_what_is_certain(before: str, after: str) -> None:
    assert roll_prose(before) == after


@pytest.mark.parametrize(
    "kept",
    [
        "since 2017",
        "HPC, Big Data devroom",
        "FOSDEM 2016 and FOSDEM 20170",
        "the 32nd edition, the twenty-second edition, 2nd editions",
        "February 4, 2016",
        "February 4 and 11",
        "February 4-5",
        "on Sunday, February 4",
        "on Sun. February 4",
        "February 4 (Sunday)",
        "on Sunday, {date}",
        "Second edition, second devrooms, the second time, a second talk",
        "for the second time slot",
        "the second day of HPC, Big Data",
        "edition 20 and edition 2.5",
        "Saturday",
        "https://archive.fosdem.org/2017/schedule/",
        "https://fosdem.org/2017/schedule/track/rust/",
        "[last year](https://example.org/2017-02-04/FOSDEM'17)",
        "[picture](img/2017-02-04.png)",
        '<img alt="FOSDEM 2017">',
        "{{ FOSDEM 2017 }} {% FOSDEM 2017 %}",
        "me@H.2214 XH.2214 H.22145",
        "pre-FOSDEM 2017-18",
    ],
)
def test_what_is_not(kept: str) -> None:
    assert roll_prose(kept) == kept


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"a\\u0020FOSDEM\\u00202017 \\"b\\""', '"a\\u0020{conference} \\"b\\""'),
        ("'FOSDEM 2017, \\'", "'{conference}, \\'"),
        ('"""\\\n   FOSDEM 2017 \\\n   x"""', "\\\n   {conference} \\\n   x"),
        ('"""\n\n🦀 FOSDEM 2017\n\n"""', "\n\n🦀 {conference}\n\n"),
        ('"""\r\n\r\n🦀 FOSDEM 2017\r\n\r\n"""', "\r\n\r\n🦀 {conference}\r\n\r\n"),
        ("'''FOSDEM 2017'''", "'''{conference}'''"),
    ],
)
def test_in_every_kind_of_string(before: str, after: str) -> None:
    assert roll_prose("", before) == after
