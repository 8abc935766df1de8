"""What somebody may write into a site, for edits at random: heads, bodies, settings, layouts and everything else."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from site_case import NOON
from warm_edits import PHOTOGRAPHS, SETTINGS

CLOCKS = [NOON + timedelta(days=days, hours=hours) for days in (-300, -60, 0, 1, 40, 400) for hours in (0, 9)]
POSTS = st.sampled_from(["2026-01-02-anker", "2026-03-02-zweiter", "dritter", "2026-11-30-vierter/index", "ä b"])
TITLES = st.sampled_from(["Anker", "Kette & Co", '"Zitat" - mit Strich', "<b>fett</b>", "Büro: Rechnung #3"])
DATES = st.sampled_from(
    ["2026-01-02", "2026-03-02", "2026-03-02 09:30", "2018-01", "2026-01-01 00:12", "2026-11-21 14:00", "5.12.2026"]
)
TAGS = st.sampled_from(["", "[Ordnung]", "[ordnung, Zeit]", "[Zeit, E-Mail, Ordnung]"])
FIELDS = st.fixed_dictionaries({"title": TITLES, "date": DATES, "tags": TAGS})
BODIES = st.sampled_from(
    [
        "Ein kurzer Text.",
        '"Zitat" - und z. B. 5 € am 3. Januar.',
        "[Kontakt](/kontakt/) und [Start](/).",
        "![Bild](bild.svg)\n\nText danach.",
        "![Foto](foto.jpg)\n\nText danach.",
        "## Oben\n\n[Oben](#oben) mit [Werbung](https://www.example.org/w){ad}.",
        'Preis: {{ price "fest" }}, siehe {{ post "anker" }}.',
        "Siehe [Anker](/blog/anker/).",
        '{{ unbekannt "x" }}',
        "[tot](nirgends.md)",
        "```python\nprint('x')\n```",
    ]
)
EXTRAS = st.sampled_from(
    [
        {},
        {},
        {"category": "Büro"},
        {"category": "BÜRO", "series": "Reihe"},
        {"draft": "ja"},
        {"aliases": "[/alt/, /alt.html]"},
        {"updated": "2026-12-24"},
        {"expires": "2026-11-30"},
        {"author": "Kim"},
        {"authors": "[jo, Kim]", "ad": "ja"},
        {"tone": "du"},
        {"image": "{src: bild.svg, alt: Bild}"},
        {"id": "anker"},
        {"slug": "fest"},
        {"unbekannt": "x"},
    ]
)
SITE_LINES = st.sampled_from(
    [
        "",
        "tone: du\n",
        "language: de-AT\n",
        "language: de-CH\ntone: du\n",
        "home: posts\n",
        "permalinks: {post: '/{year}/{slug}/', tag: off, year: off}\n",
        "permalinks: {blog: off, pagination: 's{number}/'}\nnames: {category: Thema}\n",
        "navigation: [{title: Kontakt, page: kontakt.md}, {title: Blog, page: /blog/}]\n",
        "redirects: [{from: /weg/, to: kontakt.md}]\ngone: [/fort/]\n",
        "notice: {text: Wir haben zu, from: 2026-11-20, until: 2026-12-30}\n",
        "comments: {open: ja}\nbusiness: {email: a@example.org}\n",
        "description: Lorem ipsum\n# Lorem ipsum dolor sit amet\n",
    ]
)
HEADS = st.sampled_from(
    [
        SETTINGS,
        SETTINGS.replace("example.org/", "example.org/va/"),
        SETTINGS.replace("page_size: 2,", "page_size: 5,"),
        SETTINGS.replace("author: jo", "author: Kim"),
    ]
)


def below_the_text(main: str) -> str:
    """A layout that shows this below the text of its page."""
    return f"{{% extends 'base.html' %}}{{% block main %}}{{{{ body.html }}}}{main}{{% endblock %}}\n"


LAYOUTS = {
    "layouts/parts/zahlen.html": ["{{ site.data('zahlen') }}\n", "{{ site.latest(1)|length }}\n", "{{ nichts }}\n"],
    "layouts/post.html": ["{% extends 'base.html' %}\n", "{% extends 'theme/post.html' %}\n", "{% if %}\n"],
    "layouts/style.css": ["main { margin: 0 }\n", "a { color: {{ site.accent }} }\n"],
    "layouts/neu.html": ["<main>{{ page.title }}</main>\n"],
    "layouts/a.css": ["/* Lorem ipsum dolor */\n"],
    "layouts/page.html": [
        below_the_text("{% for one in site.pages() %}{{ one.title }}{% endfor %}<p>Lorem ipsum dolor</p>"),
        below_the_text(
            "{% for one in site.latest(3) %}{{ one.title }}{% endfor %}<form><input type='email' name='x'></form>"
        ),
    ],
}
OTHERS: dict[str, list[str | bytes]] = {
    "content/pictures/foto.jpg": [*PHOTOGRAPHS],
    "content/kontakt.md": [
        "---\ntitle: Kontakt\n---\n## Weg\n\nHier.\n",
        "---\ntitle: Kontakt\nnoindex: ja\n---\n## Anderswo\n",
        "---\ntitle: Kontakt\ntitle: Zweimal\n---\nDoppelt.\n",
    ],
    "content/neu/seite.md": [
        "---\ntitle: Neu\nlayout: neu\n---\nText.\n",
        "---\ntitle: Neu\n---\n[Weg](../kontakt.md)\n",
    ],
    "content/authors/jo.md": ["---\ntitle: Jo Falke\n---\nKurz.\n", "---\ntitle: Jo\nslug: johanna\n---\nLang.\n"],
    "content/authors/kim.md": ["---\ntitle: Kim\nrole: Gast\n---\nText.\n"],
    "content/services/fest.md": [
        "---\ntitle: Fest\nprice: 0\n---\nText.\n",
        "---\ntitle: F\nprice: 9,5\nfrom: ja\n---\nx\n",
    ],
    "content/services/neu.md": [
        "---\ntitle: Neu\ncategory: K\n---\nText.\n",
        "---\ntitle: Neu\nprice: 1.234\n---\nx\n",
    ],
    "content/blog/index.md": ["---\ntitle: Notizen\n---\nOben.\n", "---\ntitle: Notizen\ndraft: ja\n---\nOben.\n"],
    "content/404.md": ["---\ntitle: Nichts\n---\n[Start](index.md)\n"],
    "content/data/zahlen.yaml": ["eins: 2\nzwei: 3\n", "zwei: 3\neins: 2\n", "eins: [\n"],
    "content/data/zahlen.json": ["1" + 30 * "0", '{"b": 1, "a": 2}'],
    "published-urls.txt": ["/frueher/ post:zweiter\n/zuvor/ post:dritter\n", "/frueher/ post:niemand\n", ""],
    "content/data/zahlen.csv": ["a;b\n1;2\n"],
    "content/pictures/bild.svg": [
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>\n',
        "<svg></svg>",
    ],
    "static/robots.txt": ["User-agent: x\n"],
    "static/datei.bin": ["1", "22"],
    "static/kontakt/index.html": ["<p>im Weg</p>"],
}


MOVING = ["content/kontakt.md", "content/neu/seite.md", "content/services/fest.md", "content/services/neu.md"]
