"""Comments that keep last year's value beside a key: `# in 2017: 2016-12-02`. Each year replaces the last."""

import re

_DAY = r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?"
_DAYS = rf"\[{_DAY}(?:, {_DAY})*\]"
_VALUE = rf'(?:{_DAY}|{_DAYS}|\{{ either = {_DAYS} \}}|"(?:[^"\\]|\\.)*"|true|false|\d+(?![\d-]))'
_ITEM = rf"(?:[\w.\"'-]+ = )?{_VALUE}"
_NOTE = re.compile(rf"in (?P<year>\d{{4}}): {_ITEM}(?:, {_ITEM})*")


def add_note(comment: str, year: int, item: str) -> str:
    """Add last year's value to a comment, which may be empty; what an earlier year left there is removed."""
    parts = _parts(comment)
    kept = [part for part in parts if not _NOTE.fullmatch(part)]
    if parts and kept == parts:
        return f"{comment.rstrip()}; in {year}: {item}"
    mine = next((m.group() for part in parts if (m := _NOTE.fullmatch(part)) and int(m["year"]) == year), None)
    note = f"{mine}, {item}" if mine else f"in {year}: {item}"
    return "# " + "; ".join([*kept, note])


def without_note(comment: str) -> str:
    """Return a comment without what an earlier year left in it; an empty text if that was all."""
    kept = [part for part in _parts(comment) if not _NOTE.fullmatch(part)]
    return comment if len(kept) == len(_parts(comment)) else "# " + "; ".join(kept) if kept else ""


def keeps_value_of(comment: str, key: str) -> bool:
    """Whether a comment begins with the value that a key had in an earlier year."""
    first = next(iter(_parts(comment)), "")
    return bool(_NOTE.fullmatch(first)) and first.partition(": ")[2].startswith(f"{key} = ")


def _parts(comment: str) -> list[str]:
    """Split a comment at its semicolons, where a note begins or ends; other text stays in one piece."""
    text = comment.removeprefix("#").strip()
    parts: list[str] = []
    start = 0
    for match in _NOTE.finditer(text):
        begins = match.start() == 0 or text[: match.start()].endswith("; ")
        ends = match.end() == len(text) or text.startswith("; ", match.end())
        if begins and ends and match.start() >= start:
            parts += [text[start : match.start()].removesuffix("; "), match.group()]
            start = match.end() + 2
    return [part for part in [*parts, text[start:]] if part]
