"""The command line of `schema`."""

from devroom_gen.cli.outcome import print_text


def schema() -> None:
    """Print the JSON Schema of records, for editors that check them."""
    from devroom_gen.record.schema import written_schema

    print_text(written_schema())
