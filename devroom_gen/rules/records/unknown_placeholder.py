"""A placeholder names no fact.

Placeholders are a closed set. One that is misspelt would stand in the page as it is typed, braces and all.
To print braces around a word on purpose, write `{!word}`.

Fails, as `events/2018.toml` with:

    pitch = ["Welcome to the {editon} edition."]

Passes, as `events/2018.toml` with:

    pitch = ["Welcome to the {edition} edition. Write {!name} for the name, and {{ page.title }} for Liquid."]
"""

import difflib
from collections.abc import Iterator

from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.rules.base import Finding, Subject

CODE = Code("DG401", "unknown-placeholder", Severity.ERROR, __doc__)


def check(subject: Subject) -> Iterator[Finding]:
    unknown = {name for name in subject.placeholder_names if name not in PLACEHOLDERS}
    for path, placeholder in subject.placeholders if unknown else ():
        if placeholder.name in unknown:
            near = difflib.get_close_matches(placeholder.name, PLACEHOLDERS, n=1)
            sure = difflib.get_close_matches(placeholder.name, PLACEHOLDERS, n=2, cutoff=0.8)
            keep = f"write `{{!{placeholder.name}}}` to print it as it is"
            yield Finding(
                path=path,
                part=(placeholder.start, placeholder.end),
                message=f"`{{{placeholder.name}}}` is not a placeholder",
                help=f"did you mean `{{{near[0]}}}`? or {keep}" if near else keep,
                instead=(f"{{{placeholder.name}}}", f"{{{sure[0]}}}") if len(sure) == 1 else None,
            )
