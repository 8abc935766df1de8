"""A site of Pelican: `content/` with metadata lines or front matter, `pages/`, static files, and what the settings say.

Addresses follow docs.getpelican.com/en/4.9/settings.html. Settings are read as literals (`ast`), never run.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

import msgspec

from sitegen.importers.file_names import readable
from sitegen.importers.generators.folders import files_below, within
from sitegen.importers.generators.reading import Read, first_bytes, moment, read_text, word, words
from sitegen.importers.generators.records import Lost, OldSite, Taken, Text
from sitegen.importers.html.notes import Note
from sitegen.importers.letters import decoded
from sitegen.text.slugs import slugify

_SETTINGS: Final = ("pelicanconf.py", "publishconf.py")
_MARKDOWN: Final = frozenset({".md", ".markdown", ".mkd", ".mdown"})
_HTML: Final = frozenset({".html", ".htm"})
_OTHERS: Final = frozenset({".rst", ".adoc", ".asciidoc", ".org"})
_META: Final = re.compile(r"""<meta\s+name=["']([^"']+)["']\s+content=["']([^"']*)["']""", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title>([^<]*+)</title>", re.IGNORECASE)
_BODY: Final = re.compile(r"<body\b[^<>]*+>", re.IGNORECASE)
_END: Final = re.compile(r"</body\s*+>", re.IGNORECASE)
_RST_TITLE: Final = re.compile(r"\A\s*(?:([#*=~^-])\1+\n)?(.+)\n([#*=~^-])\3+\n")
_PLACE: Final = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_DAY: Final = re.compile(r"(?:%-?[YymdbBjHM]|[-/._\w]){1,20}", re.ASCII)
"""What is asked of a date; anything else may ask for a million blanks."""
_DEFAULTS: Final[Mapping[str, str]] = {
    "PATH": "content",
    "ARTICLE_URL": "{slug}.html",
    "PAGE_URL": "pages/{slug}.html",
    "CATEGORY_URL": "category/{slug}.html",
    "TAG_URL": "tag/{slug}.html",
    "AUTHOR_URL": "author/{slug}.html",
    "DEFAULT_CATEGORY": "misc",
}


def read_site(root: Path) -> OldSite:
    """The site in `root`. OSError of the disk may pass through."""
    settings = _settings(root)
    content = within(root, str(settings["PATH"])) or root
    reader = _Reader(settings)
    taken = Taken()
    for path in files_below(content, without={"output", "__pycache__"} if content == root else set()):
        file = content / path
        real, suffix = file.relative_to(root).as_posix(), file.suffix.lower()
        shown, name = PurePosixPath(readable(path)), readable(real)
        if suffix in _OTHERS:
            taken.take(reader.lost(shown, name, file))
        elif suffix in _MARKDOWN | _HTML:
            read = read_text(file, name=name)
            taken.take(reader.text(shown, name, _read_html(read) if suffix in _HTML else read))
        elif suffix != ".py":
            taken.file(f"/{path}", real)
    return OldSite(
        generator="pelican",
        root=root,
        title=str(settings.get("SITENAME", "")),
        url=str(settings.get("SITEURL", "")),
        texts=tuple(taken.texts),
        lost=tuple(taken.lost),
        files=taken.files,
        behind=taken.behind,
        lists=tuple(_lists(taken.texts, settings)),
    )


def _settings(root: Path) -> dict[str, Any]:
    """What the files of settings assign, where it is a literal; the later file counts."""
    found: dict[str, Any] = dict(_DEFAULTS)
    for file in (root / name for name in _SETTINGS if (root / name).is_file()):
        try:
            tree = ast.parse(decoded(first_bytes(file)).text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
                names = [target.id for target in statement.targets if isinstance(target, ast.Name)]
                found |= {name: statement.value.value for name in names if statement.value.value is not None}
    return found


def _read_html(read: Read) -> Read:
    """A whole page: its head holds the metadata."""
    title, body = _TITLE.search(read.body), _BODY.search(read.body)
    end = _END.search(read.body, body.end()) if body else None
    values = {name.lower(): html.unescape(value) for name, value in _META.findall(read.body)}
    if title:
        values["title"] = html.unescape(" ".join(title[1].split()))
    return msgspec.structs.replace(
        read,
        values={**values, **read.values},
        body=read.body[body.end() if body else 0 : end.start() if end else None],
        has_head=bool(values),
    )


class _Reader:
    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings

    def text(self, file: PurePosixPath, name: str, read: Read) -> Text | Lost:
        """One file below the folder of texts."""
        values = read.values
        title = word(values, "title") or file.stem.replace("-", " ").capitalize()
        if read.fault:
            return Lost(file=name, title=title, note=read.fault)
        status = word(values, "status").lower()
        is_page = file.parts[0] == "pages" or word(values, "template") == "page"
        slug = word(values, "slug") or slugify(title) or slugify(file.stem)
        folder = file.parts[0] if len(file.parts) > 1 and not is_page else ""
        default = str(self._settings["DEFAULT_CATEGORY"])
        category = (
            word(values, "category") or (folder if folder not in {"articles", "posts", "blog"} else "") or default
        )
        date = moment(word(values, "date"))
        known = {"slug": slug, "category": slugify(category), "lang": word(values, "lang"), "date": date}
        known |= {"author": slugify(next(iter(words(values, "author", "authors")), ""))}
        url = word(values, "url") or _filled(str(self._settings["PAGE_URL" if is_page else "ARTICLE_URL"]), known)
        return Text(
            file=name,
            kind="page" if is_page else "post",
            title=title,
            body=read.body,
            is_html=file.suffix.lower() in _HTML,
            slug=slugify(slug),
            date=date,
            updated=moment(word(values, "modified")),
            draft=status == "draft",
            noindex=status == "hidden" and is_page,
            category="" if is_page or category == "misc" else category,
            tags=() if is_page else words(values, "tags", "keywords"),
            author=next(iter(words(values, "author", "authors")), ""),
            summary=word(values, "summary", "description"),
            image=word(values, "image", "cover", "featured_image", "thumbnail"),
            url=f"/{url.strip('/')}{'/' if url.endswith('/') else ''}" if status != "draft" else "",
            notes=(*read.notes, *((Note(kind="hidden"),) if status == "hidden" and not is_page else ())),
        )

    def lost(self, file: PurePosixPath, name: str, path: Path) -> Lost:
        """A text in a markup that is not read here, by its title and with the address it had."""
        text = decoded(first_bytes(path)).text[:4000]
        heading = _RST_TITLE.match(text)
        title = " ".join(heading[2].split()) if heading else file.stem
        said = re.search(r"^:slug:\s*(\S+)", text, re.MULTILINE)
        pattern = "PAGE_URL" if file.parts[0] == "pages" else "ARTICLE_URL"
        url = _filled(str(self._settings[pattern]), {"slug": said[1] if said else slugify(title)})
        has_place = "{" not in url
        note = Note(kind="other_markup", excerpt=file.suffix)
        return Lost(file=name, title=title, note=note, url=f"/{url}" if has_place else "")


def _filled(pattern: str, known: Mapping[str, Any]) -> str:
    """`{date:%Y}/{slug}.html` filled; what is not known stays."""

    def part(found: re.Match[str]) -> str:
        value = known.get(found[1])
        if value is None:
            return found[0]
        is_day = isinstance(value, datetime) and _DAY.fullmatch(found[2] or "")
        return format(value, found[2]) if is_day else str(value)

    return _PLACE.sub(part, pattern)


def _lists(texts: list[Text], settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Lists and feeds that Pelican makes unless told otherwise."""
    posts = [text for text in texts if text.kind == "post" and not text.draft]
    for name, target in (("tags", "list:tags"), ("categories", "list:categories"), ("archives", "list:archive")):
        yield f"/{name}.html", target
    yield "/authors.html", "list:blog"
    yield "/index.html", "list:home"
    yield "/feeds/all.atom.xml", "/feed.xml"
    yield "/feeds/all.rss.xml", "/rss.xml"
    yield from ((f"/index{number}.html", "list:blog") for number in range(2, len(posts) // 5 + 2))
    for post in posts:
        names = [("CATEGORY_URL", "category", post.category)] if post.category else []
        names += [("TAG_URL", "tag", tag) for tag in post.tags]
        for key, kind, name in names:
            yield f"/{_filled(str(settings[key]), {'slug': slugify(name)}).strip('/')}", f"{kind}:{slugify(name)}"
        if post.category:
            yield f"/feeds/{slugify(post.category)}.atom.xml", "/feed.xml"
        if post.author:
            yield f"/{_filled(str(settings['AUTHOR_URL']), {'slug': slugify(post.author)}).strip('/')}", "list:blog"
