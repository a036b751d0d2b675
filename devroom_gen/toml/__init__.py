"""TOML text to values, and to their positions in the text where those are needed."""
