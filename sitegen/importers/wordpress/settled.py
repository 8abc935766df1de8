"""What earlier imports were told, read back from the files they wrote, so that nobody is asked a second time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.importers.wordpress.authors import origin_of_author
from sitegen.importers.wordpress.placing import Here, origin_of_item
from sitegen.importers.wordpress.survey import Survey
from sitegen.sources.document import Document, read_document


def settled_names(root: Path, looked: Survey, here: Here) -> Mapping[str, str]:
    """By login, the names that `admin` and the like go by since an earlier import."""
    names: dict[str, str] = {}
    for login in looked.nameless:
        path = here.origins.get(origin_of_author(login, looked.channel), "") or _author_of_posts(
            root, login, looked, here
        )
        name = _value(_document(root, path), "title") if path else ""
        if name:
            names[login] = name
    return names


def settled_pages(root: Path, looked: Survey, here: Here) -> frozenset[str]:
    """Types other than posts and pages of which an earlier import made published pages."""
    found = set()
    for item in looked.items:
        if item.type in looked.special and item.type not in found:
            path = here.origins.get(origin_of_item(item, looked.channel), "")
            document = _document(root, path) if path and item.status == "publish" and not item.password else None
            if document is not None and not _value(document, "draft"):
                found.add(item.type)
    return frozenset(found)


def known_types(looked: Survey, here: Here) -> frozenset[str]:
    """Types of which there are files from an earlier import: what becomes of them was said then."""
    there = (item.type for item in looked.items if origin_of_item(item, looked.channel) in here.origins)
    return frozenset(there) & frozenset(looked.special)


def _author_of_posts(root: Path, login: str, looked: Survey, here: Here) -> str:
    """The file of the author whom the posts of this login name, where she had one of her own."""
    for path in _posts_of(login, looked, here):
        author = _value(_document(root, path), "author")
        if author and (root / f"content/authors/{author}.md").is_file():
            return f"content/authors/{author}.md"
    return ""


def _posts_of(login: str, looked: Survey, here: Here) -> Iterator[str]:
    for item in looked.items:
        if item.type == "post" and item.author == login:
            path = here.origins.get(origin_of_item(item, looked.channel), "")
            if path:
                yield path


def _document(root: Path, path: str) -> Document | None:
    return read_document(path, (root / path).read_bytes())[0]


def _value(document: Document | None, key: str) -> str:
    if document is None:
        return ""
    return next((value.typed or "" for name, value in document.front.items if name.text == key), "")
