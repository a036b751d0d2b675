"""The Jinja environment of one target. Templates see plain data, and a name that does not exist is an error."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2.utils import missing

from devroom_gen import __version__

BUILTIN = "builtin"
"""The prefix under which a person's template extends the built-in of the same name."""


class MissingNameError(jinja2.UndefinedError):
    """A template names what does not exist: `owner` is what it asked, `None` of a fact that is not stated."""

    def __init__(self, owner: Any, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = owner
        self.name = name

    @property
    def is_top(self) -> bool:
        """Whether the name stood alone, and was not asked of something."""
        return self.owner is missing


class _Strict(jinja2.StrictUndefined):
    """Keeps what was asked of what, so that near names can be offered."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        if exc is jinja2.UndefinedError and name is not None:
            exc = cast(type[jinja2.TemplateRuntimeError], partial(MissingNameError, obj, str(name)))
        super().__init__(hint, obj, name, exc)


def make_environment(
    load: Callable[[str], tuple[str, str] | None],
    filters: Mapping[str, Callable[..., Any]],
    *,
    is_sandboxed: bool = False,
    bytecode: Path | None = None,
) -> jinja2.Environment:
    """Make an environment whose templates come from `load`, each by its name as a source and the path of its file.

    A sandbox costs six times the time and is for templates that did not come with the program. Others are kept compiled
    in the folder `bytecode`, if there is one: what is compiled is code, so nobody else may write there.
    """

    def load_once(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = load(name)
        return (*found, lambda: True) if found else None  # one run sees one state of a template

    options: dict[str, Any] = {
        "loader": jinja2.FunctionLoader(load_once),
        "undefined": _Strict,
        "autoescape": False,  # values are escaped before a template sees them, for Markdown and not for HTML
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
        "bytecode_cache": _bytecode_cache(bytecode) if bytecode and not is_sandboxed else None,
    }
    if not is_sandboxed:
        environment = jinja2.Environment(**options)
        environment.filters.update(filters)
        return environment
    from devroom_gen.render.sandbox import Sandbox

    return Sandbox(filters, **options)


def _bytecode_cache(folder: Path) -> jinja2.FileSystemBytecodeCache:
    """Keep compiled templates under names that tell the versions of all that they were compiled by."""
    return jinja2.FileSystemBytecodeCache(str(folder), f"{__version__}-{jinja2.__version__}-%s.cache")
