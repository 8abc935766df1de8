"""A key nobody knows: which one is probably meant, in German, in another program's words, or misspelt.

Only finds and names; never takes a value under another key, because a silent guess is what a typo would hide behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.schema.as_typed import ready_line
from sitegen.schema.fields import Field, Many, Text, fold
from sitegen.schema.nodes import Node, Scalar, Sequence
from sitegen.schema.scalars import shown
from sitegen.text.suggest import closest

_GERMAN: Final = {
    "title": "titel überschrift name",
    "date": "datum veröffentlicht",
    "updated": "aktualisiert geändert stand",
    "expires": "ablauf gültig_bis ende",
    "draft": "entwurf",
    "author": "autor autorin verfasser verfasserin",
    "authors": "autoren autorinnen",
    "category": "kategorie rubrik",
    "tags": "schlagwörter schlagworte schlagwort stichwörter stichworte stichwort",
    "series": "reihe serie",
    "summary": "zusammenfassung beschreibung kurzbeschreibung anreißer",
    "image": "bild foto titelbild beitragsbild",
    "ad": "werbung anzeige",
    "ai": "ki",
    "comments": "kommentare",
    "tone": "anrede ton ansprache",
    "slug": "adresse kurzname pfad",
    "aliases": "alias weiterleitung weiterleitungen",
    "price": "preis kosten",
    "unit": "einheit",
    "order": "reihenfolge",
    "included": "enthalten leistungsumfang",
    "not_included": "nicht_enthalten",
    "audience": "zielgruppe",
    "src": "datei quelle",
    "alt": "alternativtext bildbeschreibung",
    "credit": "bildnachweis nachweis urheber",
    "caption": "bildunterschrift",
    "phone": "telefon",
    "language": "sprache",
}

_ELSEWHERE: Final = {
    "title": "headline heading",
    "date": "pubdate publishdate publish_date published_at date_published created created_at",
    "updated": "lastmod modified last_modified last_modified_at updated_at updateddate date_modified",
    "expires": "expirydate expiry_date unpublishdate",
    "author": "by byline creator authors",
    "authors": "author",
    "category": "categories section topic",
    "tags": "keywords tag labels",
    "summary": "description excerpt abstract teaser lead",
    "image": "thumbnail cover featured_image featuredimage hero hero_image heroimage banner og_image images photo",
    "slug": "permalink url path",
    "aliases": "redirect_from redirects redirect",
    "id": "guid uid uuid",
    "order": "weight nav_order menu_order position",
    "credit": "copyright source",
    "src": "url file path href image",
    "alt": "description title text",
}

_NOWHERE: Final = (
    "layout template type kind lang language locale weight toc math mermaid markup format parent sidebar pin pinned "
    "featured sticky permalink url path published status visibility tableofcontents outputs cascade menu menus "
    "eleventynavigation robots sitemap noindex post_id guid uid uuid version css js head"
)
"""Keys of other programs that may have no counterpart in a file of ours."""


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """A key, what stands there, and what could have stood there."""

    key: Scalar
    value: Node
    fields: dict[str, Field]
    present: set[str]
    """Keys of the same group, as typed."""


def unknown_key(unknown: Unknown) -> Diagnostic:
    """The finding for it; the fact `known` names the key that is meant, if one is."""
    typed = unknown.key.text
    word = fold(typed)
    facts: dict[str, str | int] = {"key": typed}
    draft = _draft(word, unknown)
    if draft is not None:
        return _finding(unknown, "SG134", facts | {"known": "draft", "line": draft})
    if (known := _named(word, unknown.fields)) is not None:
        return _proposal(unknown, "SG102", known)
    if (known := _from_elsewhere(word, unknown.fields)) is not None:
        return _proposal(unknown, "SG132", known)
    if word in _NOWHERE.split():
        return _finding(unknown, "SG133", facts)
    if (known := closest(typed, unknown.fields)) is not None:
        return _proposal(unknown, "SG102", known)
    return _finding(unknown, "SG131", facts | {"words": ", ".join(unknown.fields)})


def _finding(unknown: Unknown, code: str, facts: dict[str, str | int]) -> Diagnostic:
    return Diagnostic(code=code, span=unknown.key.span, facts=facts)


def _proposal(unknown: Unknown, code: str, known: str) -> Diagnostic:
    """„Meinten Sie …?" with the line as it should be; unless the right key is there already."""
    facts: dict[str, str | int] = {"key": unknown.key.text, "known": known}
    if known in unknown.present:
        return _finding(unknown, "SG135", facts)
    return _finding(unknown, code, facts | {"line": _line(unknown.fields[known], unknown.value)})


def _line(field: Field, value: Node) -> str:
    """The same value under the right key; of a list only the first item where one text is wanted."""
    if isinstance(value, Sequence) and not isinstance(field.shape, Many) and value.items:
        value = value.items[0]
    if isinstance(field.shape, Text) and field.key == "slug" and isinstance(value, Scalar):
        return ready_line("slug", value.text.rstrip("/").rpartition("/")[2])
    return shown(field.key, value)


def _named(word: str, fields: dict[str, Field]) -> str | None:
    """The key that `word` is but for capitals and hyphens, or whose German name it is."""
    for key, field in fields.items():
        if word == fold(key) or any(word == fold(name) for name in (*field.german, *_GERMAN.get(key, "").split())):
            return key
    return None


def _from_elsewhere(word: str, fields: dict[str, Field]) -> str | None:
    return next((key for key in _keys_with(word) if key in fields), None)


def _keys_with(word: str) -> Iterator[str]:
    return (key for key, words in _ELSEWHERE.items() if word in words.split())


def _draft(word: str, unknown: Unknown) -> str | None:
    """The line `draft: ja` for a post that another program keeps back with `published: false` or `Status: draft`."""
    if "draft" not in unknown.fields or "draft" in unknown.present or not isinstance(unknown.value, Scalar):
        return None
    value = unknown.value.text.strip().lower()
    held_back = {"published": {"false", "no", "nein"}, "status": {"draft", "entwurf"}}
    return "draft: ja" if value in held_back.get(word, ()) else None
