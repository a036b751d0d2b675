"""Comments that suppress a finding where it stands: `# devroom-gen: ignore DG206, DG208 why`; and what is wrong with them.

A comment behind something suppresses its own line, one that stands alone the next line that is neither blank nor a
comment. Where no comment can stand, in a text over several lines, its first and last line count for all of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Location
from devroom_gen.linter.registry import find_codes, near_code
from devroom_gen.text.source import SourceText, Span

_SUPPRESSION = re.compile(
    rf"{codes.MARK}[ \t]*ignore(?![\w-])[ \t]*(?P<codes>[^\s,:]+(?:[ \t]*,[ \t]*[^\s,:]+)*)?(?P<reason>[^\n]*)"
)
# What is never closed runs to the end of its line or of the text: a search that tried again would be quadratic.
_TOML = re.compile(
    r'''(?P<string>"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\Z|\\)|\'\'\'(?:[^']|'(?!\'\'))*+(?:'{3,5}|\Z))'''
    r"""|"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*+'?|(?P<comment>\#[^\n]*+)""",
    re.DOTALL,
)
_YAML = re.compile(r"(?:^|(?<=\s))#[^\n]*+", re.MULTILINE)
_GAP = re.compile(r"\s*")


class Comments(NamedTuple):
    """Where the comments of one text stand, and the texts over several lines in which none can."""

    source: SourceText
    spans: tuple[Span, ...] = ()
    strings: tuple[Span, ...] = ()


def toml_comments(source: SourceText) -> Comments:
    """Find the comments of a record."""
    found = list(_TOML.finditer(source.text))
    spans, strings = (tuple(Span(*each.span()) for each in found if each[kind]) for kind in ("comment", "string"))
    return Comments(source, spans, strings)


def page_comments(source: SourceText) -> Comments:
    """Find the comments of a page: `#` in its front matter, `<!-- -->` below it."""
    from devroom_gen.claims.parser import find_comments, find_front_matter  # records are not read for claims

    if codes.MARK not in source.text:  # nothing is searched where none is meant for this program
        return Comments(source)
    front = find_front_matter(source.text)
    end = front[1] if front else 0
    above = (Span(*each.span()) for each in _YAML.finditer(source.text, 0, end))
    return Comments(source, (*above, *find_comments(source.text, end, len(source.text))))


def yaml_comments(source: SourceText) -> Comments:
    """Find the comments of a file of YAML."""
    found = _YAML.finditer(source.text) if codes.MARK in source.text else ()
    return Comments(source, tuple(Span(*each.span()) for each in found))


@dataclass(slots=True)
class _Suppression:
    """One code in one comment: what it covers, and whether it suppressed anything."""

    text: str
    span: Span
    covers: int
    codes: tuple[Code, ...]
    is_used: bool = False


def suppress_texts(
    found: Iterable[Diagnostic], comments: Mapping[str, Comments], raised: Callable[[], Collection[str]]
) -> list[Diagnostic]:
    """Drop what the comments of some texts, by their paths, suppress; `raised` gives the codes as `suppress` takes them."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    for path, own in comments.items():
        by_path[path] = suppress(by_path.get(path, []), own, raised())
    return [diagnostic for group in by_path.values() for diagnostic in group]


def suppress(found: Sequence[Diagnostic], comments: Comments, raised: Collection[str]) -> list[Diagnostic]:
    """Drop what the comments of a text suppress among the findings in it, and report comments that suppress nothing.

    `raised` holds the ids of all codes that this run could have found: the others are never called useless.
    """
    kept = list(found)
    suppressions: list[_Suppression] = []
    covered = _covered_lines(comments)
    for span in comments.spans:
        end = span.end - len("-->") if comments.source.text.startswith("<!--", span.start) else span.end
        for match in _SUPPRESSION.finditer(comments.source.text, span.start, end):
            if missing := _find_missing(comments.source, match):
                kept.append(missing)
            else:
                suppressions += _read(match, covered[span.start])
    by_line: dict[int, list[_Suppression]] = {}
    for each in suppressions:
        by_line.setdefault(each.covers, []).append(each)
    kept = [each for each in kept if not _is_suppressed(each, comments, by_line)]
    if any(each.code.band < 2 and not each.code.is_suppressible for each in found):
        raised = ()  # no rule has looked at a text that could not be read
    for each in suppressions:
        if not each.is_used:
            kept += report_useless(each.text, Location(source=comments.source, span=each.span), raised)
    return kept


def _find_missing(source: SourceText, match: re.Match[str]) -> Diagnostic | None:
    """Report a comment that gives no code, or no reason."""
    named = match["codes"] or ""
    if named and match["reason"].strip(" \t:-–—()"):
        return None
    first = next((code.id for part in named.split(",") for code in find_codes(part)), "DG206")
    return Diagnostic(
        code=codes.SUPPRESSION_WITHOUT_REASON,
        location=Location(source=source, span=Span(match.start(), match.start() + len(match.group().rstrip()))),
        message=f"nothing says why `{named}` is suppressed" if named else "no code says what is suppressed",
        help=f"write the reason behind the code: `{codes.MARK} ignore {named or first} because …`",
    )


def _read(match: re.Match[str], covers: int) -> Iterator[_Suppression]:
    for part in re.finditer(r"[^\s,]+", match["codes"]):
        start = match.start("codes") + part.start()
        yield _Suppression(part.group(), Span(start, start + len(part.group())), covers, find_codes(part.group()))


def _covered_lines(comments: Comments) -> dict[int, int]:
    """Return the line that each comment suppresses: its own where it stands behind something, else the next that is not blank or a comment."""
    text = comments.source.text
    beyond: dict[int, int] = {}
    covered: dict[int, int] = {}
    for span in reversed(comments.spans):
        gap = _GAP.match(text, span.end)
        offset = gap.end() if gap else span.end
        beyond[span.start] = beyond.get(offset, offset)
        line = comments.source.position(span.start).line
        before = text[comments.source.line_span(line).start : span.start]
        covered[span.start] = line if before.strip() else comments.source.position(beyond[span.start]).line
    return covered


def _is_suppressed(diagnostic: Diagnostic, comments: Comments, by_line: dict[int, list[_Suppression]]) -> bool:
    if diagnostic.path != comments.source.path or not diagnostic.code.is_suppressible:
        return False
    near = (each for line in _lines(diagnostic.location, comments) for each in by_line.get(line, ()))
    matching = [each for each in near if diagnostic.code in each.codes]
    for each in matching:
        each.is_used = True
    return bool(matching)


def _lines(location: Location, comments: Comments) -> set[int]:
    start = location.span.start if location.span else 0
    around = (each for each in comments.strings if each.start <= start < each.end)
    ends = {comments.source.position(offset).line for span in around for offset in span}
    return {location.start.line, *ends}


def report_useless(text: str, location: Location, raised: Collection[str]) -> Iterator[Diagnostic]:
    """Report a code that suppressed nothing, unless this run could not find it."""
    named = find_codes(text)
    if not named:
        message, help_text = f"`{text}` is not a code", near_code(text)
    elif not any(code.is_suppressible for code in named):
        message, help_text = f"`{text}` cannot be suppressed: it makes the record unreadable", "fix what it reports"
    elif any(code.id in raised for code in named):
        message, help_text = f"`{text}` suppresses nothing here", "delete it"
    else:
        return
    yield Diagnostic(code=codes.UNUSED_SUPPRESSION, location=location, message=message, help=help_text)
