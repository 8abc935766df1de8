"""What `site.yaml` says about the business itself, once, for every page that needs it. Values only.

Whether the values can be right (digits of a postcode, a telephone number) is for `business_checks` to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from sitegen.settings.business_legal import LegalDetails
from sitegen.settings.link import Link, Reference
from sitegen.text.locales import Language
from sitegen.text.moments import Moment


class Country(StrEnum):
    """Where the business is; decides on telephone numbers and postcodes."""

    DE = "de"
    AT = "at"
    CH = "ch"


class Vat(StrEnum):
    """How prices and VAT go together."""

    SMALL_BUSINESS = "small_business"
    """No VAT is charged or shown."""
    GROSS = "gross"
    """Prices are typed with VAT."""
    NET = "net"
    """Prices are typed without VAT."""


class Audience(StrEnum):
    """Who buys."""

    BUSINESS = "business"
    CONSUMERS = "consumers"
    BOTH = "both"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A postal address."""

    street: Annotated[
        str,
        Meta(
            description="Straße und Hausnummer.",
            extra={"german": ("straße", "strasse"), "example": "street: Lindenweg 3"},
        ),
    ] = ""
    postcode: Annotated[
        Reference,
        Meta(
            description="Die Postleitzahl, auch mit führender Null.",
            extra={"german": ("plz", "postleitzahl"), "example": "postcode: 01067"},
        ),
    ] = ""
    city: Annotated[
        str, Meta(description="Der Ort.", extra={"german": ("ort", "stadt"), "example": "city: Dresden"})
    ] = ""

    @property
    def is_whole(self) -> bool:
        """Whether a letter would arrive: half an address is none, and is asked for like one that is missing."""
        return bool(self.street and self.postcode and self.city)


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which nobody answers."""

    first: Annotated[
        Moment, Meta(description="Der erste Tag.", extra={"german": ("von", "ab"), "example": "from: 24.12.2026"})
    ] = msgspec.field(name="from")
    last: Annotated[
        Moment | None,
        Meta(
            description="Der letzte Tag; ohne ihn ist es nur der erste.",
            extra={"german": ("bis",), "example": "to: 6.1.2027"},
        ),
    ] = msgspec.field(name="to", default=None)
    note: Annotated[
        str,
        Meta(
            description="Was Besucher dazu lesen, zum Beispiel „Betriebsferien“.",
            extra={"german": ("hinweis", "grund"), "example": "note: Betriebsferien"},
        ),
    ] = ""


class Business(msgspec.Struct, frozen=True, kw_only=True):
    """The section `business:`."""

    name: Annotated[
        str,
        Meta(
            description="Wie das Büro heißt; ohne Angabe der Name der Website.",
            extra={"german": ("firma",), "example": "name: Büro Sonnenseite"},
        ),
    ] = ""
    owner: Annotated[
        str,
        Meta(
            description="Wem es gehört, mit Vor- und Nachnamen.",
            extra={"german": ("inhaberin", "inhaber"), "example": "owner: Eva Müller"},
        ),
    ] = ""
    address: Annotated[
        Address | None,
        Meta(
            description="Die Anschrift.",
            extra={
                "german": ("anschrift", "adresse"),
                "example": "address:\n  street: Lindenweg 3\n  postcode: 01067\n  city: Dresden",
            },
        ),
    ] = None
    country: Annotated[
        Country | None,
        Meta(
            description="Das Land: de, at oder ch; ohne Angabe das der Sprache.",
            extra={
                "german": ("land",),
                "synonyms": {"Deutschland": "de", "Österreich": "at", "Schweiz": "ch"},
                "example": "country: de",
            },
        ),
    ] = None
    email: Annotated[
        Reference,
        Meta(
            description="Die E-Mail-Adresse.",
            extra={"german": ("e-mail", "mail"), "example": "email: post@buero-sonnenseite.de"},
        ),
    ] = ""
    phone: Annotated[
        Reference,
        Meta(
            description="Die Telefonnummer, wie sie auf dem Briefpapier steht.",
            extra={"german": ("telefon", "tel", "telefonnummer"), "example": "phone: 0351 1234567"},
        ),
    ] = ""
    whatsapp: Annotated[
        Reference,
        Meta(
            description="WhatsApp: eine Nummer oder eine Adresse mit https://; daraus wird ein schlichter Verweis.",
            extra={"example": "whatsapp: 0170 1234567"},
        ),
    ] = ""
    booking: Annotated[
        Reference,
        Meta(
            description="Die Adresse einer Seite, auf der Termine gebucht werden; daraus wird ein schlichter Verweis.",
            extra={"german": ("terminbuchung", "buchung"), "example": "booking: https://termine.example/eva"},
        ),
    ] = ""
    profiles: Annotated[
        tuple[Reference, ...],
        Meta(
            description="Adressen eigener Profile, zum Beispiel bei LinkedIn oder Mastodon.",
            extra={"german": ("profile",), "example": "profiles:\n  - https://www.linkedin.com/in/eva-mueller"},
        ),
    ] = ()
    hours: Annotated[
        tuple[str, ...],
        Meta(
            description="Wann jemand zu erreichen ist: „Mo–Fr 9–17 Uhr, Sa nach Vereinbarung“.",
            extra={
                "german": ("zeiten", "öffnungszeiten", "bürozeiten", "sprechzeiten"),
                "example": "hours: Mo–Fr 9–17 Uhr, Sa nach Vereinbarung",
            },
        ),
    ] = ()
    response_time: Annotated[
        str,
        Meta(
            description="Bis wann eine Antwort kommt: „einen Werktag“ ergibt „Eine Antwort dauert höchstens einen Werktag.“",
            extra={"german": ("antwortzeit",), "example": "response_time: einen Werktag"},
        ),
    ] = ""
    closed: Annotated[
        tuple[Closed, ...],
        Meta(
            description="Tage, an denen niemand antwortet; der Hinweis erscheint zwei Wochen vorher und geht von selbst.",
            extra={
                "german": ("geschlossen", "urlaub", "betriebsferien"),
                "example": "closed:\n  - from: 24.12.2026\n    to: 6.1.2027\n    note: Betriebsferien",
            },
        ),
    ] = ()
    vat: Annotated[
        Vat | None,
        Meta(
            description="Umsatzsteuer: small_business (Kleinunternehmen), gross (Preise mit) oder net (Preise ohne).",
            extra={
                "german": ("umsatzsteuer", "mehrwertsteuer", "ust", "mwst"),
                "synonyms": {
                    "Kleinunternehmen": "small_business",
                    "Kleinunternehmer": "small_business",
                    "Kleinunternehmerin": "small_business",
                    "brutto": "gross",
                    "netto": "net",
                },
                "example": "vat: small_business",
            },
        ),
    ] = None
    audience: Annotated[
        Audience,
        Meta(
            description="Wer kauft: business (Unternehmen), consumers (Privatleute) oder both (beide).",
            extra={
                "german": ("kundschaft", "zielgruppe"),
                "synonyms": {
                    "Unternehmen": "business",
                    "Privatleute": "consumers",
                    "privat": "consumers",
                    "beide": "both",
                },
                "example": "audience: business",
            },
        ),
    ] = Audience.BOTH
    legal: Annotated[
        LegalDetails,
        Meta(
            description="Was Impressum und Datenschutzerklärung brauchen.", extra={"german": ("rechtliches", "recht")}
        ),
    ] = LegalDetails()


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """The section `notice:`: a bar above the header of every page."""

    text: Annotated[
        str,
        Meta(
            description="Ein Satz, der über jeder Seite steht.",
            extra={"example": "text: Ab Januar sind wieder zwei Plätze frei."},
        ),
    ]
    first: Annotated[
        Moment | None,
        Meta(
            description="Der Tag, an dem der Hinweis erscheint; ohne Angabe sofort.",
            extra={"german": ("von", "ab"), "example": "from: 1.12.2026"},
        ),
    ] = msgspec.field(name="from", default=None)
    last: Annotated[
        Moment | None,
        Meta(
            description="Der letzte Tag, an dem er zu lesen ist; ohne Angabe bleibt er.",
            extra={"german": ("bis", "to"), "example": "until: 31.12.2026"},
        ),
    ] = msgspec.field(name="until", default=None)
    link: Annotated[
        Link | None,
        Meta(
            description="Wohin der Hinweis führt.",
            extra={"german": ("verweis",), "example": "link: {title: Preise, page: preise.md}"},
        ),
    ] = None


def country_of(business: Business, language: Language) -> Country:
    """Where the business is: as it says, else where the site's language is at home."""
    return business.country or Country(language.value.rpartition("-")[2].lower())
