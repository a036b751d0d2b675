"""What is only shown on a terminal: colours, and the progress of a long run. Writes to the stream it is given."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

_LONG = 50
"""Editions from which on a run is worth a line of progress."""


def has_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether colours are wanted in a stream."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


@contextmanager
def show_progress(stream: TextIO) -> Iterator["Progress"]:
    """Show the progress of a long run on a terminal, and remove it at the end."""
    progress = Progress(stream)
    try:
        yield progress
    finally:
        progress.clear()


class Progress:
    """One line that counts editions, on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_shown = stream.isatty()
        self._last = ""

    def __call__(self, done: int, whole: int) -> None:
        text = f"\r{done * 100 // max(1, whole):3} %  {done} of {whole} editions"
        if self._is_shown and whole >= _LONG and text != self._last:
            self._write(text)
            self._last = text

    def clear(self) -> None:
        if self._last:
            self._write("\r" + " " * len(self._last) + "\r")
            self._last = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
