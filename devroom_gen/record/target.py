"""The settings of a target: `target.toml` in its folder of templates."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from devroom_gen.diagnostics import codes
from devroom_gen.record.scalars import Line, Model, Name, refuse
from devroom_gen.record.settings import Section


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
