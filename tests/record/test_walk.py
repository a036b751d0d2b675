"""Prose is found wherever it stands, in the tables of own sections too."""

from devroom_gen.record.settings import Settings
from devroom_gen.record.walk import find_prose


def test_the_text_of_an_own_section_is_prose() -> None:
    settings = Settings.model_validate({"section": {"travel": {"text": ["Take tram 8."]}}})
    assert [(path, str(text)) for path, text in find_prose(settings)] == [
        (("section", "travel", "text", 0), "Take tram 8.")
    ]
