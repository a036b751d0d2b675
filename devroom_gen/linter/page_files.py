"""Finds hand-kept pages on the disk, and knows which files lie beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from devroom_gen.errors import UsageError
from devroom_gen.project.listing import leads_out, list_files

ENDINGS = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".yml", ".yaml", ""})
_NOT_PAGES = (
    "license", "licence", "copying", "notice", "makefile", "gemfile", "dockerfile", "cname", "requirements", "robots",
    "codeowners", "jenkinsfile", "rakefile", "procfile", "vagrantfile", "_redirects", "_headers",
)  # fmt: skip
_SKIPPED_FOLDERS = frozenset({"node_modules", "vendor", "__pycache__", "venv", "_site"})


def find_pages(paths: Sequence[Path]) -> Iterable[Path]:
    """Return the named files, and every text file in the named folders, each once."""
    for path in paths:
        if not (path.exists() or path.is_symlink()):
            raise UsageError(f"`{path}` does not exist")
    return dict.fromkeys(page for path in paths for page in (sorted(_below(path)) if path.is_dir() else [path]))


def _below(folder: Path) -> Iterator[Path]:
    files, strays = list_files(folder, _boundary(folder), _SKIPPED_FOLDERS)
    yield from (path for place in files.values() if _is_page(path := Path(place)))
    yield from map(Path, strays.values())


def is_stray(page: Path) -> bool:
    """Whether a page is a link that leads out of the working directory, or out of its folder where that lies elsewhere."""
    return page.is_symlink() and leads_out(page, _boundary(page.parent))


def _boundary(folder: Path) -> Path:
    return folder if leads_out(folder, Path.cwd()) else Path.cwd()


def _is_page(path: Path) -> bool:
    """Whether a file is a page: a text, and neither a licence nor a dot file nor a file of a tool."""
    name = path.name.lower()
    if name.startswith((".", *_NOT_PAGES)) or path.suffix.lower() not in ENDINGS:
        return False
    return path.is_file() and (bool(path.suffix) or _is_text(path))


def _is_text(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"\0" not in file.read(1024)
    except OSError:
        return True


def files_beside(paths: Sequence[Path]) -> Callable[[str, str], bool]:
    """Return what says whether a link of a page leads to a file: beside it, or at the root of what is looked at."""
    roots = [path if path.is_dir() else path.parent for path in paths]

    def exists(page: str, link: str) -> bool:
        try:
            return any((folder / link.lstrip("/")).exists() for folder in (Path(page).parent, *roots))
        except (OSError, ValueError):
            return True

    return exists
