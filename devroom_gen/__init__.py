"""Pages of yearly devrooms, generated from one validated TOML record per edition."""

__version__ = "0.1.0"
