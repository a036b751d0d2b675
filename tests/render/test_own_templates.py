"""Templates of one's own: beside the built-in ones, in their place, and in a sandbox."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from devroom_gen.project.builtin import builtin_templates
from tests.sites import read_tree, render, run, write_record

PAGE = "site/page/2017/README.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project with one edition and the target `page`, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write_record(tmp_path, "2017")
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    return tmp_path


def put(root: Path, path: str, text: str) -> None:
    file = root / "templates" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def page(root: Path, name: str = PAGE) -> str:
    result = render(root)
    assert result.exit_code == 0, result.output
    return (root / name).read_text(encoding="utf-8")


def test_a_template_takes_the_place_of_the_built_in(project: Path) -> None:
    put(project, "page/README.md", "{{ title }}, {{ date.short }}\n")
    assert page(project) == "FOSDEM&#39;17 HPC, Big Data, and Data Science Devroom, Sat 4 Feb 2017\n"


def test_a_part_takes_the_place_of_the_built_in(project: Path) -> None:
    put(project, "page/_parts/intro.md", "\nShort and good.\n")
    assert "\n\nShort and good.\n" in page(project)


def test_what_all_targets_share_can_be_replaced(project: Path) -> None:
    path = write_record(project, "2017", organizers=[{"name": "Ada"}])
    assert path.exists()
    put(
        project,
        "_shared/list.md",
        "{% macro person(each) %}Dr {{ each }}{% endmacro %}{% macro bullets(items) %}{% endmacro %}",
    )
    assert "- Dr Ada\n" in page(project)


def test_the_built_in_can_be_included_and_extended(project: Path) -> None:
    plain = page(project)
    put(project, "page/README.md", '{% include "builtin/README.md" %}\n\n*By volunteers.*\n')
    assert page(project) == f"{plain}\n*By volunteers.*\n"
    (project / "events/settings.toml").write_text('targets = ["singlepaged"]\n')
    name = "_posts/2015-01-{intro}-intro.md"
    put(project, f"singlepaged/{name}", f'{{% extends "builtin/{name}" %}}{{% block icon %}}{{% endblock %}}\n')
    assert "fa-stack" not in page(project, "site/singlepaged/2017/_posts/2015-01-01-intro.md")


def test_an_added_file_is_an_added_page(project: Path) -> None:
    put(project, "page/news/{intro}.txt", "{{ title }}\n")
    put(project, "page/README.md~", "left by an editor")
    assert page(project, "site/page/2017/news/01.txt") == "FOSDEM'17 HPC, Big Data, and Data Science Devroom\n"
    assert sorted(read_tree(project / "site/page/2017")) == ["README.md", "news/01.txt"]


def test_an_added_folder_is_a_target(project: Path) -> None:
    put(project, "feed/target.toml", 'about = "a feed"\nfront_matter = "html"\n')
    put(project, "feed/feed.md", "{{ title | front_matter }}\n")
    (project / "events/settings.toml").write_text('targets = ["feed"]\n')
    assert page(project, "site/feed/2017/feed.md") == '"FOSDEM&#39;17 HPC, Big Data, and Data Science Devroom"\n'
    assert "feed: a feed\n  feed/feed.md  (your own)\n" in run("templates", "--project", project).stdout


def test_bad_settings_of_a_target_are_reported_where_they_stand(project: Path) -> None:
    put(project, "feed/target.toml", 'about = "a feed"\ntitle_pattern = "["\n')
    (project / "events/settings.toml").write_text('targets = ["feed", "page"]\n')
    result = render(project)
    assert result.exit_code == 1
    assert (
        "error[DG105] not-a-choice: `[` is not a regular expression\n --> templates/feed/target.toml:2:17\n"
        in result.stdout.replace("  -->", " -->")
    )
    assert (project / PAGE).exists()


def test_a_copy_of_the_built_in_is_no_override(project: Path) -> None:
    plain = page(project)
    result = run("templates", "--project", project, "--copy", "page/README.md")
    assert (result.exit_code, result.stdout) == (0, "copied to templates/page/README.md\n")
    copy = project / "templates/page/README.md"
    assert copy.read_bytes() == (builtin_templates() / "page/README.md").read_bytes()
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))
    assert "(your own" not in run("templates", "--project", project).stdout
    copy.write_text(copy.read_text() + "\nMore.\n")
    assert "  page/README.md  (your own, in place of the built-in)\n" in run("templates", "--project", project).stdout
    assert page(project) == f"{plain}\nMore.\n"
    again = run("templates", "--project", project, "--copy", "page/README.md")
    assert (again.exit_code, again.stderr) == (2, "devroom-gen: `templates/page/README.md` exists already\n")
    near = run("templates", "--project", project, "--copy", "page/README")
    assert (near.exit_code, near.stderr.splitlines()[1]) == (2, "   = help: did you mean `page/README.md`?")


ENDLESS = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{{ '' }}{% endfor %}{% endfor %}",
    "{{ range(99999) | map('center', 99999) | join }}",
    "{{ title | slice(2 * 10**9) | list }}",
    "{{ title | center(10**9) }}",
    "{{ title | indent(10**9) }}",
    "{{ title | batch(10**9, 'x') | list }}",
    "{{ title | replace('', 'x' * 9999) | replace('', 'y' * 9999) }}",
    "{{ '%99999999d' | format(1) }}",
    "{{ '%*d' | format(10**9, 1) }}",
    "{{ '%99999999d' % 1 }}",
    "{{ '{:>99999999}'.format(1) }}",
    "{{ '{:>{}}'.format(1, 10**9) }}",
    "{{ '{:>99999999}'.format_map({}) }}",
    "{{ title.ljust(10**9) }}",
    "{{ ('x' * 9999).replace('x', 'y' * 9999) }}",
    "{{ ','.join(['x' * 99999] * 9999) }}",
    "{% set ns = namespace(x='x') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "{% set ns = namespace(x='x') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% macro a() %}{{ caller() }}{{ caller() }}{% endmacro %}"
    + "{% call a() %}" * 15
    + "x" * 9999
    + "{% endcall %}" * 15,
    "{% set x %}{% for i in range(99999) %}" + "x" * 9999 + "{% endfor %}{% endset %}",
    "{% filter indent(99999) %}" + "x\n" * 9999 + "{% endfilter %}",
    "{{ 9 * 10**9 * 10**9 * 10**9 * 10**9 * 'x' }}",
    "{{ range(99999) | map('string') | join('x' * 99999) }}",
    "{{ ('x' * 99999).join(range(99999) | map('string')) }}",
    "{{ ['x' * 9999] | replace('x', ['y' * 9999]) }}",
    *(
        "{% set a = ['x' * 99999] * 90 %}" + f"{{% set b = {many} %}}{{{{ {text} }}}}"
        for many in ("[a] * 1000", "(a,) * 1000", "[{1: a}] * 1000", "range(1000) | map('replace', 1, a) | list")
        for text in (
            "b",
            "b | string",
            "b | tojson",
            "b | pprint",
            "b | join",
            "'' ~ b",
            "'%s' % (b,)",
            "'{}'.format(b)",
        )
    ),
    "{% set a = [1] %}" + "{% set a = [a, a, a, a, a, a, a, a, a, a] %}" * 9 + "{{ a }}",
    "{% set a = [1] %}{% set b = [1] %}"
    + "{% set a = (a, a, a, a, a, a, a, a) %}{% set b = (b, b, b, b, b, b, b, b) %}" * 12
    + "{{ a == b }}",
    "{% set a = 'x' * 999999 %}{% set b = 'x' * 999999 %}{% for i in range(9999) %}{{ a == b }}{% endfor %}",
    "{% set ns = namespace() %}{% set ns.a = ['x' * 99999] * 90 %}{{ [ns.a] * 1000 }}",
    "{{ ('%(a)9999d' * 900000) | format(a=1) | length }}",
    "{{ ('{0:9999}' * 1000000).format(1) | length }}",
    "{{ 'x'.encode().zfill(3000000000) | length }}",
    "{{ (1).to_bytes(3000000000, 'big') | length }}",
    "{% set a = 'x' * 9000000 %}{% for i in range(999) %}{% set b = a[1:] %}{% endfor %}",
    "{% set ns = namespace(a=[1]) %}{% for i in range(300) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a | tojson(indent=8000) }}",
    "{{ range(99999) | batch(1) | list | sum(start=[]) | length }}",
    "{% set a = 'x' * 499999 %}{% set b = a ~ '' %}{% for i in range(99999) %}{% if a is eq b %}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) | select('gt', 10**9) %}{% endfor %}{% endfor %}",
    "{% set a = ['X' * 999999] * 9 %}{% for i in range(9999) %}{% set b = a | sort %}{% endfor %}",
    "{% set a = range(99999) | list %}{% for i in range(99999) %}{{ a.count('q') }}{% endfor %}",
    "{{ ('a\\n' * 2000000) | wrap | length }}",
    "{{ ('x' * 4000000) | wordwrap(1) | length }}",
    "{{ ('http://a' ~ '(' * 2000000) | urlize | length }}",
    "{% set ns = namespace(a=range(99999) | list) %}{% for i in range(80) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a | pprint }}",
    "{% set a = ('f' * 600000) | int(0, 16) %}{{ a // 3 }}",
    "{% for i in range(99999) %}{% for x in 'a' | batch(9999999, 'x') %}{% endfor %}{% endfor %}",
    f"{{% set e = '' %}}{{% for i in range(99999) %}}{'{{ e }}' * 5000}{{% endfor %}}",
    "{% macro m() %}{{ varargs | length }}{% endmacro %}{% set a = range(99999) | list %}{% for i in a %}{{ m(*a) }}{% endfor %}",
    "{{ 1 | round(-9999999) }}",
]
FAILURES = [
    ("{{ titel }}", "the template uses `titel`, which is not a name it knows", "did you mean `title`?"),
    ("{{ date.lng }}", "the template asks for `lng`, and there is no such part", "did you mean `long`?"),
    ("{{ words.submitt }}", "the template asks for `submitt`, and there is no such part", "did you mean `submit`?"),
    ("{{ call.closes }}", "the template asks for `closes` of a fact that the record does not state",
     "ask for the fact first: `{% if call %} … {% endif %}`"),
    ("{{ title | nofilter }}", "the template uses a filter that does not exist: `nofilter`", None),
    ("{% fo x in y %}", "the template has a tag that does not exist or does not fit: `fo`", None),
    ("{% if title %}", "a tag of the template is not closed", None),
    ("{{ title title }}", "the template is not well formed here", None),
    ('{% include "nowhere.md" %}', "the template includes or extends `nowhere.md`, which does not exist", None),
    ('{% include "README.md" %}', "the template includes itself without end", None),
    ("{{ title.__class__ }}", "the template does what templates may not do: call, change or look behind a fact", None),
    ("{{ words._value }}", "the template does what templates may not do: call, change or look behind a fact", None),
    ("{{ ''.__class__.__mro__ }}", "the template does what templates may not do: call, change or look behind a fact", None),
    ("{{ title.format }}", "the template does what templates may not do: call, change or look behind a fact", None),
    ("{{ pitch.append(1) }}", "the template does what templates may not do: call, change or look behind a fact", None),
    ("{% for i in range(10**9) %}{% endfor %}", "the template makes more than a page can hold", None),
    ("{{ 'x' * 10**9 }}", "the template makes more than a page can hold", None),
    ("{{ 9 ** 9 ** 9 }}", "the template makes more than a page can hold", None),
    ("{% for i in range(99999) %}{{ 'x' * 100 }}{% endfor %}", "the template makes more than a page can hold", None),
    ("{{ 1 / 0 }}", "the template cannot be rendered here", None),
    *((text, "the template makes more than a page can hold", None) for text in ENDLESS),
]  # fmt: skip
PLAIN = [
    ("{% macro card(year, last, width) %}{{ year }}{% endmacro %}{{ card(2017, 2016, 300) }}", "2017"),
    ("{{ range(2010, 2027, 10) | list }}", "[2010, 2020]"),
    ("{% set two = [['a'], {'b': ('c', 1)}] %}{% for x, y in [(1, 2)] %}{{ two }} {{ x < y }}{% endfor %}",
     "[['a'], {'b': ('c', 1)}] True"),
    ("{% set all = [['x' * 100] * 100] * 99 %}{{ all | sort | map('first') | unique | join | length }}", "100"),
    ("{{ '**%s**' | format('a') }} {{ '**%s**' % 'a' }} {{ '**{}**'.format('a') }}", "**a** **a** **a**"),
    ("{{ '[x](%s)' | format('https://example.org/node/1632534522') }}", "[x](https://example.org/node/1632534522)"),
    ("{{ '%s' | format('a * b * c') }} {{ '/archive/12345/%s' | format('x') }}", "a * b * c /archive/12345/x"),
    ("{{ '%d-%02d-%02d' | format(2027, 131, 300) }} {{ '{}-{}-{}'.format(2027, 2026, 12) }}", "2027-131-300 2027-2026-12"),
    ("{{ 20270131 | string }} {{ 20270131 | abs }} {{ 30000000 | filesizeformat }} {{ '%d' % 1800000000 }}", "20270131 20270131 30.0 MB 1800000000"),
    ("{{ 'a' | center(5) }}|{{ '%-4s|' % 'b' }}{{ '{:>4}'.format('c') }} {{ 'abc'[1:] }} {{ [1, 2] | sum }}", "  a  |b   |   c bc 3"),
    ("{{ 3 is divisibleby 3 }} {{ 'a' is in 'abc' }} {{ [2, 1] | sort | join(',') }} {{ 'x y' | wordwrap(1) | length }}", "True True 1,2 3"),
]  # fmt: skip
USUAL = "`devroom-gen templates` lists the templates"


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'abcdef' | truncate(1) }}",
        "{{ dict(a=1, a=2) }}",
        f"{'{% for a in [1] %}' * 25}x{'{% endfor %}' * 25}",
        "{{ '\\ud800' }}",
        "{% macro m(a, a) %}{% endmacro %}",
        "{{ cycler() }}",
        "{{ (1e999 * 2) | int }}",
        "{{ [3, 'a'] | sort }}",
    ],
)
def test_whatever_a_template_raises_is_its_own_fault(project: Path, text: str) -> None:
    put(project, "page/README.md", text)
    result = render(project)
    assert (result.exit_code, "error[DG403] template-error: the template " in result.stdout) == (1, True), result.output


@pytest.mark.parametrize(("text", "line"), PLAIN)
def test_the_sandbox_lets_what_is_small_pass(project: Path, text: str, line: str) -> None:
    put(project, "page/README.md", f"{text}\n")
    assert page(project) == f"{line}\n"


@pytest.mark.parametrize(("text", "message", "help_text"), FAILURES)
def test_a_failure_names_line_and_record_in_our_words(
    project: Path, text: str, message: str, help_text: str | None
) -> None:
    put(project, "page/README.md", f"# {{{{ title }}}}\n\n{text}\n")
    result = render(project)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == f"error[DG403] template-error: {message}, while rendering `2017`"
    assert lines[1].startswith("  --> templates/page/README.md:")
    assert lines[1].split(":")[1] in ("1", "3", "4")
    assert lines[-2] == f"   = help: {help_text or USUAL}"
    assert not (project / PAGE).exists()


def test_a_template_shared_by_all_targets_is_sandboxed_too(project: Path) -> None:
    put(project, "page/_parts/intro.md", (builtin_templates() / "page/_parts/intro.md").read_text())
    put(
        project,
        "_shared/list.md",
        "{% macro person(each) %}{{ each.__class__ }}{% endmacro %}{% macro bullets(items) %}{% endmacro %}",
    )
    write_record(project, "2017", organizers=[{"name": "Ada"}])
    result = render(project)
    assert result.exit_code == 1
    assert "the template does what templates may not do" in result.stdout
    assert "  --> templates/_shared/list.md:1:1\n" in result.stdout


ESCAPE = "{{ cycler.__init__.__globals__.os.popen('echo escaped').read() }}"


def test_parts_behind_a_link_run_in_the_sandbox(project: Path) -> None:
    (project / "real").mkdir()
    (project / "real/intro.md").write_text(ESCAPE)
    (project / "templates/page").mkdir(parents=True)
    (project / "templates/page/_parts").symlink_to("../../real")
    result = render(project)
    assert result.exit_code == 1
    assert "the template does what templates may not do" in result.stdout
    assert not (project / PAGE).exists()


def test_what_cannot_be_listed_is_not_loaded(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder whose files can be opened by name, but not listed: root can list it all the same, so it is told not to."""
    put(project, "page/_parts/intro.md", ESCAPE)
    scan = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("templates/page/_parts") and str(project) in str(path):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = render(project)
    assert (result.exit_code, "_parts` cannot be reached: permission denied" in result.stderr) == (2, True)
    assert not (project / PAGE).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_are_not_templates(project: Path) -> None:
    plain = page(project)
    (project / "templates/page/_parts").mkdir(parents=True)
    os.mkfifo(project / "templates/page/_parts/intro.md")
    assert page(project) == plain


def test_links_in_a_circle_end(project: Path) -> None:
    put(project, "page/README.md", "{{ title }}\n")
    (project / "templates/page/again").symlink_to("..")
    assert page(project)


def test_a_misspelt_folder_of_templates_is_noticed(tmp_path: Path) -> None:
    write_record(tmp_path, "2017")
    (tmp_path / "templates/singelpaged").mkdir(parents=True)
    (tmp_path / "templates/singelpaged/call-for-participation.txt").write_text("mine")
    found = run("validate", "--project", tmp_path).stdout
    assert "warning[DG210] unknown-target: the templates in `templates/singelpaged` are not used" in found
    assert "= help: rename the folder to `singlepaged`, or add `singelpaged` to `targets`" in found


DEEP = "{% set ns=namespace(t=(1,)) %}{% for i in range(9) %}{% for j in range(9000) %}{% set ns.t=(ns.t,) %}{% endfor %}{% endfor %}"
MORE_THAN_IT_LOOKS = (
    DEEP + "{{ {ns.t: 1} }}",
    DEEP + "{{ [ns.t] | unique | list }}",
    "{% set a=(1,)*99999 %}{% set d={a:1} %}{% for i in range(99999) %}{{ d[a] }}{% endfor %}",
    '{% set r=range(99999) %}{% for i in range(99999) %}{% set x=r.count("x") %}{% endfor %}',
    "{% for i in range(99999) %}{% for j in range(99999) if j < 0 %}{% endfor %}{% endfor %}",
    "{% set a=(1,)*99999 %}{% set b=(1,)*99999 %}{% for i in range(99999) %}{% if [a]==[b] %}{% endif %}{% endfor %}",
    "{% set x=[[1]]*7000 %}{% for i in range(900) %}{% set y=x|sum(start=[]) %}{% endfor %}",
    '{{ ("%(a b)2000000000s" % {"a b":"x"})|length }}',
    '{{ ("{0[}]:>2000000000}".format({"}":"x"}))|length }}',
    '{{ ("%2000000000d".encode() % 5)|length }}',
    '{% set p="%(a)s"*2000 %}{{ (p % {"a":"x"*1000000})|length }}',
    '{% set p="{0}"*2000 %}{{ p.format("x"*1000000)|length }}',
)


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # it may fall into a callback of the tests
@pytest.mark.skipif(sys.platform != "linux", reason="this system counts neither time nor memory")
@pytest.mark.parametrize("text", MORE_THAN_IT_LOOKS)
def test_what_takes_more_than_it_looks_is_ended_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("devroom_gen.render.limits.MAX_SECONDS", 0.3)
    write_record(tmp_path, "2017", settings={"targets": ["own"]})
    (tmp_path / "templates/own").mkdir(parents=True)
    (tmp_path / "templates/own/x.md").write_text(text)
    result = render(tmp_path, "--no-cache")
    assert result.exit_code == 1
    assert "error[DG403] template-error: the template makes more than a page can hold" in result.stdout


@pytest.mark.parametrize(
    "text",
    [
        '{{ [1]|map("string") }}', "{{ cycler(1) }}", "{{ [range] }}", '{{ name.upper ~ "" }}', '{{ "%s" % name.upper }}',
        '{{ ({"a":1,"b":2}.keys() - [])|join }}', "{{ [1,2,3]|random }}",
    ],
)  # fmt: skip
def test_what_would_be_another_text_each_time_is_refused(tmp_path: Path, text: str) -> None:
    write_record(tmp_path, "2017", settings={"targets": ["own"]})
    (tmp_path / "templates/own").mkdir(parents=True)
    (tmp_path / "templates/own/x.md").write_text(text)
    assert "error[DG403]" in render(tmp_path, "--no-cache").stdout


def test_a_list_of_facts_prints_their_texts(tmp_path: Path) -> None:
    write_record(tmp_path, "2017", settings={"targets": ["own"]})
    (tmp_path / "templates/own").mkdir(parents=True)
    (tmp_path / "templates/own/x.md").write_text("{{ [date, city] }} {{ sections }}")
    assert render(tmp_path).exit_code == 0
    assert (tmp_path / "site/own/2017/x.md").read_text() == "[February 4, 2017, 'Brussels'] [Overview]\n"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    write_record(tmp_path, "2017", settings={"targets": ["page"]})
    (tmp_path / "templates/page").mkdir(parents=True)
    extra = tmp_path / "templates/page/EXTRA.md"
    extra.write_text("{{ name }}")
    assert render(tmp_path).exit_code == 0
    extra.unlink()
    extra.symlink_to("gone.md")
    result = render(tmp_path)
    assert (result.exit_code, "the template cannot be read: no such file or directory" in result.stdout) == (1, True)
    assert (tmp_path / "site/page/2017/EXTRA.md").exists()
    extra.unlink()
    (tmp_path / "events/settings.toml").symlink_to("../gone.toml")
    for command in ("render", "validate", "list"):
        assert run(command, "--project", tmp_path).exit_code == 1, command


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{{ titel }}", "title"), ("{{ date.lnog }}", "long"), ('{% include "_shared" ~ "/lsit.md" %}', "_shared/list.md"),
        ('{% include "_shared/lsit.md" %}', "_shared/list.md"), ("{{ title | wrapp }}", "wrap"),
    ],
)  # fmt: skip
def test_the_name_that_is_near_is_offered(tmp_path: Path, text: str, meant: str) -> None:
    write_record(tmp_path, "2017", settings={"targets": ["own"]})
    (tmp_path / "templates/own").mkdir(parents=True)
    (tmp_path / "templates/own/x.md").write_text(text)
    assert f"= help: did you mean `{meant}`?" in render(tmp_path).stdout
