from datetime import date
from pathlib import Path

import pytest

from devroom_gen.output.manifest import (
    MANIFEST,
    Entry,
    Manifest,
    UnreadableManifestError,
    digest,
    manifest_text,
    read_manifest,
)

DAY = date(2016, 11, 1)


def test_no_memory_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert read_manifest(tmp_path) == Manifest()
    assert read_manifest(tmp_path / "nothing/here") == Manifest()
    assert read_manifest(tmp_path / "file") == Manifest()


def test_a_memory_reads_as_it_was_written(tmp_path: Path) -> None:
    memory = Manifest({"b/ü.md": Entry(DAY, (digest("b"),)), "a.md": Entry(DAY, (digest("a"), digest("old")))})
    (tmp_path / MANIFEST).write_text(manifest_text(memory), encoding="utf-8")
    assert read_manifest(tmp_path) == memory
    assert read_manifest(tmp_path).day("a.md") == DAY
    assert read_manifest(tmp_path).day("c.md") is None


def test_the_file_is_sorted_and_read_with_ease() -> None:
    assert manifest_text(Manifest({"b.md": Entry(DAY, ("2",)), "a.md": Entry(DAY, ("1", "0"))})) == (
        '{\n "version": 1,\n "pages": {\n'
        '  "a.md": {"day": "2016-11-01", "sha256": ["1", "0"]},\n'
        '  "b.md": {"day": "2016-11-01", "sha256": ["2"]}\n'
        " }\n}\n"
    )


def test_line_endings_of_a_checkout_do_not_count() -> None:
    memory = Manifest({"a.md": Entry(DAY, (digest("one\ntwo\n"),))})
    assert memory.knows("a.md", "one\r\ntwo\r\n")
    assert not memory.knows("a.md", "one\ntwo")
    assert not memory.knows("b.md", "one\ntwo\n")


def _pages(pages: str) -> bytes:
    return b'{"version": 1, "pages": %s}' % pages.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b"\xff\xfe",
        b"<<<<<<< HEAD\n{}\n",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"pages": {}}',
        _pages("[]"),
        _pages('{"a.md": 7}'),
        _pages('{"a.md": ["abc"]}'),
        _pages('{"a.md": {"day": "2016-11-01"}}'),
        _pages('{"a.md": {"day": "2016-11-01", "sha256": "abc"}}'),
        _pages('{"a.md": {"day": "2016-11-01", "sha256": [7]}}'),
        _pages('{"a.md": {"day": "yesterday", "sha256": []}}'),
        _pages('{"../a.md": {"day": "2016-11-01", "sha256": []}}'),
        _pages('{"b/../../a.md": {"day": "2016-11-01", "sha256": []}}'),
        _pages('{"/etc/hosts": {"day": "2016-11-01", "sha256": []}}'),
    ],
)
def test_a_damaged_memory_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(UnreadableManifestError) as raised:
        read_manifest(tmp_path)
    assert str(raised.value) == "it is damaged"


def test_a_memory_of_a_later_version_says_so(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"version": 2, "pages": {}}')
    with pytest.raises(UnreadableManifestError) as raised:
        read_manifest(tmp_path)
    assert str(raised.value) == "it is of version 2; this program reads 1"


def test_a_folder_in_its_place_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).mkdir()
    with pytest.raises(UnreadableManifestError) as raised:
        read_manifest(tmp_path)
    assert str(raised.value) == "it cannot be read: not a regular file, or too large"
