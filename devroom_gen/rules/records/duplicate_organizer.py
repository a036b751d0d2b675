"""A person is listed twice among the organisers.

Lists are copied from year to year and merged by hand; a name that stands twice was meant to be another one, or one
too many.

Fails, as `events/2018.toml` with: organizers = [{ name = "Jean Bartik" }, { name = "Jean  bartik" }]
Passes, as `events/2018.toml` with: organizers = [{ name = "Jean Bartik" }, { name = "Grace Hopper" }]
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Related, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG206", "duplicate-organizer", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    seen: dict[tuple[str, str | None], KeyPath] = {}
    for path, person in subject.event.people:
        key = (" ".join(person.name.casefold().split()), person.group)
        if key in seen:
            at, first = (subject.at((*listed, "name")) for listed in (path, seen[key]))
            related = (Related(first, "listed here already"),)
            yield Finding(at, f"`{person.name}` is listed twice", help="keep one of the two", related=related)
        seen.setdefault(key, path)
