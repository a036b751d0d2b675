"""A text holds a character that nobody sees.

It comes along with text that is copied. No search finds a word that holds one; joiners of scripts and pictures are right.

Fails, as `events/2018.toml` with: pitch = ["Wel\\u200bcome."]
Passes, as `events/2018.toml` with: pitch = ["Welcome \U0001f469\u200d\U0001f680."]
"""

import re
from unicodedata import name

from devroom_gen.record.scalars import Prose
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG214", "invisible-character", Severity.WARNING, __doc__)

_LATIN = r"\x00-\u024f"
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\uffa0"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"  # marks of order, joiners of nothing, fillers, annotations, tags
    rf"|(?<=[{_LATIN}])[\u200c\u200d\ufe00-\ufe0d\U000e0100-\U000e01ef]|[\u200c\u200d](?=[{_LATIN}]|\Z)"
)


def check(subject: RecordSubject) -> Findings:
    for path, text in subject.values if not subject.document.source.text.isascii() or subject.may_state() else ():
        for found in _INVISIBLE.finditer(text) if type(text) in (str, Prose) else ():
            known = name(found.group(), "a character without a name").lower()
            message = f"the text holds U+{ord(found.group()):04X}, {known}, which nobody sees"
            yield Finding(subject.at(path, found.span()), message, help="delete it")
