"""What `site.yaml` and the head of a text may say about forms: which there are, and where they are sent. Values only."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference

Provider = Literal[
    "inbox",
    "netlify",
    "formspree",
    "web3forms",
    "basin",
    "staticforms",
    "formcarry",
    "formsubmit",
    "mailto",
]

PrivacyField = Annotated[
    Literal["notice", "acknowledge", "consent"] | None,
    Meta(
        description="Am Knopf: ein Hinweis (notice), ein Kästchen zur Kenntnisnahme (acknowledge) oder eine Einwilligung (consent).",
        extra={
            "german": ("datenschutz",),
            "synonyms": {"hinweis": "notice", "kenntnisnahme": "acknowledge", "einwilligung": "consent"},
            "example": "privacy: notice",
        },
    ),
]


class FormField(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the owner's own."""

    name: Annotated[
        str,
        Meta(
            description="Wie das Feld heißt, wenn es verschickt wird: Kleinbuchstaben, Ziffern, Unterstriche.",
            pattern=r"^[a-z][a-z0-9_]{0,39}$",
            extra={"example": "name: budget"},
        ),
    ]
    label: Annotated[
        str,
        Meta(
            description="Was über dem Feld steht.", extra={"german": ("beschriftung",), "example": "label: Ihr Rahmen"}
        ),
    ]
    type: Annotated[
        Literal["text", "email", "tel", "url", "textarea", "choice", "checkbox"],
        Meta(
            description="Die Art des Feldes: text, email, tel, url, textarea, choice (Auswahl) oder checkbox (Kästchen).",
            extra={
                "german": ("art",),
                "synonyms": {"auswahl": "choice", "kästchen": "checkbox", "telefon": "tel", "mehrzeilig": "textarea"},
                "example": "type: choice",
            },
        ),
    ] = "text"
    required: Annotated[bool, Meta(description="Ob es ausgefüllt sein muss.", extra={"german": ("pflicht",)})] = False
    hint: Annotated[
        str, Meta(description="Ein Satz, der beim Ausfüllen hilft.", extra={"german": ("hilfe", "hinweis")})
    ] = ""
    limit: Annotated[int, Meta(description="Wie viele Zeichen höchstens.", ge=1, le=8000)] = 200
    choices: Annotated[
        tuple[str, ...],
        Meta(
            description="Bei type: choice, was zur Auswahl steht.",
            extra={"german": ("auswahl",), "example": "choices: bis 200 €, bis 500 €, mehr"},
        ),
    ] = ()


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form: an entry of `forms:`, or `form:` in the head of a text."""

    kind: Annotated[
        Literal["contact", "callback", "quote", "newsletter", "withdrawal", "cancellation"],
        Meta(
            description="Wozu es dient: contact (Nachricht), callback (Rückruf), quote (Angebot zu einer Leistung), newsletter, withdrawal (Widerruf) oder cancellation (Kündigung).",
            extra={
                "german": ("art",),
                "synonyms": {
                    "kontakt": "contact",
                    "nachricht": "contact",
                    "rückruf": "callback",
                    "angebot": "quote",
                    "widerruf": "withdrawal",
                    "kündigung": "cancellation",
                },
                "example": "kind: contact",
            },
        ),
    ] = "contact"
    name: Annotated[
        str,
        Meta(
            description="Unter diesem Namen wird es in Texten genannt („form: anfrage“); ohne Angabe die Art.",
            pattern=r"^[a-z][a-z0-9-]{0,39}$",
            extra={"example": "name: anfrage"},
        ),
    ] = ""
    title: Annotated[str, Meta(description="Die Überschrift.", extra={"german": ("titel", "überschrift")})] = ""
    text: Annotated[str, Meta(description="Was über den Feldern steht.", extra={"german": ("einleitung",)})] = ""
    button: Annotated[str, Meta(description="Was auf dem Knopf steht.", extra={"german": ("knopf",)})] = ""
    fields: Annotated[
        tuple[FormField, ...],
        Meta(
            description="Weitere Felder, vor der Nachricht.",
            extra={
                "german": ("felder",),
                "example": "fields:\n  - name: firma\n    label: Ihre Firma",
            },
        ),
    ] = ()
    without: Annotated[
        tuple[str, ...],
        Meta(
            description="Freiwillige Felder, die nicht gefragt werden: name, phone, time, message.",
            extra={"german": ("ohne",), "example": "without: phone"},
        ),
    ] = ()
    privacy: PrivacyField = None
    receipt: Annotated[
        bool,
        Meta(
            description="Ob die Absenderin oder der Absender eine Kopie per E-Mail bekommt.",
            extra={"german": ("kopie", "eingangsbestätigung")},
        ),
    ] = False
    thanks: Annotated[
        Reference,
        Meta(
            description="Eine eigene Dankesseite unter content/; ohne Angabe entsteht eine.",
            extra={"german": ("danke", "dankesseite"), "example": "thanks: danke.md"},
        ),
    ] = ""
    key: Annotated[
        Reference,
        Meta(
            description="Die Kennung dieses Formulars beim Anbieter, wenn es eine andere ist als unter delivery:.",
            extra={"german": ("kennung",)},
        ),
    ] = ""


def form_name(form: Form) -> str:
    """What it is called: its name, else its kind."""
    return form.name or form.kind


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """The section `delivery:`: where forms are sent."""

    provider: Annotated[
        Provider,
        Meta(
            description="Wer Formulare entgegennimmt: inbox (der eigene Eingang), netlify, formspree, web3forms, basin, staticforms, formcarry, formsubmit oder mailto (das E-Mail-Programm der Besucher).",
            extra={
                "german": ("anbieter",),
                "synonyms": {"eigener": "inbox", "eingang": "inbox", "e-mail": "mailto", "mail": "mailto"},
                "example": "provider: inbox",
            },
        ),
    ] = "mailto"
    address: Annotated[
        str,
        Meta(
            description="Nur beim eigenen Eingang: seine Adresse, mit https://.",
            pattern=r"^(https?://[^\s/]+(/[^\s?#]*)?)?$",
            extra={"german": ("adresse",), "example": "address: https://eingang.mein-buero.example/"},
        ),
    ] = ""
    site: Annotated[
        str,
        Meta(
            description="Nur beim eigenen Eingang: wie die Website dort heißt.",
            pattern=r"^[a-z][a-z0-9-]{0,39}$",
            extra={"example": "site: mein-buero"},
        ),
    ] = "site"
    key: Annotated[
        Reference,
        Meta(
            description="Die Kennung beim Anbieter: was er „Form-ID“ oder „Access Key“ nennt. Bei formsubmit nicht die E-Mail-Adresse selbst.",
            extra={"german": ("kennung", "schlüssel"), "example": "key: xyzabcde"},
        ),
    ] = ""
    sum: Annotated[
        bool,
        Meta(
            description="Ob der eigene Eingang eine kleine Rechnung („6 + 1 =“) erwartet; dazu braucht der Bau den Schlüssel SITEGEN_FORM_KEY.",
            extra={"german": ("rechnung", "summe"), "example": "sum: no"},
        ),
    ] = True
    privacy: Annotated[
        Literal["notice", "acknowledge", "consent"],
        Meta(
            description="Am Knopf jedes Formulars: ein Hinweis (notice), ein Kästchen zur Kenntnisnahme (acknowledge) oder eine Einwilligung (consent).",
            extra={
                "german": ("datenschutz",),
                "synonyms": {"hinweis": "notice", "kenntnisnahme": "acknowledge", "einwilligung": "consent"},
            },
        ),
    ] = "notice"
    privacy_page: Annotated[
        Reference,
        Meta(
            description="Die Datenschutzerklärung unter content/, auf die der Hinweis am Knopf führt.",
            extra={"german": ("datenschutzseite",), "example": "privacy_page: datenschutz.md"},
        ),
    ] = "datenschutz.md"
