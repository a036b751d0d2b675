"""A TOML text that is edited place by place. What is not edited keeps every byte, comments above all."""

import re
from collections.abc import Iterable
from typing import Any

from devroom_gen.scaffold.notes import add_note, keeps_value_of, without_note
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.lexer import cut
from devroom_gen.toml.parser import Document, parse
from devroom_gen.toml.values import KeyPath, find_value
from devroom_gen.toml.writer import written_value


class Draft:
    """The text as it stands after the edits so far. It is parsed again after each edit, so positions are never stale."""

    def __init__(self, source: SourceText) -> None:
        self._path = source.path
        self._newline = "\r\n" if "\r\n" in source.text else "\n"
        self._document: Document | None = None
        self.text = source.text

    @property
    def document(self) -> Document:
        if self._document is None:
            document, found = parse(SourceText(self._path, self.text))
            if document is None or found:
                raise AssertionError(f"an edit broke the record: {found[0].message}")
            self._document = document
        return self._document

    def value(self, path: KeyPath) -> Any:
        """Return the value at a path; None where there is none."""
        return find_value(self.document.values, path)

    def set(self, path: KeyPath, literal: str) -> None:
        """Replace the value at a path, however it is written."""
        if self._is_header(path):
            self._set_table(path, literal)
            return
        key, value = self._key(path), self._value(path)
        inner = self.value(path)
        child = next(iter(inner)) if isinstance(inner, dict) and inner else None
        comments = self._comments(value)
        if child is not None and self._key((*path, child)) == key:  # `closes.either = […]`
            written = self.text[key.start : key.end]
            self._replace(Span(key.start, value.end), f"{_without_last(written)} = {literal}")
        else:
            self._put(value, literal)
        self._keep_above(path, comments)

    def set_and_note(self, path: KeyPath, literal: str, year: int) -> None:
        """Replace the value at a path and keep the old one in a comment at the end of the line."""
        before = written_value(self.value(path))
        key = next(part for part in reversed(path) if isinstance(part, str))
        name = "" if self._is_statement(path) or self._is_header(path) else f"{key} = "
        self.set(path, literal)
        self._note(self._value(path).end, year, name + before)

    def drop(self, path: KeyPath, year: int) -> None:
        """Remove a key and its value; where its lines have comments, keep it in a comment."""
        inner = self.value(path)
        if isinstance(inner, dict) and self.text[self._value(path).start] != "{":
            for each in inner:
                self.drop((*path, each), year)
            if self.value(path) is None:
                return
            self.set(path, '""')  # the header alone is left
        key, value = self._key(path), self._value(path)
        end = self._line_end(value.end)
        if not self._is_statement(path):
            comments = self._comments(value)
            self._replace(self._with_comma(Span(key.start, value.end)), "")
            self._keep_above(path, comments)
        elif any(without_note(each) for each in self._comments(Span(key.start, end))):
            self.retire(path, year)
        else:
            following = self.text.find("\n", end) + 1 or end
            self._replace(Span(self._line_start(key.start), following), "")

    def retire(self, path: KeyPath, year: int) -> None:
        """Remove a key and its value and keep them in a comment."""
        key, value = self._key(path), self._value(path)
        name, before = self.text[key.start : key.end], written_value(self.value(path))
        if not self._is_statement(path):
            self.drop(path, year)
            self._note(self._value(path[:-1]).end, year, f"{name} = {before}")
            return
        end = self._line_end(value.end)
        *inner, trailing = [*self._comments(value), *(self._comments(Span(value.end, end)) or [""])]
        rest = without_note(trailing).removeprefix("#").strip()
        note = f"# in {year}: {name} = {before}" + (f"; {rest}" if rest else "")
        start = self._line_start(key.start)
        indent = self.text[start : key.start]
        self._replace(Span(start, end), self._newline.join(indent + each for each in [*inner, note]))
        self._drop_older(start, name, len(inner))

    def edit_inside(self, path: KeyPath, edits: Iterable[Edit]) -> None:
        """Edit a string value, from its last part to its first; spans are counted in its characters."""
        spans = [(self.document.inside(path, *part).span, text) for part, text in sorted(edits, reverse=True)]
        for span, text in spans:
            assert span is not None
            self._replace(span, text)

    def _replace(self, span: Span, text: str) -> None:
        self.text = self.text[: span.start] + text + self.text[span.end :]
        self._document = None

    def _key(self, path: KeyPath) -> Span:
        span = self.document.at_key(path).span
        assert span is not None, path
        return span

    def _value(self, path: KeyPath) -> Span:
        span = self.document.at_value(path).span
        assert span is not None, path
        return span

    def _is_statement(self, path: KeyPath) -> bool:
        """Whether a key begins its line, neither in braces nor in the header of a table."""
        return not self._before_key(path).strip(" \t")

    def _is_header(self, path: KeyPath) -> bool:
        return self._before_key(path).lstrip(" \t").startswith("[")

    def _before_key(self, path: KeyPath) -> str:
        key = self._key(path)
        return self.text[self._line_start(key.start) : key.start]

    def _line_start(self, offset: int) -> int:
        """Return the start of the line that an offset is on; a line break in a string does not count."""
        ends = (token.end for token in cut(self.text) if token.kind == "newline" and token.end <= offset)
        return max(ends, default=0)

    def _line_end(self, offset: int) -> int:
        """Return the end of the line that an offset is on, a line break in a string does not count."""
        ends = (token.start for token in cut(self.text) if token.kind == "newline" and token.start >= offset)
        return next(ends, len(self.text))

    def _comments(self, span: Span) -> list[str]:
        tokens = cut(self.text)
        return [each.text for each in tokens if each.kind == "comment" and span.start <= each.start < span.end]

    def _keep_above(self, path: KeyPath, comments: list[str]) -> None:
        """Put comments that lost their place above their statement."""
        if comments:
            above = (path[:length] for length in range(1, len(path) + 1))
            statement = next(each for each in above if self._is_statement(each))
            start = self._line_start(self._key(statement).start)
            self._replace(Span(start, start), "".join(f"{each}{self._newline}" for each in comments))

    def _with_comma(self, pair: Span) -> Span:
        """Widen the span of a pair in braces to the comma that belongs to it."""
        if after := re.compile(r"[ \t]*,[ \t]*").match(self.text, pair.end):
            return Span(pair.start, after.end())
        before = self.text[: pair.start].rstrip(" \t")
        return Span(len(before) - 1, pair.end) if before.endswith(",") else pair

    def _put(self, value: Span, literal: str) -> None:
        """Put another value in the place of one, and leave a comment that is aligned behind it in its column."""
        blanks = re.compile(r" {2,}(?=#)").match(self.text, value.end)
        if blanks is None or "\n" in self.text[value.start : value.end]:
            self._replace(value, literal)
        else:
            self._replace(Span(value.start, blanks.end()), f"{literal:<{blanks.end() - value.start - 2}}  ")

    def _note(self, offset: int, year: int, item: str) -> None:
        """Put last year's value into the comment at the end of the line."""
        end = self._line_end(offset)
        comments = (token.start for token in cut(self.text, offset) if token.kind == "comment" and token.end == end)
        start = next(comments, end)
        gap = "" if start < end or self.text[:end].endswith((" ", "\t")) else "  "
        self._replace(Span(start, end), gap + add_note(self.text[start:end], year, item))

    def _drop_older(self, start: int, name: str, skipped: int) -> None:
        """Remove what earlier years left of the same key in the comments above and below."""
        lines = self.text.split("\n")
        number = self.text.count("\n", 0, start) + skipped
        gone: set[int] = set()
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(lines) and (body := lines[at].strip()).startswith("#"):
                if keeps_value_of(body, name):
                    lines[at] = lines[at].replace(body, without_note(body))
                    gone |= set() if lines[at].strip() else {at}
                at += step
        self._replace(Span(0, len(self.text)), "\n".join(line for at, line in enumerate(lines) if at not in gone))

    def _set_table(self, path: KeyPath, literal: str) -> None:
        """Turn `[closes]` with `either` below it into a plain value of the table above it."""
        for key in list(self.value(path)):
            line = Span(self._key((*path, key)).start, self._line_end(self._value((*path, key)).end))
            self._replace(line, self._newline.join(self._comments(line)))
        header, above = self._key(path), path[:-1]
        start, end = self._line_start(header.start), self._line_end(header.end)
        name = self.text[header.start : header.end]
        comments = self._comments(Span(header.end, end))
        pair = f"{path[-1]} = {literal}"
        sibling = self._plain_sibling(path)
        self._replace(Span(start, end), self._newline.join(comments))
        if sibling:
            key = self._key(sibling)
            written = self.text[self._line_start(key.start) : key.end].rpartition(".")
            self._insert_below(sibling, f"{written[0]}{written[1]}{pair}")
        elif not above or self._has_header(above):
            self._insert_below(above or ("year",), pair)
        else:
            place = start + len(self._newline.join(comments))
            lines = ["", f"[{_without_last(name)}]", pair] if comments else [f"[{_without_last(name)}]", pair]
            self._replace(Span(place, place), self._newline.join(lines))

    def _insert_below(self, path: KeyPath, line: str) -> None:
        """Put a line below a statement or a header."""
        key = self._key(path)
        place = self._line_end(key.end if self._is_header(path) else self._value(path).end)
        self._replace(Span(place, place), self._newline + line)

    def _has_header(self, path: KeyPath) -> bool:
        """Whether a table has a header of its own, and not only those of tables below it."""
        table = self.value(path)
        return table is not None and all(self._key(path) != self._key((*path, key)) for key in table)

    def _plain_sibling(self, path: KeyPath) -> KeyPath | None:
        """Return a key of the same table that is written as a plain statement, below the header or dotted."""
        others = ((*path[:-1], key) for key in self.value(path[:-1]) if path[:-1] and key != path[-1])
        return next((each for each in others if self._is_statement(each)), None)


def _without_last(key: str) -> str:
    """Return a dotted key without its last part."""
    dots = [token.start for token in cut(key) if token.kind == "sign"]
    return key[: dots[-1]].rstrip(" \t") if dots else key
