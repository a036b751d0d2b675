"""Plans and what is written: files are whole, old or new, and what was edited by hand stays."""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from devroom_gen.project.atomic_write import write_whole
from tests.sites import read_tree

PAGES = {"a.md": "a\n", "b/c.md": "c\n", "b/d.md": "d\n"}
NEW = {"a.md": "new a\n", "b/c.md": "new c\n", "b/d.md": "d\n"}


TODAY = date(2016, 11, 1)


def put(folder: Path, pages: dict[str, str], *, force: bool = False) -> list[Action]:
    manifest = read_manifest(folder)
    writer = Writer(folder, manifest, TODAY)
    try:
        steps = writer.write(plan(folder, pages, manifest, force=force))
        writer.close()
    finally:
        writer.leave()
    return [step.action for step in steps]


def pages_in(folder: Path) -> dict[str, str]:
    return {path: text for path, text in read_tree(folder).items() if path not in (MANIFEST, JOURNAL)}


def test_pages_are_created_with_their_folders(tmp_path: Path) -> None:
    assert put(tmp_path / "site/out", PAGES) == [Action.CREATE] * 3
    assert pages_in(tmp_path / "site/out") == PAGES
    assert read_manifest(tmp_path / "site/out") == Manifest(
        {path: Entry(TODAY, (digest(text),)) for path, text in PAGES.items()}
    )


@pytest.mark.parametrize("force", [False, True])
def test_a_file_that_appears_after_the_comparison_is_kept(tmp_path: Path, *, force: bool) -> None:
    manifest = read_manifest(tmp_path)
    steps = plan(tmp_path, {"a.md": "a\n"}, manifest, force=force)
    (tmp_path / "a.md").write_text("mine\n")
    writer = Writer(tmp_path, manifest, TODAY)
    assert [step.action for step in writer.write(steps)] == [Action.REFUSE]
    writer.close()
    assert (tmp_path / "a.md").read_text() == "mine\n"
    assert read_manifest(tmp_path).entries == {}


@pytest.mark.skipif(os.name == "nt", reason="this system has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_regular_file_is_neither_read_nor_replaced(tmp_path: Path, kind: str) -> None:
    page = tmp_path / "a.md"
    match kind:
        case "pipe":
            os.mkfifo(page)
        case "device":
            page.symlink_to("/dev/zero")
        case _:
            page.mkdir()
    assert put(tmp_path, {"a.md": "a\n"}) == [Action.REFUSE]
    assert not page.is_file()
    assert plan_removal(tmp_path, ["a.md"]) == []


@pytest.mark.skipif(os.name == "nt", reason="this system has no such files")
@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
def test_a_manifest_that_is_no_regular_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(UnreadableManifestError):
        read_manifest(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="this system keeps links for administrators")
def test_what_lies_behind_a_link_that_leads_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.md").symlink_to(tmp_path / "secret")
    (step,) = plan(tmp_path / "out", {"a.md": "a\n"}, Manifest())
    assert (step.action, step.standing) == (Action.REFUSE, "")


def test_a_journal_is_never_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / JOURNAL).symlink_to("../elsewhere")
    with pytest.raises(UnreadableManifestError, match="damaged"):
        put(tmp_path / "site", PAGES)
    assert not (tmp_path / "elsewhere").exists()


def test_equal_files_are_not_touched(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.rglob("*")}
    assert put(tmp_path, PAGES) == [Action.KEEP] * 3
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.rglob("*")} == before


def test_a_checkout_with_other_line_endings_is_equal(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    (tmp_path / "a.md").write_bytes(b"a\r\n")
    assert put(tmp_path, PAGES) == [Action.KEEP] * 3
    assert (tmp_path / "a.md").read_bytes() == b"a\r\n"
    assert put(tmp_path, NEW) == [Action.UPDATE, Action.UPDATE, Action.KEEP]
    assert (tmp_path / "a.md").read_bytes() == b"new a\n"


def test_our_own_stale_pages_are_updated(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    assert put(tmp_path, NEW) == [Action.UPDATE, Action.UPDATE, Action.KEEP]
    assert pages_in(tmp_path) == NEW


def test_a_file_that_was_never_rendered_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    assert put(tmp_path, PAGES) == [Action.REFUSE, Action.CREATE, Action.CREATE]
    assert (tmp_path / "a.md").read_text() == "mine"
    assert "a.md" not in read_manifest(tmp_path).entries


def test_a_page_edited_since_is_kept(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    (tmp_path / "a.md").write_text("a\nand mine\n")
    assert put(tmp_path, NEW) == [Action.REFUSE, Action.UPDATE, Action.KEEP]
    assert (tmp_path / "a.md").read_text() == "a\nand mine\n"
    assert put(tmp_path, NEW) == [Action.REFUSE, Action.KEEP, Action.KEEP]


def test_an_edit_taken_back_is_ours_again(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    (tmp_path / "a.md").write_text("mine")
    put(tmp_path, NEW)
    (tmp_path / "a.md").write_text("a\n")
    assert put(tmp_path, NEW) == [Action.UPDATE, Action.KEEP, Action.KEEP]


def test_a_persons_file_of_the_same_text_becomes_ours(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a\n")
    assert put(tmp_path, PAGES) == [Action.KEEP, Action.CREATE, Action.CREATE]
    assert put(tmp_path, NEW)[0] is Action.UPDATE


def test_force_replaces_a_persons_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff mine")
    assert put(tmp_path, PAGES) == [Action.REFUSE, Action.CREATE, Action.CREATE]
    assert put(tmp_path, PAGES, force=True) == [Action.UPDATE, Action.KEEP, Action.KEEP]
    assert pages_in(tmp_path) == PAGES


def test_where_all_is_kept_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    assert put(tmp_path, {"a.md": "a\n"}) == [Action.REFUSE]
    assert read_tree(tmp_path) == {"a.md": "mine"}


def test_pages_of_other_editions_stay_remembered(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    put(tmp_path, {"e.md": "e\n"})
    assert sorted(read_manifest(tmp_path).entries) == ["a.md", "b/c.md", "b/d.md", "e.md"]


def test_a_folder_in_place_of_a_page_is_kept_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "a.md/inner").mkdir(parents=True)
    assert put(tmp_path, PAGES, force=False)[0] is Action.REFUSE
    with_force = plan(tmp_path, PAGES, read_manifest(tmp_path), force=True)
    assert [step.path for step in with_force if step.action is Action.REFUSE] == ["a.md"]
    assert (tmp_path / "a.md/inner").is_dir()


def test_a_link_in_place_of_a_page_is_a_persons(tmp_path: Path) -> None:
    put(tmp_path / "out", PAGES)
    (tmp_path / "elsewhere.md").write_text("a\n")
    (tmp_path / "out/a.md").unlink()
    (tmp_path / "out/a.md").symlink_to(tmp_path / "elsewhere.md")
    assert put(tmp_path / "out", PAGES)[0] is Action.REFUSE  # what lies elsewhere is not read
    assert put(tmp_path / "out", NEW)[0] is Action.REFUSE
    assert (tmp_path / "elsewhere.md").read_text() == "a\n"
    assert put(tmp_path / "out", NEW, force=True)[0] is Action.CREATE
    assert not (tmp_path / "out/a.md").is_symlink()
    assert (tmp_path / "elsewhere.md").read_text() == "a\n"


def test_a_link_to_nowhere_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere.md")
    assert put(tmp_path, PAGES)[0] is Action.REFUSE
    assert not (tmp_path / "nowhere.md").exists()
    assert put(tmp_path, PAGES, force=True)[0] is Action.CREATE
    assert pages_in(tmp_path) == PAGES


@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_written_behind_a_link_out_of_the_folder(tmp_path: Path, *, force: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/c.md").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b").symlink_to("../elsewhere")
    assert put(tmp_path / "out", PAGES, force=force) == [Action.CREATE, Action.REFUSE, Action.REFUSE]
    assert pages_in(tmp_path / "elsewhere") == {"c.md": "mine"}
    assert plan_removal(tmp_path / "out", ["b/c.md"]) == []


def test_a_linked_output_folder_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    put(tmp_path / "out", PAGES)
    assert (tmp_path / "out").is_symlink()
    assert pages_in(tmp_path / "real") == PAGES


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_modes_are_kept_and_new_files_get_the_usual_one(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        put(tmp_path, PAGES)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    (tmp_path / "a.md").chmod(0o604)
    put(tmp_path, NEW)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o604


def test_a_page_that_is_edited_between_comparing_and_writing_is_kept(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    manifest = read_manifest(tmp_path)
    steps = plan(tmp_path, NEW, manifest)
    (tmp_path / "a.md").write_text("mine")
    writer = Writer(tmp_path, manifest, TODAY)
    assert [step.action for step in writer.write(steps)] == [Action.REFUSE, Action.UPDATE, Action.KEEP]
    writer.close()
    assert (tmp_path / "a.md").read_text() == "mine"
    assert read_manifest(tmp_path).entries["a.md"].digests == (digest("a\n"),)
    assert put(tmp_path, NEW)[0] is Action.REFUSE


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("replaced", range(1, 7))
def test_a_killed_run_is_completed_by_the_next(tmp_path: Path, replaced: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs are killed at the same place: after some files have been replaced, the memory among them."""
    put(tmp_path, PAGES)
    final = {path: text.replace("\n", " again\n") for path, text in PAGES.items()}
    for pages in (NEW, final):
        with monkeypatch.context() as patch, suppress(_Killed):
            patch.setattr(os, "replace", _killing(replaced))
            put(tmp_path, pages)
        assert all(text in (PAGES[path], NEW[path], final[path]) for path, text in pages_in(tmp_path).items())
    assert Action.REFUSE not in put(tmp_path, final)
    assert pages_in(tmp_path) == final
    assert read_manifest(tmp_path) == Manifest({path: Entry(TODAY, (digest(text),)) for path, text in final.items()})


def _killing(after: int) -> Callable[[str, Path], None]:
    replace, left = os.replace, iter(range(after))

    def kill(source: str, goal: Path) -> None:
        if next(left, None) is None:
            raise _Killed
        replace(source, goal)

    return kill


def test_orphans_are_removed_with_their_empty_folders(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    writer = Writer(tmp_path, read_manifest(tmp_path), TODAY)
    writer.remove(plan_removal(tmp_path, ["b/d.md", "b/c.md"]))
    writer.close()
    assert pages_in(tmp_path) == {"a.md": "a\n"}
    assert not (tmp_path / "b").exists()
    assert list(read_manifest(tmp_path).entries) == ["a.md"]


def test_what_is_no_file_any_more_is_no_orphan(tmp_path: Path) -> None:
    put(tmp_path, PAGES)
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    shutil.rmtree(tmp_path / "b")
    (tmp_path / "b").write_text("mine")
    assert plan_removal(tmp_path, PAGES) == []


def test_without_replace_an_existing_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_whole(path, "first", replace=False)
    with pytest.raises(FileExistsError) as raised:
        write_whole(path, "second", replace=False)
    assert raised.value.filename == str(path)
    assert read_tree(tmp_path) == {"a.md": "first"}


def test_a_new_file_needs_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, goal: str) -> None:
        raise PermissionError(1, "Operation not permitted", source)

    monkeypatch.setattr(os, "link", refuse)
    write_whole(tmp_path / "a.md", "first", replace=False)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a.md", "second", replace=False)
    assert read_tree(tmp_path) == {"a.md": "first"}


def test_a_file_in_place_of_a_folder_names_the_page(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(OSError) as raised:
        put(tmp_path, PAGES)
    assert raised.value.filename == str(tmp_path / "b/c.md")
    assert (tmp_path / "b").read_text() == "mine"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of 64 kB that can also be made read-only."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no program `mount`")
    if done.returncode:
        pytest.skip(f"a file system cannot be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_whole_files_and_nothing_else(small_disk: Path) -> None:
    put(small_disk, PAGES)
    large = {"a.md": "new a\n", "b/c.md": "c" * 100_000, "b/d.md": "new d\n"}
    with pytest.raises(OSError, match="No space left on device") as raised:
        put(small_disk, large)
    assert raised.value.filename == str(small_disk / "b/c.md")
    assert pages_in(small_disk) == {**PAGES, "a.md": "new a\n"}
    assert put(small_disk, NEW) == [Action.KEEP, Action.UPDATE, Action.KEEP]


def test_a_read_only_disk_leaves_all_as_it_was(small_disk: Path) -> None:
    put(small_disk, PAGES)
    before = read_tree(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert put(small_disk, PAGES) == [Action.KEEP] * 3
    with pytest.raises(OSError, match="Read-only file system"):
        put(small_disk, NEW)
    assert read_tree(small_disk) == before


_names = st.text("abc", min_size=1, max_size=3)
_paths = st.lists(_names, min_size=1, max_size=2).map(lambda parts: "/".join(parts) + ".md")
_sets = st.dictionaries(_paths, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")), max_size=5)


@settings(deadline=None)
@given(st.lists(_sets, min_size=1, max_size=4))
def test_planning_after_writing_is_empty(versions: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pages in versions:
            assert Action.REFUSE not in put(folder, pages)
            assert set(put(folder, pages)) <= {Action.KEEP}
            assert pages.items() <= pages_in(folder).items()


@settings(deadline=None)
@given(_sets, _sets)
def test_the_order_of_pages_changes_nothing(first: dict[str, str], second: dict[str, str]) -> None:
    turned = dict(reversed(second.items()))
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        for name, pages in ((one, second), (other, turned)):
            put(Path(name), first)
            put(Path(name), pages)
        assert read_tree(Path(one)) == read_tree(Path(other))
