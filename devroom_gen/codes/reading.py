"""Codes 0xx: a file that cannot be read as a TOML record."""

from devroom_gen.diagnostic import Code, Severity

UNREADABLE = Code(
    "DG001",
    "unreadable-file",
    Severity.ERROR,
    "The file is missing, is a folder, or may not be read. A record is a regular file that you may read.",
)
TOO_LARGE = Code(
    "DG002",
    "file-too-large",
    Severity.ERROR,
    "The file is far larger than any edition needs, so it is refused before it is read.",
)
NOT_UTF8 = Code(
    "DG003",
    "not-utf-8",
    Severity.ERROR,
    "TOML is UTF-8. A file saved in another encoding shows other letters to other people.",
)
SYNTAX = Code(
    "DG004",
    "toml-syntax",
    Severity.ERROR,
    "The text is not TOML 1.0, the language of records.",
)
NEWER_TOML = Code(
    "DG005",
    "toml-1.1-syntax",
    Severity.ERROR,
    "The text uses what only TOML 1.1 allows. Records are TOML 1.0, so that every reader and editor agrees on them.",
)
TOO_DEEP = Code(
    "DG006",
    "nested-too-deeply",
    Severity.ERROR,
    "Brackets are nested deeper than any record needs, so the file is refused before it is parsed.",
)
DUPLICATE_KEY = Code(
    "DG007",
    "duplicate-key",
    Severity.ERROR,
    "A key or table is written twice. TOML allows each once, because nobody could tell which one counts.",
)
