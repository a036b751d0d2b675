"""Codes 0xx: a file that cannot be read as a TOML record."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

UNREADABLE = Code(
    "DG001",
    "unreadable-file",
    Severity.ERROR,
    """The file is missing, is a folder, or is not readable.

A record is a regular file that you may read. What cannot be read is reported like any other finding, so that it does
not hide what is wrong with the other records.

How it comes about:

    a folder is named `2018.toml`, a link is broken, or the file belongs to another user:
    rename the folder, fix the link, or give yourself permission to read the file
""",
)
TOO_LARGE = Code(
    "DG002",
    "file-too-large",
    Severity.ERROR,
    """The file is far larger than any edition needs, so it is refused before it is read.

The record of a whole edition is about 4 kB, a page a few times as much. A record of more than 128 kB, or a page of
more than 1 MB, is probably another file, and reading it would only cost time.

How it comes about:

    a picture, an export of a schedule or a page was saved under the name of a record:
    move it out of `events/`
""",
)
NOT_UTF8 = Code(
    "DG003",
    "not-utf-8",
    Severity.ERROR,
    """The file is not encoded as UTF-8.

TOML is UTF-8. A file in another encoding shows wrong letters: `Müller` becomes
`M¸ller` on the page.

How it comes about:

    an editor saved the file as Latin-1, Windows-1252 or UTF-16:
    save it with the encoding UTF-8
""",
)
SYNTAX = Code(
    "DG004",
    "toml-syntax",
    Severity.ERROR,
    """The text is not TOML 1.0, the language of records.

What cannot be read cannot be checked. The statement with the mistake is left out, and the rest of the file is read as
well as it can be.

Fails, as `events/2018.toml` with:

    venue = ULB

Passes, as `events/2018.toml` with:

    venue = "ULB"
""",
)
NEWER_TOML = Code(
    "DG005",
    "toml-1.1-syntax",
    Severity.ERROR,
    """The text uses what only TOML 1.1 allows.

Records are TOML 1.0, so that every reader and every editor agrees on them, whatever its age: a table in braces stands
on one line and has no comma at its end.

Fails, as `events/2018.toml` with:

    venue = { name = "ULB", city = "Brussels", }

Passes, as `events/2018.toml` with:

    venue = { name = "ULB", city = "Brussels" }
""",
)
TOO_DEEP = Code(
    "DG006",
    "nested-too-deeply",
    Severity.ERROR,
    """Brackets are nested deeper than any record needs, so the file is refused before it is parsed.

A record nests five levels. Thirty and more come from a key that was held down, or from an attack on the parser.

Fails, as `events/2018.toml` with:

    pitch = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["Welcome."]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Passes, as `events/2018.toml` with:

    pitch = ["Welcome."]
""",
)
DUPLICATE_KEY = Code(
    "DG007",
    "duplicate-key",
    Severity.ERROR,
    """A key or table is written twice.

TOML allows each only once, because it would be unclear which one counts. It happens when last year's line is kept beside
this year's.

Fails, as `events/2018.toml` with:

    date = 2017-02-04
    date = 2018-02-04

Passes, as `events/2018.toml` with:

    # last year: 2017-02-04
    date = 2018-02-04
""",
)
