"""Makes text harmless for whoever reads it: no character that moves a cursor, hides, or is forbidden where it is put."""


def visible(text: str) -> str:
    """Make every character of a text harmless for a terminal: tabs as blanks, controls as escapes."""
    if text.isprintable():
        return text
    return "".join("    " if c == "\t" else c if c.isprintable() else _escape(ord(c)) for c in text)


def visible_lines(text: str) -> str:
    """Make every character of a text harmless for a terminal and keep its lines."""
    return "\n".join(visible(line.removesuffix("\r")) for line in text.split("\n"))


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
