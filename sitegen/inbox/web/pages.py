"""Pages from templates, in the colours of the site they belong to. Knows how a page looks, never what it decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import jinja2
import msgspec
from starlette.responses import HTMLResponse, Response

from sitegen.inbox.web.headers import page_headers, secret_page_headers
from sitegen.model.inbox_manifest import InboxManifest, ManifestFace
from sitegen.text.tone import Tone
from sitegen.text.wording import say

TEMPLATES: Final = Path(__file__).parent / "templates"
STYLE_LASTS: Final = 300
"""Seconds that a browser keeps the stylesheet."""

_TOKEN: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")
_VALUE: Final = re.compile(r"""[A-Za-z0-9#%.,"'() /+-]{1,300}""")


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around a page: its site, as far as it is known."""

    site: str = ""
    """Its id here; empty where there is none."""
    manifest: InboxManifest | None = None

    @property
    def tone(self) -> Tone:
        """How visitors are addressed."""
        return self.manifest.tone if self.manifest else Tone.SIE

    def say(self, key: str, **facts: str | int) -> str:
        """A sentence for visitors, in the site's tone."""
        return say(key, self.tone, facts)


NOWHERE: Final = Around()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A way on."""

    url: str
    label: str


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A page that says something, and may have one button."""

    title: str
    texts: tuple[str, ...]
    button: str = ""
    links: tuple[Link, ...] = ()


class Pages:
    """All pages of one inbox."""

    def __init__(self, address: str) -> None:
        """`address` is where the inbox is reached from outside."""
        self.root: Final = urlsplit(address).path.rstrip("/")
        """What all paths begin with behind a proxy; empty at the top of a host."""
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def visitor(
        self,
        template: str,
        around: Around,
        *,
        title: str,
        status: int = 200,
        leads_to: Iterable[str] = (),
        headers: Mapping[str, str] | None = None,
        **values: object,
    ) -> Response:
        """A page for visitors. `leads_to`: where its form leads on to."""
        html = self._html(template, around, title=title, **values)
        return HTMLResponse(html, status, headers={**page_headers(leads_to=leads_to), **(headers or {})})

    def secret(self, template: str, around: Around, *, title: str, status: int = 200, **values: object) -> Response:
        """A page whose address is a key."""
        html = self._html(template, around, title=title, **values)
        return HTMLResponse(html, status, headers=secret_page_headers())

    def notice(
        self, around: Around, notice: Notice, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Response:
        """A page for visitors that only says something."""
        return self.visitor("notice.html", around, title=notice.title, status=status, headers=headers, notice=notice)

    def secret_notice(self, around: Around, notice: Notice, *, status: int = 200) -> Response:
        """Likewise, at an address that is a key."""
        return self.secret("notice.html", around, title=notice.title, status=status, notice=notice)

    def style(self, around: Around) -> Response:
        """The stylesheet, in the colours of a site."""
        face = around.manifest.face if around.manifest else None
        css = self._environment.get_template("style.css").render(**tokens_of(face))
        headers = {"Cache-Control": f"max-age={STYLE_LASTS}", "X-Content-Type-Options": "nosniff"}
        return Response(css, headers=headers, media_type="text/css")

    def path(self, *parts: str) -> str:
        """A path of ours as it is seen from outside."""
        return "/".join((self.root, *parts))

    def _html(self, template: str, around: Around, **values: object) -> str:
        return self._environment.get_template(template).render(
            around=around,
            say=partial(_say, around.tone),
            style=self.path(f"style-{around.site}.css" if around.site else "style.css"),
            language=around.manifest.language if around.manifest else "de-DE",
            **values,
        )


def visitor_notice(around: Around, key: str, **facts: str | int) -> Notice:
    """The notice of `inbox_<key>_title` and `inbox_<key>_text`, with the ways on that the site offers."""
    title, text = (around.say(f"inbox_{key}_{part}", **facts) for part in ("title", "text"))
    return Notice(title=title, texts=(text,), links=ways_on(around))


def ways_on(around: Around) -> tuple[Link, ...]:
    """To another way to reach the owner, and home."""
    manifest = around.manifest
    if manifest is None:
        return ()
    contact = Link(url=manifest.contact_url, label=around.say("inbox_other_way", owner=manifest.owner))
    home = Link(url=manifest.url, label=around.say("inbox_home", title=manifest.title))
    return (contact, home) if manifest.contact_url else (home,)


def tokens_of(face: ManifestFace | None) -> dict[str, dict[str, str]]:
    """Tokens of both schemes that are fit to stand in a stylesheet; the file comes from elsewhere."""
    schemes = {"light": face.light, "dark": face.dark} if face else {"light": {}, "dark": {}}
    return {
        scheme: {name: value for name, value in tokens.items() if _TOKEN.fullmatch(name) and _VALUE.fullmatch(value)}
        for scheme, tokens in schemes.items()
    }


def _say(tone: Tone, key: str, **facts: str | int) -> str:
    return say(key, tone, facts)
