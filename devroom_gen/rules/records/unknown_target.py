"""The settings name a target that has no templates.

A target is a folder of templates: `singlepaged`, `page` and `hugo` come with the program, others lie in the project's
`templates/`. A name that is misspelt would render nothing.

Fails, as `events/2018.toml` with:

    settings.targets = ["page", "hugoo"]

Passes, as `events/2018.toml` with:

    settings.targets = ["page", "hugo"]
"""

from collections.abc import Iterator

from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.rules.base import Finding, RecordSubject
from devroom_gen.text.suggestions import suggest

CODE = Code("DG210", "unknown-target", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Iterator[Finding]:
    known = subject.edition.targets
    for index, name in enumerate(subject.edition.settings.targets or ()):
        if name not in known:
            listed = ", ".join(f"`{each}`" for each in known)
            yield Finding(
                subject.at(("settings", "targets", index)),
                f"there is no target `{name}`",
                help=suggest(name, known, f"there are {listed}"),
            )
