"""Pages of yearly devrooms, generated from one validated TOML record per edition."""

__version__ = "0.2.0"

HOMEPAGE: str | None = None
"""Where the repository is published, without a slash at the end; links to manual pages are made from it."""
