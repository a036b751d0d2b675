"""The identities of findings that are made while reading, shaping, templating and writing; rules carry their own.

A number is never used again: DG510 was that of a process that had been stopped.
"""

FORMER_NAMES = {
    "useless-silencer": "unused-suppression",
    "silencer-without-reason": "suppression-without-reason",
    "unreadable-memory": "unreadable-manifest",
}
"""Names that codes had before, and have now: both are understood."""
