"""Small projects for tests, rendered through the command line as a person would."""

from datetime import date
from pathlib import Path
from typing import Any

import tomli_w
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app

DAYS = {2016: date(2016, 1, 31), 2017: date(2017, 2, 4), 2018: date(2018, 2, 4), 2019: date(2019, 2, 3)}
INTRO = "_posts/2015-01-01-intro.md"
ENVIRONMENT = {"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}

HPC_2017: dict[str, Any] = {
    "name": "HPC, Big Data, and Data Science",
    "year": 2017,
    "venue": {
        "name": "ULB (Campus Solbosch)",
        "city": "Brussels",
        "country": "Belgium",
        "map": "https://www.openstreetmap.org/node/1632534522",
    },
    "edition": 2,
    "pitch": [
        "Welcome to the {edition} edition of the {name} devroom, part of [{conference}]({conference.url}).",
        "- Large machines and large data ask for the same tools.",
        "- Free software is what both are *built* on.",
        "We meet on {date.long} at [{venue}]({venue.map}) in {city}, {country}.",
        "See you there!",
    ],
    "settings": {"logo": {"src": "img/fosdem-logo.png", "alt": "FOSDEM logo"}},
}
"""An edition with everything that the first section shows."""


def write_record(root: Path, edition: str = "2017", /, record: dict[str, Any] = HPC_2017, **changes: Any) -> Path:
    """Write a record with some keys changed; without a `date` of its own it takes place on a day of FOSDEM."""
    year = int(edition[-4:])
    changes = {"edition": max(1, year - 2015)} | changes if "edition" in record else changes
    text = tomli_w.dumps({**record, "year": year, "date": DAYS[year], **changes})
    path = root / "events" / f"{edition}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(app, [str(each) for each in arguments], env=ENVIRONMENT)


def render(root: Path, *arguments: str | Path) -> Result:
    """Run `render` in a project."""
    return run("render", "--project", root, *arguments)


def read_tree(folder: Path) -> dict[str, str]:
    """Read all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rendered_intro(root: Path, **changes: Any) -> str:
    """Render one record in an empty folder and give its first section."""
    write_record(root, **changes)
    result = render(root)
    assert result.exit_code == 0, result.output
    return (root / "site/singlepaged/2017" / INTRO).read_text(encoding="utf-8")
