"""The site that warm and clean builds are compared on, and one edit of each kind."""

from __future__ import annotations

import io
import random

from PIL import Image

from comment_case import comment
from sitegen.model.comments.file import comment_bytes

SETTINGS = (
    "title: Büro Test\nurl: https://www.example.org/\nauthor: jo\nblog: {page_size: 2, term_page_size: 2}\n"
    'images: {cards: nein, default_credit: "Foto: eigenes", formats: [webp], widths: [32, 64]}\n'
)


def photograph(seed: int) -> bytes:
    """A JPEG that is heavy enough to be published in sizes."""
    noise = random.Random(seed).randbytes(160 * 120 * 3)
    stream = io.BytesIO()
    Image.frombytes("RGB", (160, 120), noise).save(stream, "JPEG", quality=95)
    return stream.getvalue()


PHOTOGRAPHS = [photograph(seed) for seed in (1, 2)]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="7"></svg>'

COMMENTS = [
    comment(1, "Anna", "Danke!", post="anker"),
    comment(2, "Eva", "Gern.", post="anker", parent=1, type="owner_reply"),
]

FILES: dict[str, str | bytes] = {
    "site.yaml": SETTINGS,
    "content/index.md": (
        '---\ntitle: Start\n---\n"Guten Tag", es kostet {{ price "fest" }}. Siehe {{ post "anker" }}.\n'
    ),
    "content/kontakt.md": "---\ntitle: Kontakt\n---\n## Weg\n\nHier.\n",
    "content/authors/jo.md": "---\ntitle: Jo Adler\nrole: Inhaberin\n---\nJo schreibt.\n",
    "content/services/fest.md": "---\ntitle: Fest\nprice: 45,50\n---\nText.\n",
    "content/blog/2026-01-02-anker.md": (
        "---\ntitle: Anker\ndate: 2026-01-02\ntags: [Ordnung]\ncategory: Büro\n---\n"
        '"Anker" [Kontakt](../kontakt.md#weg) und [Kauf](https://kauf.example/k){ad}.\n\n![Bild](bild.svg)\n\n![Foto](foto.jpg)\n'
    ),
    "content/blog/2026-03-02-zweiter.md": (
        "---\ntitle: Zweiter\ndate: 2026-03-02\ntags: [ordnung, Zeit]\ncategory: Büro\nseries: Reihe\n---\n"
        "Ein [Anker](2026-01-02-anker.md).\n"
    ),
    **{one.path: comment_bytes(one) for one in COMMENTS},
    "content/pictures/bild.svg": DRAWING % 5,
    "content/pictures/foto.jpg": PHOTOGRAPHS[0],
    "content/data/zahlen.yaml": "eins: 1\n",
    "published-urls.txt": "/frueher/ post:anker\n",
    "static/robots.txt": "User-agent: *\n",
    "layouts/parts/zahlen.html": "{{ site.data('zahlen')|default('', true) }}\n",
    "layouts/home.html": (
        "{% extends 'base.html' %}{% block main %}{{ body.html }}{% include 'parts/zahlen.html' %}{% endblock %}"
    ),
}

EDITS: dict[str, dict[str, tuple[str, str]]] = {
    "body": {"content/blog/2026-01-02-anker.md": ('"Anker"', '"Ein anderer Anker"')},
    "title": {"content/blog/2026-01-02-anker.md": ("title: Anker", "title: Kette")},
    "date": {"content/blog/2026-01-02-anker.md": ("2026-01-02", "2026-05-02")},
    "first minutes of a year": {"content/blog/2026-01-02-anker.md": ("date: 2026-01-02", "date: 2026-01-01 00:12")},
    "month": {"content/blog/2026-01-02-anker.md": ("date: 2026-01-02", "date: 2026-01")},
    "tag": {"content/blog/2026-03-02-zweiter.md": ("ordnung", "ORDNUNG")},
    "category": {"content/blog/2026-03-02-zweiter.md": ("category: Büro", "category: Zeit")},
    "draft": {"content/blog/2026-03-02-zweiter.md": ("title:", "draft: ja\ntitle:")},
    "alias": {"content/blog/2026-03-02-zweiter.md": ("title:", "aliases: [/alt/]\ntitle:")},
    "published address": {"published-urls.txt": ("/frueher/", "/zuvor/")},
    "lost address": {"published-urls.txt": ("post:anker", "post:weg")},
    "gone": {"site.yaml": ("author: jo", "author: jo\ngone: /weg/")},
    "moved": {"site.yaml": ("author: jo", "author: jo\nredirects: [{from: /weg/, to: kontakt.md}]")},
    "slug": {"content/blog/2026-01-02-anker.md": ("title:", "slug: neu\ntitle:")},
    "id": {"content/blog/2026-03-02-zweiter.md": ("title:", "id: kennung\ntitle:")},
    "tone of a post": {"content/blog/2026-01-02-anker.md": ("title:", "tone: du\ntitle:")},
    "anchor": {"content/kontakt.md": ("## Weg", "## Pfad {#weg}")},
    "dead anchor": {"content/kontakt.md": ("## Weg", "## Pfad")},
    "author": {"content/authors/jo.md": ("Jo Adler", "Jo Falke")},
    "price": {"content/services/fest.md": ("45,50", "1234")},
    "data": {"content/data/zahlen.yaml": ("1", "2")},
    "picture": {"content/pictures/bild.svg": ('"5"', '"6"')},
    "widths": {"site.yaml": ("[32, 64]", "[48]")},
    "formats": {"site.yaml": ("[webp]", "[jpeg]")},
    "cards": {"site.yaml": ("cards: nein", "cards: ja")},
    "credit": {"site.yaml": ("Foto: eigenes", "Foto: fremdes")},
    "static": {"static/robots.txt": ("*", "x")},
    "partial": {"layouts/parts/zahlen.html": ("zahlen", "nichts")},
    "layout": {"layouts/post.html": ("<article>", "<article class='neu'>")},
    "style": {"layouts/style.css": ("40rem", "41rem")},
    "language": {"site.yaml": ("title: Büro Test", "title: Büro Test\nlanguage: de-CH")},
    "Austria": {"site.yaml": ("title: Büro Test", "title: Büro Test\nlanguage: de-AT")},
    "tone": {"site.yaml": ("title: Büro Test", "title: Büro Test\ntone: du")},
    "default author": {"site.yaml": ("author: jo", "author: Kim")},
    "base path": {"site.yaml": ("example.org/", "example.org/va/")},
    "permalinks": {
        "site.yaml": ("author: jo", "author: jo\npermalinks: {post: '/{year}/{slug}/', service: '/l/{slug}/'}")
    },
    "page size": {"site.yaml": ("page_size: 2,", "page_size: 1,")},
    "names": {"site.yaml": ("author: jo", "author: jo\nnames: {blog: Notizen}")},
    "broken front matter": {"content/blog/2026-01-02-anker.md": ("title: Anker", 'title: "Anker')},
    "unknown shortcode": {"content/kontakt.md": ("Hier.", '{{ nichts "x" }}')},
    "broken layout": {"layouts/post.html": ("<article>", "{% if %}")},
    "undefined name": {"layouts/post.html": ("<article>", "{{ seite.titel }}")},
    "broken settings": {"site.yaml": ("title: Büro Test", "titel: Büro Test")},
    "comment": {COMMENTS[0].path: ("Danke!", "Danke *sehr*!")},
    "who commented": {COMMENTS[0].path: ('"Anna"', '"Kim"')},
    "website of a comment": {COMMENTS[1].path: ("parent", "website: https://eva.example/\nparent")},
    "deleted comment": {COMMENTS[0].path: ("type: comment", "type: comment\ndeleted: true")},
    "broken comment": {COMMENTS[1].path: ("format: 1", "format: 2")},
    "address in a comment": {COMMENTS[1].path: ("Gern.", "eva@example.org")},
    "open comments": {
        "site.yaml": ("author: jo", "author: jo\ncomments: {open: ja, depth: 1}\nbusiness: {email: a@example.org}")
    },
    "form without a receiver": {"content/kontakt.md": ("title: Kontakt", "title: Kontakt\nform: contact")},
    "form by mail": {
        "content/kontakt.md": ("title: Kontakt", "title: Kontakt\nform: contact"),
        "site.yaml": ("author: jo", "author: jo\nbusiness: {email: a@example.org}"),
    },
    "form to the inbox": {
        "content/services/fest.md": ("price:", "form: quote\nprice:"),
        "site.yaml": (
            "author: jo",
            "author: jo\ndelivery: {provider: inbox, address: 'https://e.test', sum: nein, privacy_page: kontakt.md}",
        ),
    },
    "removed picture": {"content/blog/2026-01-02-anker.md": ("bild.svg", "weg.svg")},
}
