"""The order of sections names one that does not exist.

The sections made from facts are `intro`, `topics`, `submission`, `dates` and `organizers`. Any other is one of your
own and needs a text in the settings; without one, it would be left out of every page without a word. At most 31 have a
place.

Fails, as `events/2018.toml` with: settings.sections = ["intro", "topcs"]
Passes, as `events/2018.toml` with:
    settings.sections = ["intro", "topics", "travel"]
    settings.section.travel.text = ["Take tram 8 to the campus."]
"""

from devroom_gen.facts.sections import SECTIONS
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.suggestions import suggest

MOST = 31
"""Sections that have a place: each is a post of a day of one month."""

CODE = Code("DG209", "unknown-section", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    settings = subject.edition.settings
    for index, name in enumerate(settings.sections or ()):
        section = settings.section.get(name)
        if name not in SECTIONS and not (section and section.text):
            others = [each for each in (*SECTIONS, *settings.section) if each != name]
            message = f"there is no section `{name}`"
            help_text = suggest(name, others, f'write its text: `section.{name}.text = ["…"]`')
            yield Finding(subject.at(("settings", "sections", index)), message, help=help_text)
    for name, section in settings.section.items():
        meant = "" if section.text or name in (*SECTIONS, *(settings.sections or ())) else suggest(name, SECTIONS, "")
        if meant:  # others may have their text in the records of some years
            yield Finding(subject.at(("settings", "section", name)), f"there is no section `{name}`", help=meant)
    everything = list(dict.fromkeys((*(settings.sections or ()), *settings.section)))
    for name in everything[MOST:]:
        where = ("settings", "section", name) if name in settings.section else ("settings", "sections")
        yield Finding(
            subject.at(where), f"`{name}` comes behind {MOST} other sections", help="put some of them together"
        )
