"""What a shell offers for the word that is being typed: editions, codes, templates. Imports what it reads only when a shell asks."""

from pathlib import Path

import typer


def complete_editions(context: typer.Context, incomplete: str) -> list[str]:
    """Return the editions and series of the project that begin with what is typed."""
    from devroom_gen.errors import UsageError
    from devroom_gen.project.lookup import choose_project

    folder = context.params.get("project")
    try:
        records = choose_project(Path(folder) if folder else None).records()
    except (UsageError, OSError):  # no project here: nothing to offer
        return []
    names = {name: None for record in records for name in (record.series, record.id) if name}
    given = context.params.get("editions") or ()
    return [name for name in names if name.startswith(incomplete) and name not in given]


def complete_code(incomplete: str) -> list[tuple[str, str]]:
    """Return each code or name that begins with what is typed, in the case in which it is typed, with its other word."""
    from devroom_gen.linter.registry import all_codes

    begun, found = incomplete.lower(), []
    for code in all_codes():
        is_id = code.id.lower().startswith(begun)
        word, other = (code.id, code.name) if is_id else (code.name, code.id)
        if word.lower().startswith(begun):
            found.append((incomplete + word[len(incomplete) :], other))
    return found


def complete_codes(incomplete: str) -> list[tuple[str, str]]:
    """Return what a comma-separated list of codes can go on with."""
    given, comma, last = incomplete.rpartition(",")
    return [(f"{given}{comma}{name}", about) for name, about in complete_code(last)]


def complete_templates(incomplete: str) -> list[str]:
    """Return the built-in templates whose path begins with what is typed."""
    from devroom_gen.project.builtin import builtin_templates
    from devroom_gen.render.targets import template_paths

    return [path for path in template_paths(builtin_templates()) if path.startswith(incomplete)]
