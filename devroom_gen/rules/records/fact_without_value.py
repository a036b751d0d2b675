"""A placeholder names a fact that the record does not state.

The placeholder is known, but nothing is known to put in its place, so the page would show it as it is typed.

Fails, as `events/2018.toml` with: pitch = ["Questions? Write to {contact}."]
Passes, as `events/2018.toml` with:
    pitch = ["Questions? Write to {contact}."]
    links.contact = "rust-devroom@lists.fosdem.org"
"""

from devroom_gen.facts.placeholders import find_fact, is_known
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG402", "fact-without-value", Severity.ERROR, __doc__)

_HOME = {
    name: f"links.{name}" for name in ("contact", "forum", "chat", "programme", "repository", "site", "code_of_conduct")
}
_HOME |= {"city": "venue.city", "country": "venue.country"}


def check(subject: RecordSubject) -> Findings:
    known = (name for name in subject.placeholder_names if is_known(name))
    empty = {name for name in known if find_fact(subject.facts, name) is None}
    for path, placeholder in subject.placeholders if empty else ():
        name = placeholder.name
        if name in empty:
            base = ".".join(name.split(".")[:2])
            message = f"`{{{name}}}` has nothing to show: the record does not state `{_HOME.get(base, base)}`"
            help_text = f"add `{_HOME.get(base, base)}`, or leave the placeholder out"
            yield Finding(subject.at(path, (placeholder.start, placeholder.end)), message, help=help_text)
