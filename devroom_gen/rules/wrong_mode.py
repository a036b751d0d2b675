"""A text invites online to an edition on site, or to a place to which nobody comes.

Editions moved online for two years and back, and pages kept sentences of the other kind. A stream, recordings and a
hybrid edition are no contradiction.

Judged by `events/2023.toml`:

    name = "Kernel"
    year = 2023
    date = 2023-02-05
    venue = "ULB"
    pitch = ["Welcome."]

Fails, as `intro.md`:

    This year the devroom will be held online.

Passes, as `intro.md`:

    The devroom is streamed live, and the schedule is online. In 2021 the devroom was held online.
"""

import re
from collections.abc import Iterator

from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.diagnostic import Code, Severity
from devroom_gen.record.conference import Conference
from devroom_gen.rules.base import Judgement, PageSubject, judge_claim, live
from devroom_gen.yardstick.model import Known, Yardstick

CODE = Code("DG317", "wrong-mode", Severity.ERROR, __doc__)

_OTHER_THING = re.compile(
    r"\b(?:schedule|programme?|slides?|videos?|recordings?|page|site|form|stream\w*|chat|list|registration|materials?|available|also|partly|or|both)\b",
    re.IGNORECASE,
)


def judge(subject: PageSubject) -> Iterator[Judgement]:
    known = _mode(subject.yardstick)
    if known is None or known.value not in {"on-site", "online"}:
        return
    kind = "online" if known.value == "on-site" else "on-site"
    for claim in live(subject.reading.words):
        if claim.kind != kind or speaks_of_past(claim) or claim.is_struck:
            continue
        before = claim.block.text[max(0, claim.start - 60) : claim.start]
        if kind == "online" and (
            _OTHER_THING.search(before) or re.search(r"hybrid|stream", claim.sentence, re.IGNORECASE)
        ):
            continue
        yield judge_claim(
            claim,
            f"`{claim.text}`: the text speaks of an edition {kind}, but this one is {known.value}",
            known=known,
            severity=None if subject.yardstick.is_stated else Severity.WARNING,
        )


def _mode(yardstick: Yardstick) -> Known[str] | None:
    if yardstick.mode or yardstick.year is None or not isinstance(yardstick.conference, Conference):
        return yardstick.mode
    year = yardstick.conference.years.get(str(yardstick.year.value))
    if year is None:
        return None
    name = f"{yardstick.conference.name} {yardstick.year.value}"
    return Known(value="online" if year.online else "on-site", source=name)
