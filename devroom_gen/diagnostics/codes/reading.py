"""Codes 0xx: a file that cannot be read as a TOML record."""

from devroom_gen.diagnostics.diagnostic import Code, Severity

UNREADABLE = Code("DG001", "unreadable-file", Severity.ERROR)
TOO_LARGE = Code("DG002", "file-too-large", Severity.ERROR)
NOT_UTF8 = Code("DG003", "not-utf-8", Severity.ERROR)
SYNTAX = Code("DG004", "toml-syntax", Severity.ERROR)
NEWER_TOML = Code("DG005", "toml-1.1-syntax", Severity.ERROR)
TOO_DEEP = Code("DG006", "nested-too-deeply", Severity.ERROR)
DUPLICATE_KEY = Code("DG007", "duplicate-key", Severity.ERROR)
