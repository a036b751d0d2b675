"""`explain`: prints the manual page of a code, or the list of all."""

from textwrap import indent

from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.diagnostics.manual import SMALLEST_RECORD, read_manual
from devroom_gen.errors import UsageError
from devroom_gen.linter.registry import all_codes, find_codes, near_code
from devroom_gen.rules.registry import prose_rules

_BANDS = ("Reading", "Shape", "Facts and series", "Prose against facts", "Templates and placeholders", "Output")
_SMALLEST = (
    "An example *with* some keys is the smallest record, in which these keys replace its own:\n\n"
    f"{indent(SMALLEST_RECORD, '    ')}"
)


def explain(name: str | None) -> str:
    """Return the page of the code of this number or name; without one, a line for each code."""
    if name is None:
        return "".join(_line(code) for code in all_codes())
    found = find_codes(name)
    if not found:
        raise UsageError(f"there is no code `{name}`", near_code(name))
    if len(found) > 1:
        return "".join(_line(code) for code in found)
    (code,) = found
    manual = read_manual(code.manual)
    smallest = f"\n{_SMALLEST}" if manual.needs_smallest_record else ""
    return f"{code.id} {code.name} ({code.severity})\n\n{manual.text}\n{_reach(code)}{smallest}"


def explain_all() -> str:
    """Return the reference of all codes in Markdown: a list of all, then their manual pages."""
    parts = [
        "# All codes\n\n"
        "Printed by `devroom-gen explain --markdown`. A code never changes its meaning. A comment in the record suppresses\n"
        "a finding, `# devroom-gen: ignore DG206 why`, on the line or the line above; `[[ignore]]` in\n"
        "`events/settings.toml` suppresses findings of whole files. Errors of the bands 0xx and 1xx cannot be suppressed.\n\n"
        f"{_SMALLEST}\n"
    ]
    parts += [_entry(code) for code in all_codes()]
    for band, title in enumerate(_BANDS):
        parts.append(f"\n## {band}xx: {title}\n")
        parts += [_section(code) for code in all_codes() if code.band == band]
    return "".join(parts)


def _entry(code: Code) -> str:
    page = f"[`{code.id}`](#{code.id.lower()})"
    return f"- {page} {code.name}, {code.severity}: {read_manual(code.manual).summary}\n"


def _line(code: Code) -> str:
    return f"{code.id}  {code.name:28} {code.severity:8} {read_manual(code.manual).summary}\n"


def _section(code: Code) -> str:
    return (
        f'\n<a id="{code.id.lower()}"></a>\n\n### {code.id} {code.name}\n\n'
        f"Severity: {code.severity}.\n\n{read_manual(code.manual).text}\n{_reach(code)}"
    )


def _reach(code: Code) -> str:
    """Say on which pages a rule is left out, since it is seldom right there."""
    rule = next((each for each in prose_rules() if each.CODE is code), None)
    if getattr(rule, "NEEDS_ONE_EDITION", False):
        return "\nOn a site of many pages or editions this is left out, unless a record is given.\n"
    if getattr(rule, "OFF_ALONE", False):
        return f"\nWhere no record is given this is seldom right, and left out; `--select {code.id}` turns it on.\n"
    if getattr(rule, "IN_MANY_EDITIONS", False):
        return "\nThis is told on sites of many pages or editions alone.\n"
    return ""
