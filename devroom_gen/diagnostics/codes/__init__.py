"""The identities of findings that are made while reading, shaping, templating and writing; rules carry their own."""
