"""The sections of the pages: which there are, in what order, and how each looks."""

from collections.abc import Iterator

from devroom_gen.facts.model import FrontMatter, Name, SectionFacts
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Section, Settings

SECTIONS = ("intro", "topics", "submission", "dates", "organizers")
"""The sections that are made from facts; any other has a text of its own in the settings."""

_PLAIN = Section.model_construct()


def list_sections(settings: Settings) -> list[str]:
    """List the sections in their order; those with a text of their own that the order does not name come last."""
    stated = settings.sections or ()
    return [*stated, *(name for name, each in settings.section.items() if each.text and name not in stated)]


def derive_sections(event: Event, settings: Settings) -> Iterator[SectionFacts]:
    """Return the sections that are not empty; the number of each is its place among all."""
    has_facts = {
        "intro": True,
        "topics": event.topics is not None,
        "submission": event.call is not None,
        "dates": bool(event.call or event.schedule or event.milestones),
        "organizers": bool(event.organizers or event.sponsors),
    }
    for number, name in enumerate(list_sections(settings), start=1):
        section = settings.section.get(name, _PLAIN)
        if not has_facts.get(name, bool(section.text)):
            continue
        yield SectionFacts(
            text=section.title or name.capitalize(),
            name=Name(name),
            number=number,
            bg=section.bg,
            color=section.color,
            style=section.style,
            icon=section.icon,
            front_matter=tuple(FrontMatter(key=Name(key), value=value) for key, value in section.front_matter.items()),
            body=section.text,
        )
