"""The settings name a target that has no templates.

A target is a folder of templates: `singlepaged`, `page` and `hugo` come with the program, others lie in the project's
`templates/`. A name that is misspelt would render nothing, and a folder that is misspelt would change nothing.

Fails, as `events/2018.toml` with: settings.targets = ["page", "hugoo"]
Passes, as `events/2018.toml` with: settings.targets = ["page", "hugo"]
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.suggestions import only_near, suggest

CODE = Code("DG210", "unknown-target", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    known, used = subject.edition.targets, subject.edition.settings.targets or ()
    for name in known:
        if name not in used and (meant := only_near(name, {*used} & {*known}, cutoff=0.75)):
            message = f"the templates in `templates/{name}` are not used"
            help_text = f"rename the folder to `{meant}`, or add `{name}` to `targets`"
            yield Finding(subject.at(("settings", "targets")), message, help=help_text, severity=Severity.WARNING)
    for index, name in enumerate(subject.edition.settings.targets or ()):
        if name not in known:
            listed = ", ".join(f"`{each}`" for each in known)
            message = f"there is no target `{name}`"
            help_text = suggest(name, known, f"there are {listed}")
            yield Finding(subject.at(("settings", "targets", index)), message, help=help_text)
