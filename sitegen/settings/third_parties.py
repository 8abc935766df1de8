"""What `site.yaml` may say about others whose things appear on the site: which, and what the owner agreed with them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference
from sitegen.text.moments import Moment


class StorageField(msgspec.Struct, frozen=True, kw_only=True):
    """Something an own entry stores on the device."""

    name: Annotated[Reference, Meta(description="Wie es im Browser heißt.", extra={"example": "name: _sid"})]
    kind: Annotated[
        Literal["cookie", "local_storage", "session_storage", "indexed_db", "pixel"],
        Meta(description="Was es ist: cookie, local_storage, session_storage, indexed_db oder pixel."),
    ] = "cookie"
    duration: Annotated[
        str, Meta(description="Wie lange es bleibt.", extra={"german": ("dauer",), "example": "duration: 6 Monate"})
    ]
    purpose: Annotated[str, Meta(description="Wozu es dient.", extra={"german": ("zweck",)})]


class ThirdPartyField(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of `third_parties:`: the name of a shipped one, or everything about an own one."""

    use: Annotated[
        Reference,
        Meta(
            description="Der Name eines mitgelieferten Eintrags (youtube, openstreetmap …), oder ein eigener.",
            extra={"german": ("dienst", "name"), "example": "use: youtube"},
        ),
    ]
    name: Annotated[
        str,
        Meta(
            description="Beim eigenen Eintrag: wie er heißt; ohne Angabe wie hinter „use“.",
            extra={"example": "name: Terminland"},
        ),
    ] = ""
    provider: Annotated[
        str,
        Meta(
            description="Beim eigenen Eintrag: die Firma, mit Rechtsform.",
            extra={"german": ("anbieter",), "example": "provider: Muster GmbH"},
        ),
    ] = ""
    seat: Annotated[
        str,
        Meta(
            description="Beim eigenen Eintrag: ihr Sitz, mit Land.",
            extra={"german": ("sitz",), "example": "seat: Lindenweg 3, 01067 Dresden, Deutschland"},
        ),
    ] = ""
    purpose: Annotated[
        str,
        Meta(
            description="Wozu es hier dient, als halber Satz.",
            extra={"german": ("zweck",), "example": "purpose: Termine buchen"},
        ),
    ] = ""
    legal_basis: Annotated[
        Literal["consent", "contract", "legitimate_interest"] | None,
        Meta(
            description="Die Rechtsgrundlage: consent (Einwilligung), contract (Vertrag) oder legitimate_interest (berechtigtes Interesse).",
            extra={
                "german": ("rechtsgrundlage",),
                "example": "legal_basis: consent",
                "synonyms": {
                    "einwilligung": "consent",
                    "vertrag": "contract",
                    "berechtigtes Interesse": "legitimate_interest",
                },
            },
        ),
    ] = None
    storage: Annotated[
        tuple[StorageField, ...] | None,
        Meta(
            description="Was es auf dem Gerät speichert; „[]“ für nichts.",
            extra={"german": ("speicher", "cookies"), "example": "storage: []"},
        ),
    ] = None
    third_country: Annotated[
        str,
        Meta(
            description="In welches Land außerhalb des EWR Daten gehen, und worauf das beruht; „keines“, wenn sie im EWR bleiben.",
            extra={"german": ("drittland",), "example": "third_country: keines"},
        ),
    ] = ""
    privacy_url: Annotated[
        Reference,
        Meta(
            description="Die Adresse seiner Datenschutzerklärung, mit https://.",
            extra={"german": ("datenschutz",), "example": "privacy_url: https://www.example.org/datenschutz"},
        ),
    ] = ""
    hosts: Annotated[
        tuple[Reference, ...],
        Meta(
            description="Von welchen Rechnern geladen wird, ohne https:// und ohne Pfad; beim mitgelieferten Eintrag weitere.",
            extra={"german": ("rechner", "server"), "example": "hosts: cdn.example.org"},
        ),
    ] = ()
    everywhere: Annotated[
        bool,
        Meta(
            description="Ob es mit jeder Seite lädt statt nur dort, wo es eingebettet ist; dann werden Besucher gleich zu Beginn gefragt.",
            extra={"german": ("überall",), "example": "everywhere: yes"},
        ),
    ] = False
    contract: Annotated[
        Moment | None,
        Meta(
            description="Wann der Vertrag zur Auftragsverarbeitung geschlossen wurde.",
            extra={"german": ("avv",), "example": "contract: 3.2.2026"},
        ),
    ] = None


class Analytics(msgspec.Struct, frozen=True, kw_only=True):
    """The section `analytics:`: how visits are counted. Alone it declares the party, loads its script and asks for it."""

    provider: Annotated[
        Literal["plausible", "matomo", "google-analytics"],
        Meta(
            description="Womit gezählt wird: plausible, matomo oder google-analytics.",
            extra={"german": ("anbieter",), "example": "provider: plausible"},
        ),
    ]
    address: Annotated[
        str,
        Meta(
            description="Wo es läuft, mit https://; bei Matomo nötig, bei Plausible nur, wenn es auf einem eigenen Server läuft.",
            pattern=r"^(https://[^\s/]+(/[^\s?#]*)?)?$",
            extra={"german": ("adresse",), "example": "address: https://statistik.mein-buero.example/"},
        ),
    ] = ""
    id: Annotated[
        Reference,
        Meta(
            description="Die Kennung dort: pa-… oder die Domain (Plausible), die Nummer der Website (Matomo) oder G-… (Google Analytics).",
            extra={"german": ("kennung",), "example": "id: mein-buero.example"},
        ),
    ] = ""
    cookies: Annotated[
        bool,
        Meta(
            description="Nur Matomo: ob es Cookies setzt; dann braucht es eine Einwilligung.",
            extra={"example": "cookies: no"},
        ),
    ] = False
    consent_mode: Annotated[
        bool, Meta(description="Nur Google Analytics: ob Googles Einwilligungsmodus mitgeteilt wird.")
    ] = False
