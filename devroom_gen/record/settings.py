"""What belongs to a site and not to one year, each key for the project, a series, or one edition; and to a target."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, Strict, WithJsonSchema

from devroom_gen.diagnostics import codes
from devroom_gen.record.output_pattern import find_stray
from devroom_gen.record.scalars import Line, Model, Name, Paragraphs, Title, optional, refuse
from devroom_gen.text.date_pattern import has_parts
from devroom_gen.text.languages import language_names
from devroom_gen.text.suggestions import suggest


def _check_output(pattern: str) -> str:
    if stray := find_stray(pattern):
        what, span = stray
        raise refuse(codes.NOT_A_CHOICE, what, 'write "site/{target}/{edition}"', span)
    return pattern


Output = Annotated[Line, AfterValidator(_check_output)]


def _check_unique(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise refuse(
            codes.OUT_OF_RANGE, f"`{Counter(names).most_common(1)[0][0]}` is listed twice", "keep one of the two"
        )
    return names


Names = Annotated[tuple[Name, ...], AfterValidator(_check_unique), Field(json_schema_extra={"uniqueItems": True})]


Pixels = Annotated[int, Strict(), Field(ge=1, le=4000)]


def _check_language(code: str) -> str:
    if code not in (known := language_names()):
        listed = ", ".join(f'"{each}"' for each in known)
        raise refuse(
            codes.NOT_A_CHOICE, f"no language `{code[:40]}` is known", suggest(code, known, f"write one of {listed}")
        )
    return code


def _check_date_format(pattern: str) -> str:
    if not has_parts(pattern):
        help_text = 'write a pattern such as "D MMMM YYYY", or "dddd, D MMMM YYYY" with the weekday'
        raise refuse(codes.NOT_A_CHOICE, f"nothing in `{pattern[:40]}` stands for a part of a day", help_text)
    return pattern


LanguageCode = Annotated[
    Line, AfterValidator(_check_language), WithJsonSchema({"type": "string", "enum": language_names()})
]
DateFormat = Annotated[Line, AfterValidator(_check_date_format)]


class Logo(Model):
    """The picture that links to the conference."""

    src: Line = Field(description="path of the picture, as the page links it", examples=["img/fosdem-logo.png"])
    alt: Line = Field(description="what the picture shows, for those who cannot see it", examples=["FOSDEM logo"])
    width: Pixels | None = optional("its width in pixels; as large as it is unless stated", 200)
    height: Pixels | None = optional("its height in pixels", 148)


_WRITTEN = {"title": "title", "bg": "bg", "color": "color", "style": "style", "fa-icon": "icon", "icon-title": "icon"}
"""Keys of front matter that pages have already, and the keys of a section that they come from."""


def _check_front_matter(keys: Mapping[str, object]) -> Mapping[str, object]:
    for key in keys:
        if key in _WRITTEN:
            message = f"`{key}` would stand twice in the front matter of the page"
            raise refuse(codes.DUPLICATE_KEY, message, f"write `{_WRITTEN[key]} = …` in the section itself")
    return keys


class Section(Model):
    """One section of the pages: how it is headed, how it looks, and its text where it is one of your own."""

    title: Line | None = optional("its heading", "Travel")
    menu: Line | None = optional("its name in the menu of the theme; the heading unless stated", "Intro")
    bg: Line | None = optional("colour of the band", "blue")
    color: Line | None = optional("colour of the text", "white")
    style: Line | None = optional("style of the theme", "left")
    icon: Line | Literal[""] | None = optional('icon of Font Awesome, by its name; `""` for none', "plane")
    text: Paragraphs = optional("what it says, in Markdown with placeholders", "Take tram 8 to the campus.", default=())
    note: Paragraphs = optional("what stands below all else in it", "The room opens at nine.", default=())
    front_matter: Annotated[Mapping[Name, Line | bool | int], AfterValidator(_check_front_matter)] = Field(
        {}, description="further keys of its front matter", examples=[{"encoding": "utf-8"}]
    )


class Words(Model):
    """The fixed words of pages, with placeholders: labels, the button, what stands for a fact that is not known."""

    tbd: Title | None = Field(None, description="stands for a fact that is not known yet")
    at: Title | None = Field(None, description="stands for `@` where an address is shown to harvesters")
    was: Title | None = Field(None, description="stands before an earlier deadline")
    tentative: Title | None = Field(None, description="stands behind a date that may still move")
    optional: Title | None = Field(None, description="stands behind what a submission may leave out")
    online: Title | None = Field(None, description="the place of an edition without one")
    held_at: Title | None = Field(None, description="stands before the venue")
    and_online: Title | None = Field(None, description="stands behind the city of an edition that is online too")
    full_day: Title | None = Field(None, description="hours of a full day")
    morning: Title | None = Field(None, description="hours of half a day")
    afternoon: Title | None = Field(None, description="hours of the other half")
    aoe: Title | None = Field(None, description="the zone in which a day ends last")
    your_time: Title | None = Field(None, description="text of the link to a clock")
    call: Title | None = Field(None, description="heads the text of the call")
    call_opens: Title | None = Field(None, description="label of the day on which the call opens")
    call_closes: Title | None = Field(None, description="label of the deadline")
    final: Title | None = Field(None, description="said of a deadline that stays")
    notified: Title | None = Field(None, description="label of the day on which speakers are told")
    schedule: Title | None = Field(None, description="label of the day on which the schedule is out")
    event: Title | None = Field(None, description="label of the day itself")
    must_include: Title | None = Field(None, description="stands above what a submission must include")
    formats: Title | None = Field(None, description="stands above the formats of talks")
    minutes: Title | None = Field(None, description="stands behind the length of a talk")
    questions_of: Title | None = Field(None, description="stands behind the minutes for questions")
    submit: Title | None = Field(None, description="the button")
    submit_here: Title | None = Field(None, description="stands before the link in plain text")
    select_track: Title | None = Field(None, description="stands before the name of the track")
    not_open: Title | None = Field(None, description="said before the call opens")
    closed: Title | None = Field(None, description="said after the deadline")
    past: Title | None = Field(None, description="said after the event")
    cancelled: Title | None = Field(None, description="said of an edition that does not take place")
    postponed: Title | None = Field(None, description="said of an edition that takes place on another day")
    moved_online: Title | None = Field(None, description="said of an edition that was to take place in a hall")
    programme: Title | None = Field(None, description="text of the link to the schedule")
    conduct: Title | None = Field(None, description="text of the link to the code of conduct")
    questions: Title | None = Field(None, description="stands before the address")
    forum: Title | None = Field(None, description="stands before the link to the forum")
    chat: Title | None = Field(None, description="stands before the link to the chat")
    sponsors: Title | None = Field(None, description="stands before the sponsors")
    editions: Title | None = Field(None, description="heads the page of all editions")
    all_editions: Title | None = Field(None, description="heads the whole list")
    open_now: Title | None = Field(None, description="heads the list of open calls")


class Ignore(Model):
    """Findings that are known and meant, in all files of a pattern."""

    paths: Line = Field(
        description="files, from the project's folder; `*` stands for any characters", examples=["events/2016.toml"]
    )
    codes: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="codes, beginnings of codes, or names", examples=["DG206"]
    )
    reason: Line = Field(description="why they are meant", examples=["two people share this name"])


class Settings(Model):
    """`events/settings.toml`, the same file in a folder of `events/`, or the table `[settings]` of a record."""

    language: LanguageCode | None = optional("language of the pages: of days, labels and titles", "en")
    date_format: DateFormat | None = optional(
        "how pages write a day, by the parts below; as the language does unless stated", "dddd, D MMMM YYYY"
    )
    clock: Literal["24-hour", "12-hour"] = optional("how pages write a time of day", "12-hour", default="24-hour")
    conference: Line | None = optional("the conference of all records", "fosdem")
    output: Output | None = optional(
        "where pages are written: a folder, or a pattern with `{target}` and `{edition}`", "site/{target}/{edition}"
    )
    targets: Names | None = optional("what is rendered: names of folders of templates", "singlepaged")
    title: Title | None = optional("how titles are built", "{conference.short} {name} Devroom")
    logo: Logo | None = Field(None, description="the picture above the text; left out unless stated")
    editions_before: Annotated[int, Strict(), Field(ge=0, le=998)] = optional(
        "editions before those that are counted here, for a second count: `{edition.total}`", 10, default=0
    )
    clock_links: Annotated[bool, Strict()] = optional(
        "true where a deadline with its time links to a clock of the world", True, default=False
    )
    icon_size: Pixels = optional("size of the icon of the intro, in pixels", 48, default=64)
    sections: Annotated[Names, Field(min_length=1)] | None = optional(
        "the sections of the pages, in their order; one of your own that is not named comes last", "intro"
    )
    section: Mapping[Name, Section] = Field({}, description="titles, looks and texts of sections, by their name")
    words: Words = Field(default_factory=Words, description="fixed words of pages")
    ignore: tuple[Ignore, ...] = Field((), description="findings that are not reported, by file and with a reason")

    @cached_property
    def fixed_words(self) -> dict[str, str]:
        """The words that are set, by their names; the same mapping each time."""
        return {name: word for name, word in self.words if word}

    @cached_property
    def has_placeholders(self) -> bool:
        """Whether a word that is set has a placeholder in it."""
        return any("{" in word for word in self.fixed_words.values())


def _check_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error:
        raise refuse(codes.NOT_A_CHOICE, f"`{text}` is not a regular expression") from None
    return text


class TargetSettings(Model):
    """`target.toml`: what the readers of a target's pages need."""

    about: Line = Field(description="what the target is for, in one line")
    front_matter: Literal["plain", "html"] = Field(
        "plain", description="`html` where the reader prints front matter into HTML without escaping it"
    )
    title_pattern: Annotated[Line, AfterValidator(_check_pattern)] | None = Field(
        None, description="what titles of sections must match to keep their colours"
    )
    beside: Mapping[Line, Mapping[Line, Line]] = Field(
        {}, description="your own files beside the pages, and the facts that their keys repeat"
    )
    section: Mapping[Name, Section] = Field({}, description="how each section looks unless the settings say otherwise")
