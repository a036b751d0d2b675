"""Differences are what `diff -u` writes."""

import subprocess
from pathlib import Path

import pytest

from devroom_gen.text.diff import unified


def test_nothing_changes() -> None:
    assert unified("x\n", "x\n", "a", "b") == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\r\nb\r\n", "a\r\nB\r\n"),
        ("a\nb", "a\nB"),
        ("a\nb\n", "a\nb"),
        ("", "a\n"),
        ("a\u2028b\x0cc\nd\n", "a\u2028b\x0cC\nd\n"),
    ],
)
def test_patch_makes_one_text_of_the_other(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "x.toml").write_bytes(before.encode())
    difference = unified(before, after, "a/x.toml", "b/x.toml").encode()
    subprocess.run(["git", "apply", "-"], input=difference, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "x.toml").read_bytes().decode() == after
