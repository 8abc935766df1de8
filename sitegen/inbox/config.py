"""What `inbox.yaml` may say. Values only; `load_config` reads the file, `secrets` the environment.

No secret ever stands in the file: keys and passwords come from the environment alone.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference


class Publish(msgspec.Struct, frozen=True, kw_only=True):
    """How approved comments come back into the site."""

    to: Annotated[
        Literal["git", "folder", "export"],
        Meta(
            description="Wohin freigegebene Kommentare kommen: in ein Git-Archiv (git), in einen Ordner (folder) oder zur Abholung (export).",
            extra={"german": ("nach",), "example": "to: git"},
        ),
    ] = "export"
    remote: Annotated[
        Reference,
        Meta(
            description="Bei git: die Adresse des Git-Archivs.",
            extra={"example": "remote: git@forge.example:eva/website.git"},
        ),
    ] = ""
    branch: Annotated[Reference, Meta(description="Bei git: der Zweig.", extra={"german": ("zweig",)})] = "main"
    folder: Annotated[
        Reference,
        Meta(
            description="Bei folder: der Ordner der Website, unter dem content/comments/ liegt.",
            extra={"german": ("ordner",), "example": "folder: /srv/website"},
        ),
    ] = ""
    command: Annotated[
        tuple[str, ...],
        Meta(
            description="Bei folder: ein Programm mit Argumenten, das nach jedem Schreiben läuft, etwa der Bau.",
            extra={"german": ("befehl",), "example": "command: sitegen, --site, /srv/website, build"},
        ),
    ] = ()


class InboxSite(msgspec.Struct, frozen=True, kw_only=True):
    """One website that this inbox serves."""

    id: Annotated[
        str,
        Meta(
            description="Wie die Website hier heißt; dasselbe steht in ihrer site.yaml unter delivery: site.",
            pattern=r"^[a-z][a-z0-9-]{0,39}$",
            extra={"example": "id: mein-buero"},
        ),
    ]
    manifest: Annotated[
        Reference,
        Meta(
            description="Wo ihre Datei inbox.json liegt: eine Adresse mit https:// oder ein Pfad.",
            extra={"example": "manifest: https://www.mein-buero.example/inbox.json"},
        ),
    ]
    owner: Annotated[
        Reference,
        Meta(
            description="An wen Nachrichten gehen: eine E-Mail-Adresse.",
            extra={"german": ("inhaberin", "an"), "example": "owner: post@mein-buero.example"},
        ),
    ]
    name: Annotated[
        str, Meta(description="Mit welchem Namen die Antworten der Inhaberin oder des Inhabers gezeichnet werden.")
    ] = ""
    origins: Annotated[
        tuple[str, ...],
        Meta(
            description="Von welchen Adressen aus Formulare abgeschickt werden; ohne Angabe die der Website.",
            extra={"german": ("herkunft",), "example": "origins: https://www.mein-buero.example"},
        ),
    ] = ()
    publish: Annotated[Publish, Meta(description="Wohin freigegebene Kommentare kommen.")] = Publish()


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """The mail server that sends for the inbox. The password is `SITEGEN_SMTP_PASSWORD`."""

    host: Annotated[Reference, Meta(description="Der Server.", extra={"example": "host: smtp.mein-anbieter.example"})]
    port: Annotated[int, Meta(description="Die Nummer des Anschlusses.", ge=1, le=65535)] = 587
    security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(description="Wie die Verbindung geschützt wird: starttls, tls oder none (nur auf demselben Rechner)."),
    ] = "starttls"
    user: Annotated[Reference, Meta(description="Der Name zum Anmelden.", extra={"german": ("benutzer",)})] = ""
    sender: Annotated[
        Reference,
        Meta(
            description="Die Absenderadresse.",
            extra={"german": ("absender",), "example": "sender: eingang@mein-buero.example"},
        ),
    ]


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address that is told of events."""

    url: Annotated[str, Meta(description="Die Adresse, mit https://.", pattern=r"^https?://\S+$")]
    secret_env: Annotated[
        Reference, Meta(description="In welcher Umgebungsvariablen sein Geheimnis (whsec_…) steht.")
    ] = "SITEGEN_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
    events: Annotated[
        tuple[str, ...], Meta(description="Welche Ereignisse; ohne Angabe alle.", extra={"german": ("ereignisse",)})
    ] = ()
    personal: Annotated[
        tuple[Literal["email"], ...],
        Meta(
            description="Welche Angaben zur Person mitgehen dürfen; dann ist ein Vertrag zur Auftragsverarbeitung nötig."
        ),
    ] = ()


class Hooks(msgspec.Struct, frozen=True, kw_only=True):
    """Programs and addresses that have a say or are told."""

    folder: Annotated[
        Reference,
        Meta(
            description="Der Ordner mit Programmen: comment.submitted.d/10-name und so fort.",
            extra={"german": ("ordner",)},
        ),
    ] = ""
    auto_approve: Annotated[
        Literal["never", "hooks"],
        Meta(description="Ob ein Programm Kommentare freigeben darf: never oder hooks."),
    ] = "never"
    personal: Annotated[
        tuple[str, ...],
        Meta(description="Namen von Programmen, die auch die E-Mail-Adresse bekommen, etwa 10-bekannte."),
    ] = ()
    webhooks: Annotated[tuple[Webhook, ...], Meta(description="Adressen, die von Ereignissen erfahren.")] = ()


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is taken at once. A sender is an IPv4 address or an IPv6 /64, known as an HMAC in memory alone."""

    comments_per_sender: Annotated[int, Meta(description="Kommentare je Absender in zehn Minuten.", ge=1)] = 5
    comments_per_hour: Annotated[
        int, Meta(description="Kommentare je Website und Stunde, bevor jeder eine Bestätigung braucht.", ge=1)
    ] = 60
    contacts_per_sender: Annotated[int, Meta(description="Nachrichten je Absender in zehn Minuten.", ge=1)] = 20
    queue: Annotated[int, Meta(description="Wie viele Kommentare höchstens auf eine Entscheidung warten.", ge=1)] = 1000
    contacts: Annotated[int, Meta(description="Wie viele Nachrichten höchstens aufbewahrt werden.", ge=1)] = 50_000
    free_megabytes: Annotated[int, Meta(description="Wie viel Platz auf dem Datenträger frei bleiben soll.", ge=0)] = (
        100
    )


class Retention(msgspec.Struct, frozen=True, kw_only=True):
    """After how many days what is erased."""

    contacts: Annotated[int, Meta(description="Nachrichten aus Formularen: Tage nach dem Eingang.", ge=1)] = 180
    comments: Annotated[
        int, Meta(description="Veröffentlichte und abgelehnte Kommentare im Eingang: Tage nach der Entscheidung.", ge=1)
    ] = 30
    spam: Annotated[int, Meta(description="Spam und was sich der Eingang davon merkt.", ge=1)] = 90


class InboxConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `inbox.yaml`."""

    address: Annotated[
        str,
        Meta(
            description="Unter welcher Adresse der Eingang von außen erreichbar ist, mit https://.",
            pattern=r"^https?://[^\s/]+(/[^\s?#]*)?$",
            extra={"german": ("adresse",), "example": "address: https://eingang.mein-buero.example/"},
        ),
    ]
    database: Annotated[
        Reference,
        Meta(
            description="Die Datenbank: ein Pfad (SQLite) oder postgresql://…; ohne Angabe inbox.sqlite neben dieser Datei. Ein Kennwort gehört in SITEGEN_DATABASE_PASSWORD.",
            extra={"german": ("datenbank",), "example": "database: /var/lib/sitegen-inbox/inbox.sqlite"},
        ),
    ] = "inbox.sqlite"
    sites: Annotated[
        tuple[InboxSite, ...],
        Meta(
            description="Die Websites, die dieser Eingang bedient.",
            extra={"german": ("websites",), "example": "sites:\n  - id: mein-buero"},
        ),
    ]
    mail: Annotated[Mail | None, Meta(description="Der Mailserver; ohne ihn werden keine Mails verschickt.")] = None
    proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Adressen, deren X-Forwarded-For geglaubt wird.",
            extra={"example": "proxies: 127.0.0.1"},
        ),
    ] = ("127.0.0.1", "::1")
    hooks: Annotated[Hooks, Meta(description="Programme und Adressen, die mitreden oder benachrichtigt werden.")] = (
        Hooks()
    )
    limits: Annotated[Limits, Meta(description="Wie viel auf einmal angenommen wird.")] = Limits()
    retention: Annotated[Retention, Meta(description="Nach wie vielen Tagen was gelöscht wird.")] = Retention()
