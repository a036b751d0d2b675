"""Prose holds what looks like a placeholder, and is printed as it stands.

A placeholder is written in small letters between one pair of braces, without blanks: `{edition}`.

Fails, as `events/2018.toml` with: pitch = ["Welcome to the {Edition} edition."]
Passes, as `events/2018.toml` with: pitch = ["Welcome to the {edition} edition, or {!edition} as it is written."]
"""

import re

from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.record.scalars import Prose
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG406", "almost-placeholder", Severity.NOTE, __doc__)

_BRACED = re.compile(r"\{{1,2}[ \t]*(?P<name>[A-Za-z][\w.-]{0,40}|[A-Za-z]\w{0,20} \w{1,20})[ \t]*\}{1,2}")


_ODD = re.compile(r"\{(?:\{|[A-Z]|[ \t]+[A-Za-z][\w.-]*[ \t]*\}|[a-z_]+[a-z_.]*[A-Z \t-][\w .-]*\}|[a-z_.]*\.\})")
"""Whatever is not written as a placeholder is: few records hold any, and these alone are looked through."""
_MEANT = {each.replace("_", "."): f"{{{each}}}" for each in PLACEHOLDERS}


def check(subject: RecordSubject) -> Findings:
    for path, text in subject.values if subject.may_state() or _ODD.search(subject.document.source.text) else ():
        for found in _BRACED.finditer(text) if type(text) is Prose else ():
            meant = _MEANT.get(re.sub(r"[-_ ]", ".", found["name"].lower()).strip("."))
            if meant and found.group() != meant:
                message = f"`{found.group()}` is printed as it stands"
                instead = (found.group(), meant)
                yield Finding(
                    subject.at(path, found.span()), message, help=f"write `{meant}`, if that is meant", instead=instead
                )
