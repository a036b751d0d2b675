"""The Jinja environment of one target. Templates see plain data, and a name that does not exist is an error."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

BUILTIN = "builtin"
"""The prefix under which a person's template extends the built-in of the same name."""


def make_environment(
    folders: Sequence[Path],
    filters: Mapping[str, Callable[..., Any]],
    *,
    builtin: Path | None = None,
    is_sandboxed: bool = False,
) -> jinja2.Environment:
    """Make an environment that looks for templates in folders; the first that has one wins.

    A sandbox costs six times the time and is for templates that did not come with the program.
    """
    loader: jinja2.BaseLoader = jinja2.FileSystemLoader(folders)
    if builtin is not None:
        loader = jinja2.ChoiceLoader([loader, jinja2.PrefixLoader({BUILTIN: jinja2.FileSystemLoader(builtin)})])
    environment = _environment_class(is_sandboxed)(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # values are escaped before a template sees them, for Markdown and not for HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    return environment


def _environment_class(is_sandboxed: bool) -> type[jinja2.Environment]:
    if not is_sandboxed:
        return jinja2.Environment
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment
