"""The cache is never seen: with it and without it, a history of edits gives the same bytes, messages and exit codes."""

import os
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devroom_gen.output.cache import Cache, read_cache, write_cache
from devroom_gen.output.fingerprints import _digest_program
from devroom_gen.output.manifest import JOURNAL, MANIFEST
from devroom_gen.render.site import SiteRenderer
from tests.sites import HPC_2017, read_tree, run, write_record

DAYS = ["2016-10-01", "2017-02-04", "2017-02-05", "2018-02-04", "2019-12-31"]
EDITIONS = ["2017", "2018", "hpc/2016", "hpc/2018", "rust/2019"]
Edit = Callable[[Path], None]


def record(edition: str, /, **changes: Any) -> Edit:
    return lambda root: void(write_record(root, edition, **changes))


def void(_: object) -> None:
    return None


def write(path: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return edit


def remove(path: str) -> Edit:
    return lambda root: shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink(missing_ok=True)


def change_in_place(path: str) -> Edit:
    """Change a file to one of the same size and the same time of change, as a person with a turned clock would."""

    def edit(root: Path) -> None:
        if (root / path).is_file():
            state = (root / path).stat()
            text = (root / path).read_bytes()
            (root / path).write_bytes(text.replace(b"machines", b"machinex").replace(b"Welcome", b"Wellcom"))
            os.utime(root / path, ns=(state.st_atime_ns, state.st_mtime_ns))

    return edit


def move(before: str, after: str) -> Edit:
    def edit(root: Path) -> None:
        if (root / before).is_file():
            (root / after).parent.mkdir(parents=True, exist_ok=True)
            (root / before).replace(root / after)

    return edit


def touch(root: Path) -> None:
    for path in sorted(root.rglob("*.*")):
        if path.is_file():
            os.utime(path)


EDITS: dict[str, Edit] = {
    **{f"write {name}": record(name) for name in EDITIONS},
    **{f"remove {name}": remove(f"events/{name}.toml") for name in EDITIONS},
    "new words": record("hpc/2016", pitch=["Other words, {edition}, {date.long}."]),
    "other title": record("hpc/2018", title="A {name} of its own"),
    "count again": lambda root: void(write_record(root, "hpc/2016", HPC_2017 | {"edition": 7})),
    "call": record("2018", call={"opens": "TBD", "closes": "TBD"}, links={"contact": "a@example.org"}),
    "bad record": write("events/hpc/2016.toml", "name = \n"),
    "bad value": record("rust/2019", mode="nowhere"),
    "wrong": record("rust/2019", organizers=[{"name": "A"}, {"name": "A"}]),
    "warned": record("rust/2019", links={"programme": "https://fosdem.org/2016/schedule/track/x/"}),
    "noted": record("hpc/2018", pitch=["We meet on Sunday, February 4, 2018, at FOSDEM 2018."], hours="TBD"),
    "pages of its own": record("hpc/2018", settings={"targets": ["blank", "singlepaged"]}),
    "overlap of one": record("2018", settings={"output": "site/{target}/hpc/2016"}),
    "to be decided": record("2017", date="TBD", hours="TBD"),
    "both targets": write("events/settings.toml", 'targets = ["page", "singlepaged"]\n'),
    "one target": write("events/settings.toml", 'targets = ["page"]\n'),
    "shared folder": write("events/hpc/settings.toml", 'output = "."\n'),
    "overlap of a series": write("events/rust/settings.toml", 'output = "site/{target}/hpc/2016"\n'),
    "overlap": write("events/rust/settings.toml", 'output = "site/{target}/hpc"\n'),
    "settings of a series": write("events/hpc/settings.toml", '[words]\nprogramme = "Plan"\nevent = "Day"\n'),
    "bad settings": write("events/rust/settings.toml", "nothing = 1\n"),
    "no settings": remove("events/hpc/settings.toml"),
    "own template": write("templates/page/README.md", "# {{ title }}, {{ year }}\n"),
    "broken template": write("templates/page/README.md", "{% if %}\n"),
    "index of others": write(
        "templates/page/_project/README.md",
        "{% for e in editions %}{% if loop.previtem is defined %}{{ e.city }}{% endif %}{{ e.name }}\n{% endfor %}",
    ),
    "wrong target": write("templates/page/target.toml", "nothing = 1\n"),
    "blank target": write("templates/blank/README.md", "{% if call %}{{ call.closes }}{% endif %}\n"),
    "blank pages": write("events/rust/settings.toml", 'targets = ["blank"]\noutput = "rust/{target}/{edition}"\n'),
    "empty target": lambda root: (root / "templates/blank").mkdir(parents=True, exist_ok=True),
    "no templates": remove("templates"),
    "conference": write(
        "conferences/fosdem.toml",
        'name = "F"\nshort = "F{yy}"\nzone = "UTC"\nlinks = {}\n[years]\n2017 = { days = [2017-02-04] }\n',
    ),
    "no conference": remove("conferences"),
    "page edited": write("site/page/hpc/2016/README.md", "mine\n"),
    "page put aside": move("site/page/hpc/2018/README.md", "aside/README.md"),
    "page brought back": move("aside/README.md", "site/page/hpc/2018/README.md"),
    "journal": write(f"site/{JOURNAL}", '["page/hpc/2016/README.md", "2016-11-01", ["1"]]\n["pa'),
    "page gone": remove("site/page/hpc/2016/README.md"),
    "pages gone": remove("site/page/rust"),
    "index gone": remove("site/page/README.md"),
    "memory gone": remove(f"site/{MANIFEST}"),
    "all gone": remove("site"),
    "page changed in place": change_in_place("site/page/2017/README.md"),
    "record changed in place": change_in_place("events/2017.toml"),
    "beside": write("site/singlepaged/2017/_config.yml", 'title: "Old"\n'),
    "touched": touch,
}
RUNS: list[tuple[str, ...]] = [
    (),
    (),
    (),
    (),
    ("--check",),
    ("--diff",),
    ("--prune",),
    ("--force",),
    ("--strict",),
    ("--output-format", "json"),
    ("--output", "public"),
    ("--output", "site", "--prune"),
    ("--output", ""),
    ("hpc",),
    ("hpc/2016",),
]
Step = tuple[str, str, tuple[str, ...]]
STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(DAYS), st.sampled_from(RUNS)), max_size=9)


def begin(root: Path) -> None:
    root.mkdir()
    for edition in EDITIONS:
        write_record(root, edition)
    write("events/settings.toml", 'targets = ["page"]\n')(root)


def outcome(root: Path, *arguments: str) -> tuple[int, str, dict[str, str]]:
    with chdir(root):
        result = run("render", *arguments)
    return result.exit_code, f"{result.stdout}\f{result.stderr}", read_tree(root)


@settings(max_examples=max(20, settings().max_examples // 5))
@given(STEPS)
def test_a_history_of_edits_is_the_same_with_and_without_a_cache(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        with_cache, without = Path(folder, "a"), Path(folder, "b")
        for root in (with_cache, without):
            begin(root)
        for edit, day, arguments in [
            ("touched", DAYS[0], ()),
            *steps,
            ("touched", DAYS[-1], ()),
            ("touched", DAYS[-1], ()),
        ]:
            for root in (with_cache, without):
                EDITS[edit](root)
            ours = outcome(with_cache, *arguments, "--today", day)
            assert ours == outcome(without, *arguments, "--today", day, "--no-cache"), (edit, day, arguments)


def test_pages_that_are_kept_have_others_beside_them(tmp_path: Path) -> None:
    """A page that an edition has no more goes, whether its neighbours are rendered again or not."""
    root = tmp_path / "project"
    begin(root)
    for edit in ("shared folder", "overlap"):
        EDITS[edit](root)
        told = outcome(root, "--output", "public")[1]
    assert "removed public/page/rust/2019/README.md: no edition has it any more" in told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    begin(root)
    assert outcome(root)[0] == 0
    return root


def cache_of(caches: Path) -> Path:
    (path,) = caches.glob("*.json")
    return path


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"0badbeef\n{}", b"[]", b"null", b"\xff\xfe\x00", b"00000000\n" + b"[" * 100_000]
)
def test_a_damaged_cache_is_none(project: Path, caches: Path, damage: bytes) -> None:
    whole = cache_of(caches).read_bytes()
    cache_of(caches).write_bytes(damage)
    assert "0 pages written, 6 unchanged" in outcome(project)[1]
    assert cache_of(caches).read_bytes().partition(b"\n")[2]
    cache_of(caches).write_bytes(whole[:-20])
    assert "0 pages written, 6 unchanged" in outcome(project)[1]


def test_a_cache_of_another_form_is_none(project: Path, caches: Path) -> None:
    cache = read_cache(cache_of(caches))
    assert cache.series
    for wrong in (Cache({}), Cache({}, cache.all_editions), Cache(cache.series)):
        write_cache(cache_of(caches), wrong)
        assert "0 pages written, 6 unchanged" in outcome(project)[1]
        assert read_cache(cache_of(caches)) == cache


def test_a_cache_of_a_program_with_other_entries_is_none(project: Path, caches: Path) -> None:
    from devroom_gen.project.digests import digest_parts

    content = cache_of(caches).read_bytes().partition(b"\n")[2].decode().replace('"2016-10-01"', '"2016-10-01",7')
    cache_of(caches).write_text(f"{digest_parts(['fingerprint', content])}\n{content}")
    assert "0 pages written, 6 unchanged" in outcome(project)[1]


def test_no_cache_is_written_where_none_is_wanted_or_allowed(project: Path, caches: Path) -> None:
    shutil.rmtree(caches)
    assert outcome(project, "--no-cache")[0] == 0
    assert not caches.exists()
    caches.write_text("no folder")
    assert outcome(project)[0] == 0
    assert caches.read_text() == "no folder"


def test_a_moved_and_a_copied_project_are_looked_at_again(project: Path, caches: Path) -> None:
    copy = project.parent / "copy"
    shutil.copytree(project, copy)
    write_record(copy, "hpc/2016", pitch=["Other words."])
    assert "1 page written, 5 unchanged" in outcome(copy)[1]
    project.rename(project.parent / "moved")
    assert "0 pages written, 6 unchanged" in outcome(project.parent / "moved")[1]
    assert len(list(caches.glob("*.json"))) == 3


def test_a_copy_in_the_place_of_the_project_is_seen(project: Path) -> None:
    """A tree with the same times and sizes, as a backup brings it back: the files are others."""
    copy = project.parent / "copy"
    shutil.copytree(project, copy)
    for path in (copy / "events").rglob("*.toml"):
        change_in_place(str(path.relative_to(copy)))(copy)
    shutil.rmtree(project)
    copy.rename(project)
    assert "5 pages written" in outcome(project)[1]


def test_another_version_looks_at_all_again(project: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_cache(cache_of(caches)).series
    monkeypatch.setattr("devroom_gen.output.fingerprints._digest_program", _digest_program.__wrapped__)
    monkeypatch.setattr("devroom_gen.output.fingerprints.__version__", "9")
    assert "0 pages written, 6 unchanged" in outcome(project)[1]
    after = read_cache(cache_of(caches)).series
    assert before.keys() == after.keys()
    assert not {each.fingerprint for each in before.values()} & {each.fingerprint for each in after.values()}


def test_files_from_the_future_are_read_each_time(project: Path) -> None:
    path = project / "events/2017.toml"
    os.utime(path, (4e9, 4e9))
    assert "0 pages written" in outcome(project)[1]
    state = path.stat()
    write_record(project, "2017", pitch=["Other words."])
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert "1 page written" in outcome(project)[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_record_is_not_waited_for(project: Path) -> None:
    (project / "events/2017.toml").unlink()
    os.mkfifo(project / "events/2017.toml")
    for _ in range(2):
        code, output, _ = outcome(project)
        assert code == 1
        assert "is not a regular file" in output


def test_templates_behind_a_linked_folder_are_looked_at_each_time(project: Path) -> None:
    (project / "parts").mkdir()
    write("page/README.md", '{% include "linked/part.md" %}\n')(project / "templates")
    (project / "templates/linked").symlink_to(project / "parts", target_is_directory=True)
    for text in ("one\n", "two\n"):
        (project / "parts/part.md").write_text(text)
        assert outcome(project)[0] == 0
        assert (project / "site/page/2017/README.md").read_text() == text


def test_a_page_of_all_editions_follows_what_it_shows_of_each(project: Path) -> None:
    EDITS["index of others"](project)
    assert outcome(project)[0] == 0
    write_record(project, "hpc/2016", venue={**HPC_2017["venue"], "city": "Ghent"})
    assert outcome(project)[0] == 0
    index = (project / "site/page/README.md").read_text()
    assert index.count("Brussels") == 3
    assert index.count("Ghent") == 1


def test_pages_of_all_editions_are_rendered_only_when_a_summary_has_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    whole = SiteRenderer.render_project

    def count(renderer: SiteRenderer, summaries: Any) -> Any:
        made.append("index")
        return whole(renderer, summaries)

    monkeypatch.setattr(SiteRenderer, "render_project", count)
    index = (project / "site/page/README.md").read_text()
    for topic in ("Graphs", "Streams"):  # the second time, the index was kept the first time
        write_record(project, "hpc/2016", topics={"items": [topic]})
        assert outcome(project)[0] == 0
        assert topic in (project / "site/page/hpc/2016/README.md").read_text()
        assert (project / "site/page/README.md").read_text() == index
    assert made == []
    write_record(project, "hpc/2016", title="Another title")
    assert outcome(project)[0] == 0
    assert made == ["index"]
    assert "Another title" in (project / "site/page/README.md").read_text()
    (project / "site/page/README.md").unlink()
    write_record(project, "hpc/2016", title="Another title", topics={"items": ["Graphs"]})
    assert outcome(project)[0] == 0
    assert made == ["index", "index"]
    assert "Another title" in (project / "site/page/README.md").read_text()


def test_editions_are_one_and_the_same_however_a_template_comes_to_them(project: Path) -> None:
    write(
        "templates/page/_project/same.md",
        "{% for e in editions %}{{ e == editions[loop.index0] and e in editions and e is sameas((editions[:9] | list)"
        "[loop.index0]) and loop.previtem | default(editions[-1]) == editions[loop.index0 - 1] }} {{ e.path }}\n"
        "{% endfor %}{{ editions[9:] }}{{ editions[1:] | length }}{{ editions[::-1][0].path }}\n",
    )(project)
    assert outcome(project)[0] == 0
    page = (project / "site/page/same.md").read_text()
    assert page.count("True") == 5
    assert page.endswith("[]4hpc/2016\n")
