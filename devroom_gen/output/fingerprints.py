"""Fingerprints of all that pages depend on: digests of the program, of templates and the like, and of records."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from devroom_gen import __version__
from devroom_gen.project.builtin import PACKAGE, builtin_templates
from devroom_gen.project.digests import UnknownInputError, digest_file, digest_parts
from devroom_gen.project.layout import Project, RecordFile, target_names
from devroom_gen.project.listing import list_files


def take_fingerprint(project: Project, options: Sequence[str]) -> str | None:
    """Return the fingerprint of what every edition depends on; none where something of it cannot be read.

    That is the program, Python, the libraries, the options of the run, and the project's own templates and conferences,
    with the names of targets, for an empty folder is one, too.
    """
    try:
        parts = [_digest_program(), *options, "", *target_names(project.template_folders())]
        for top in (project.templates(), project.conferences()):
            parts += ["", str(top), *_list_digests(top, project.root)]
    except UnknownInputError:
        return None
    return digest_parts(parts)


def take_series_fingerprint(
    above: str, settings: Iterable[Path], files: Iterable[RecordFile], digest: Callable[[str], str] = digest_file
) -> str | None:
    """Return the fingerprint of one series: what all depend on, the settings over it, and its records by their digests."""
    parts = [above]
    try:
        for path in settings:
            parts += [str(path), digest_file(path)]
        for file in files:
            parts += [file.id, file.place, digest(file.place)]
    except UnknownInputError:
        return None
    return digest_parts(parts)


@cache
def _digest_program() -> str:
    """Return the digest of the program, Python and the libraries, which are those that this process runs."""
    libraries = [name for path in sys.path for name in _distributions(path)]
    files = [place for path, place in list_files(PACKAGE, PACKAGE).files.items() if path.endswith((".py", ".toml"))]
    templates = _list_digests(builtin_templates(), builtin_templates())
    return digest_parts([__version__, sys.version, *libraries, "", *map(digest_file, files), *templates])


def _list_digests(top: Path, within: Path) -> list[str]:
    """List what lies below a folder, each file with its digest."""
    files, strays = list_files(top, within)
    return [*strays, "", *(part for path, place in files.items() for part in (path, digest_file(place)))]


def _distributions(folder: str) -> list[str]:
    """List what is installed in a folder of the path, by names that hold the versions."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    except OSError:
        return []
