"""Pages are taken apart as they are written."""

from textwrap import indent

import pytest

from devroom_gen.commands.lint import MAX_BYTES as MAX_PAGE
from devroom_gen.diagnostics.codes import TOO_LARGE
from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.diagnostics.manual import SMALLEST_RECORD, Example, manual_url, read_manual
from devroom_gen.project.source_files import MAX_BYTES
from tests.conftest import RECORD

PAGE = """What it is,
over two lines.

Why.

Fails, as `events/2018.toml`:

    [venue]

    name = "x"

Fails, as `events/settings.toml`:

    a = 1

Passes, as `events/2018.toml`:

    b = 2
"""


def test_a_page_is_taken_apart() -> None:
    manual = read_manual(PAGE)
    assert manual.summary == "What it is, over two lines."
    assert manual.text == PAGE.rstrip("\n")
    assert manual.fails == (
        Example("events/2018.toml", '[venue]\n\nname = "x"\n'),
        Example("events/settings.toml", "a = 1\n"),
    )
    assert manual.passes == (Example("events/2018.toml", "b = 2\n"),)
    assert "How it comes about:" not in manual.text


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ('hours = "09:00-17:00"', SMALLEST_RECORD + 'hours = "09:00-17:00"\n'),
        ("year = x", SMALLEST_RECORD.replace("year = 2018\n", "") + "year = x\n"),
        ('[venue]\nname = "ULB"', SMALLEST_RECORD.replace('venue = "ULB"\n', "") + '[venue]\nname = "ULB"\n'),
        ('# why\ndate = "TBD"', SMALLEST_RECORD.replace("date = 2018-02-04\n", "") + '# why\ndate = "TBD"\n'),
        ('links.site = "x"\n\n[call]\ndate = 1', SMALLEST_RECORD + 'links.site = "x"\n\n[call]\ndate = 1\n'),
    ],
)
def test_an_example_with_some_keys_is_the_smallest_record_with_them(shown: str, whole: str) -> None:
    page = f"What.\n\nWhy.\n\nFails, as `events/2018.toml` with:\n\n{indent(shown, '    ')}\n"
    assert read_manual(page).fails == (Example("events/2018.toml", whole),)
    assert read_manual(page).needs_smallest_record


def test_the_record_that_judges_is_read() -> None:
    manual = read_manual("What.\n\nWhy.\n\nJudged by `events/2018.toml`:\n\n    a = 1\n\nFails, as `x.md`:\n\n    b\n")
    assert manual.judged_by == (Example("events/2018.toml", "a = 1\n"),)
    assert manual.fails == (Example("x.md", "b\n"),)


def test_the_smallest_record_is_that_of_the_tests() -> None:
    assert SMALLEST_RECORD == RECORD


def test_a_link_is_made_once_there_is_somewhere_to_link_to() -> None:
    code = Code("DG206", "duplicate-organizer", Severity.ERROR, PAGE)
    assert manual_url(code, None) is None
    expected = "https://example.org/x/blob/main/devroom_gen/rules/README.md#dg206"
    assert manual_url(code, "https://example.org/x") == expected


def test_the_largest_files_are_named_as_they_are() -> None:
    sizes = (f"record of more than {MAX_BYTES // 1024} kB", f"more than {MAX_PAGE // 1024**2} MB")
    assert all(size in " ".join(TOO_LARGE.manual.split()) for size in sizes)
