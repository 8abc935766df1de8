"""A site of Hugo: `content/` with front matter in YAML, TOML or JSON, page bundles, `static/`, permalinks and aliases.

Addresses follow gohugo.io/content-management/urls/ as of version 0.140.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urljoin

from sitegen.importers.file_names import readable
from sitegen.importers.generators.folders import files_below, within
from sitegen.importers.generators.reading import Read, moment, read_text, settings_in, truth, word, words
from sitegen.importers.generators.records import Lost, OldSite, Taken, Text
from sitegen.importers.html.notes import Note
from sitegen.text.slugs import slugify

_CONFIGS: Final = ("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml")
_BLOGS: Final = frozenset({"posts", "post", "blog", "articles", "artikel", "news", "beitraege", "aktuelles"})
_TEXTS: Final = frozenset({".md", ".markdown", ".html", ".htm"})
_OTHERS: Final = frozenset({".rst", ".adoc", ".asciidoc", ".org", ".pandoc", ".ad", ".pdc", ".mmark"})
_DATED: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[-_](.+)")
_PLACE: Final = re.compile(r":(\w+)(?:\[[^\]]*\])?")
_LANGUAGE: Final = re.compile(r"\.([a-z]{2}(?:-[a-z]{2})?)$")
_PICTURES: Final = ("featured_image", "featuredimage", "image", "cover", "thumbnail", "images")


def read_site(root: Path) -> OldSite:
    """The site in `root`. OSError of the disk may pass through."""
    config, unread = _config(root)
    content, others = _contents(root, config)
    reader = _Reader(root, content, config)
    taken = Taken()
    for path in files_below(content):
        file = content / path
        real = file.relative_to(root).as_posix()
        name, suffix = readable(real), file.suffix.lower()
        if suffix in _TEXTS:
            taken.take(reader.text(readable(path), name, read_text(file, name=name)))
        elif suffix in _OTHERS:
            taken.take(Lost(file=name, title=readable(file.stem), note=Note(kind="other_markup", excerpt=suffix)))
        else:
            taken.file(real, real)
    for file, language in others:
        taken.take(_in_other_language(root, file, language))
    for folder in ("static", "assets"):
        for path in files_below(root / folder):
            taken.file(f"/{path}", f"{folder}/{path}")
    return OldSite(
        generator="hugo",
        root=root,
        title=word(config, "title"),
        url=word(config, "baseurl"),
        texts=tuple(taken.texts),
        lost=tuple(taken.lost),
        files=taken.files,
        behind=taken.behind,
        unread=unread,
        lists=tuple(_lists(taken.texts)),
    )


def _config(root: Path) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The settings, and the file of them that cannot be read."""
    for name in (*_CONFIGS, *(f"config/_default/{name}" for name in _CONFIGS)):
        if (root / name).is_file():
            said = settings_in(root / name)
            return (said, ()) if said is not None else ({}, (name,))
    return {}, ()


def _contents(root: Path, config: Mapping[str, Any]) -> tuple[Path, list[tuple[Path, str]]]:
    """The folder of texts in the main language, and the texts of all others."""
    content = within(root, word(config, "contentdir") or "content") or root / "content"
    languages = config.get("languages")
    folders: dict[str, Path] = {}
    for language, said in languages.items() if isinstance(languages, dict) else ():
        inside = {str(key).lower(): value for key, value in said.items()} if isinstance(said, dict) else {}
        name = word(inside, "contentdir")
        if name and (folder := within(root, name)):
            folders[str(language).lower()] = folder
    main = word(config, "defaultcontentlanguage").lower() or next(iter(folders), "")
    own = folders.pop(main, content)
    texts = ((folder / path, language) for language, folder in folders.items() for path in files_below(folder))
    return own, [(file, language) for file, language in texts if file.suffix.lower() in _TEXTS]


def _in_other_language(root: Path, file: Path, language: str) -> Lost:
    name = readable(file.relative_to(root).as_posix())
    title = word(read_text(file, name=name).values, "title") or readable(file.stem)
    return Lost(file=name, title=title, note=Note(kind="other_language", excerpt=language))


class _Reader:
    def __init__(self, root: Path, content: Path, config: Mapping[str, Any]) -> None:
        self._root, self._content = root, content
        params = config.get("params")
        sections = words(params, "mainSections", "mainsections") if isinstance(params, dict) else ()
        self._blogs = frozenset(sections) or _BLOGS
        links = config.get("permalinks")
        links = links.get("page", links) if isinstance(links, dict) else {}
        self._links = {str(key): word(links, key) for key in links} if isinstance(links, dict) else {}
        self._ugly = truth(config, "uglyurls")
        self._language = word(config, "defaultcontentlanguage", "languagecode")[:2].lower()

    def text(self, path: str, name: str, read: Read) -> Text | Lost:
        """One file below `content/`."""
        values = read.values
        file = PurePosixPath(path)
        stem = _LANGUAGE.sub("", file.stem)
        language = found[1] if (found := _LANGUAGE.search(file.stem)) else ""
        parts = (*file.parent.parts, *(() if stem in {"index", "_index"} else (stem,)))
        dated = _DATED.fullmatch(parts[-1]) if parts else None
        title = word(values, "title", "linktitle") or (parts[-1] if parts else "Start").replace("-", " ").capitalize()
        if read.fault:
            return Lost(file=name, title=title, note=read.fault)
        if language and self._language and language != self._language:
            return Lost(file=name, title=title, note=Note(kind="other_language", excerpt=language))
        written = word(values, "date", "publishdate") or (dated[1] if dated else "")
        date = moment(written)
        is_post = stem != "_index" and len(parts) > 1 and parts[0] in self._blogs
        slug = word(values, "slug") or (dated[2] if dated else (parts[-1] if parts else ""))
        url = self._url(
            parts, values, date=moment(written, zone=None), slug=slug, title=title, is_list=stem == "_index"
        )
        picture = next(iter(words(values, *_PICTURES)), "") or _nested(values, "cover", "image")
        categories = words(values, "categories", "category")
        return Text(
            file=name,
            kind="post" if is_post else "page",
            title=title,
            body=read.body,
            is_html=file.suffix.lower() in {".html", ".htm"},
            slug=slugify(slug) if is_post else "/".join(filter(None, map(slugify, (*parts[:-1], slug)))),
            date=date,
            updated=moment(word(values, "lastmod")),
            expires=moment(word(values, "expirydate")),
            draft=truth(values, "draft"),
            category=categories[0] if categories else "",
            tags=tuple(dict.fromkeys((*words(values, "tags", "keywords"), *categories[1:]))),
            author=next(iter(words(values, "author", "authors")), ""),
            summary=word(values, "description", "summary"),
            image=picture,
            image_alt=_nested(values, "cover", "alt"),
            url="" if truth(values, "headless") else url,
            former=tuple(urljoin(url.rstrip("/") or "/", alias) for alias in words(values, "aliases")),
            notes=(*read.notes, *(() if read.has_head else (Note(kind="no_head"),))),
        )

    def _url(
        self,
        parts: tuple[str, ...],
        values: Mapping[str, Any],
        *,
        date: datetime | None,
        slug: str,
        title: str,
        is_list: bool,
    ) -> str:
        """Its address: `url`, else the pattern of its section, else its path."""
        said = word(values, "url")
        if said:
            return said if said.startswith("/") else f"/{said}"
        pattern = self._links.get(parts[0], "") if len(parts) > 1 and not is_list else ""
        if pattern:
            known = {
                "title": slugify(title),
                "slug": slugify(slug),
                "slugorfilename": slugify(slug),
                "slugorcontentbasename": slugify(slug),
                "filename": slugify(parts[-1]),
                "contentbasename": slugify(parts[-1]),
                "section": parts[0],
                "sections": "/".join(parts[:-1]),
                **({"year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}"} if date else {}),
            }
            path = _PLACE.sub(lambda found: known.get(found[1], found[0]), pattern)
        else:
            path = "/".join((*parts[:-1], slug)) if parts else ""
        path = re.sub(r"/+", "/", f"/{path.lower().replace(' ', '-').strip('/')}")
        if self._ugly and path != "/" and not is_list:
            return f"{path}.html"
        return f"{path}/" if path != "/" else "/"


def _nested(values: Mapping[str, Any], group: str, name: str) -> str:
    inside = values.get(group)
    return word(inside, name) if isinstance(inside, dict) else ""


def _lists(texts: list[Text]) -> Iterator[tuple[str, str]]:
    """Lists and feeds that Hugo makes by itself."""
    yield "/index.xml", "/rss.xml"
    posts = [text for text in texts if text.kind == "post" and not text.draft]
    sections = dict.fromkeys(text.file.split("/")[1] for text in posts if text.file.count("/") > 1)
    for section in sections:
        yield f"/{section}/", "list:blog"
        yield f"/{section}/index.xml", "/rss.xml"
        yield from ((f"/{section}/page/{number}/", "list:blog") for number in range(1, len(posts) // 5 + 1))
    yield from ((f"/page/{number}/", "list:blog") for number in range(1, len(posts) // 5 + 1))
    yield "/tags/", "list:tags"
    yield "/categories/", "list:categories"
    for post in posts:
        tags = {slugify(tag): tag for tag in post.tags}
        terms = [("tags", "tag", slug) for slug in tags]
        terms += [("categories", "category", slugify(post.category))] if post.category else []
        for base, kind, slug in terms:
            yield f"/{base}/{slug}/", f"{kind}:{slug}"
            yield f"/{base}/{slug}/index.xml", "/rss.xml"
