"""The preview over HTTP, on tornado, with the handlers by which livereload tells a browser to load anew.

Answers GET and HEAD alone, and only who asks by a name of this machine. What livereload watches with is not used.
"""

from __future__ import annotations

import logging
from datetime import datetime
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import escape, web

from sitegen.diagnostics.present import page_wording
from sitegen.diagnostics.present.page import STYLE_DIGEST, apology_page, no_forms_page, refusal_page
from sitegen.serve.finding import Found
from sitegen.serve.hosts import is_answered, is_own_origin
from sitegen.serve.loosening import HELPER_PATH, SCRIPT_PATH, STYLE_PATH, dressed, own_sources
from sitegen.serve.media_types import is_page, media_type
from sitegen.serve.preview import Preview
from sitegen.serve.stage import LAST_GOOD, Kind, Shown

_NEVER_KEPT: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
_FORGET: Final = "0"
_BAR: Final = (
    f'<p class="sitegen-bar">{page_wording.LAST_GOOD_BAR} '
    f'<a href="?{LAST_GOOD}={_FORGET}">{page_wording.BACK_TO_FINDINGS}</a></p>'
)


class Guarded(web.RequestHandler):
    """What all answers have in common."""

    def initialize(self, preview: Preview, bound_to: str) -> None:
        """Called by tornado with what the application was made with."""
        self.preview = preview
        self._bound_to = bound_to

    def set_default_headers(self) -> None:
        """Nothing of a preview is kept, framed or read by others."""
        for name, value in _NEVER_KEPT.items():
            self.set_header(name, value)
        self.clear_header("Server")

    def prepare(self) -> None:
        """Turn away who asks by a foreign name."""
        if not is_answered(self.request.host_name, self._bound_to):
            self.show(refusal_page(), status=403)

    def write_error(self, status_code: int, **_kwargs: object) -> None:
        """Whatever goes wrong is said in German."""
        self.show(apology_page(last_good=""), status=status_code)

    def show(self, page: str, *, status: int) -> None:
        """Answer with a page of ours."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        sources = own_sources(self.request.host)
        allowed = {**sources, "style-src": (*sources["style-src"], STYLE_DIGEST)}
        policy = "; ".join(" ".join((name, *words)) for name, words in allowed.items())
        self.set_header("Content-Security-Policy", f"default-src 'none'; {policy}; base-uri 'none'")
        self.finish(dressed(page.encode(), host=self.request.host))

    @property
    def token(self) -> str:
        """What the cookie of the last good state holds."""
        return self.get_cookie(LAST_GOOD) or ""


class Answers(Guarded, web.StaticFileHandler):
    """Everything of the site."""

    def initialize(self, preview: Preview, bound_to: str) -> None:  # type: ignore[override]
        """As above; files come from the folder of the preview."""
        Guarded.initialize(self, preview, bound_to)
        web.StaticFileHandler.initialize(self, path=str(preview.stage.folder))

    async def head(self, path: str = "") -> None:
        """As GET, without the body."""
        await self.get(path, include_body=False)

    async def get(self, path: str = "", include_body: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002 -- tornado's signature
        """The page or file at an address."""
        address = self.request.path
        found = self.preview.stage.found(address)
        if LAST_GOOD in self.request.query_arguments:
            self._remember_wish(address)
        elif found.moved:
            self.redirect(found.moved)
        elif found.output and not is_page(found.output):
            await self._give_file(found, include_body=include_body)
        else:
            self._give_page(self.preview.serve(address, self.token))

    def post(self, *_path: str) -> None:
        """Forms are for the site that is published."""
        self.show(no_forms_page(), status=405)

    def _remember_wish(self, address: str) -> None:
        """Set or take back the cookie by which the last good state is shown, and come back without the question."""
        if self.get_query_argument(LAST_GOOD) == _FORGET:
            self.clear_cookie(LAST_GOOD)
        else:
            self.set_cookie(LAST_GOOD, self.preview.stage.token, httponly=True, samesite="Strict")
        self.redirect(f"/{address.lstrip('/')}")

    async def _give_file(self, found: Found, *, include_body: bool) -> None:
        await super().get(found.output, include_body=include_body)

    def _give_page(self, shown: Shown) -> None:
        if shown.kind is Kind.OURS:
            self.show(shown.content.decode(), status=shown.status)
            return
        self.set_status(shown.status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        bar = _BAR if shown.kind is Kind.LAST_GOOD else ""
        self.finish(dressed(shown.content, host=self.request.host, bar=bar))

    def get_content_type(self) -> str:
        """By our own list, the same on every machine."""
        return media_type(self.absolute_path or "")

    def get_cache_time(self, path: str, modified: datetime | None, mime_type: str) -> int:  # noqa: ARG002 -- tornado's signature
        """Nothing is kept."""
        return 0

    def compute_etag(self) -> str | None:
        """None: a preview is asked anew each time."""
        return None

    def should_return_304(self) -> bool:
        """Never."""
        return False


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """The script of livereload."""


class OwnFile(Guarded):
    """A file of ours that the preview puts into each page."""

    def get(self) -> None:
        """The file by the last part of its address."""
        name = self.request.path.rpartition("/")[2]
        self.set_header("Content-Type", media_type(name))
        self.finish(files(__package__).joinpath(name).read_bytes())


class Connection(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """An open page, by its connection."""

    path = ""
    digest: bytes | None = None

    def check_origin(self, origin: str) -> bool:
        """Only pages of this preview may listen."""
        return is_own_origin(origin, self.request.host)

    def on_message(self, message: str | bytes) -> None:
        """The handshake of livereload; with its last part the page says where it is."""
        try:
            super().on_message(message)
            said = escape.json_decode(message)
            url = said["url"] if said["command"] == "info" else None
        except (AttributeError, KeyError, TypeError, ValueError):
            self.close()
            return
        if isinstance(url, str):
            self.path = urlsplit(url).path
            self.preview.join(self)

    def on_close(self) -> None:
        """The page is gone."""
        super().on_close()
        self.preview.leave(self)

    def reload(self, what: str) -> None:
        """Send livereload's message."""
        self.send_message({"command": "reload", "path": what, "liveCSS": True, "liveImg": False})


def application(preview: Preview, *, bound_to: str) -> web.Application:
    """The server's routes; `bound_to` is the address it listens at."""
    for name in ("tornado", "livereload"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    given: dict[str, Any] = {"preview": preview, "bound_to": bound_to}
    return web.Application(
        [
            ("/livereload", Connection, given),
            (SCRIPT_PATH, Script, given),
            (HELPER_PATH, OwnFile, given),
            (STYLE_PATH, OwnFile, given),
            (".*", Answers, given),
        ],
        log_function=lambda _handler: None,
        default_host=bound_to,
        websocket_ping_interval=30,
    )
