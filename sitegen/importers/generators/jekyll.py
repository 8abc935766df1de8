"""A site of Jekyll: `_posts/` and `_drafts/` wherever they lie, pages with a head, permalinks and `redirect_from`.

Addresses follow jekyllrb.com/docs/permalinks/ as of version 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

from sitegen.importers.file_names import readable
from sitegen.importers.generators.folders import SERVER, files_below
from sitegen.importers.generators.reading import Read, moment, read_text, settings_in, truth, word, words
from sitegen.importers.generators.records import Lost, OldSite, Taken, Text
from sitegen.importers.html.notes import Note
from sitegen.text.moments import BERLIN
from sitegen.text.slugs import slugify

_CONFIGS: Final = ("_config.yml", "_config.yaml", "_config.toml")
_TEXTS: Final = frozenset({".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".html", ".htm"})
_HTML: Final = frozenset({".html", ".htm"})
_OTHERS: Final = frozenset({".textile", ".rst", ".adoc", ".asciidoc", ".org"})
_WORKINGS: Final = frozenset(
    {"_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "node_modules", "vendor", "script", "bin"}
)
_DATED: Final = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
_PLACE: Final = re.compile(r":(short_year|i_month|i_day|y_day|slugified_categories|categories|\w+)")
_STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
_LOOP: Final = re.compile(r"\{%-?\s*for\b")
"""A page that lists others is a layout, whatever it lies between."""


def read_site(root: Path) -> OldSite:
    """The site in `root`. OSError of the disk may pass through."""
    file_of_config = next((name for name in _CONFIGS if (root / name).is_file()), "")
    said = settings_in(root / file_of_config) if file_of_config else {}
    config = said or {}
    reader = _Reader(config)
    taken = Taken()
    without = _WORKINGS | {word(config, "destination") or "_site"}
    for path in files_below(root, without=without):
        file = PurePosixPath(readable(path))
        is_text = file.suffix.lower() in _TEXTS and file.name.lower() not in {"readme.md", "license.md"}
        read = read_text(root / path, name=str(file)) if is_text else None
        if read and (read.has_head or file.parent.name in {"_posts", "_drafts"}):
            taken.take(reader.text(file, read))
        elif file.suffix.lower() in _OTHERS and any(part.startswith("_") for part in file.parent.parts):
            taken.take(Lost(file=str(file), title=file.stem, note=Note(kind="other_markup", excerpt=file.suffix)))
        elif not any(part.startswith("_") for part in file.parent.parts) and _is_published(file.name):
            taken.file(f"/{path}", path)
    return OldSite(
        generator="jekyll",
        root=root,
        title=word(config, "title"),
        url=word(config, "url") + word(config, "baseurl"),
        texts=tuple(taken.texts),
        lost=tuple(taken.lost),
        files=taken.files,
        behind=taken.behind,
        unread=(file_of_config,) if said is None else (),
        lists=tuple(_lists(taken.texts)),
    )


class _Reader:
    def __init__(self, config: Mapping[str, Any]) -> None:
        said = word(config, "permalink") or "date"
        self._zone = BERLIN if word(config, "timezone") else UTC
        """In which Jekyll reads the day that stands in addresses; no site of this program lies far from Berlin."""
        self._pattern = _STYLES.get(said, said)
        self._pretty = said == "pretty" or self._pattern.endswith("/")

    def text(self, file: PurePosixPath, read: Read) -> Text | Lost:
        """One file with a head, or in a folder of posts."""
        values = read.values
        dated = _DATED.fullmatch(file.stem)
        stem = dated[2] if dated else file.stem
        title = word(values, "title") or stem.replace("-", " ").replace("_", " ").capitalize()
        place = next((part for part in ("_posts", "_drafts") if part in file.parts), "")
        written = word(values, "date") or (dated[1] if dated else "")
        date = moment(written)
        folders = file.parts[: file.parts.index(place)] if place else ()
        categories = (*folders, *words(values, "categories", "category", by_blanks=True))
        slug = word(values, "slug") or stem
        url = self._url(
            file, values, date=moment(written, zone=self._zone), slug=slug, folders=categories if place else ()
        )
        if read.fault:
            return Lost(file=str(file), title=title, note=read.fault, url=url)
        if not place and _LOOP.search(read.body):
            return Lost(file=str(file), title=title, note=Note(kind="layout_left_out"), url=url)
        return Text(
            file=str(file),
            kind="post" if place else "page",
            title=title,
            body=read.body,
            is_html=file.suffix.lower() in _HTML,
            slug=slugify(slug) if place else _page_path(file),
            date=date,
            updated=moment(word(values, "last_modified_at", "updated", "modified")),
            draft=place == "_drafts" or not truth(values, "published", otherwise=True) or truth(values, "draft"),
            category=categories[0] if categories else "",
            tags=tuple(dict.fromkeys((*words(values, "tags", "tag", by_blanks=True), *categories[1:]))),
            author=next(iter(words(values, "author", "authors")), ""),
            summary=word(values, "description", "excerpt", "summary"),
            image=word(values, "image", "thumbnail", "feature_image", "cover") or _nested(values),
            url=url if place != "_drafts" else "",
            former=words(values, "redirect_from", by_blanks=True),
            notes=read.notes,
        )

    def _url(
        self,
        file: PurePosixPath,
        values: Mapping[str, Any],
        *,
        date: datetime | None,
        slug: str,
        folders: tuple[str, ...],
    ) -> str:
        said = word(values, "permalink")
        is_post = "_posts" in file.parts or "_drafts" in file.parts
        if not is_post and not said:
            return self._url_of_page(file)
        if said and ":" not in said:
            return said if said.startswith("/") else f"/{said}"
        pattern = _STYLES.get(said, said) or self._pattern
        known = {"title": slug, "slug": slugify(slug), "name": slug, "categories": "/".join(map(slugify, folders))}
        known |= {"basename": file.stem, "path": str(file.parent), "output_ext": ".html"}
        if date:
            known |= {"year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}", "short_year": f"{date:%y}"}
            known |= {"i_month": str(date.month), "i_day": str(date.day), "y_day": f"{date:%j}"}
        path = re.sub(r"/+", "/", _PLACE.sub(lambda found: known.get(found[1], ""), f"/{pattern}"))
        return path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}.html"

    def _url_of_page(self, file: PurePosixPath) -> str:
        folder = "".join(f"/{part.lstrip('_')}" for part in file.parent.parts)
        if file.stem == "index":
            return f"{folder}/"
        return f"{folder}/{file.stem}/" if self._pretty else f"{folder}/{file.stem}.html"


def _is_published(name: str) -> bool:
    return not name.startswith("_") or name.lower() in SERVER


def _page_path(file: PurePosixPath) -> str:
    parts = (*file.parent.parts, *(() if file.stem == "index" else (file.stem,)))
    return "/".join(filter(None, (slugify(part) for part in parts)))


def _nested(values: Mapping[str, Any]) -> str:
    inside = values.get("image") or values.get("header")
    return word(inside, "path", "src", "image", "teaser") if isinstance(inside, dict) else ""


def _lists(texts: list[Text]) -> Iterator[tuple[str, str]]:
    """What the usual plugins make: feed, pages of the list, categories and tags (jekyll-archives)."""
    posts = [text for text in texts if text.kind == "post" and not text.draft]
    yield "/feed.xml", "/feed.xml"
    yield from ((f"/page{number}/", "list:blog") for number in range(2, len(posts) // 5 + 2))
    for post in posts:
        for base, kind, names in (("category", "category", (post.category,)), ("tag", "tag", post.tags)):
            for slug in filter(None, map(slugify, names)):
                yield f"/{base}/{slug}/", f"{kind}:{slug}"
