"""The three findings that every format is tested with: one with a span and a fix, one of a whole file, a hostile one."""

from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Fix, Location, Related, Severity
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import SourceText, Span

_MANUAL = """What it is.

Why it matters."""
_RECORD = SourceText("events/2018.toml", 'name = "Rust"\nyer = 2018\n')
_HOSTILE = SourceText("events/a,b:%/2019.toml", 'name = "x"\r\npitch = """one\r\ntwo"""\r\n')
_EVIL = "100 %\n::error::stop ]]> <&\"'> \x1b[31mred\x07\x85\u202e\ufffe é"

SPAN = Diagnostic(
    code=Code("DG101", "unknown-key", Severity.ERROR, _MANUAL),
    location=Location(source=_RECORD, span=Span(14, 17)),
    message="`yer` is not a known key",
    help="did you mean `year`?",
    fix=Fix(title="write `year`", edits=(Edit(Span(14, 17), "year"),)),
)
WHOLE_FILE = Diagnostic(
    code=Code("DG501", "foreign-file", Severity.NOTE, _MANUAL),
    location=Location(source=SourceText("site/index.md", "")),
    message="the file is kept as it is",
)
HOSTILE = Diagnostic(
    code=Code("DG206", "duplicate-organizer", Severity.WARNING, _MANUAL),
    location=Location(source=_HOSTILE, span=Span(20, 31)),
    message=_EVIL,
    help=_EVIL,
    related=(Related(location=Location(source=_HOSTILE, span=Span(0, 4)), message=_EVIL),),
)
DIAGNOSTICS = [WHOLE_FILE, HOSTILE, SPAN]
