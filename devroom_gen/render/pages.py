"""Renders editions with the templates of one target. Writes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import jinja2

from devroom_gen.facts.model import Facts, FrontMatter, Name, SectionFacts
from devroom_gen.record.settings import Section
from devroom_gen.render.escaping import Escaping, escaping_of, html_text, yaml_quoted
from devroom_gen.render.plain import wrap
from devroom_gen.render.targets import Target, Template
from devroom_gen.render.view import View, raw_text
from devroom_gen.templating import make_environment


@dataclass(frozen=True, slots=True)
class Page:
    """One rendered file: a path below its output folder, with `/`, and a text."""

    path: str
    text: str


class TemplateError(Exception):
    """A template cannot be rendered: which, in which line, and why."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


@dataclass(frozen=True)
class Renderer:
    """The templates of one target, ready to render any number of editions."""

    target: Target

    @cached_property
    def _environment(self) -> jinja2.Environment:
        to_html = self.target.settings.front_matter == "html"
        filters: dict[str, Callable[..., str]] = {
            "front_matter": lambda value: _front_matter(value, to_html),
            "html": lambda value: html_text(raw_text(value)),
            "indent_lines": lambda value, width: str(value).replace("\n", "\n" + " " * width),
            "wrap": lambda value, indent=0: wrap(str(value), indent),
        }
        builtin, is_own = self.target.builtin, bool(self.target.overrides())
        return make_environment(self.target.search, filters, builtin=builtin, is_sandboxed=is_own)

    def render(self, facts: Facts) -> Iterator[Page]:
        """Render all pages of one edition; one that comes out blank, its facts being absent, is none."""
        names: dict[Escaping, dict[str, Any]] = {}
        sections = self._sections(facts)
        for template in self.target.templates:
            if template.is_of_project:
                continue
            for section in _sections_of(template, sections, self.target.templates):
                escaping = escaping_of(template.path)
                if escaping not in names:
                    names[escaping] = View(replace(facts, sections=sections), escaping).names()
                own = {"section": _named(names[escaping]["sections"], section)} if section else {}
                text = self._text(template, names[escaping] | own)
                if text:
                    path = template.page_path(section.number, section.name) if section else template.page_path()
                    yield Page(path, text)

    def render_project(self, editions: Sequence[tuple[Facts, str]]) -> Iterator[Page]:
        """Render what belongs to the project as a whole: all its editions, newest first, each with its folder's path."""
        newest = sorted(editions, key=lambda each: (-int(each[0].year.text), each[0].series))
        for template in self.target.templates:
            if template.is_of_project and newest:
                escaping = escaping_of(template.path)
                views = [View(facts, escaping).names() | {"path": escaping.link(path)} for facts, path in newest]
                text = self._text(template, {"editions": views, "words": views[0]["words"]})
                if text:
                    yield Page(template.page_path(), text)

    @cached_property
    def has_project_pages(self) -> bool:
        return any(template.is_of_project for template in self.target.templates)

    def _sections(self, facts: Facts) -> tuple[SectionFacts, ...]:
        looks = self.target.settings.section
        return tuple(_with_look(section, looks.get(section.name, Section())) for section in facts.sections)

    def _text(self, template: Template, names: Mapping[str, Any]) -> str:
        try:
            text = self._environment.get_template(template.path).render(names).strip("\n")
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(error.name or template.path, error.lineno, _syntax_words(error)) from error
        except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
            path, line = self._place(error, template.path)
            raise TemplateError(path, line, _failure_words(error)) from error
        return f"{text}\n" if text.strip() else ""

    def _place(self, error: BaseException, path: str) -> tuple[str, int]:
        """Find the template and line in which rendering failed: the innermost frame that lies in a template."""
        place = (path, 1)
        trace = error.__traceback__
        while trace:
            name = trace.tb_frame.f_code.co_filename
            if any(name.startswith(str(folder)) for folder in self.target.search):
                place = (name, trace.tb_lineno)
            trace = trace.tb_next
        return place


def _sections_of(
    template: Template, sections: Sequence[SectionFacts], templates: Sequence[Template]
) -> Sequence[SectionFacts | None]:
    """Give the sections for which a template is rendered: none of them, its own, or all that have no other."""
    if template.section is None:
        return [None]
    if template.section != "section":
        return [section for section in sections if section.name == template.section]
    taken = {each.section for each in templates}
    return [section for section in sections if section.name not in taken]


def _with_look(section: SectionFacts, look: Section) -> SectionFacts:
    """Fill in what the settings leave open from the look that the target gives a section."""
    stated = {each.key for each in section.front_matter}
    usual = (FrontMatter(key=Name(key), value=value) for key, value in look.front_matter.items() if key not in stated)
    return replace(
        section,
        bg=section.bg or look.bg,
        color=section.color or look.color,
        style=section.style or look.style,
        icon=section.icon or look.icon,
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


def _syntax_words(error: jinja2.TemplateSyntaxError) -> str:
    message = error.message or ""
    if "unknown tag" in message:
        return f"the template has a tag that does not exist or does not fit: {_quoted(message)}"
    if "No filter" in message or "No test" in message:
        return f"the template uses a filter that does not exist: {_quoted(message)}"
    if "end of template" in message or "was looking for" in message:
        return "a tag of the template is not closed"
    return "the template is not well formed here"


def _failure_words(error: BaseException) -> str:
    message = str(error)
    if isinstance(error, jinja2.TemplateNotFound):
        return f"the template includes or extends `{error.name}`, which does not exist"
    if isinstance(error, jinja2.UndefinedError):
        return f"the template names what does not exist: {_quoted(message)}"
    if type(error).__name__ == "SecurityError":
        return "the template does what templates may not do"
    return "the template cannot be rendered here"


def _quoted(message: str) -> str:
    """Take the name out of a message of the template language."""
    parts = message.split("'")
    names = [part for part in parts[1::2] if part and " " not in part]
    return f"`{names[-1]}`" if names else "a name"
