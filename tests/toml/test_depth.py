"""The guard against nesting that would take the whole process with it, tried where a crash harms nobody."""

import subprocess
import sys

import pytest

from devroom_gen.project.source_files import MAX_BYTES
from devroom_gen.text.source import SourceText
from devroom_gen.toml.lexer import find_too_deep, has_few_brackets
from devroom_gen.toml.parser import parse

ATTACKS = {
    "list": "x = " + "[" * 100_000,
    "closed list": "x = " + "[" * 20_000 + "]" * 20_000,
    "table in braces": "x = " + "{a=" * 60_000,
    "closed table": "x = " + "{a=" * 20_000 + "1" + "}" * 20_000,
    "mixed": "x = " + "[{a=" * 40_000,
    "closed by the other kind": "x = " + "[{]}" * 40_000,
    "half closed": "x = " + "{a=[}" * 40_000,
    "over lines": "x = " + "[\n" * 60_000,
    "with comments": "x = " + "[#]\n" * 40_000,
    "with texts": "x = " + '["]",' * 40_000,
    "with texts of several lines": "x = " + '["""]\n""",' * 20_000,
    "with literal texts": "x = " + "[']'," * 40_000,
    "behind an apostrophe": "x = it's " + "[" * 90_000 + "'",
    "behind a quote in a word": 'x = a"b ' + "[" * 90_000 + '"',
    "behind an unclosed text": 'x = "a\n' + "x = " + "[" * 90_000,
    "behind an escaped quote": 'x = "\\"\n' + "y = " + "[" * 90_000 + '"',
    "behind a comment with a return": "x = 1 # \r y = " + "[" * 90_000,
    "behind a quote in a comment": "x = 1 # '''\ny = " + "[" * 90_000,
    "behind three quotes and more": 'x = """""""\ny = ' + "[" * 90_000 + '"""',
    "behind a mark of byte order": "\ufeffx = " + "[" * 90_000,
    "names of tables": "[" * 90_000,
    "statements": "x = [\n" * 30_000,
    "statements in braces": "x = {\n" * 30_000,
    "dotted key": ".".join(["a"] * 100_000) + " = 1",
    "dotted table": "[" + ".".join(["a"] * 100_000) + "]",
    "dotted keys": "\n".join(f"a{i}.b.c.d.e.f.g = {{ h.i.j.k = 1 }}" for i in range(4_000)),
    "dots in a condition": "call.final." + ".".join(["a"] * 20_000) + " = 1",
    "equals": "=\n" * 100_000,
    "quotes": '"' * 250_000,
    "apostrophes": "'\n" * 100_000,
    "backslashes": 'x = "' + "\\" * 250_000,
    "digits": "x = 1" + "0" * 250_000,
    "long word": "x" * 250_000,
    "long line of words": "x " * 120_000,
    "long header": "[" + "a " * 120_000 + "]",
    "tables of one list": "[[organizers]]\n" * 17_000,
    "placeholders": "pitch = [" + '"' + "{abc}" * 3_900 + '",' + "]",
    "unknown keys": "\n".join(f"k{i} = 1" for i in range(25_000)),
    "commas": "x = [" + "," * 250_000 + "]",
    "merge marks": "<<<<<<<\n" * 30_000,
}
READ = r"""
import re, sys
from pathlib import Path
from devroom_gen.toml.parser import parse
from devroom_gen.record.event import Event
from devroom_gen.diagnostics.formats.full import report
from devroom_gen.record.validation import shape
from devroom_gen.text.source import SourceText
text = sys.stdin.buffer.read().decode()
document, found = parse(SourceText("2018.toml", text))
if document is not None:
    found += shape(document, Event)[1]
report(found, False)
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())  # `ru_maxrss` has that of the parent, too
print(len(found), int(peak[1]) // 1024)
"""


@pytest.mark.parametrize("name", ATTACKS)
def test_no_text_takes_the_process_with_it(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ], input=ATTACKS[name][:MAX_BYTES].encode(), capture_output=True, timeout=30
    )
    assert (done.returncode, done.stderr) == (0, b"")
    findings, mebibytes = map(int, done.stdout.split())
    assert 0 < findings <= 120
    assert mebibytes < 300


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 32 + "]" * 32,
        "x = [" + "[]," * 1000 + "]",
        'x = """' + "[{" * 1000 + '"""',
        "x = '''" + "[" * 1000 + "'''",
        "# " + "[" * 1000,
        "[[organizers]]\n" * 500,
    ],
)
def test_what_is_not_deep_is_left_alone(text: str) -> None:
    assert find_too_deep(text) is None


def test_the_first_bracket_that_is_too_deep_is_meant() -> None:
    assert find_too_deep("x = " + "[" * 40) == 4 + 32


def test_an_ordinary_record_is_not_searched() -> None:
    assert has_few_brackets('[[organizers]]\nname = "Ada"\n' * 100)


def test_dots_nest_as_brackets_do() -> None:
    document, (diagnostic,) = parse(SourceText("2018.toml", "y = 1\n" + ".".join("a" * 40) + " = 1"))
    assert document is None
    assert diagnostic.message == "tables and lists are nested more than 32 deep"
    assert diagnostic.location.start == (2, 1)
