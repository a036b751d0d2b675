"""The one way to stop early: wrong usage or configuration, as a person is told of it; and why the system refuses."""


class UsageError(Exception):
    """The command cannot begin: what was asked for does not exist or makes no sense. Exits with 2."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


def reason(error: OSError) -> str:
    """Return why the system refused something: `permission denied`."""
    return (error.strerror or type(error).__name__).lower()
