"""What `site.yaml` says under `business: legal:`, for the Impressum and the privacy page. Values only.

Whether the values can be right (digits of a VAT number) is for `business_legal_checks` to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference
from sitegen.text.moments import Moment


class State(StrEnum):
    """A German Land, by its ISO 3166-2 code in small letters; decides which authority watches over data protection."""

    BW = "bw"
    BY = "by"
    BE = "be"
    BB = "bb"
    HB = "hb"
    HH = "hh"
    HE = "he"
    MV = "mv"
    NI = "ni"
    NW = "nw"
    RP = "rp"
    SL = "sl"
    SN = "sn"
    ST = "st"
    SH = "sh"
    TH = "th"


STATE_NAMES: Final = {
    "Baden-Württemberg": "bw",
    "Bayern": "by",
    "Berlin": "be",
    "Brandenburg": "bb",
    "Bremen": "hb",
    "Hamburg": "hh",
    "Hessen": "he",
    "Mecklenburg-Vorpommern": "mv",
    "Niedersachsen": "ni",
    "Nordrhein-Westfalen": "nw",
    "Rheinland-Pfalz": "rp",
    "Saarland": "sl",
    "Sachsen": "sn",
    "Sachsen-Anhalt": "st",
    "Schleswig-Holstein": "sh",
    "Thüringen": "th",
}


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """Where the business is registered."""

    court: Annotated[
        str,
        Meta(
            description="Das Registergericht; in der Schweiz das Handelsregisteramt.",
            extra={"german": ("gericht", "registergericht"), "example": "court: Amtsgericht Dresden"},
        ),
    ] = ""
    number: Annotated[
        Reference,
        Meta(
            description="Die Nummer im Register.",
            extra={"german": ("nummer", "registernummer"), "example": "number: HRB 12345"},
        ),
    ] = ""


class Profession(msgspec.Struct, frozen=True, kw_only=True):
    """A profession that not everybody may practise."""

    title: Annotated[
        str,
        Meta(
            description="Die gesetzliche Berufsbezeichnung.",
            extra={"german": ("bezeichnung", "berufsbezeichnung"), "example": "title: Steuerberaterin"},
        ),
    ] = ""
    state: Annotated[
        str,
        Meta(
            description="Der Staat, in dem sie verliehen wurde.",
            extra={"german": ("staat",), "example": "state: Deutschland"},
        ),
    ] = ""
    chamber: Annotated[
        str,
        Meta(
            description="Die Kammer oder der Berufsverband; in Österreich auch die Wirtschaftskammer.",
            extra={"german": ("kammer",), "example": "chamber: Steuerberaterkammer Hessen"},
        ),
    ] = ""
    rules: Annotated[
        str,
        Meta(
            description="Welche berufsrechtlichen Regeln gelten.",
            extra={"german": ("regeln", "berufsrecht"), "example": "rules: Steuerberatungsgesetz"},
        ),
    ] = ""
    rules_url: Annotated[
        Reference,
        Meta(
            description="Die Adresse, unter der diese Regeln stehen, mit https://.",
            extra={"example": "rules_url: https://www.gesetze-im-internet.de/stberg/"},
        ),
    ] = ""


class Insurance(msgspec.Struct, frozen=True, kw_only=True):
    """A professional liability insurance."""

    insurer: Annotated[
        str,
        Meta(
            description="Der Versicherer.",
            extra={"german": ("versicherer",), "example": "insurer: Beispiel Versicherung AG"},
        ),
    ] = ""
    address: Annotated[
        str,
        Meta(
            description="Seine Anschrift.",
            extra={
                "german": ("anschrift", "adresse"),
                "example": "address: Beispielallee 1, 60311 Frankfurt am Main",
            },
        ),
    ] = ""
    territory: Annotated[
        str,
        Meta(
            description="Wo sie gilt.",
            extra={"german": ("geltungsbereich", "gebiet"), "example": "territory: Deutschland"},
        ),
    ] = ""


class Responsible(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers for what is written on the site, where that is not the owner."""

    name: Annotated[
        str, Meta(description="Vor- und Nachname.", extra={"german": ("person",), "example": "name: Eva Müller"})
    ]
    address: Annotated[
        str,
        Meta(
            description="Die Anschrift; ohne Angabe die des Büros.",
            extra={"german": ("anschrift", "adresse"), "example": "address: Lindenweg 3, 01067 Dresden"},
        ),
    ] = ""


class Hosting(msgspec.Struct, frozen=True, kw_only=True):
    """Where the site lies."""

    use: Annotated[
        Reference,
        Meta(
            description="Der Name eines mitgelieferten Eintrags: hetzner, ionos, strato, all-inkl, netcup, uberspace, netlify, cloudflare-pages, github-pages oder gitlab-pages.",
            extra={"german": ("name",), "example": "use: hetzner"},
        ),
    ] = ""
    provider: Annotated[
        str,
        Meta(
            description="Wenn es keiner davon ist: die Firma, mit Rechtsform.",
            extra={"german": ("anbieter", "firma"), "example": "provider: Beispiel Hosting GmbH"},
        ),
    ] = ""
    seat: Annotated[
        str,
        Meta(
            description="Dann auch ihr Sitz, mit Land.",
            extra={"german": ("sitz",), "example": "seat: Rechenzentrumsweg 1, 60311 Frankfurt am Main, Deutschland"},
        ),
    ] = ""
    third_country: Annotated[
        str,
        Meta(
            description="Dann auch, in welches Land außerhalb des EWR Daten gehen, und worauf das beruht.",
            extra={"german": ("drittland",), "example": "third_country: USA, Angemessenheitsbeschluss"},
        ),
    ] = ""
    log_days: Annotated[
        int,
        Meta(
            description="Nach wie vielen Tagen Zugriffsprotokolle gelöscht werden; 0, wenn Sie es nicht wissen.",
            ge=0,
            le=365,
            extra={"german": ("protokoll-tage",), "example": "log_days: 7"},
        ),
    ] = 0
    contract: Annotated[
        Moment | None,
        Meta(
            description="Wann der Vertrag zur Auftragsverarbeitung geschlossen wurde.",
            extra={"german": ("avv",), "example": "contract: 3.2.2026"},
        ),
    ] = None


class LegalDetails(msgspec.Struct, frozen=True, kw_only=True):
    """The section `business: legal:`."""

    form: Annotated[
        str,
        Meta(
            description="Die Rechtsform, wenn es eine Gesellschaft oder eine eingetragene Kauffrau ist.",
            extra={"german": ("rechtsform",), "example": "form: GmbH"},
        ),
    ] = ""
    represented_by: Annotated[
        str,
        Meta(
            description="Bei einer Gesellschaft: wer sie vertritt, mit Vor- und Nachnamen.",
            extra={"german": ("vertreten-durch", "geschäftsführung"), "example": "represented_by: Eva Müller"},
        ),
    ] = ""
    activity: Annotated[
        str,
        Meta(
            description="In Österreich: der Unternehmensgegenstand.",
            extra={"german": ("gegenstand", "unternehmensgegenstand"), "example": "activity: Virtuelle Assistenz"},
        ),
    ] = ""
    register: Annotated[
        Register | None,
        Meta(
            description="Wo das Büro eingetragen ist (Handelsregister, Firmenbuch).",
            extra={"german": ("handelsregister", "firmenbuch")},
        ),
    ] = None
    vat_id: Annotated[
        Reference,
        Meta(
            description="Die Umsatzsteuer-Identifikationsnummer (in der Schweiz die UID). Nie die Steuernummer.",
            extra={"german": ("ust-id", "ustid", "ust-idnr", "uid"), "example": "vat_id: DE123456788"},
        ),
    ] = ""
    business_id: Annotated[
        Reference,
        Meta(
            description="Die Wirtschafts-Identifikationsnummer.",
            extra={"german": ("w-idnr", "widnr"), "example": "business_id: DE123456788-00001"},
        ),
    ] = ""
    profession: Annotated[
        Profession | None,
        Meta(description="Nur bei einem geregelten Beruf: Bezeichnung und Kammer.", extra={"german": ("beruf",)}),
    ] = None
    supervision: Annotated[
        str,
        Meta(
            description="Die Aufsichtsbehörde mit Anschrift, wenn die Tätigkeit eine Erlaubnis braucht; in Österreich die Gewerbebehörde.",
            extra={"german": ("aufsicht", "aufsichtsbehörde"), "example": "supervision: Magistrat der Stadt Graz"},
        ),
    ] = ""
    insurance: Annotated[
        Insurance | None,
        Meta(
            description="Die Berufshaftpflichtversicherung, wenn es eine gibt.",
            extra={"german": ("versicherung", "haftpflicht")},
        ),
    ] = None
    responsible: Annotated[
        Responsible | None,
        Meta(
            description="Wer für Beiträge verantwortlich ist; ohne Angabe die Inhaberin oder der Inhaber.",
            extra={"german": ("verantwortlich",)},
        ),
    ] = None
    hosting: Annotated[
        Hosting | None,
        Meta(description="Wo die Website liegt.", extra={"german": ("hoster",), "example": "hosting: {use: hetzner}"}),
    ] = None
    state: Annotated[
        State | None,
        Meta(
            description="Das Bundesland (he oder Hessen); ohne Angabe nach der Postleitzahl, soweit sie es sicher sagt.",
            extra={"german": ("bundesland",), "synonyms": STATE_NAMES, "example": "state: Hessen"},
        ),
    ] = None
    contracts_online: Annotated[
        bool,
        Meta(
            description="Ob Privatleute auf der Website selbst verbindlich bestellen oder buchen können; ein Formular für Anfragen zählt nicht.",
            extra={"german": ("verträge-online", "vertragsschluss-online"), "example": "contracts_online: yes"},
        ),
    ] = False
    subscriptions_online: Annotated[
        bool,
        Meta(
            description="Ob sie dort auch etwas bestellen können, das weiterläuft, bis jemand kündigt.",
            extra={"german": ("abos-online",), "example": "subscriptions_online: yes"},
        ),
    ] = False
    as_of: Annotated[
        Moment | None,
        Meta(
            description="Der Tag, an dem Sie Ihre Rechtstexte zuletzt durchgesehen haben; ohne Angabe der Stand der mitgelieferten Texte.",
            extra={"german": ("stand",), "example": "as_of: 22.11.2026"},
        ),
    ] = None
