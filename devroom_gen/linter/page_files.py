"""Finds hand-kept pages on the disk, and knows which files lie beside them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from devroom_gen.errors import UsageError
from devroom_gen.project.listing import leads_out, list_files

KINDS = {
    "Markdown": ".md .markdown .mdx", "HTML": ".html .htm .astro .vue .svelte .njk .jinja .jinja2 .j2 .liquid .erb .hbs .ejs .tmpl",
    "YAML": ".yml .yaml", "TOML": ".toml .ini .cfg", "JSON": ".json", "text": ".txt .lr",
    "reStructuredText": ".rst", "AsciiDoc": ".adoc .asciidoc", "Org": ".org",
}  # fmt: skip
"""Kinds of files that are read, with their endings; a file without one is read as well, if it is a text."""
ENDINGS = {ending: kind for kind, endings in KINDS.items() for ending in endings.split()} | {"": "text"}
_BINARY = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".avif",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".pdf",
        ".zip",
        ".gz",
        ".tgz",
        ".xz",
        ".bz2",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".mp4",
        ".webm",
        ".ogg",
        ".odp",
        ".ods",
        ".odt",
        ".doc",
        ".docx",
        ".ppt",
        ".pptx",
        ".xls",
        ".xlsx",
        ".ics",
        ".key",
        ".psd",
        ".ai",
        ".eps",
        ".jar",
        ".pyc",
        ".so",
        ".dll",
        ".exe",
        ".bin",
        ".lock",
        ".map",
        ".css",
        ".scss",
        ".sass",
        ".less",
    ]
)
"""Endings of what no reader of a site reads as a text."""
_NOT_PAGES = (
    "license", "licence", "copying", "notice", "makefile", "gemfile", "dockerfile", "requirements", "robots", "codeowners",
    "jenkinsfile", "rakefile", "procfile", "vagrantfile", "_headers", "package.", "package-lock", "tsconfig",
    "jsconfig", "composer.", "pyproject.", "pipfile", "cargo.", "go.mod", "tox.", "setup.", "pytest.", "mypy.", "devroom-gen.",
    "docker-compose", "vercel.", "pnpm-", "yarn", "renovate", "dependabot", "babel.", "theme.toml", "ruff.", "crowdin.",
)  # fmt: skip
"""Beginnings of the names of licences and of the files of tools."""
_SKIPPED_FOLDERS = frozenset({"node_modules", "bower_components", "vendor", "__pycache__", "venv", "_site", "dist"})


class Files(NamedTuple):
    """The pages of a run, each once, and how many other files there are that may hold text, by their endings."""

    pages: Sequence[Path]
    unread: Mapping[str, int]


def find_pages(paths: Sequence[Path]) -> Files:
    """Return the named files, and every text file in the named folders."""
    found: dict[Path, None] = {}
    unread: Counter[str] = Counter()
    for path in paths:
        if not (path.exists() or path.is_symlink()):
            raise UsageError(f"`{path}` does not exist")
        files, strays = list_files(path, _boundary(path), _SKIPPED_FOLDERS) if path.is_dir() else ({"": str(path)}, {})
        below = [Path(place) for place in files.values()]
        found |= dict.fromkeys(
            sorted([each for each in below if not path.is_dir() or _is_page(each)] + [*map(Path, strays.values())])
        )
        endings = (each.suffix.lower() for each in below)
        unread.update(ending for ending in endings if ending not in ENDINGS and ending not in _BINARY)
    return Files(sorted(found), dict(sorted(unread.items(), key=lambda each: (-each[1], each[0]))))


def is_stray(page: Path) -> bool:
    """Whether a page is a link that leads out of the working directory, or out of its folder where that lies elsewhere."""
    return page.is_symlink() and leads_out(page, _boundary(page.parent))


def _boundary(folder: Path) -> Path:
    return folder if leads_out(folder, Path.cwd()) else Path.cwd()


def _is_page(path: Path) -> bool:
    """Whether a file is a page: a text, and neither a licence nor a dot file nor a file of a tool."""
    name = path.name.lower()
    if (
        name.startswith((".", *_NOT_PAGES))
        or ".min." in name
        or name.endswith(".schema.json")
        or path.suffix.lower() not in ENDINGS
    ):
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
