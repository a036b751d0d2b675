"""TOML text to values, and the places of those values in the text when somebody asks."""
