"""Pages are taken apart as they are written."""

from devroom_gen.commands.lint import MAX_BYTES as MAX_PAGE
from devroom_gen.diagnostics.codes.reading import TOO_LARGE
from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.diagnostics.manual import Example, manual_url, read_manual
from devroom_gen.project.source_files import MAX_BYTES

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
    assert not manual.is_told


def test_a_link_is_made_once_there_is_somewhere_to_link_to() -> None:
    code = Code("DG206", "duplicate-organizer", Severity.ERROR, PAGE)
    assert manual_url(code, None) is None
    expected = "https://example.org/x/blob/main/devroom_gen/rules/README.md#dg206"
    assert manual_url(code, "https://example.org/x") == expected


def test_the_largest_files_are_named_as_they_are() -> None:
    sizes = (f"record of more than {MAX_BYTES // 1024} kB", f"more than {MAX_PAGE // 1024**2} MB")
    assert all(size in " ".join(TOO_LARGE.manual.split()) for size in sizes)
