"""What `site.yaml` may say, with its German help. Values only; `load` reads the file.

Every field has a description: it is the help in the editor (JSON Schema) and in the documentation. Nothing here knows
where a site lies on disk.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from sitegen.settings.addresses import GoneField, RedirectsField
from sitegen.settings.business import Business, Notice
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Delivery, Form
from sitegen.settings.images import Images
from sitegen.settings.legal import Legal
from sitegen.settings.link import Link, Reference
from sitegen.settings.publish import GERMAN_TARGETS, Publish
from sitegen.settings.search import Search
from sitegen.settings.sharing import ALL_WAYS, ShareField
from sitegen.settings.theme import Theme
from sitegen.settings.third_parties import Analytics, ThirdPartyField
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

OFF: Final = "off"
"""Said of a listing's address: there is no such page."""

_PATH: Final = r"(?!(\S*/)?\.\.?(/|$))[^\s?#\\]*"
"""No blanks, no query, no anchor, and no way out of the site (`..`)."""

PathPart = Annotated[str, Meta(pattern=rf"^{_PATH}$")]
PathPattern = Annotated[str, Meta(pattern=rf"^(off|/{_PATH})$")]


class Permalinks(msgspec.Struct, frozen=True, kw_only=True):
    """Patterns of addresses; every one begins and ends with a slash, or is `off`."""

    post: Annotated[
        PathPattern, Meta(description="Beiträge; {slug}, {year}, {month}, {day} und {category} werden ersetzt.")
    ] = "/blog/{slug}/"
    page: Annotated[PathPattern, Meta(description="Seiten; {path} ist der Pfad unter content/.")] = "/{path}/"
    service: Annotated[PathPattern, Meta(description="Leistungen.")] = "/leistungen/{slug}/"
    services: Annotated[PathPattern, Meta(description="Übersicht der Leistungen, oder „off“.")] = "/leistungen/"
    blog: Annotated[
        PathPattern,
        Meta(description="Liste der Beiträge, oder „off“ (die Startseite kann die Liste sein: home: posts)."),
    ] = "/blog/"
    category: Annotated[PathPattern, Meta(description="Beiträge einer Kategorie, oder „off“.")] = (
        "/blog/kategorie/{slug}/"
    )
    categories: Annotated[PathPattern, Meta(description="Übersicht der Kategorien, oder „off“.")] = "/blog/kategorien/"
    tag: Annotated[PathPattern, Meta(description="Beiträge zu einem Schlagwort, oder „off“.")] = (
        "/blog/schlagwort/{slug}/"
    )
    tags: Annotated[PathPattern, Meta(description="Übersicht der Schlagwörter, oder „off“.")] = "/blog/schlagwoerter/"
    author: Annotated[PathPattern, Meta(description="Beiträge einer Autorin oder eines Autors, oder „off“.")] = (
        "/blog/von/{slug}/"
    )
    thanks: Annotated[PathPattern, Meta(description="Die Seite nach dem Absenden eines Formulars.")] = "/danke/{form}/"
    archive: Annotated[PathPattern, Meta(description="Archiv aller Beiträge, oder „off“.")] = "/blog/archiv/"
    year: Annotated[PathPattern, Meta(description="Beiträge eines Jahres, oder „off“.")] = "/blog/archiv/{year}/"
    search: Annotated[PathPattern, Meta(description="Die Suche (siehe search:), oder „off“.")] = "/suche/"
    pagination: Annotated[
        PathPart, Meta(description="Zweite und weitere Seiten einer Liste, angehängt an deren Adresse.")
    ] = "seite/{number}/"


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What the generated pages are called."""

    home: Annotated[str, Meta(description="Die Startseite im Pfad („Start › Blog“).")] = "Start"
    blog: Annotated[str, Meta(description="Die Liste der Beiträge.")] = "Blog"
    services: Annotated[str, Meta(description="Die Übersicht der Leistungen.")] = "Leistungen"
    category: Annotated[str, Meta(description="Eine Kategorie.")] = "Kategorie"
    categories: Annotated[str, Meta(description="Alle Kategorien.")] = "Kategorien"
    tag: Annotated[str, Meta(description="Ein Schlagwort.")] = "Schlagwort"
    tags: Annotated[str, Meta(description="Alle Schlagwörter.")] = "Schlagwörter"
    archive: Annotated[str, Meta(description="Das Archiv.")] = "Archiv"
    search: Annotated[str, Meta(description="Die Suche.")] = "Suche"


class Blog(msgspec.Struct, frozen=True, kw_only=True):
    """How posts are listed."""

    page_size: Annotated[int, Meta(description="Beiträge je Seite einer Liste.", ge=1, le=100)] = 10
    term_page_size: Annotated[
        int, Meta(description="Beiträge je Seite bei Kategorien, Schlagwörtern und Jahren; 0 für alle auf einer.", ge=0)
    ] = 30
    feed_size: Annotated[int, Meta(description="Beiträge im Feed.", ge=1, le=200)] = 20
    related: Annotated[int, Meta(description="Verwandte Beiträge unter einem Beitrag; 0 für keine.", ge=0, le=12)] = 3
    share: ShareField = ALL_WAYS


class Markdown(msgspec.Struct, frozen=True, kw_only=True):
    """How texts are set."""

    highlight: Annotated[
        bool,
        Meta(
            description="Ob Programmtext eingefärbt wird, hinter dessen Anfangszeichen (```) eine Sprache steht.",
            extra={"german": ("einfärben", "hervorheben", "farben"), "example": "highlight: no"},
        ),
    ] = True


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `site.yaml`."""

    title: Annotated[
        str,
        Meta(description="Der Name der Website, meist der des Büros.", extra={"example": "title: Büro Sonnenseite"}),
    ]
    url: Annotated[
        str,
        Meta(
            description="Die Adresse, unter der die Website erreichbar ist, mit https://. Sie muss genannt sein.",
            pattern=r"^https?://[^\s/]+(/[^\s?#]*)?$",
            extra={"example": "url: https://www.mein-buero.example/", "german": ("adresse", "website")},
        ),
    ] = "https://www.example.org/"
    tagline: Annotated[str, Meta(description="Ein kurzer Satz zum Namen.")] = ""
    description: Annotated[
        str, Meta(description="Worum es geht, in ein bis zwei Sätzen; für Suchmaschinen und Feeds.")
    ] = ""
    language: Annotated[
        Language, Meta(description="de-DE, de-AT oder de-CH: Monatsnamen, Preise, Anführungszeichen.")
    ] = Language.DE
    tone: Annotated[Tone, Meta(description="Wie Besucher angesprochen werden: sie oder du.")] = Tone.SIE
    author: Annotated[
        Reference,
        Meta(
            description="Wer Beiträge schreibt, wenn nichts anderes dabeisteht: Dateiname unter content/authors/ oder Name."
        ),
    ] = ""
    home: Annotated[
        Literal["page", "posts"],
        Meta(description="Die Startseite: content/index.md (page) oder die Liste der Beiträge (posts)."),
    ] = "page"
    navigation: Annotated[
        tuple[Link, ...],
        Meta(
            description="Die Verweise im Kopf jeder Seite.",
            extra={"example": "navigation:\n  - title: Über mich\n    page: ueber-mich.md"},
        ),
    ] = ()
    footer: Annotated[
        tuple[Link, ...],
        Meta(
            description="Die Verweise am Fuß jeder Seite.",
            extra={"example": "footer:\n  - title: Impressum\n    page: impressum.md"},
        ),
    ] = ()
    blog: Annotated[
        Blog, Meta(description="Wie Beiträge gelistet werden.", extra={"example": "blog:\n  page_size: 10"})
    ] = Blog()
    permalinks: Annotated[
        Permalinks, Meta(description="Muster der Adressen.", extra={"example": "permalinks:\n  post: /blog/{slug}/"})
    ] = Permalinks()
    redirects: RedirectsField = ()
    gone: GoneField = ()
    names: Annotated[
        Names, Meta(description="Wie die erzeugten Seiten heißen.", extra={"example": "names:\n  blog: Notizen"})
    ] = Names()
    theme: Annotated[Theme, Meta(description="Das Aussehen.", extra={"example": 'theme:\n  accent: "#8a4b2d"'})] = (
        Theme()
    )
    business: Annotated[Business, Meta(description="Das Büro: Anschrift, Kontakt, Zeiten, Umsatzsteuer.")] = Business()
    notice: Annotated[
        Notice | None, Meta(description="Ein Hinweis über jeder Seite, von einem Tag bis zu einem anderen.")
    ] = None
    images: Annotated[Images, Meta(description="Bilder und ihre Nachweise.")] = Images()
    markdown: Annotated[Markdown, Meta(description="Wie Texte gesetzt werden.")] = Markdown()
    search: Annotated[Search, Meta(description="Die Suche auf der Website.")] = Search()
    delivery: Annotated[
        Delivery,
        Meta(
            description="Wohin Formulare gehen.",
            extra={"german": ("versand", "zustellung"), "example": "delivery:\n  provider: mailto"},
        ),
    ] = Delivery()
    forms: Annotated[
        tuple[Form, ...],
        Meta(
            description="Die Formulare der Website; ein Text zeigt eines mit „form: NAME“ im Kopf.",
            extra={"german": ("formulare",), "example": "forms:\n  - kind: contact"},
        ),
    ] = ()
    comments: Annotated[
        Comments,
        Meta(
            description="Kommentare unter Beiträgen.",
            extra={"german": ("kommentare",), "example": "comments:\n  open: yes"},
        ),
    ] = Comments()
    third_parties: Annotated[
        tuple[ThirdPartyField, ...],
        Meta(
            description="Was auf der Website von anderen kommt: eingebettete Videos, Karten, Terminbuchung und so fort.",
            extra={"german": ("dritte", "drittanbieter"), "example": "third_parties:\n  - use: youtube"},
        ),
    ] = ()
    analytics: Annotated[
        Analytics | None,
        Meta(
            description="Womit Besuche gezählt werden.",
            extra={"german": ("statistik",), "example": "analytics:\n  provider: plausible"},
        ),
    ] = None
    legal: Annotated[
        Legal,
        Meta(
            description="Die Rechtsprüfung.",
            extra={
                "german": ("recht",),
                "example": "legal:\n  off:\n    IMP-010: Der Blog ist nur eine Sammlung von Rezepten.",
            },
        ),
    ] = Legal()
    publish: Annotated[
        Publish | None,
        Meta(
            description="Wohin „sitegen publish“ die Website bringt.",
            extra={
                "types": GERMAN_TARGETS,
                "german": ("veröffentlichen", "veröffentlichung", "ziel", "deploy"),
                "example": "publish:\n  to: sftp\n  webspace: ionos\n  host: access-1234567.webspace-host.example\n  user: u1234567",
            },
        ),
    ] = None
