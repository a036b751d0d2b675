"""Errors of the operating system, in a few words."""


def reason(error: OSError) -> str:
    """Return why the system refused something: `permission denied`."""
    return (error.strerror or type(error).__name__).lower()
