"""What may stand in the head of a service, with its German help.

These are the words of the owner; `service_from` turns them into a `Service`. Every field has a description: it is the
help in the editor and in the documentation. Nothing here computes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sitegen.model.front_matter import (
    AliasesField,
    DraftField,
    FormField,
    IdField,
    ImageField,
    SlugField,
    SummaryField,
    TitleField,
    ToneField,
)
from sitegen.model.services.parts import Unit
from sitegen.settings.link import Reference
from sitegen.text.moments import Moment


class NextPriceFields(msgspec.Struct, frozen=True, kw_only=True):
    """A price that is announced."""

    start: Annotated[
        Moment,
        Meta(
            description="Der Tag, ab dem der neue Preis gilt.",
            extra={"german": ("ab", "gilt-ab", "datum"), "example": "from: 1.1.2027"},
        ),
    ] = msgspec.field(name="from")
    price: Annotated[
        Decimal, Meta(description="Der neue Preis.", extra={"german": ("preis",), "example": "price: 48 €"})
    ]


class PackageFields(msgspec.Struct, frozen=True, kw_only=True):
    """A package."""

    name: Annotated[
        str,
        Meta(
            description="Wie das Paket heißt; ohne Angabe die Zahl der Stunden.",
            extra={"german": ("titel",), "example": "name: Zehnerkarte"},
        ),
    ] = ""
    hours: Annotated[
        Decimal | None,
        Meta(
            description="Wie viele Stunden darin sind; daraus wird der Preis einer Stunde errechnet.",
            extra={"german": ("stunden",), "example": "hours: 10"},
        ),
    ] = None
    price: Annotated[
        Decimal,
        Meta(description="Was das ganze Paket kostet.", extra={"german": ("preis",), "example": "price: 420 €"}),
    ]
    note: Annotated[
        str,
        Meta(
            description="Was dazu zu sagen ist, zum Beispiel wie lange es gilt.",
            extra={"german": ("hinweis", "notiz"), "example": "note: ein halbes Jahr gültig"},
        ),
    ] = ""


class QuestionFields(msgspec.Struct, frozen=True, kw_only=True):
    """A question about the service."""

    question: Annotated[
        str,
        Meta(
            description="Die Frage.",
            extra={"german": ("frage",), "example": "question: Wann fangen Sie an?"},
        ),
    ]
    answer: Annotated[
        str,
        Meta(
            description="Die Antwort.",
            extra={"german": ("antwort",), "example": "answer: Meistens in der Woche darauf."},
        ),
    ]


class ServiceCallFields(msgspec.Struct, frozen=True, kw_only=True):
    """The call to action of one service."""

    title: Annotated[
        str,
        Meta(
            description="Die Überschrift.",
            extra={"german": ("titel", "überschrift"), "example": "title: Fangen wir an"},
        ),
    ] = ""
    text: Annotated[
        str,
        Meta(
            description="Ein bis zwei Sätze.",
            extra={"german": ("satz",), "example": "text: Ein Anruf genügt."},
        ),
    ] = ""
    link: Annotated[
        Reference,
        Meta(
            description="Wohin der Knopf führt: eine Datei unter content/, ein Pfad oder eine Adresse.",
            extra={"german": ("verweis", "ziel"), "example": "link: kontakt.md"},
        ),
    ] = ""
    label: Annotated[
        str,
        Meta(
            description="Was auf dem Knopf steht.",
            extra={"german": ("knopf", "beschriftung"), "example": "label: Termin vereinbaren"},
        ),
    ] = ""


class ServiceFields(msgspec.Struct, frozen=True, kw_only=True):
    """Front matter of `content/services/*.md`."""

    title: TitleField
    category: Annotated[
        str,
        Meta(
            description="Die Gruppe, unter der sie steht.",
            extra={"german": ("kategorie",), "example": "category: Büro und Post"},
        ),
    ] = ""
    summary: SummaryField = ""
    audience: Annotated[
        str,
        Meta(
            description="Für wen sie gedacht ist.",
            extra={"german": ("für-wen", "zielgruppe"), "example": "audience: Praxen und Ateliers"},
        ),
    ] = ""
    included: Annotated[
        tuple[str, ...],
        Meta(
            description="Was dazugehört.",
            extra={
                "german": ("enthalten", "inbegriffen"),
                "example": "included: Belege sortieren, Mahnungen schreiben",
            },
        ),
    ] = ()
    not_included: Annotated[
        tuple[str, ...],
        Meta(
            description="Was nicht dazugehört.",
            extra={"german": ("nicht-enthalten",), "example": "not_included: Steuerberatung"},
        ),
    ] = ()
    price: Annotated[
        Decimal | Literal["free", "on-request"],
        Meta(
            description="45, 45,50 €, free oder on-request.",
            extra={
                "german": ("preis",),
                "example": "price: 45,50 €",
                "synonyms": {"kostenlos": "free", "gratis": "free", "auf Anfrage": "on-request"},
            },
        ),
    ] = "on-request"
    unit: Annotated[
        Unit | None,
        Meta(
            description="Wofür der Preis gilt: hour, day, package, month, piece.",
            extra={
                "german": ("einheit", "je"),
                "synonyms": {
                    "Stunde": "hour",
                    "Tag": "day",
                    "Paket": "package",
                    "Monat": "month",
                    "Stück": "piece",
                },
                "example": "unit: hour",
            },
        ),
    ] = None
    starting: Annotated[
        bool, Meta(description="Der Preis ist der niedrigste: „ab 45 €“.", extra={"german": ("ab",)})
    ] = msgspec.field(default=False, name="from")
    billing_step: Annotated[
        str,
        Meta(
            description="Nach wie vielen angefangenen Minuten abgerechnet wird.",
            pattern=r"^[1-9][0-9]{0,2}( ?([Mm]in\.?|[Mm]inuten|minutes))?$",
            extra={"german": ("takt", "abrechnungstakt", "abrechnung"), "example": "billing_step: 15 Minuten"},
        ),
    ] = ""
    setup_fee: Annotated[
        Decimal | None,
        Meta(
            description="Was einmal zu Beginn dazukommt.",
            extra={"german": ("einrichtung", "einrichtungsgebühr"), "example": "setup_fee: 90 €"},
        ),
    ] = None
    price_next: Annotated[
        NextPriceFields | None,
        Meta(
            description="Ein neuer Preis und der Tag, ab dem er gilt; bis dahin wird er angekündigt.",
            extra={
                "german": ("neuer-preis", "preis-neu", "preis-ab"),
                "example": "price_next:\n  from: 1.1.2027\n  price: 48 €",
            },
        ),
    ] = None
    minimum: Annotated[
        Decimal | str,
        Meta(
            description="Was mindestens gebucht wird: eine Zahl von Stunden, oder in Worten.",
            extra={"german": ("mindestens", "mindestabnahme", "mindestbuchung"), "example": "minimum: 2 Stunden"},
        ),
    ] = ""
    packages: Annotated[
        tuple[PackageFields, ...],
        Meta(
            description="Pakete, jedes mit hours oder name und einem Preis.",
            extra={"german": ("pakete",), "example": "packages:\n  - hours: 10\n    price: 420 €"},
        ),
    ] = ()
    delivery_time: Annotated[
        str,
        Meta(
            description="Wie lange es dauert: „zwei Werktage“.",
            extra={"german": ("lieferzeit", "dauer"), "example": "delivery_time: zwei Werktage"},
        ),
    ] = ""
    faq: Annotated[
        tuple[QuestionFields, ...],
        Meta(
            description="Fragen mit ihren Antworten.",
            extra={
                "german": ("fragen", "häufige-fragen"),
                "example": "faq:\n  - question: Wann fangen Sie an?\n    answer: In der Woche darauf.",
            },
        ),
    ] = ()
    related_posts: Annotated[
        tuple[str, ...],
        Meta(
            description="Beiträge, die dazu passen, mit ihren Namen, so wie im Text hinter „post“.",
            extra={"german": ("beiträge", "passende-beiträge"), "example": "related_posts: rechnungen, postfach"},
        ),
    ] = ()
    call: Annotated[
        ServiceCallFields | None,
        Meta(
            description="Was am Ende zum Handeln einlädt; ohne Angabe ein Knopf zur Kontaktseite.",
            extra={
                "german": ("aufruf", "handlungsaufruf"),
                "example": "cta:\n  title: Fangen wir an\n  link: kontakt.md\n  label: Termin vereinbaren",
            },
        ),
    ] = msgspec.field(default=None, name="cta")
    order: Annotated[
        int,
        Meta(
            description="Der Platz in der Liste; kleine Zahlen zuerst.",
            extra={"german": ("reihenfolge",), "example": "order: 1"},
        ),
    ] = 0
    image: ImageField = None
    form: FormField = None
    draft: DraftField = False
    tone: ToneField = None
    slug: SlugField = ""
    aliases: AliasesField = ()
    id: IdField = ""
