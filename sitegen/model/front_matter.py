"""What may stand in the front matter of a post, page, service or author, with its German help.

These are the words of the owner; `post_from` and its siblings turn them into entries. Every field has a description: it
is the help in the editor and in the documentation. Nothing here computes.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sitegen.model.sections import SectionsField
from sitegen.settings.forms import Form
from sitegen.settings.link import Reference
from sitegen.text.moments import Moment
from sitegen.text.tone import Tone


class ImageFields(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with what belongs to it."""

    src: Annotated[
        Reference,
        Meta(
            description="Die Bilddatei: neben dem Text oder in content/pictures/.",
            extra={"german": ("datei", "bild"), "example": "src: schreibtisch.jpg"},
        ),
    ]
    alt: Annotated[
        str,
        Meta(
            description="Was zu sehen ist, für alle, die das Bild nicht sehen.",
            extra={"german": ("alternativtext", "beschreibung")},
        ),
    ] = ""
    credit: Annotated[
        str,
        Meta(
            description="Wer das Bild gemacht hat: „© Name / Quelle“.",
            extra={"german": ("quelle", "bildnachweis", "urheber")},
        ),
    ] = ""
    caption: Annotated[
        str, Meta(description="Die Bildunterschrift.", extra={"german": ("bildunterschrift", "unterschrift")})
    ] = ""


TitleField = Annotated[
    str,
    Meta(
        description="Der Titel, wie er getippt ist.",
        extra={"german": ("titel", "überschrift", "name"), "example": "title: Rechnungen, die niemand vergisst"},
    ),
]
SearchTitleField = Annotated[
    str,
    Meta(
        description="Ein anderer Titel für Suchmaschinen und den Reiter des Browsers; ohne Angabe der Titel.",
        extra={"german": ("suchtitel", "seo-titel")},
    ),
]
SummaryField = Annotated[
    str,
    Meta(
        description="Ein bis zwei Sätze für Listen, Feed und Suchmaschinen.",
        extra={"german": ("zusammenfassung", "kurztext", "beschreibung")},
    ),
]
ImageField = Annotated[
    ImageFields | str | None,
    Meta(
        description="Das Bild: eine Datei, oder src, alt, credit, caption.",
        extra={"german": ("bild",), "example": "image:\n  src: schreibtisch.jpg\n  alt: Ein aufgeräumter Schreibtisch"},
    ),
]
SlugField = Annotated[
    Reference,
    Meta(
        description="Der letzte Teil der Adresse, wenn er nicht der Dateiname sein soll.",
        extra={"german": ("adresse",)},
    ),
]
AliasesField = Annotated[
    tuple[str, ...],
    Meta(
        description="Frühere Adressen, die hierher führen: „/alter-name/“.",
        extra={"german": ("frühere-adressen", "weiterleitungen"), "example": "aliases: /alter-name/"},
    ),
]
IdField = Annotated[
    Reference,
    Meta(description="Der bleibende Name, auch wenn die Datei umbenannt wird.", extra={"german": ("kennung",)}),
]
ToneField = Annotated[
    Tone | None, Meta(description="Anrede auf dieser Seite: sie oder du.", extra={"german": ("anrede",)})
]
DraftField = Annotated[bool, Meta(description="Ein Entwurf wird nicht veröffentlicht.", extra={"german": ("entwurf",)})]
FormField = Annotated[
    Form | str | None,
    Meta(
        description="Ein Formular am Ende des Textes: der Name eines Formulars aus site.yaml, oder eines nur für hier.",
        extra={"german": ("formular",), "example": "form: contact"},
    ),
]
LayoutField = Annotated[
    str,
    Meta(
        description="Eine Vorlage aus layouts/, ohne „.html“.",
        pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+)*$",
        extra={"german": ("vorlage",), "example": "layout: page"},
    ),
]


class PostFields(msgspec.Struct, frozen=True, kw_only=True):
    """Front matter of `content/blog/*.md`."""

    title: TitleField
    date: Annotated[
        Moment,
        Meta(
            description="Wann er erscheint: 2026-11-24, 2026-11-24 09:30 oder 24.11.2026; ohne Uhrzeit um 6 Uhr.",
            extra={"german": ("datum",), "example": "date: 5.3.2026"},
        ),
    ]
    updated: Annotated[
        Moment | None, Meta(description="Wann er zuletzt überarbeitet wurde.", extra={"german": ("aktualisiert",)})
    ] = None
    expires: Annotated[
        Moment | None, Meta(description="Ab wann er nicht mehr erscheint.", extra={"german": ("ablauf", "bis")})
    ] = None
    draft: DraftField = False
    author: Annotated[
        Reference,
        Meta(
            description="Wer ihn geschrieben hat: Dateiname unter content/authors/ oder Name.",
            extra={"german": ("autor", "autorin")},
        ),
    ] = ""
    authors: Annotated[
        tuple[str, ...],
        Meta(
            description="Mehrere, wenn es mehrere waren.",
            extra={"german": ("autoren", "autorinnen"), "example": "authors: Eva Müller, Jan Weber"},
        ),
    ] = ()
    category: Annotated[str, Meta(description="Die eine Kategorie.", extra={"german": ("kategorie",)})] = ""
    tags: Annotated[
        tuple[str, ...],
        Meta(
            description="Schlagwörter.",
            extra={"german": ("schlagwörter", "schlagworte", "stichwörter"), "example": "tags: Büro, E-Mail"},
        ),
    ] = ()
    series: Annotated[
        str, Meta(description="Der Name der Reihe, zu der er gehört.", extra={"german": ("reihe", "serie")})
    ] = ""
    summary: SummaryField = ""
    search_title: SearchTitleField = ""
    image: ImageField = None
    ad: Annotated[
        bool | str,
        Meta(
            description="Werbung: ja, oder was beworben wird. Der Beitrag trägt dann „Anzeige“.",
            extra={"german": ("werbung", "anzeige")},
        ),
    ] = False
    ai: Annotated[
        Literal["no", "assisted", "generated"],
        Meta(
            description="Ob künstliche Intelligenz mitgeschrieben hat: no, assisted, generated.",
            extra={"german": ("ki",), "synonyms": {"nein": "no", "assistiert": "assisted", "generiert": "generated"}},
        ),
    ] = "no"
    comments: Annotated[bool, Meta(description="Ob Kommentare möglich sind.", extra={"german": ("kommentare",)})] = True
    form: FormField = None
    tone: ToneField = None
    slug: SlugField = ""
    aliases: AliasesField = ()
    id: IdField = ""


class PageFields(msgspec.Struct, frozen=True, kw_only=True):
    """Front matter of a page."""

    title: TitleField
    summary: SummaryField = ""
    search_title: SearchTitleField = ""
    image: ImageField = None
    draft: DraftField = False
    noindex: Annotated[bool, Meta(description="Suchmaschinen sollen die Seite nicht zeigen.")] = False
    layout: LayoutField = ""
    data: Annotated[
        Reference,
        Meta(
            description="Mit layout: directory: welche Datei aus content/data/ die Seite zeigt, ohne Endung.",
            extra={"german": ("daten",), "example": "data: werkzeuge"},
        ),
    ] = ""
    tone: ToneField = None
    sections: SectionsField = ()
    form: FormField = None
    slug: SlugField = ""
    aliases: AliasesField = ()
    id: IdField = ""


class AuthorFields(msgspec.Struct, frozen=True, kw_only=True):
    """Front matter of `content/authors/*.md`."""

    title: Annotated[
        str, Meta(description="Der Name.", extra={"german": ("name", "titel"), "example": "title: Eva Müller"})
    ]
    role: Annotated[str, Meta(description="Was sie oder er macht.", extra={"german": ("rolle", "beruf")})] = ""
    website: Annotated[
        str,
        Meta(
            description="Eine eigene Website, mit https://.",
            pattern=r"^https?://\S+$",
            extra={"example": "website: https://www.example.org/"},
        ),
    ] = ""
    summary: SummaryField = ""
    image: ImageField = None
    slug: SlugField = ""
    aliases: AliasesField = ()
