"""`python -m devroom_gen`: the same as the command `devroom-gen`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line; an interruption ends it in silence, while it is still being imported, too."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(130)


def _run() -> None:
    """Answer the one question that needs no command line at once."""
    if sys.argv[1:] == ["--version"]:
        from devroom_gen import __version__

        try:
            sys.stdout.write(f"devroom-gen {__version__}\n")
            sys.stdout.flush()
        except (OSError, AttributeError):  # it is full or closed, as it may be for any other command
            sys.exit(2)
        return
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # what else is installed changes nothing here
    gc.set_threshold(100_000, 50, 50)  # a short life makes much and throws nearly nothing away
    from devroom_gen.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
