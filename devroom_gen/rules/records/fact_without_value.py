"""A placeholder names a fact that the record does not state.

The placeholder is known, but nothing is known to put in its place, so the page would show it as it is typed. What only
the conference knows is stated in its file, or in the table `[conference]` of the record.

Fails, as `events/2018.toml` with: pitch = ["Questions? Write to {contact}."]
Passes, as `events/2018.toml` with:
    pitch = ["Questions? Write to {contact}."]
    links.contact = "rust-devroom@lists.fosdem.org"
"""

from devroom_gen.facts.placeholders import find_fact, is_known
from devroom_gen.record.conference import InlineConference
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG402", "fact-without-value", Severity.ERROR, __doc__)

_HOME = {
    name: f"links.{name}" for name in ("contact", "forum", "chat", "programme", "repository", "site", "code_of_conduct")
}
_HOME |= {"city": "venue.city", "country": "venue.country"}
_OF_CONFERENCE = {
    "conference.url": "links.home",
    "conference.schedule": "links.schedule",
    "conference.about": "texts.about",
    "conference.recording": "texts.recording",
    "call.system": "texts.system",
    "call.how": "texts.how",
    "call.account": "texts.account",
}
"""What no key of the record but those of its conference can state, by the keys of a conference's file."""


def check(subject: RecordSubject) -> Findings:
    known = (name for name in subject.placeholder_names if is_known(name))
    empty = {name for name in known if find_fact(subject.facts, name) is None}
    for path, placeholder in subject.placeholders if empty else ():
        name = placeholder.name
        if name in empty:
            missing, addition = _find_missing(subject, name)
            message = f"`{{{name}}}` has nothing to show: {missing}"
            help_text = f"add {addition}, or leave the placeholder out"
            yield Finding(subject.at(path, (placeholder.start, placeholder.end)), message, help=help_text)


def _find_missing(subject: RecordSubject, name: str) -> tuple[str, str]:
    """Return what is not stated and where, and what to add."""
    base = ".".join(name.split(".")[:2])
    is_of_call = base.startswith("call.") and subject.facts.call is None
    if base in _OF_CONFERENCE and not is_of_call and not isinstance(subject.event.conference, InlineConference):
        key, conference = _OF_CONFERENCE[base], subject.edition.conference.name
        return f"the file of {conference} does not state `{key}` for {subject.event.year}", f"`{key}` there"
    key = _HOME.get(base, base)
    if base in _OF_CONFERENCE:
        key = "[call]" if is_of_call else f"conference.{base.partition('.')[2]}"
    return f"the record does not state `{key}`", f"`{key}`"
