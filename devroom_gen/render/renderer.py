"""Renders editions with the templates of one target. Writes nothing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from devroom_gen.facts.model import Facts
from devroom_gen.facts.parts import FrontMatter, Name, SectionFacts
from devroom_gen.facts.summary import EditionSummary
from devroom_gen.record.settings import Section, TargetSettings
from devroom_gen.render.environment import make_environment
from devroom_gen.render.escaping import (
    Escaping,
    escaping_of,
    html_text,
    hugo_path,
    markdown_link,
    markdown_text,
    yaml_quoted,
)
from devroom_gen.render.targets import Target, Template
from devroom_gen.render.template_errors import describe_failure
from devroom_gen.render.view import Fact, View, raw_text


class Page(NamedTuple):
    """One rendered file: a path below its output folder, with `/`, and a text."""

    path: str
    text: str


_IN_MEMORY = re.compile(r"<[\w. -]{1,80} at 0x[0-9a-f]{6,}>")
"""What Python writes for a thing that has no text: where it lies, which is another place each time."""


class NamesMemoryError(Exception):
    """A page would be another one each time."""


class TemplateError(Exception):
    """A template cannot be rendered: which, in which line, why, and what to write instead."""

    def __init__(self, path: str, line: int, message: str, help: str | None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.help = help


@dataclass(frozen=True)
class Renderer:
    """The templates and settings of one target, for any number of editions; `bytecode` is where they are kept compiled."""

    target: Target
    settings: TargetSettings
    bytecode: Path | None = None

    @cached_property
    def _environment(self) -> Any:
        to_html = self.settings.front_matter == "html"
        filters: dict[str, Callable[..., str]] = {
            "front_matter": lambda value: _front_matter(value, to_html),
            "hugo_path": lambda value: markdown_link(hugo_path(raw_text(value))),
            "heading": lambda value: markdown_text(raw_text(value)).replace("&#39;", "'"),
            "html": lambda value: html_text(raw_text(value)),
            "indent_lines": lambda value, width: str(value).replace("\n", "\n" + " " * width),
            "wrap": _wrap,
        }
        target = self.target
        return make_environment(target.load, filters, is_sandboxed=target.has_own, bytecode=self.bytecode)

    def render(self, facts: Facts) -> Iterator[Page]:
        """Render all pages of one edition; one that comes out blank, its facts being absent, is none."""
        names: dict[Escaping, dict[str, Any]] = {}
        facts = self._with_looks(facts)
        for template in self.target.templates:
            if template.is_of_project:
                continue
            for section in _sections_of(template, facts.sections, self.target.templates):
                escaping = escaping_of(template.path)
                if escaping not in names:
                    names[escaping] = self._names(facts, escaping, template)
                own = {"section": _named(names[escaping]["sections"], section)} if section else {}
                text = self._text(template, names[escaping] | own)
                if text:
                    path = template.page_path(section.number, section.name) if section else template.page_path()
                    yield Page(path, text)

    def _names(self, facts: Facts, escaping: Escaping, template: Template) -> dict[str, Any]:
        try:
            return View(facts, escaping).names() | {"words": self._words(facts.words, escaping)}
        except OverflowError as error:
            raise TemplateError(template.path, 1, *describe_failure(error, {})) from error

    def render_project(self, editions: Sequence[EditionSummary], words: Mapping[str, str]) -> Iterator[Page]:
        """Render what belongs to the project as a whole, from the summaries of all its editions, newest first."""
        for template in self.target.templates:
            if template.is_of_project and editions:
                escaping = escaping_of(template.path)
                views = [View(None, escaping).convert(each) for each in editions]
                text = self._text(template, {"editions": views, "words": self._words(words, escaping)})
                if text:
                    yield Page(template.page_path(), text)

    @cached_property
    def has_project_pages(self) -> bool:
        return any(template.is_of_project for template in self.target.templates)

    def _words(self, words: Mapping[str, str], escaping: Escaping) -> Fact:
        """Return the fixed words as templates see them: the same for all editions that have the same."""
        known = self._known_words.get(escaping)
        if known is None or known[0] is not words:
            known = self._known_words[escaping] = words, View(None, escaping).convert(words)
        return known[1]

    @cached_property
    def _known_words(self) -> dict[Escaping, tuple[Mapping[str, str], Fact]]:
        return {}

    def _with_looks(self, facts: Facts) -> Facts:
        looks = self.settings.section
        if not looks:
            return facts
        sections = (_with_look(each, looks[each.name]) if each.name in looks else each for each in facts.sections)
        return facts._replace(sections=tuple(sections))

    def _text(self, template: Template, names: Mapping[str, Any]) -> str:
        try:
            text = self._run(template.path, names).strip("\n")
            text.encode()  # no lone surrogate
        except Exception as error:
            if not (self.target.has_own or isinstance(error, OverflowError)):
                raise  # a built-in template does nothing wrong, but facts can be too long
            path, line = self._place(error, template.path)
            others = (*self.target.sources, *self._environment.filters)
            raise TemplateError(path, line, *describe_failure(error, names, others)) from error
        return f"{text}\n" if text.strip() else ""

    def _run(self, path: str, names: Mapping[str, Any]) -> str:
        """Run a template; one that did not come with the program within limits, and with a text that is always the same."""
        if not self.target.has_own:
            return str(self._environment.get_template(path).render(names))
        from devroom_gen.render.limits import limit_page

        self._environment.begin_page()
        with limit_page():
            text = str(self._environment.get_template(path).render(names))
        if _IN_MEMORY.search(text):
            raise NamesMemoryError
        return text

    def _place(self, error: BaseException, path: str) -> tuple[str, int]:
        """Find the template and line in which rendering failed: the innermost frame that lies in a template."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return error.filename or error.name or path, error.lineno
        place = (path, 1)
        trace = error.__traceback__
        while trace:
            name = trace.tb_frame.f_code.co_filename
            if any(name.startswith(str(folder)) for folder in self.target.roots):
                place = (name, trace.tb_lineno)
            trace = trace.tb_next
        return place


def _wrap(value: object, indent: int = 0) -> str:
    from devroom_gen.render.plain_text import wrap  # few pages are plain text

    return wrap(str(value), indent)


def _sections_of(
    template: Template, sections: Sequence[SectionFacts], templates: Sequence[Template]
) -> Sequence[SectionFacts | None]:
    """Return the sections for which a template is rendered: none of them, its own, or all that have no other."""
    if template.section is None:
        return [None]
    if template.section != "section":
        return [section for section in sections if section.name == template.section]
    taken = {each.section for each in templates} - {template.section}
    return [section for section in sections if section.name not in taken]


def _with_look(section: SectionFacts, look: Section) -> SectionFacts:
    """Fill in what the settings leave open from the look that the target gives a section."""
    stated = {each.key for each in section.front_matter}
    usual = (FrontMatter(key=Name(key), value=value) for key, value in look.front_matter.items() if key not in stated)
    return section._replace(
        bg=section.bg or look.bg,
        color=section.color or look.color,
        style=section.style or look.style,
        icon=look.icon if section.icon is None else section.icon,
        front_matter=(*usual, *section.front_matter),
    )


def _named(views: Sequence[Any], section: SectionFacts) -> Any:
    return next(view for view in views if view.name == section.name)


def _front_matter(value: object, to_html: bool) -> str:
    """Write one value of front matter: strings quoted always, so that `no` and `2018` stay what they are."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = raw_text(value)
    return yaml_quoted(html_text(text) if to_html else text)
