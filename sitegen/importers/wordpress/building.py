"""Elements of an export, one after the other, become records. Known by local name, whatever version and prefixes.

Both readers (`strict`, `lenient`) speak to this one. What is not known is passed over; what is missing stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sitegen.importers.wordpress.fields import META, builder_of, is_own_field
from sitegen.importers.wordpress.records import Author, Channel, Comment, Item, Term

_SPACES: Final = (
    (re.compile(r"/excerpt/?$"), "excerpt"),
    (re.compile(r"/modules/content/?$"), "content"),
    (re.compile(r"purl\.org/dc/"), "dc"),
    (re.compile(r"wordpress\.org/export"), "wp"),
    (re.compile(r"wellformedweb\.org"), "wfw"),
)
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_ITEM: Final = {
    "wp:post_id": "id",
    "wp:post_type": "type",
    "wp:status": "status",
    "title": "title",
    "link": "link",
    "wp:post_name": "slug",
    "dc:creator": "author",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_modified": "modified",
    "pubDate": "published",
    "wp:post_parent": "parent",
    "wp:post_password": "password",
    "wp:attachment_url": "attachment_url",
}
_COMMENT: Final = {
    "wp:comment_id": "id",
    "wp:comment_parent": "parent",
    "wp:comment_author": "name",
    "wp:comment_author_url": "website",
    "wp:comment_date": "date",
    "wp:comment_date_gmt": "date_gmt",
    "wp:comment_content": "content",
    "wp:comment_approved": "approved",
    "wp:comment_type": "type",
    "wp:comment_user_id": "user",
}
_AUTHOR: Final = {
    "wp:author_id": "id",
    "wp:author_login": "login",
    "wp:author_display_name": "name",
    "wp:author_first_name": "first_name",
    "wp:author_last_name": "last_name",
}
_TERMS: Final[dict[str, dict[str, str]]] = {
    "wp:category": {
        "wp:term_id": "id",
        "wp:category_nicename": "slug",
        "wp:category_parent": "parent",
        "wp:cat_name": "name",
        "wp:category_description": "description",
    },
    "wp:tag": {
        "wp:term_id": "id",
        "wp:tag_slug": "slug",
        "wp:tag_name": "name",
        "wp:tag_description": "description",
    },
    "wp:term": {
        "wp:term_id": "id",
        "wp:term_taxonomy": "taxonomy",
        "wp:term_slug": "slug",
        "wp:term_parent": "parent",
        "wp:term_name": "name",
        "wp:term_description": "description",
    },
}
_TAXONOMY: Final = {"wp:category": "category", "wp:tag": "post_tag", "tag": "post_tag"}
_CHANNEL: Final = {
    "title": "title",
    "description": "description",
    "language": "language",
    "wp:wxr_version": "version",
    "pubDate": "exported",
}


class Builder:
    """Takes elements; `items` fills with what is complete, for whoever drains it."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.seen = False
        """Whether anything of WordPress was met."""
        self._channel: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._authors: dict[str, Author] = {}
        self._terms: dict[tuple[str, str], Term] = {}
        self._prefixes: dict[str, str] = {}
        self._stack: list[str] = []
        self._text: list[str] = []
        self._item: dict[str, Any] | None = None
        self._group: dict[str, str] = {}
        self._attributes: Mapping[str, str] = {}
        self._count = 0

    @property
    def channel(self) -> Channel:
        """The head, as far as it has been read."""
        return Channel(
            url=self._addresses.get("wp:base_blog_url") or self._addresses.get("link", ""),
            authors=tuple(self._authors.values()),
            terms=tuple(self._terms.values()),
            **self._channel,
        )

    @property
    def unfinished(self) -> str | None:
        """The title of an item that has begun and not ended; None between items."""
        return None if self._item is None else str(self._item.get("title", ""))

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins."""
        self._declare(attributes)
        local = self._known(name)
        self._stack.append(local)
        self._text = []
        self._attributes = attributes
        if local == "item":
            self.seen = True
            self._count += 1
            self._item = {"line": line, "terms": [], "meta": {}, "comments": []}
        elif local in {"wp:comment", "wp:author", "wp:postmeta", *_TERMS}:
            self._group = {}

    def text(self, text: str) -> None:
        """Characters, in as many parts as it pleases."""
        self._text.append(text)

    def end(self) -> None:
        """The element that began last ends."""
        if not self._stack:
            return
        name = self._stack.pop()
        above = self._stack[-1] if self._stack else ""
        text = "".join(self._text)
        self._text = []
        if self._item is None:
            self._end_in_head(name, above, text)
        else:
            self._end_in_item(self._item, name, above, text)

    def _declare(self, attributes: Mapping[str, str]) -> None:
        for key, value in attributes.items():
            if key.startswith("xmlns:"):
                space = next((known for pattern, known in _SPACES if pattern.search(value)), None)
                if space is not None:
                    self._prefixes[key.removeprefix("xmlns:")] = space

    def _known(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        return f"{self._prefixes.get(prefix, prefix)}:{local}" if colon else name

    def _end_in_head(self, name: str, above: str, text: str) -> None:
        if above == "channel":
            self.seen = self.seen or name.startswith("wp:")
            self._end_of_channel_part(name, text)
        elif above in _TERMS and name in _TERMS[above]:
            self._group[_TERMS[above][name]] = text.strip()
        elif above == "wp:author" and name in _AUTHOR:
            self._group[_AUTHOR[name]] = text.strip()

    def _end_of_channel_part(self, name: str, text: str) -> None:
        if name in _CHANNEL:
            self._channel.setdefault(_CHANNEL[name], text.strip())
        elif name in {"link", "wp:base_blog_url"}:
            self._addresses.setdefault(name, text.strip())
        elif name == "wp:author" and self._group.get("login"):
            self._authors.setdefault(self._group["login"], Author(**self._group))
        elif name in _TERMS:
            self._keep_term(name)

    def _keep_term(self, element: str) -> None:
        fields: dict[str, str] = {"taxonomy": _TAXONOMY.get(element, ""), **self._group}
        term = Term(**{"slug": fields.get("name", ""), **fields})
        if term.slug:
            self._terms.setdefault((term.taxonomy, term.slug), term)

    def _end_in_item(self, item: dict[str, Any], name: str, above: str, text: str) -> None:
        if name == "item":
            self.items.append(self._made(item))
            self._item = None
        elif above == "item":
            self._end_of_item_part(item, name, text)
        elif above == "wp:comment" and name in _COMMENT:
            self._group.setdefault(_COMMENT[name], text if name == "wp:comment_content" else text.strip())
        elif above == "wp:postmeta" and name in {"wp:meta_key", "wp:meta_value"}:
            self._group[name] = text

    def _end_of_item_part(self, item: dict[str, Any], name: str, text: str) -> None:
        if name in _ITEM:
            item.setdefault(_ITEM[name], text if name.endswith(":encoded") else text.strip())
        elif name == "wp:postmeta":
            key = self._group.get("wp:meta_key", "").strip()
            if key in META:
                value = self._group.get("wp:meta_value", "")
                if key == "_wp_old_slug" and key in item["meta"]:  # one for each time it was renamed
                    value = f"{item['meta'].pop(key)}\n{value}"
                item["meta"].setdefault(key, value)
            else:
                self._note_field(item, key, self._group.get("wp:meta_value", ""))
        elif name == "wp:comment":
            item["comments"].append(Comment(**{"id": "", **self._group}))
        elif name == "category":
            self._keep_category(item, text.strip())
        elif name == "wp:menu_order":
            item["order"] = int(text) if _WHOLE.fullmatch(text.strip()) else 0
        elif name == "wp:is_sticky":
            item["sticky"] = text.strip() == "1"
        elif name == "wp:comment_status":
            item["comments_open"] = text.strip() != "closed"

    def _note_field(self, item: dict[str, Any], key: str, value: str) -> None:
        """Of other fields only the name is kept, where words of the owner's seem to stand in them."""
        item["builder"] = item.get("builder") or builder_of(key, value)
        # WordPress notes beside a text which sounds and films stand in it.
        first, _, _ = value.strip().partition("\n")
        if is_own_field(key, value) and first.strip() not in item.get("content", ""):
            item.setdefault("fields", {})[key] = None

    def _keep_category(self, item: dict[str, Any], name: str) -> None:
        """WXR 1.0 names a category twice, once without saying of which kind; then the other one counts."""
        domain = self._attributes.get("domain", "")
        slug = self._attributes.get("nicename", "")
        item["terms"].append(Term(taxonomy=_TAXONOMY.get(domain, domain), slug=slug, name=name))

    def _made(self, item: dict[str, Any]) -> Item:
        said: list[Term] = item.pop("terms")
        named = {term.name for term in said if term.taxonomy}
        whole = (term if term.taxonomy else _plain(term) for term in said if term.taxonomy or term.name not in named)
        terms = {(term.taxonomy, term.slug or term.name): term for term in whole if term.slug or term.name}
        item["id"] = item.get("id") or f"[{self._count}]"
        item["type"] = item.get("type") or "post"
        item["author"] = item.get("author", "").strip("<> ")
        item["fields"] = tuple(item.get("fields", ()))
        return Item(**{**item, "terms": tuple(terms.values()), "comments": tuple(item["comments"])})


def _plain(term: Term) -> Term:
    return Term(taxonomy="category", slug=term.slug, name=term.name)
