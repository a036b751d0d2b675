"""Prose holds markup that ends the build of a target: a tag that is not closed, or that nothing knows.

Jekyll runs Liquid over the pages of `singlepaged`, Hugo looks for shortcodes in those of `hugo`. `{% raw %}` without its
end, or a shortcode that does not come with Hugo, stops them for all pages of the site.

Fails, as `events/2018.toml` with: pitch = ["Write {{ for the beginning."]
Passes, as `events/2018.toml` with: pitch = ["Write &#123;&#123; for the beginning, as {{ site.title }} does."]
"""

import re
from collections.abc import Iterator

from devroom_gen.record.scalars import Prose
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.source import Span

CODE = Code("DG405", "open-markup", Severity.ERROR, __doc__)

_BLOCKS = {"if", "unless", "for", "case", "tablerow", "capture", "comment", "highlight"}
_TAGS = {
    "assign", "include", "include_relative", "link", "post_url", "increment", "decrement", "cycle", "break", "continue",
    "else", "elsif", "when", "raw",
}  # fmt: skip
_SHORTCODES = {
    "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref", "relref", "vimeo", "x", "youtube",
}  # fmt: skip
_LIQUID = re.compile(r"\{\{|\{%-?\s*(?P<name>\w*)")
_SHORTCODE = re.compile(r"\{\{(?P<kind>[<%])\s*/?\s*(?P<name>[\w/.-]*)")


def check(subject: RecordSubject) -> Findings:
    readers = {"singlepaged": ("Jekyll", _in_liquid), "hugo": ("Hugo", _in_shortcodes)}
    used = [name for name in subject.edition.settings.targets or () if name in readers]
    for path, text in subject.values if used and subject.may_state("{{", "{%") else ():
        for reader, find in (readers[name] for name in used if type(text) is Prose):
            for span in find(text):
                message = f"`{text[span.start : span.end]}` ends the build of {reader}: it is not closed, or not known"
                help_text = "take it out, or write `&#123;` for each brace that pages are to show"
                yield Finding(subject.at(path, span), message, help=help_text)


def _in_liquid(text: str) -> Iterator[Span]:
    """Return the tags that Jekyll cannot run."""
    waiting: list[tuple[str, Span]] = []
    behind = 0
    while opened := _LIQUID.search(text, behind):
        name, span = opened["name"] or "", Span(*opened.span())
        behind = text.find("}}" if opened["name"] is None else "%}", opened.end()) + 2
        if name == "raw":
            end = re.compile(r"\{%-?\s*endraw\s*-?%\}").search(text, behind)
            behind = end.end() if end else 1
        if behind == 1:
            yield span
            break
        if name in _BLOCKS:
            waiting.append((name, span))
        elif waiting and name == f"end{waiting[-1][0]}":
            waiting.pop()
        elif opened["name"] is not None and name not in _TAGS:
            yield span
    yield from (span for _, span in waiting)


def _in_shortcodes(text: str) -> Iterator[Span]:
    """Return the shortcodes that Hugo cannot run."""
    for opened in _SHORTCODE.finditer(text):
        is_closed = text.find(">}}" if opened["kind"] == "<" else "%}}", opened.end()) >= 0
        if not is_closed or opened["name"] not in _SHORTCODES:
            yield Span(*opened.span())
