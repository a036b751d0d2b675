"""The journal of a run that was killed: what it had begun is known to the next one."""

import os
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.output.manifest import (
    JOURNAL,
    MANIFEST,
    Entry,
    Manifest,
    UnreadableManifestError,
    digest,
    read_manifest,
)
from devroom_gen.output.plan import Action, plan, plan_removal
from devroom_gen.output.writer import Writer

DAY = date(2016, 11, 1)
OLD, NEW = {"a.md": "a\n", "b/c.md": "c\n"}, {"a.md": "A\n", "b/c.md": "c\n", "d.md": "d\n"}


def writer_of(folder: Path) -> Writer:
    return Writer(folder, read_manifest(folder), DAY)


def test_pages_written_in_parts_are_remembered_as_one(tmp_path: Path) -> None:
    writer = writer_of(tmp_path)
    for path, text in OLD.items():
        writer.write(plan(tmp_path, {path: text}, read_manifest(tmp_path)))
    assert (tmp_path / JOURNAL).is_file()
    writer.close()
    assert not (tmp_path / JOURNAL).exists()
    assert read_manifest(tmp_path) == Manifest({path: Entry(DAY, (digest(text),)) for path, text in OLD.items()})


def test_a_run_that_ends_early_is_known_by_its_journal(tmp_path: Path) -> None:
    writer = writer_of(tmp_path)
    writer.write(plan(tmp_path, OLD, read_manifest(tmp_path)))
    writer.close()
    killed = writer_of(tmp_path)
    killed.write(plan(tmp_path, NEW, read_manifest(tmp_path)))
    memory = read_manifest(tmp_path)
    assert not memory.is_whole
    assert memory.entries["a.md"].digests == (digest("a\n"), digest("A\n"))
    assert memory.entries["d.md"].digests == (digest("d\n"),)
    steps = plan(tmp_path, OLD, memory)
    assert [step.action for step in steps] == [Action.UPDATE, Action.KEEP]
    writer = writer_of(tmp_path)
    writer.write(steps)
    writer.close()
    assert read_manifest(tmp_path).entries["a.md"].digests == (digest("a\n"),)
    assert read_manifest(tmp_path).is_whole


@pytest.mark.parametrize("half", ["", '["a.md", "2016-1', '["a.md", "2016-11-01", ["x"]]'])
def test_half_a_line_at_the_end_of_a_journal_was_never_begun(tmp_path: Path, half: str) -> None:
    (tmp_path / JOURNAL).write_text(f'["d.md", "2016-11-01", ["1"]]\n{half}')
    assert read_manifest(tmp_path) == Manifest({"d.md": Entry(DAY, ("1",))}, is_whole=False)


@pytest.mark.parametrize(
    "line", ["", "7", "[]", '["../a", "2016-11-01", ["1"]]', '["a", "2016-13-01", ["1"]]', '["a", "2016-11-01", 1]']
)
def test_a_damaged_journal_is_a_damaged_memory(tmp_path: Path, line: str) -> None:
    (tmp_path / JOURNAL).write_text(f"{line}\n")
    with pytest.raises(UnreadableManifestError):
        read_manifest(tmp_path)


def test_where_nothing_differs_nothing_is_written(tmp_path: Path) -> None:
    writer = writer_of(tmp_path)
    writer.write(plan(tmp_path, OLD, read_manifest(tmp_path)))
    writer.close()
    before = (tmp_path / MANIFEST).stat()
    writer = writer_of(tmp_path)
    writer.write(plan(tmp_path, OLD, read_manifest(tmp_path)))
    writer.close()
    assert (tmp_path / MANIFEST).stat() == before


def test_a_second_run_that_is_killed_writes_behind_half_a_line(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_bytes(b'["d.md", "2016-11-01", ["1"]]\n["\xc3')
    for text in ("one\n", "two\n"):
        killed = writer_of(tmp_path)
        killed.write(plan(tmp_path, {"a.md": text}, read_manifest(tmp_path)))
    assert read_manifest(tmp_path).entries == {
        "d.md": Entry(DAY, ("1",)),
        "a.md": Entry(DAY, (digest("one\n"), digest("two\n"))),
    }


@pytest.mark.skipif(os.name == "nt", reason="this system cannot tell whether another run is writing")
def test_half_files_of_a_run_that_was_killed_are_removed(tmp_path: Path) -> None:
    killed = writer_of(tmp_path)
    killed.write(plan(tmp_path, OLD, read_manifest(tmp_path)))
    left = [tmp_path / name for name in (".devroom-gen-7-0.tmp", "b/.devroom-gen-7-1.tmp")]
    mine = [tmp_path / name for name in ("mine.tmp", "b/.mine.tmp")]
    for path in (*left, *mine):
        path.write_text("half")
    writer = writer_of(tmp_path)
    writer.write(plan(tmp_path, OLD, read_manifest(tmp_path)))
    writer.close()
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in mine)


def test_an_orphan_that_another_run_has_removed_is_gone(tmp_path: Path) -> None:
    writer = writer_of(tmp_path)
    writer.write(plan(tmp_path, {"b/c/d.md": "d\n", "a.md": "a\n"}, read_manifest(tmp_path)))
    writer.close()
    (orphan,) = plan_removal(tmp_path, ["b/c/d.md"])
    (tmp_path / "b/c/d.md").unlink()
    (tmp_path / "b/c").rmdir()
    writer = writer_of(tmp_path)
    writer.remove([orphan])
    writer.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "a.md"]
    assert list(read_manifest(tmp_path).entries) == ["a.md"]
