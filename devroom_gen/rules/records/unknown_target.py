"""The settings name a target that has no templates.

A target is a folder of templates: `singlepaged`, `page` and `hugo` come with the program, others lie in the project's
`templates/`. A name that is misspelt would render nothing.

Fails, as `events/2018.toml` with: settings.targets = ["page", "hugoo"]
Passes, as `events/2018.toml` with: settings.targets = ["page", "hugo"]
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.suggestions import suggest

CODE = Code("DG210", "unknown-target", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    known = subject.edition.targets
    for index, name in enumerate(subject.edition.settings.targets or ()):
        if name not in known:
            listed = ", ".join(f"`{each}`" for each in known)
            message = f"there is no target `{name}`"
            help_text = suggest(name, known, f"there are {listed}")
            yield Finding(subject.at(("settings", "targets", index)), message, help=help_text)
