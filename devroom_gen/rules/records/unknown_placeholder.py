"""A placeholder names no fact.

Placeholders are a closed set. One that is misspelt would stand in the page as it is typed, braces and all.
To print braces around a word on purpose, write `{!word}`.

Fails, as `events/2018.toml` with: pitch = ["Welcome to the {editon} edition."]
Passes, as `events/2018.toml` with:
    pitch = ["Welcome to the {edition} edition. Write {!name} for the name, and {{ page.title }} for Liquid."]
"""

from devroom_gen.facts.placeholders import PLACEHOLDERS, is_known
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.suggestions import near, only_near

CODE = Code("DG401", "unknown-placeholder", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    unknown = {name for name in subject.placeholder_names if not is_known(name) or name == "title"}
    for path, placeholder in subject.placeholders if unknown else ():
        if placeholder.name in unknown and (
            placeholder.name != "title" or path == ("title",)
        ):  # which cannot hold itself
            meant = near(placeholder.name, PLACEHOLDERS)
            sure = only_near(placeholder.name, PLACEHOLDERS, cutoff=0.8)
            keep = f"write `{{!{placeholder.name}}}` to print it as it is"
            at, typed = subject.at(path, (placeholder.start, placeholder.end)), f"{{{placeholder.name}}}"
            instead = (typed, f"{{{sure}}}") if sure else None
            help_text = f"did you mean `{{{meant}}}`? or {keep}" if meant else keep
            yield Finding(at, f"`{typed}` is not a placeholder", help=help_text, instead=instead)
