"""The command line of `templates`."""

from typing import Annotated

from devroom_gen.cli.clock import today_of
from devroom_gen.cli.completion import complete_templates
from devroom_gen.cli.options import ProjectFolder, option
from devroom_gen.cli.outcome import name_foreign_project, print_text

_COPY = option("--copy", "Copy a built-in template to start from.", "TEMPLATE", autocompletion=complete_templates)


def templates(copy: Annotated[str | None, _COPY] = None, project: ProjectFolder = None) -> None:
    """List the templates in effect, or copy one out to change it."""
    from devroom_gen.commands.templates import copy_template
    from devroom_gen.commands.templates import templates as run
    from devroom_gen.project.lookup import choose_project
    from devroom_gen.project.source_files import shown_path

    chosen = choose_project(project)
    if copy is None:
        print_text(run(chosen, today_of()))
    else:
        name_foreign_project(project)
        print_text(f"copied to {shown_path(copy_template(chosen, copy, today_of()))}\n")
