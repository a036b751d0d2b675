"""A phase has no text where another one has.

A list whose paragraphs all hang on phases says nothing in the phases that none of them names. Where that is meant, nothing
need be done: this is a note. A banner is there for a while on purpose.

Fails, as `events/2018.toml` with:
    pitch = [{ when = ["announced", "open", "extended"], text = "Come." }]
Passes, as `events/2018.toml` with: pitch = ["Welcome.", { when = "open", text = "Submit your talk below." }]
"""

from devroom_gen.record.scalars import PHASES
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.english import join_words
from devroom_gen.toml.values import find_value

CODE = Code("DG221", "phase-without-text", Severity.NOTE, __doc__)

_EXPECTED = PHASES[:6]
"""The phases that every edition goes through."""


def check(subject: RecordSubject) -> Findings:
    if not subject.may_state("when"):
        return
    lists = dict.fromkeys(path[: path.index("when") - 1] for path, _ in subject.values if "when" in path[-2:])
    for path in lists:
        stated = find_value(subject.document.values, path)
        if path == ("banner",) or not isinstance(stated, list) or not all(isinstance(each, dict) for each in stated):
            continue
        named = {phase for each in stated for phase in _phases(each.get("when"))}
        if missing := [f"`{phase}`" for phase in _EXPECTED if phase not in named]:
            message = f"nothing is said here while the phase is {join_words(missing, 'or')}"
            yield Finding(subject.at(path), message, help='add a paragraph `{ when = "…", text = "…" }` for it')


def _phases(when: object) -> list[str]:
    return [when] if isinstance(when, str) else list(when) if isinstance(when, list) else []
