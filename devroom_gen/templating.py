"""The Jinja environment of one target. Templates see plain data, and a name that does not exist is an error."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2


def make_environment(folders: Sequence[Path], filters: Mapping[str, Callable[..., Any]]) -> jinja2.Environment:
    """Make an environment that looks for templates in folders, the first that has one wins."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # values are escaped before a template sees them, for Markdown and not for HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    return environment
