import gc
from datetime import date
from pathlib import Path
from typing import Any

from devroom_gen.output.series import Job, SeriesRenderer
from devroom_gen.project.layout import Project
from tests.sites import write_record

FULL: dict[str, Any] = {
    "topics": {"items": ["Tools", {"topic": "Paradigms", "items": ["Streams"]}]},
    "call": {"include": ["Abstract", {"item": "Slides", "optional": True}]},
    "organizers": [{"name": "Ada"}],
    "sponsors": [{"name": "Engines Ltd"}],
}


def test_an_edition_that_was_rendered_leaves_nothing_to_collect(tmp_path: Path) -> None:
    """Otherwise memory grows with the number of editions."""
    for year in (2017, 2018):
        write_record(tmp_path, str(year), **FULL, schedule=date(year - 1, 12, 15))
    (tmp_path / "events/settings.toml").write_text('targets = ["page", "hugo", "singlepaged"]\n')
    renderer, files = SeriesRenderer(Project(tmp_path), date(2017, 11, 1)), Project(tmp_path).records()
    job = Job("", files, files)
    renderer.render(job)  # compiles the templates, which may leave something
    gc.collect()
    gc.disable()
    try:
        result = renderer.render(job)
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert result.editions == 2
    assert not result.diagnostics
