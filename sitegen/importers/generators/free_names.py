"""Which file and which address a text of another generator can have: none of the owner's, and none of a list of ours.

Two texts never want one address, nor files that some disk takes for one. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.importers.file_names import Paths, safe_path
from sitegen.importers.generators.records import Text
from sitegen.importers.wordpress.placing import Here
from sitegen.model.addresses import fill_pattern
from sitegen.model.naming import bare_name, page_path
from sitegen.settings.settings import OFF
from sitegen.text.slugs import slugify

_BLOG: Final = "content/blog/"
_DATED: Final = re.compile(r"content/blog/(\d{4})-(\d{2})-(\d{2})-.+\.md")
_OUR_PAGES: Final = frozenset({"content/index.md", "content/404.md"})
"""Files that a page of another site does not become by its mere name."""


class FreeNames:
    """What is left for the texts of one import; what was given away is taken."""

    def __init__(self, here: Here, texts: Iterable[Text]) -> None:
        self._links = here.settings.permalinks
        # A text with a folder of its own has the address of one without.
        self._files = Paths((*here.texts, *(path.replace("/index.md", ".md") for path in here.texts)))
        self._ids = Paths(bare_name(path) for path in here.texts if path.startswith(_BLOG))
        self._urls = Paths((*self._of_lists(texts), *(self._url(path) for path in here.texts)))
        self._counts: dict[str, int] = {}

    def is_free(self, path: str) -> bool:
        """Whether nobody has the file."""
        return path not in self._files

    def take(self, wanted: str) -> str:
        """`wanted`, a path below `content/`, or with a number before `.md`; fit for every disk. Taken from now on."""
        fit = f"{wanted.removesuffix('.md')}-seite.md" if wanted in _OUR_PAGES else safe_path(wanted)
        stem = fit.removesuffix(".md")
        counts = itertools.count(self._counts.get(stem, 1))
        count = next(count for count in counts if self._is_fresh(_numbered(stem, count)))
        self._counts[stem] = count + 1
        path = _numbered(stem, count)
        self._files.take(path)
        self._urls.take(self._url(path))
        if path.startswith(_BLOG):
            self._ids.take(bare_name(path))
        return path

    def give(self, path: str) -> str:
        """The file itself, for what stands above a list and has the address of that."""
        return self._files.take(path)

    def _is_fresh(self, path: str) -> bool:
        is_known = path.startswith(_BLOG) and bare_name(path) in self._ids
        return not is_known and path not in self._files and self._url(path) not in self._urls

    def _url(self, path: str) -> str:
        found = _DATED.fullmatch(path)
        if not path.startswith(_BLOG):
            return fill_pattern(self._links.page, path=page_path(path))
        year, month, day = found.groups() if found else ("", "", "")
        return fill_pattern(self._links.post, slug=slugify(bare_name(path)), year=year, month=month, day=day)

    def _of_lists(self, texts: Iterable[Text]) -> Iterator[str]:
        """Addresses of what the site makes itself."""
        links = self._links
        lists = (links.blog, links.services, links.categories, links.tags, links.archive, links.search)
        yield from (fill_pattern(pattern) for pattern in lists if pattern != OFF)
        for text in texts:
            for pattern, names in ((links.category, (text.category,)), (links.tag, text.tags)):
                slugs = (slugify(name) for name in names if pattern != OFF)
                yield from (fill_pattern(pattern, slug=slug) for slug in slugs if slug)


def _numbered(stem: str, count: int) -> str:
    return f"{stem}-{count}.md" if count > 1 else f"{stem}.md"
