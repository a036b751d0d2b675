"""What rules find in several wordings, of conferences that have nothing to do with each other; and what they leave alone."""

from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.lint import Request, lint
from devroom_gen.diagnostics.diagnostic import Severity

KELP = "# Kelp Talks 2031\n\nKelp Talks 2031 are held from Tuesday, 6 May to Thursday, 8 May 2031, Ghent.\n"
HARBOUR = "---\ntitle: Harbour Code\n---\n# Harbour Code 2026\n\nWe meet on August 1-2, 2026, Bergen.\n"


def codes(folder: Path, home: str, page: str, name: str = "page.md") -> set[str]:
    """Return the codes of what is wrong with a page beside a home page."""
    folder.mkdir(exist_ok=True)
    (folder / "index.md").write_text(home, "utf-8")
    (folder / name).write_text(page, "utf-8")
    found = lint(Request([folder], date(2026, 1, 1))).diagnostics
    assert all(Path(each.path).name == name for each in found if each.severity is not Severity.NOTE), found
    return {each.code.id for each in found if each.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("home", "page", "code"),
    [
        (KELP, "Tickets of Kelp Talks 2030 are sold.", "DG301"),
        (KELP, "# Kelp Talks 2030\n\nWelcome.", "DG301"),
        (HARBOUR, "Create your 2025 account first.", "DG301"),
        (HARBOUR, "**New for 2025:** there is one hall.", "DG301"),
        (HARBOUR, "See [the rules](https://harbourcode.example/2025/rules/).", "DG302"),
        (KELP, "See [the rules](/2030/rules/).", "DG302"),
        (KELP, "[Shop](https://shop.example/kelp-talks-2030/)", "DG302"),
        (HARBOUR, '<tickets-widget event="shop/harbour-code-2025"></tickets-widget>', "DG302"),
        (KELP, "Kelp Talks take place on 13-15 May 2031.", "DG303"),
        (KELP, "## Monday, 12 May 2031\n\nBreakfast.", "DG303"),
        (HARBOUR, "Harbour Code will be held on September 21st-25th in Oslo.", "DG303"),
        (KELP, "The dinner is on Monday, 7 May 2031.", "DG306"),
        (KELP, "On Wednesday and Friday everything is in the mill.", "DG306"),
        (HARBOUR, "Der Bus fährt am Freitag, den 1. August 2026.", "DG306"),
        (HARBOUR, "The forth time we meet, in the 2st hall: the fouth edition.", "DG308"),
        (KELP, "Moss Meet 2029 invites. Moss Meet 2029 reviews. Moss Meet 2029 ends.", "DG326"),
        (HARBOUR, "[a](https://talks.example/tide-con-2025/a) [b](https://talks.example/tide-con-2025/b) [c](https://talks.example/tide-con-2025/c)", "DG326"),
        (HARBOUR, "Slides are due on 1 June 2026, 12:00 CET.", "DG327"),
        (HARBOUR, "The call closes at 23:59 Central Standard Time (UTC-5).", "DG327"),
        (HARBOUR + "\nRegistration is now closed.\n", "[Register now](https://shop.example/hc)", "DG329"),
        (KELP, "Archive of 2029: [all](https://files.example/2029.zip) (TBD GiB)", "DG325"),
    ],
)  # fmt: skip
def test_found(tmp_path: Path, home: str, page: str, code: str) -> None:
    assert code in codes(tmp_path / "site", home, f"{page}\n")


@pytest.mark.parametrize(
    ("home", "page"),
    [
        (KELP, "Kelp Talks began in 2019, and at Kelp Talks 2030 we were a hundred people."),
        (KELP, "Next year, at Kelp Talks 2032, there will be boats."),
        (
            HARBOUR,
            "- [Harbour Code 2025](https://harbourcode.example/2025/)\n- [Harbour Code 2024](https://harbourcode.example/2024/)",
        ),
        (HARBOUR, "Our policy is that of [Tide Con](https://2024.tidecon.example/policy)."),
        (HARBOUR, "In the [press](https://paper.example/2025/11/harbour-code-2025-was-fun)."),
        (KELP, "The party is on Wednesday, 7 May, the tutorials are on Monday, 5 May 2031."),
        (KELP, "On Wednesday and Thursday everything is in the mill."),
        (HARBOUR, "Last updated on 3 March 2024."),
        (HARBOUR, "Write to us from CF10 3ND, the office in SW1A 1ST."),
        (HARBOUR, "Dear [your manager's name], let me go. Yours, [your name]"),
        (KELP, "The hotline for Florida opens on 1 April 2031, 9:00 EST."),
        (HARBOUR, "The call closed on 1 May 2026, extended from 20 April 2026."),
        (HARBOUR, "Grants close on 1 April 2026, the hotel block on 9 April 2026, early prices end on 12 April 2026."),
        (KELP, "[//]: # (Kelp Talks 2030 were fun.)\n\n{# Kelp Talks 2030 #}"),
    ],
)
def test_left_alone(tmp_path: Path, home: str, page: str) -> None:
    assert codes(tmp_path / "site", home, f"{page}\n") == set()


@pytest.mark.parametrize(
    "name", ["jobs.md", "_posts/2030-06-01-call.md", "history.md", "talks/waves.md", "speakers/ada.md"]
)
def test_pages_with_a_time_of_their_own(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / "_posts").mkdir(exist_ok=True)
    (site / "_posts/2026-01-01-a.md").write_text("News.\n")
    text = "From 1 September 2029 on, deadline 1 March 2029. See https://kelptalks.example/2029/ and Kelp Talks 2029.\n"
    (site / name).write_text(text)
    (site / "index.md").write_text(KELP)
    found = lint(Request([site], date(2026, 1, 1))).diagnostics
    assert {each.code.id for each in found} <= {"DG301", "DG302"} if name in ("jobs.md",) else not found


@pytest.mark.parametrize(
    ("home", "said", "page"),
    [
        (KELP, "Kelp Talks 2031 have been cancelled.", "Register now!"),
        (HARBOUR, "Harbour Code 2026 is cancelled, sadly.", "Tickets are on sale in the shop."),
        (HARBOUR, "We had to cancel: Harbour Code 2026 was canceled.", "Submit your talk until May."),
    ],
)
def test_what_a_cancelled_edition_promises(tmp_path: Path, home: str, said: str, page: str) -> None:
    assert codes(tmp_path / "site", f"{home}\n{said}\n", f"{page}\n") == {"DG335"}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("event.yml", "name: Kelp Talks\nyear: 2031\nstart_date: 2031-05-05\nend_date: 2031-05-09\ncfp_close: 2031-01-31\n"),
        ("config.toml", 'title = "Kelp Talks 2031"\n[params]\nstart = "2031-05-05"\nend = "2031-05-09"\ncall_deadline = "2031-01-31"\n'),
        (
            "site.json",
            '{"title": "Kelp Talks 2031", "event_start": "2031-05-05", "event_end": "2031-05-09", "submission_deadline": "2031-01-31"}',
        ),
    ],
)  # fmt: skip
def test_settings_frame_the_days_and_name_the_deadline(tmp_path: Path, name: str, settings: str) -> None:
    (tmp_path / name).write_text(settings)
    (tmp_path / "programme.md").write_text("# Programme\n\n## Friday, 9 May 2031\n\n## Wednesday, May 7\n")
    call = "# Call of Kelp Talks 2031\n\nThe call for proposals closes on 15 January 2031.\n"
    (tmp_path / "call.md").write_text(call)
    outcome = lint(Request([tmp_path], date(2026, 1, 1)))
    assert "May 5 to 9, 2031" in outcome.judgement.judged_as
    assert [(Path(each.path).name, each.code.id) for each in outcome.diagnostics] == [("call.md", "DG304")]
