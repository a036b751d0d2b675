"""Settings of Pelican, with a reader of TOML files: Pelican's own metadata cannot be nested."""

import datetime
import tomllib
from pathlib import Path

from pelican import signals
from pelican.readers import BaseReader
from pelican.urlwrappers import Category

HERE = Path(__file__).parent
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
THEME = str(HERE / "theme")
ARTICLE_PATHS = [""]
ARTICLE_SAVE_AS = "{slug}/README.md"
ARTICLE_URL = "{slug}/README.md"
ARTICLE_ORDER_BY = "basename"
DIRECT_TEMPLATES = ["index"]
INDEX_SAVE_AS = "README.md"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS: list[str] = []
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
JINJA_FILTERS = {"long": lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}"}


class TomlReader(BaseReader):
    """Reads an edition as an article without a body."""

    enabled = True
    file_extensions = ("toml",)

    def read(self, source_path):
        with Path(source_path).open("rb") as file:
            record = tomllib.load(file)["r"]
        day = datetime.datetime.combine(record["date"], datetime.time(), datetime.UTC)
        category = Category("edition", self.settings)
        return "", {"title": record["title"], "slug": record["path"], "date": day, "category": category, "r": record}


def _add_reader(readers):
    readers.reader_classes["toml"] = TomlReader


signals.readers_init.connect(_add_reader)
