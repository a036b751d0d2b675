"""Makes text harmless for whoever reads it: no character that moves a cursor, hides, or is forbidden where it is put."""


def visible(text: str) -> str:
    """Make every character of a text harmless for a terminal: tabs as blanks, controls as escapes."""
    if text.isprintable():
        return text
    return "".join("    " if c == "\t" else c if c.isprintable() else _escape(ord(c)) for c in text)


def visible_lines(text: str) -> str:
    """Make every character of a text harmless for a terminal and keep its lines."""
    return "\n".join(visible(line.removesuffix("\r")) for line in text.split("\n"))


def shortened(text: str) -> str:
    """Shorten a text to what fits into a message: its first line, of at most 60 characters, each of them visible."""
    line = text.rstrip("\r\n").partition("\n")[0].rstrip("\r")
    return visible(line if len(line) <= 60 and line == text.rstrip("\r\n") else f"{line[:59]}…")


def inert(text: str) -> str:
    """Take from the lines of a text what a workflow of GitHub would carry out as a command.

    The runner reads `::name::` at the beginning of a line, behind blanks too, and `##[name]` anywhere in it:
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = text.replace("##[", "##\u200b[").splitlines(keepends=True)
    return "".join(f"\u200b{line}" if line.lstrip().startswith("::") else line for line in lines)


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
