"""Rolling what few records have: several calls, spans, months, changes, prose of a phase."""

from tests.scaffold.texts import read, roll

OLD = """\
name = "Rust"
year = 2017
date = { from = 2017-02-04, to = 2017-02-05 }  # both days
venue = "ULB"
hours = ["9am - 5pm", "morning"]
schedule = { month = "2016-12" }
pitch = ["On {date}.", { when = ["open", "extended"], text = "Told on 10 December 2016, in December 2016." }]

[change]
to = "postponed"  # by the hall
on = 2017-01-05
text = "Snow."

[[calls]]
name = "Talks"
closes = 2016-11-30T23:59:00
extended = [2016-11-20]
final = true
notified = 2016-12-10
submit = "https://penta.fosdem.org/submission/FOSDEM17"

[[calls]]
name = "Posters"
closes = 2016-12-20
submit = "https://posters.example/2017"
formats = [{ name = "Poster", minutes = 3 }]

[[organizers]]
group = "Volunteers"
note = "Write to us."
"""


def test_what_one_year_decides_is_open_and_the_rest_stays() -> None:
    text = roll(OLD, 2018)
    event = read(text).event
    assert "2016" not in "".join(line.partition("#")[0] for line in text.splitlines() if not line.startswith("pitch"))
    assert event.change is None
    assert [call.closes for call in event.calls] == ["TBD", "TBD"]
    assert (event.calls[0].notified, event.calls[0].extended, event.calls[0].final) == ("TBD", (), False)
    assert event.schedule == "TBD"
    assert [call.submit for call in event.calls] == [None, None]
    assert '# in 2017: submit = "https://posters.example/2017"' in text  # the conference does not know that one
    assert event.calls[1].formats[0].minutes == 3
    assert "# both days" in text and "by the hall" in text
    assert '{ when = ["open", "extended"], text = "Told on 10 December 2016, in December 2016." }' in text
