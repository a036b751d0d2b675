"""The order of sections names one that does not exist.

The sections made from facts are `intro`, `topics`, `submission`, `dates` and `organizers`. Any other is one of your
own and needs a text in the settings; without one, it would be left out of every page without a word.

Fails, as `events/2018.toml` with:

    settings.sections = ["intro", "topcs"]

Passes, as `events/2018.toml` with:

    settings.sections = ["intro", "topics", "travel"]
    settings.section.travel.text = ["Take tram 8 to the campus."]
"""

import difflib
from collections.abc import Iterator

from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.facts.sections import SECTIONS
from devroom_gen.rules.base import Finding, Subject

CODE = Code("DG209", "unknown-section", Severity.ERROR, __doc__)


def check(subject: Subject) -> Iterator[Finding]:
    settings = subject.edition.settings
    known = [*SECTIONS, *settings.section]
    for index, name in enumerate(settings.sections or ()):
        section = settings.section.get(name)
        if name not in SECTIONS and not (section and section.text):
            near = difflib.get_close_matches(name, [each for each in known if each != name], n=1)
            own = f'write its text: `section.{name}.text = ["…"]`'
            yield Finding(
                path=("settings", "sections", index),
                message=f"there is no section `{name}`",
                help=f"did you mean `{near[0]}`?" if near else own,
            )
