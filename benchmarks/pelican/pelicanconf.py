"""Pelican's settings for the site that all programs build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from german import long_date

SITENAME = "Werkstattblatt"
SITEURL = "https://bench.example.org"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"
THEME = "theme"
PLUGINS = ["german"]
JINJA_FILTERS = {"long_date": long_date}

PATH = "content"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["seiten"]
STATIC_PATHS = ["bilder"]
OUTPUT_PATH = "output"

ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL = "seiten/{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
CATEGORY_URL = "kategorien/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "404", "sitemap"]
ARCHIVES_SAVE_AS = "archiv/index.html"
CATEGORIES_SAVE_AS = "kategorien/index.html"
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 10}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/seite/{number}/", "{base_name}/seite/{number}/index.html"),
]

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None

MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {},
        "markdown.extensions.smarty": {
            "substitutions": {
                "left-double-quote": "„",
                "right-double-quote": "“",
                "left-single-quote": "‚",
                "right-single-quote": "‘",
            },
        },
    },
    "output_format": "html5",
}

MENUITEMS = [
    ("Start", ""),
    ("Leistungen", "seiten/leistungen/"),
    ("Preise", "seiten/preise/"),
    ("Archiv", "archiv/"),
    ("Über uns", "seiten/ueber-uns/"),
    ("Kontakt", "seiten/kontakt/"),
]
