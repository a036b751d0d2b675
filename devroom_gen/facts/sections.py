"""The sections of the pages: which there are, in what order, and how each looks."""

from collections.abc import Callable, Iterator

from devroom_gen.facts.call import prose_of
from devroom_gen.facts.parts import FrontMatter, Name, SectionFacts
from devroom_gen.facts.phase import Phase
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Section, Settings

SECTIONS: dict[str, Callable[[Event], bool]] = {
    "intro": lambda event: True,
    "topics": lambda event: event.topics is not None,
    "submission": lambda event: bool(event.all_calls),
    "dates": lambda event: bool(event.all_calls or event.schedule or event.milestones),
    "organizers": lambda event: bool(event.organizers or event.sponsors),
    "editions": lambda event: False,
}
"""The sections that are made from facts, and whether there are any; others have a text of their own in the settings."""

_PLAIN = Section.model_construct()


def derive_sections(event: Event, settings: Settings, phase: Phase, *, has_previous: bool) -> Iterator[SectionFacts]:
    """Return the sections that are not empty, each with its place; those of its own that no order names come last."""
    stated = settings.sections or ()
    others = (name for name, each in settings.section.items() if each.text and name not in stated)
    for number, name in enumerate((*stated, *others), start=1):
        section = settings.section.get(name, _PLAIN)
        body, notes = prose_of(section.text, phase), prose_of(section.note, phase)
        is_said = SECTIONS[name](event) or (name == "editions" and has_previous) if name in SECTIONS else body
        if not (is_said or (notes and name not in SECTIONS)):
            continue
        yield SectionFacts(
            text=section.title or name.capitalize(),
            name=Name(name),
            number=number,
            bg=section.bg,
            color=section.color,
            style=section.style,
            icon=section.icon,
            icon_size=settings.icon_size,
            menu=section.menu,
            front_matter=tuple(FrontMatter(key=Name(key), value=value) for key, value in section.front_matter.items()),
            body=body,
            notes=notes,
        )
