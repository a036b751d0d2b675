"""Compares files kept by hand beside the pages, such as `_config.yml`, with the facts that they repeat. Never changes one."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import fill_placeholders, find_fact, find_placeholders
from devroom_gen.project.listing import leads_out
from devroom_gen.project.source_files import read_source, whole_file
from devroom_gen.render.escaping import yaml_quoted
from devroom_gen.text.source import SourceText, Span

_EXCLUDED = r"(?ms)^exclude:.*?\b{}\b"
_LINE = re.compile(
    r"""^(?P<key>[A-Za-z_][\w-]*):[ \t]+(?P<value>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^#'"\n]\S*(?:[ ]+[^#\s]\S*)*)""",
    re.MULTILINE,
)


def check_hand_kept(facts: Facts, files: Mapping[str, Mapping[str, str]], folder: Path) -> Iterator[Diagnostic]:
    """Warn of files that repeat facts and differ from the record; `files` has the pattern of each key by file."""
    for name, keys in files.items():
        is_ours = (folder / name).is_file() and not leads_out(folder / name, folder)
        source = read_source(folder / name) if is_ours else None
        if isinstance(source, SourceText):
            expected = {key: text for key, pattern in keys.items() if (text := _fill(pattern, facts)) is not None}
            yield from _compare(source, expected, facts.id)


def check_place(files: Iterable[str], folder: Path, root: Path) -> Iterator[Diagnostic]:
    """Warn of pages that lie below the site that they belong to, and not beside its own files."""
    for name in files if folder != root else ():
        source = read_source(root / name) if (root / name).is_file() and not (folder / name).exists() else None
        top = Path(os.path.relpath(folder, root)).parts[0]
        if (
            isinstance(source, SourceText)
            and top != ".."
            and not re.search(_EXCLUDED.format(re.escape(top)), source.text)
        ):
            yield Diagnostic(
                code=codes.PAGES_APART,
                location=whole_file(root / name),
                message=f"here is a site, and pages are written to `{top}/` below it: it would show them twice",
                help=f'write `output = "."` in the settings of one edition, or `exclude: [{top}]` in this file',
            )


def _compare(source: SourceText, expected: Mapping[str, str], edition: str) -> Iterator[Diagnostic]:
    """Compare the top-level keys of a YAML file with what they should be; keys that are missing are fine."""
    for match in _LINE.finditer(source.text):
        key, want = match["key"], expected.get(match["key"])
        if want is not None and not _says(_unquote(match["value"]), want):
            yield Diagnostic(
                code=codes.DIFFERS_BESIDE,
                location=Location(source=source, span=Span(*match.span("value"))),
                message=f"`{key}` differs from the record `{edition}`",
                help=f"write `{key}: {yaml_quoted(want)}`",
            )


def _says(stands: str, want: str) -> bool:
    """Whether a value is the wanted one, or says the same without its year, so that it never gets stale."""
    words = re.findall(r"\w+", stands)
    return stands == want or (
        bool(words) and not re.search(r"\d", stands) and set(words) <= set(re.findall(r"[^\W\d]+", want))
    )


def _unquote(value: str) -> str:
    if value[:1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value[1:-1].replace("''", "'") if value[:1] == "'" else value


def _fill(pattern: str, facts: Facts) -> str | None:
    """Put facts into a pattern; nothing comes of it where one of them is not stated."""
    values = {each.name: find_fact(facts, each.name) for each in find_placeholders(pattern)}
    if any(value is None for value in values.values()):
        return None
    return fill_placeholders(pattern, lambda name: str(getattr(values[name], "text", values[name])))
