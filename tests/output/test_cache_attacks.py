"""What a cache could overlook: each case says and writes what a run without it would, in a copy of the same tree."""

import os
import shutil
import zoneinfo
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, chdir
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.output.cache import read_cache
from devroom_gen.output.lock import lock_folders
from devroom_gen.output.manifest import JOURNAL, MANIFEST, Entry, Manifest, digest, manifest_text, read_manifest
from devroom_gen.project.digests import digest_file
from tests.output.test_cache import begin, cache_of, write
from tests.sites import read_tree, run, write_record

Told = tuple[int, str, str, dict[str, str]]


def tell(place: Path, *arguments: str | Path) -> Told:
    with chdir(place):
        result = run("render", "--today", "2017-02-04", *arguments)
    return result.exit_code, result.stdout, result.stderr, read_tree(place)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "a/project"
    root.parent.mkdir()
    begin(root)
    tell(root)
    assert tell(root)[0] == 0
    return root


@pytest.fixture
def compare(project: Path) -> Callable[..., Told]:
    """Run with the cache, and without it in a copy of the tree, and compare all that is told and written."""

    def compare(*arguments: str | Path, below: str = "") -> Told:
        copy = project.parent.parent / "b"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(project.parent, copy, symlinks=True)
        without = tell(copy / project.name / below, *arguments, "--no-cache")
        told = tell(project / below, *arguments)
        assert told == without
        return told

    return compare


def test_an_orphan_that_comes_back_is_told(project: Path, compare: Callable[..., Told]) -> None:
    page = project / "site/page/hpc/2018/README.md"
    text = page.read_bytes()
    (project / "events/hpc/2018.toml").unlink()
    assert "no edition makes this page any more" in compare()[1]
    page.unlink()
    for _ in range(2):
        assert compare()[1] == ""
    page.write_bytes(text)
    assert "no edition makes this page any more" in compare()[1]


@pytest.mark.parametrize("text", ["", "7\n", '["x.md", "2016-11-01", ["1"]]\n'])
def test_a_journal_is_looked_at(project: Path, compare: Callable[..., Told], text: str) -> None:
    (project / "site" / JOURNAL).write_text(text)
    compare()


@pytest.mark.parametrize("output", ["", " ", "{x}", "public", "public/", ".", "../out/{target}/{edition}"])
@pytest.mark.parametrize("mode", [[], ["--check"]])
def test_each_output_is_an_output_of_its_own(
    project: Path, compare: Callable[..., Told], output: str, mode: list[str]
) -> None:
    for _ in range(3):
        compare("--output", output)
        compare("--output", output, *mode)
    (project / "sub").mkdir()
    compare("--output", output, *mode, "--project", "..", below="sub")


def test_findings_are_shown_from_where_one_stands(project: Path, compare: Callable[..., Told]) -> None:
    write("events/settings.toml", 'targets = ["singlepaged"]\n')(project)
    for place in ("site", "sub", "sub/below", "sub/site"):
        (project / place).mkdir(parents=True, exist_ok=True)
    compare()
    write("site/singlepaged/2017/_config.yml", 'title: "Old"\n')(project)
    write("sub/singlepaged/2017/_config.yml", 'title: "Older than old"\n')(project)
    for below in ("", "site", "sub", "sub/below", "sub/site", ""):
        for _ in range(2):
            told = compare("--project", os.path.relpath(project, project / below), below=below)
            assert "differs from the record" in told[1]


def test_a_target_that_is_an_empty_folder_is_missed(project: Path, compare: Callable[..., Told]) -> None:
    (project / "templates/mine").mkdir(parents=True)
    write("events/settings.toml", 'targets = ["page", "mine"]\n')(project)
    for _ in range(2):
        assert compare()[0] == 0
    (project / "templates/mine").rmdir()
    assert compare()[0] == 2


def test_a_folder_in_the_place_of_a_conference_is_seen(project: Path, compare: Callable[..., Told]) -> None:
    (project / "conferences/fosdem.toml").mkdir(parents=True)
    assert compare()[0] == 1


def test_what_is_wrong_with_a_target_is_told_although_who_told_it_is_gone(
    project: Path, compare: Callable[..., Told]
) -> None:
    write("templates/page/target.toml", "nothing = 1\n")(project)
    assert compare()[0] == 1
    for path in (project / "events").glob("20*.toml"):
        path.unlink()
    for _ in range(2):
        assert compare()[0] == 1


def test_an_overlap_with_a_clean_series_counts_all_that_was_written(
    project: Path, compare: Callable[..., Told]
) -> None:
    write_record(project, "2017", pitch=["Other words."])
    write_record(project, "rust/2019", settings={"output": "site/{target}/hpc/2016"})
    told = compare()
    assert "would both be written here" in told[1]
    assert compare()[0] == 1
    write_record(project, "2018", pitch=["Other words."])
    assert compare("--check")[0] == 1
    assert compare("--output", "public")[0] == 1


def test_a_page_that_another_edition_took_is_not_known_as_rendered(project: Path, compare: Callable[..., Told]) -> None:
    write("events/rust/settings.toml", 'output = "site/{target}/hpc/2016"\n')(project)
    assert "would both be written here" in compare()[1]
    write("events/hpc/2016.toml", "name = \n")(project)
    compare()
    compare()


def test_a_folder_without_pages_is_told(project: Path, compare: Callable[..., Told]) -> None:
    write("templates/blank/README.md", "{% if call %}{{ call.closes }}{% endif %}\n")(project)
    write("events/hpc/settings.toml", 'targets = ["blank"]\noutput = "other/{target}/{edition}"\n')(project)
    compare()
    compare()
    write_record(project, "2017", pitch=["Other words."])
    assert "other/" in compare()[2]


@pytest.mark.parametrize("output_format", ["full", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_findings_come_back_in_each_format(project: Path, compare: Callable[..., Told], output_format: str) -> None:
    write("events/settings.toml", 'targets = ["singlepaged", "page"]\n')(project)
    old = {"programme": "https://fosdem.org/2016/schedule/track/ä/"}
    write_record(project, "rust/2019", links=old, hours="TBD")
    write_record(project, "hpc/2016", settings={"section": {"dates": {"title": "All dates"}}})
    write("site/singlepaged/2017/_config.yml", '\ufefftitle: "Old"\r\ndescription: old\n')(project)
    compare()
    for strict in ([], ["--strict"]):
        told = compare("--output-format", output_format, *strict)
        assert told[0] == len(strict), told[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_cache_is_not_waited_for(project: Path, caches: Path) -> None:
    path = cache_of(caches)
    path.unlink()
    os.mkfifo(path)
    write_record(project, "hpc/2016", pitch=["Other words."])
    assert tell(project)[0] == 0
    assert path.is_file()


@pytest.mark.skipif(not hasattr(os, "chown"), reason="this system has no owners of files")
def test_a_cache_that_others_can_write_is_not_believed(project: Path, caches: Path) -> None:
    cache_of(caches).chmod(0o666)
    assert not read_cache(cache_of(caches)).series
    assert tell(project)[0] == 0
    assert cache_of(caches).stat().st_mode & 0o777 == 0o600
    assert read_cache(cache_of(caches)).series


@pytest.mark.skipif(not hasattr(os, "chown"), reason="this system has no owners of files")
def test_compiled_templates_that_others_can_write_are_not_run(project: Path, caches: Path) -> None:
    kept = {path: path.read_bytes() for path in caches.glob("templates/*.cache")}
    (caches / "templates").chmod(0o777)
    for path in kept:
        path.unlink()
    cache_of(caches).unlink()
    assert tell(project)[0] == 0
    assert kept
    assert not list(caches.glob("templates/*.cache"))


def test_a_cache_is_written_into_nothing_that_another_put_there(project: Path, caches: Path) -> None:
    victim = project.parent / "victim"
    victim.write_text("mine")
    trap = caches / f"{cache_of(caches).name}.{os.getpid()}.tmp"
    trap.symlink_to(victim)
    write_record(project, "hpc/2016", pitch=["Other words."])
    assert tell(project)[0] == 0
    assert victim.read_text() == "mine"


def test_damaged_compiled_templates_are_none(project: Path, caches: Path) -> None:
    kept = {path: path.read_bytes() for path in caches.glob("templates/*.cache")}
    assert kept
    for left, filled in ((9, 0), (400, 0), (40, 40)):
        for path, whole in kept.items():
            path.write_bytes(whole[:-left] + b"\0" * filled)
        cache_of(caches).unlink()
        assert tell(project)[0] == 0
        assert {path: path.read_bytes() for path in caches.glob("templates/*.cache")} == kept


def test_templates_are_compiled_anew_for_another_version(
    project: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {*caches.glob("templates/*.cache")}
    monkeypatch.setattr("devroom_gen.render.environment.__version__", "9")
    cache_of(caches).unlink()
    assert tell(project)[0] == 0
    assert len({*caches.glob("templates/*.cache")} - kept) == len(kept) > 0


def test_a_file_that_keeps_size_and_time_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text("a = 1\n")
    state, before = path.stat(), digest_file(path)
    path.write_text("a = 2\n")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert digest_file(path) != before


def test_what_another_run_wrote_while_this_one_waited_is_looked_at(
    project: Path, compare: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddle(folders: Iterable[Path], on_wait: Callable[[Path], None]) -> AbstractContextManager[None]:
        path = project / "site"
        (path / "page/other.md").write_text("other\n")
        known = {**read_manifest(path).entries, "page/other.md": Entry(date(2017, 2, 4), (digest("other\n"),))}
        (path / MANIFEST).write_text(manifest_text(Manifest(known)), encoding="utf-8")
        return lock_folders(folders, on_wait)

    write_record(project, "2017", pitch=["Other words."])
    with monkeypatch.context() as patch:
        patch.setattr("devroom_gen.output.run.lock_folders", meddle)
        assert "page/other.md" in tell(project)[1]
    assert "page/other.md" in compare()[1]


@pytest.mark.skipif(os.name == "nt", reason="this system has no such files")
def test_pages_of_all_editions_are_rendered_where_an_input_cannot_be_read(project: Path) -> None:
    templates = project / "templates/page/_project"
    templates.mkdir(parents=True)
    os.mkfifo(project / "templates/pipe")
    for text in ("one", "two"):
        (templates / "README.md").write_text(f"{text}\n")
        tell(project)
        assert (project / "site/page/README.md").read_text() == f"{text}\n"


INDEXES = [
    "{% for e in editions | sort(attribute='city') %}{{ e.city }}{{ e.name }}\n{% endfor %}",
    "{% for each in editions | groupby('conference.name') %}{{ each.grouper }}: {{ each.list | length }}\n{% endfor %}",
    "{% for e in editions %}{% if loop.changed(e.series) %}## {{ e.series }}\n{% endif %}{{ e.year }}\n{% endfor %}",
    "{% for e in editions %}{{ e.call.closes if e.call is defined and e.call else e.date }}\n{% endfor %}",
    "{% set n = namespace(last='') %}{% for e in editions %}{{ e.city if n.last == e.name }}{% set n.last = e.name %}"
    "{{ e.title | html }}{{ e.site | front_matter }}\n{% endfor %}",
    "{{ editions | map(attribute='date') | map(attribute='long') | join('\n') }}",
    "{% for e in editions[1:3] %}{{ e.date.iso }}{{ e }}{{ e.phase }}\n{% endfor %}",
    "{{ (editions | last).city }} {{ (editions | first).edition.word }}",
    "{% for e in editions %}{% for name in ['city', 'title'] %}{{ e[name] }}{{ e | attr(name) }}\n{% endfor %}{% endfor %}",
    "{% for e in editions if e.year | int > 2017 %}{{ e.path }}{{ e.is_past }}{{ e.phase }}\n{% endfor %}",
    "{{ editions | selectattr('year', 'equalto', '2018') | map(attribute='city') | unique | list }}",
    "{% for e in editions %}{{ words.event }}{{ e.nothing | default('none') }}{{ e.phase.is_past }}\n{% endfor %}",
]


@pytest.mark.parametrize("index", INDEXES)
def test_a_page_of_all_editions_is_the_same_from_memory(
    project: Path, compare: Callable[..., Told], index: str
) -> None:
    write("templates/page/_project/README.md", index)(project)
    compare()
    write_record(
        project, "hpc/2018", venue={"name": "*H*", "city": "Gh_e_nt & more", "country": "B", "map": "https://a.b/"}
    )
    compare()
    write_record(project, "rust/2019", organizers=[{"name": "A|B"}], call={"opens": "TBD", "closes": "TBD"})
    compare()
    (project / "events/2017.toml").unlink()
    compare("--prune")
    assert compare()[2] == compare("--check")[2].replace("to write", "written")


def test_records_that_move_between_series_are_followed(project: Path, compare: Callable[..., Told]) -> None:
    for before, after in (
        ("hpc/2018", "rust/2018"),
        ("rust/2019", "2019"),
        ("hpc/2016", "new/2016"),
        ("2017", "rust/2017"),
    ):
        (project / f"events/{after}.toml").parent.mkdir(exist_ok=True)
        (project / f"events/{before}.toml").rename(project / f"events/{after}.toml")
        compare()
        compare()
    compare("--prune")
    compare()


def test_two_projects_with_one_output_are_looked_at_each_time(project: Path, compare: Callable[..., Told]) -> None:
    other, output = project.parent / "other", ("--output", "../all/{target}/{edition}")
    begin(other)
    for root in (other, project, other):
        tell(root, *output)
        write_record(other, "2018", pitch=["Other words."])
        compare(*output)
        assert compare(*output)[2] == compare(*output, "--check")[2].replace("to write", "written")


def test_an_output_among_the_records_and_behind_links_is_seen(project: Path, compare: Callable[..., Told]) -> None:
    write("events/settings.toml", 'targets = ["page"]\noutput = "events/site/{target}/{edition}"\n')(project)
    compare()
    compare()
    (project / "events/site").rename(project / "elsewhere")
    (project / "events/site").symlink_to("../elsewhere", target_is_directory=True)
    compare()
    compare()
    page = project / "elsewhere/page/2017/README.md"
    page.rename(page.with_name("aside.md"))
    page.symlink_to("aside.md")
    compare()
    compare()
    write_record(project, "2017", pitch=["Other words."])
    assert compare()[0] == 1
    assert compare("--force")[0] == 0
    compare()


def link(path: Path, goal: Path) -> None:
    path.symlink_to(os.path.relpath(goal, path.parent))


def test_linked_records_settings_and_templates_are_looked_through(project: Path, compare: Callable[..., Told]) -> None:
    for path, text in (
        ("events/hpc/settings.toml", 'words.event = "Day"\n'),
        ("templates/page/README.md", "{{ year }}\n"),
    ):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        for number in (0, 1):
            write(f"parts/{number}/{path}", text.replace("year", f"year }} {number} {{{{ city"))(project)
        link(project / path, project / "parts/0" / path)
    compare()
    compare()
    for path in ("events/hpc/settings.toml", "templates/page/README.md"):
        (project / path).unlink()
        link(project / path, project / "parts/1" / path)
        compare()
        (project / "parts/1" / path).unlink()
        compare()


def test_other_data_of_time_zones_is_another_input(project: Path, caches: Path, tmp_path: Path) -> None:
    cached = read_cache(cache_of(caches)).series["hpc"]
    day = date(2017, 2, 4)
    assert cached.is_current(cached.fingerprint, day)
    (tmp_path / "zones/Europe").mkdir(parents=True)
    (tmp_path / "zones/Europe/Brussels").write_bytes(b"TZif2 of another year")
    try:
        zoneinfo.reset_tzpath(to=[str(tmp_path / "zones")])
        assert not cached.is_current(cached.fingerprint, day)
    finally:
        zoneinfo.reset_tzpath()
