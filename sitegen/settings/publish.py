"""What `site.yaml` may say about where the site goes: `publish:`, one group for each kind of place. Values only.

No password and no key stands here; `settings.publish_checks` refuses what looks like one.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference

_HOST: Final = r"^[A-Za-z0-9_.\-:]+$"
_NO_OPTION: Final = r"^[^\-\s]\S*$"
_USER: Final = r"^[^\-\s/:][^\s/:]*$"
"""With a slash or a colon rsync would read `user@host:folder` as a folder of this machine, or as another protocol."""
_FINGERPRINT: Final = r"^SHA256:[A-Za-z0-9+/]{43}=?$"

Webspace = Literal["ionos", "strato", "all-inkl", "hetzner", "netcup"]

FolderField = Annotated[
    str,
    Meta(
        description="Der Ordner auf dem Webspace, aus dem die Website ausgeliefert wird; ohne Angabe wie beim Anbieter üblich.",
        extra={"german": ("ordner", "verzeichnis", "pfad"), "example": "folder: /httpdocs"},
    ),
]
PrecompressField = Annotated[
    bool,
    Meta(
        description="Ob neben jede Textdatei gepackte Fassungen (.gz und .br) gelegt werden, die manche Server direkt ausliefern.",
        extra={"german": ("packen", "komprimieren"), "example": "precompress: yes"},
    ),
]
WebspaceField = Annotated[
    Webspace | None,
    Meta(
        description="Der Anbieter, wenn er einer von diesen ist: ionos, strato, all-inkl, hetzner, netcup. Davon hängen Port und Ordner ab.",
        extra={"german": ("anbieter", "hoster"), "example": "webspace: ionos"},
    ),
]
HostField = Annotated[
    str,
    Meta(
        description="Der Name des Servers, wie ihn der Anbieter bei den SFTP-Zugangsdaten nennt.",
        pattern=_HOST,
        extra={"german": ("server", "rechner"), "example": "host: access-1234567.webspace-host.example"},
    ),
]
UserField = Annotated[
    str,
    Meta(
        description="Der Benutzername des Zugangs. Das Passwort gehört nicht hierher.",
        pattern=_USER,
        extra={"german": ("benutzer", "benutzername", "nutzer"), "example": "user: u1234567"},
    ),
]
PortField = Annotated[
    int | None, Meta(description="Der Port; ohne Angabe 22.", extra={"example": "port: 22"}, ge=1, le=65535)
]
HostKeyField = Annotated[
    tuple[Annotated[str, Meta(pattern=_FINGERPRINT)], ...],
    Meta(
        description="Der Fingerabdruck des Servers (SHA256:…), an dem er erkannt wird. Beim ersten Mal nennt sitegen die Zeile dafür.",
        extra={"german": ("fingerabdruck",), "example": "host_key: SHA256:uNiVztksCsDhcc0u9e8BrcBuaYSXtV+FbMMKvkzgXo0"},
    ),
]
KeyFileField = Annotated[
    Reference,
    Meta(
        description="Die Datei mit Ihrem privaten SSH-Schlüssel, außerhalb der Website; ohne Angabe die üblichen und der SSH-Agent.",
        extra={"german": ("schlüsseldatei",), "example": "key_file: ~/.ssh/id_ed25519"},
    ),
]
RemoteField = Annotated[
    str,
    Meta(
        description="Das entfernte Git-Verzeichnis: ein Name wie origin oder eine Adresse.",
        pattern=_NO_OPTION,
        extra={"example": "remote: origin"},
    ),
]
BranchField = Annotated[
    str,
    Meta(
        description="Der Zweig.",
        pattern=r"^(?!.*(\.\.|//|@\{))[A-Za-z0-9][\w./\-]*$",
        extra={"german": ("zweig",), "example": "branch: pages"},
    ),
]


class SftpTarget(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="sftp"):
    """Webspace that takes files by SFTP: what most providers have."""

    webspace: WebspaceField = None
    host: HostField
    user: UserField
    port: PortField = None
    folder: FolderField = ""
    host_key: HostKeyField = ()
    key_file: KeyFileField = ""
    precompress: PrecompressField = False


class RsyncTarget(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="rsync"):
    """Webspace or a server of one's own with SSH and rsync: only the changed parts of a file travel."""

    webspace: WebspaceField = None
    host: HostField
    user: UserField
    port: PortField = None
    folder: FolderField = ""
    host_key: HostKeyField = ()
    key_file: KeyFileField = ""
    precompress: PrecompressField = False


class S3Target(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="s3"):
    """Object storage that speaks S3, with or without a CDN before it."""

    bucket: Annotated[
        str,
        Meta(
            description="Der Name des Speichers (Bucket).",
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._\-]{1,61}[A-Za-z0-9]$",
            extra={"german": ("speicher",), "example": "bucket: mein-buero"},
        ),
    ]
    endpoint: Annotated[
        str,
        Meta(
            description="Die Adresse des Dienstes, wenn es nicht Amazon ist.",
            pattern=r"^https?://[^\s/]+/?$",
            extra={"german": ("adresse", "dienst"), "example": "endpoint: https://s3.eu-central-1.example"},
        ),
    ] = ""
    region: Annotated[str, Meta(description="Die Region.", pattern=r"^[a-z0-9\-]*$")] = ""
    folder: Annotated[
        str,
        Meta(
            description="Der Anfang aller Namen im Speicher; ohne Angabe keiner.",
            extra={"german": ("ordner", "prefix"), "example": "folder: website"},
        ),
    ] = ""


class GitBranchTarget(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="git-branch"):
    """A branch that holds the finished pages and nothing else, as GitHub Pages, GitLab and Forgejo serve them."""

    remote: RemoteField = "origin"
    branch: BranchField = "pages"


class GitPushTarget(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="git-push"):
    """The sources are pushed; a pipeline there builds and publishes."""

    remote: RemoteField = "origin"
    branch: Annotated[
        str,
        Meta(
            description="Der Zweig; ohne Angabe der, auf dem Sie arbeiten.",
            pattern=r"^$|^(?!.*(\.\.|//|@\{))[A-Za-z0-9][\w./\-]*$",
            extra={"german": ("zweig",), "example": "branch: main"},
        ),
    ] = ""


class FolderPlace(msgspec.Struct, frozen=True, kw_only=True, tag_field="to", tag="folder"):
    """A folder on this machine, for instance that of the web server itself."""

    folder: Annotated[
        str,
        Meta(
            description="Der Ordner; er muss schon da sein.",
            pattern=r"\S",
            extra={"german": ("ordner", "verzeichnis"), "example": "folder: /var/www/mein-buero"},
        ),
    ]
    precompress: PrecompressField = False


GERMAN_TARGETS: Final = {
    "webspace": "sftp",
    "ftp": "sftp",
    "ssh": "rsync",
    "speicher": "s3",
    "amazon": "s3",
    "zweig": "git-branch",
    "pages": "git-branch",
    "github pages": "git-branch",
    "git": "git-push",
    "ordner": "folder",
}
"""What an owner may type after `to:`, and what is proposed then."""

Publish = SftpTarget | RsyncTarget | S3Target | GitBranchTarget | GitPushTarget | FolderPlace
"""The section `publish:`; `to` says which."""
