"""Addresses on the new site: of posts and pages, and those that are not to be had. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sitegen.importers.wordpress.terms import Filed
from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.model.naming import bare_name, page_path
from sitegen.settings.settings import OFF, Settings
from sitegen.text.slugs import slugify


class Permalinks:
    """The paths that `permalinks:` of `site.yaml` gives, with the base path of the site before them."""

    def __init__(self, settings: Settings) -> None:
        self._patterns = settings.permalinks
        self._base = base_path(settings.url)

    def post(self, slug: str, date: datetime, filed: Filed | None) -> str:
        """The path of a post."""
        path = fill_pattern(
            self._patterns.post,
            slug=slug,
            year=f"{date:%Y}",
            month=f"{date:%m}",
            day=f"{date:%d}",
            category=slugify(filed.category) if filed else "",
        )
        return with_base(path, self._base)

    def page(self, path: str) -> str:
        """The path of the page that lies at `path` below `content/`; "" is the home page."""
        return with_base(fill_pattern(self._patterns.page, path=path) if path else "/", self._base)

    def blog(self) -> str:
        """The path of the list of posts; empty where there is none."""
        return "" if self._patterns.blog == OFF else with_base(fill_pattern(self._patterns.blog), self._base)

    def reserved(self, own: Iterable[str], filed: Iterable[Filed]) -> Iterator[str]:
        """The paths of lists that the site makes itself, and of the `own` texts of its owner."""
        links = self._patterns
        lists = [links.services, links.categories, links.tags, links.archive, links.search, links.blog]
        yield from (with_base(fill_pattern(pattern), self._base) for pattern in lists if pattern != OFF)
        yield from self._lists_of_terms(filed)
        for path in own:
            if path.startswith("content/blog/"):
                yield with_base(fill_pattern(links.post, slug=slugify(bare_name(path))), self._base)
            else:
                yield self.page(page_path(path))

    def _lists_of_terms(self, filed: Iterable[Filed]) -> Iterator[str]:
        links = self._patterns
        for one in filed:
            for pattern, names in ((links.category, (one.category,)), (links.tag, one.tags)):
                for name in names:
                    if name and pattern != OFF:
                        yield with_base(fill_pattern(pattern, slug=slugify(name)), self._base)
