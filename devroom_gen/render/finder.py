"""The targets of one project: finds their templates and settings, and makes one renderer of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.errors import UsageError
from devroom_gen.facts.model import Facts
from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.layout import Project, target_names
from devroom_gen.project.listing import explain_stray, list_files
from devroom_gen.project.loaded import Parsed, Record
from devroom_gen.project.loader import Loader
from devroom_gen.project.private_files import is_private
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.settings import TargetSettings
from devroom_gen.render.renderer import Renderer, TemplateError
from devroom_gen.render.targets import SETTINGS, Target
from devroom_gen.text.source import SourceText, Span
from devroom_gen.text.suggestions import suggest


@dataclass
class Targets:
    """The targets of one project; `caches` is where compiled templates may be kept."""

    project: Project
    loader: Loader
    caches: Path | None = None
    _found: dict[str, tuple[Renderer | None, Sequence[Diagnostic]]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Renderer | None, Sequence[Diagnostic]]:
        """Return the renderer of a target, if its settings can be used, and what is wrong. Raises `UsageError`, if it is none."""
        if name not in self._found:
            self._found[name] = self._make(name)
        return self._found[name]

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders of templates, the project's own first."""
        return self.project.template_folders()

    def _make(self, name: str) -> tuple[Renderer | None, Sequence[Diagnostic]]:
        if name not in target_names(self.folders):
            raise UsageError(f"there is no target `{name}`", _near_target(name, target_names(self.folders)))
        target = Target(name, self.folders, builtin_templates())
        if strays := self._strays:
            return None, strays
        path = target.sources.get(f"{name}/{SETTINGS}")
        read = (
            self.loader.read(path, TargetSettings)
            if path
            else Parsed(None, TargetSettings.model_construct(about=name), ())
        )
        renderer = Renderer(target, read.value, self._bytecode) if read.value else None
        return renderer, read.diagnostics

    @cached_property
    def _strays(self) -> list[Diagnostic]:
        """What is wrong with links among the project's own templates: without them pages would be others."""
        if self.folders[0] == builtin_templates():
            return []
        return [explain_stray(place) for place in list_files(self.folders[0], self.project.root).strays.values()]

    @cached_property
    def _bytecode(self) -> Path | None:
        """The folder of compiled templates, which are code: only one that nobody else can write is used."""
        if self.caches is None:
            return None
        folder = self.caches / "templates"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return folder if is_private(folder.stat()) else None
        except OSError:
            return None


def check_titles(record: Record, facts: Facts, pattern: str | None) -> Iterator[Diagnostic]:
    """Warn of titles of sections from which the theme of a target cannot make what their colours hang on."""
    for section in facts.sections if pattern else ():
        title = section.menu or section.text
        look = (section.bg or "white", section.color or "black", section.style or "left")
        has_look = section.name != "intro" or look != ("white", "black", "left")
        if has_look and not re.fullmatch(pattern or "", title):
            key = "menu" if section.menu else "title"
            advice = f'write `menu = "{section.name.capitalize()}"` below `[section.{section.name}]` of the settings'
            yield Diagnostic(
                code=codes.COLOURLESS_TITLE,
                location=record.locate(("settings", "section", section.name, key)),
                message=f"the section `{title}` loses its colours: the theme makes an id of its title",
                help=f"{advice}; or a title of letters, digits, `-` and `_`, a letter first",
            )


def explain_failure(target: Target, error: TemplateError, what: str) -> Diagnostic:
    """Explain at the line of a template why it cannot be rendered."""
    path = Path(error.path) if Path(error.path).is_absolute() else target.sources.get(error.path)
    source = read_source(path) if path else SourceText(f"{target.name}/{error.path}", "")
    if isinstance(source, Diagnostic):
        source = SourceText(shown_path(path) if path else error.path, "")
    line = min(error.line, source.text.count("\n") + 1)
    return Diagnostic(
        code=codes.TEMPLATE_ERROR,
        location=Location(source=source, span=source.line_span(line) if source.text else Span(0, 0)),
        message=f"{error}, while rendering `{what}`",
        help=error.help or "`devroom-gen templates` lists the templates",
    )


def _near_target(name: str, known: list[str]) -> str:
    return suggest(name, known, "there are " + ", ".join(f"`{each}`" for each in known))
