"""What several commands begin with: which project is meant, and which of its records."""

from collections.abc import Sequence
from pathlib import Path

from devroom_gen.errors import UsageError
from devroom_gen.project.layout import Project, RecordFile, find_project
from devroom_gen.text.suggestions import suggest


def choose_project(folder: Path | None) -> Project:
    """Return the project of a folder, or the nearest one above the working directory."""
    if folder is not None:
        if not (folder / "events").is_dir():
            raise UsageError(f"`{folder}` holds no folder `events`", "begin one there with `devroom-gen new 2018`")
        return Project(folder.resolve())
    project = find_project(Path.cwd())
    if project is None:
        raise UsageError("no folder `events` here or above", "begin one with `devroom-gen new 2018`")
    return project


def choose_records(project: Project, editions: Sequence[str]) -> list[RecordFile]:
    """Return the records of the named editions; of all, where none is named. A series names all of its editions."""
    records = project.records()
    if not records:
        raise UsageError("there are no records in `events`", "begin one with `devroom-gen new 2018`")
    if not editions:
        return records
    chosen: list[RecordFile] = []
    for name in editions:
        wanted = name.removesuffix(".toml").removeprefix("events/").strip("/")
        found = [record for record in records if record.id == wanted or record.series == wanted]
        if not found:
            raise UsageError(f"there is no edition `{name}`", _near(wanted, [record.id for record in records]))
        chosen += [record for record in found if record not in chosen]
    return chosen


def _near(name: str, known: list[str]) -> str:
    meant = next((each for each in known if each.endswith(f"/{name}")), name)
    return suggest(meant, known, "there are " + ", ".join(f"`{each}`" for each in known[:12]))
