"""The measures of `lint` on labelled pages: how often a rule is right, and how much of a call is read."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests import ROOT, precision, reading

SHARED = ROOT.parent / "shared/outside"


def corpus(folder: Path) -> Path:
    state = folder / "pages/site/2026-final"
    state.mkdir(parents=True)
    (state / "a.md").write_text("The 3nd hall.\n\nThe 4nd hall.\n\nThe 5nd hall.\n", "utf-8")
    rows = [{"line": 1, "severity": "wrong"}, {"line": 3, "severity": "unclear"}]
    text = "".join(json.dumps({"dir": "site/2026-final", "file": "a.md", **row}) + "\n" for row in rows)
    (folder / "labels.jsonl").write_text(text, "utf-8")
    return folder


def test_findings_are_right_by_the_labels(tmp_path: Path) -> None:
    tally = precision.measure(corpus(tmp_path))
    assert tally.share("DG308 wrong-ordinal", "error") == (2, 0.5)


def test_rules_that_do_not_earn_their_place_are_told() -> None:
    tally = precision.Tally(Counter({("A", "error"): 4, ("B", "warning"): 9}), Counter({("A", "error"): 2}))
    assert [line[:2] for line in precision.complaints(tally)] == ["A:", "A:"]


def test_dates_of_a_call(tmp_path: Path) -> None:
    page = "# Call\n\nMap Days 2026 takes place on 2 May 2026.\n\n- 1 March: submission deadline\n- 15 March: notification\n"
    (tmp_path / "pages/site").mkdir(parents=True)
    (tmp_path / "pages/site/call.md").write_text(page, "utf-8")
    facts = {
        "year": 2026,
        "date": "2026-05-02",
        "closes": "2026-03-01",
        "notified": "2026-03-16",
        "opens": "2026-01-01",
    }
    row: dict[str, object] = {"dir": "site", "file": "call.md", "facts": facts}
    verdicts = {name: verdict for _, name, verdict, _, _ in reading.compare([row], tmp_path / "pages")}
    assert verdicts == {"date": "right", "closes": "right", "notified": "invented", "opens": "missed"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled sites are not beside the repository")
def test_each_rule_earns_its_place() -> None:
    assert precision.complaints(precision.measure(SHARED)) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled calls are not beside the repository")
def test_calls_are_read_and_nothing_is_invented() -> None:
    rows = [json.loads(line) for line in (SHARED / "calls.jsonl").read_text(encoding="utf-8").splitlines()]
    verdicts = [verdict for _, _, verdict, _, _ in reading.compare(rows, SHARED / "pages")]
    assert verdicts.count("invented") == 0
    assert verdicts.count("right") >= 0.95 * (len(verdicts) - verdicts.count("extra"))
