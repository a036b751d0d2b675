"""The progress of a long run, which is only shown on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_LONG = 50
"""Editions from which on a run is worth a line of progress."""


@contextmanager
def show_progress(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Count editions on one line of a terminal, and remove it at the end."""
    last = ""

    def show(done: int, whole: int) -> None:
        nonlocal last
        text = f"\r{done * 100 // max(1, whole):3} %  {done} of {whole} editions"
        if stream.isatty() and whole >= _LONG and text != last:
            stream.write(text)
            stream.flush()
            last = text

    try:
        yield show
    finally:
        if last:
            stream.write("\r" + " " * len(last) + "\r")
            stream.flush()
