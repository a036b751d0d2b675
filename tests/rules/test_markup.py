"""What prose holds that a target would run, or that looks like a placeholder."""

from pathlib import Path
from typing import Any

import pytest

from tests.sites import run, write_record

GOOD = [
    "{{ site.title }} and {% assign a = 1 %}{{ a }}", "{% if a %}x{% elsif b %}y{% else %}z{% endif %}", "{% raw %}{{ {% x %}{% endraw %}",
    "{%- for a in b -%}{% break %}{%- endfor -%}", "{% comment %}x{% endcomment %}", "{ {", "{", "{!name}", "&#123;&#123; x",
]  # fmt: skip
BAD_LIQUID = [
    "a {{ b", "{% if a", "{% if a %}x", "{% raw %}x", "{% endif %}", "{% for a in b %}{% endif %}", "{% nothing %}", "{{ x }} {% ",
    "{% raw %}{% endraw", "{% if a %}{% for b in c %}{% endif %}{% endfor %}", "{{ a }} {{",
]  # fmt: skip
BAD_SHORTCODES = ["{{< x", "{{% ref", "{{< mine >}}", "{{</ figure", "{{<>}}"]


def codes(root: Path, text: str, target: str) -> tuple[int, bool]:
    path = write_record(root, "2017", pitch=["Words.", text], settings={"targets": [target]})
    result = run("validate", path, "--output-format", "concise")
    return result.exit_code, "DG405" in result.stdout


@pytest.mark.parametrize("target", ["singlepaged", "hugo", "page"])
@pytest.mark.parametrize("text", GOOD)
def test_markup_that_ends_is_no_mistake(tmp_path: Path, text: str, target: str) -> None:
    assert codes(tmp_path, text, target) == (0, False)


@pytest.mark.parametrize("text", BAD_LIQUID)
def test_markup_that_ends_the_build_of_jekyll_is_told_where_it_is_rendered_for(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text, "singlepaged") == (1, True)
    assert codes(tmp_path, text, "page") == (0, False)


@pytest.mark.parametrize("text", BAD_SHORTCODES)
def test_shortcodes_that_end_the_build_of_hugo_are_told(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text, "hugo") == (1, True)
    assert codes(tmp_path, text, "page") == (0, False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{Edition}", "{edition}"), ("{{edition}}", "{edition}"), ("{ edition }", "{edition}"), ("{edition.}", "{edition}"),
        ("{date-long}", "{date.long}"), ("{Date.Long}", "{date.long}"), ("{date long}", "{date.long}"),
        ("{Code-of-conduct}", "{code_of_conduct}"),
    ],
)  # fmt: skip
def test_what_looks_like_a_placeholder_is_a_note(tmp_path: Path, typed: str, meant: str) -> None:
    links = {"code_of_conduct": "https://example.org/"}
    path = write_record(tmp_path, "2017", pitch=[f"The {typed} of it."], settings={"targets": ["page"]}, links=links)
    result = run("validate", path)
    assert result.exit_code == 0
    assert f"note[DG406] almost-placeholder: `{typed}` is printed as it stands" in result.stdout
    assert f"write `{meant}`, if that is meant" in result.stdout


@pytest.mark.parametrize("text", ["{!edition}", "{Anything}", "{x: 1}", "{{ page.title }}", "a{b}c", "{1}"])
def test_other_braces_are_none(tmp_path: Path, text: str) -> None:
    path = write_record(tmp_path, "2017", pitch=[text], settings={"targets": ["hugo"]})
    assert "DG406" not in run("validate", path).stdout


INVISIBLE = [
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u17b4", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\u2064", "\u206a",
    "\u2800", "\u3164", "\ufe00", "\uffa0", "\ufff9", "\U0001d173", "\U000e0001", "\U000e0041", "\U000e0100",
]  # fmt: skip


@pytest.mark.parametrize("typed", INVISIBLE)
@pytest.mark.parametrize("key", ["name", "pitch", "title"])
def test_a_character_that_nobody_sees_is_a_warning(tmp_path: Path, key: str, typed: str) -> None:
    text = f"Wel{typed}come"
    changes: dict[str, Any] = {key: [text] if key == "pitch" else text}
    path = write_record(tmp_path, "2017", **changes)
    result = run("validate", path)
    assert f"warning[DG214] invisible-character: the text holds U+{ord(typed):04X}, " in result.stdout


@pytest.mark.parametrize(
    "text",
    ["\U0001f469\u200d\U0001f680", "❤\ufe0f", "می\u200cخواهم", "क्\u200dष", "caf\u00e9", "Привет", "5\ufe0f\u20e3"],
)
def test_joiners_of_scripts_and_pictures_are_right(tmp_path: Path, text: str) -> None:
    path = write_record(tmp_path, "2017", pitch=[f"So: {text}."])
    assert "DG214" not in run("validate", path).stdout
