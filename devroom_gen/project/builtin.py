"""The files that come with the program: data of conferences and templates, in a clone and in a wheel alike."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
CONFERENCES = PACKAGE / "conferences"
DEFAULTS = PACKAGE / "defaults.toml"
"""The settings file in which every setting has the value that it has unless stated."""


def builtin_templates() -> Path:
    """Return the folder of the templates: inside the package in a wheel, beside it in a clone."""
    shipped = PACKAGE / "templates"
    return shipped if shipped.is_dir() else PACKAGE.parent / "templates"
