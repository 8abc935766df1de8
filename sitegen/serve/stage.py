"""What the preview shows now: which answer each address gets, and for which open page it is another than before.

The state of one running preview, kept by the thread of the server alone. Never builds and never speaks HTTP.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics.present import LinesOf
from sitegen.diagnostics.present.page import apology_page, findings_page, missing_page, waiting_page
from sitegen.plan.policy import SEARCH_SLOT, SITE_SLOT
from sitegen.serve.finding import INDEX, NOTHING, Found, find
from sitegen.serve.loosening import policy_text
from sitegen.serve.media_types import is_page
from sitegen.serve.rebuilding import Built

LAST_GOOD: Final = "letzter-guter-stand"
"""The name of the parameter, and of the cookie, by which somebody asks for the last good state."""
NOT_FOUND_PAGE: Final = "404.html"
_STYLE_NAME: Final = re.compile(rb"\.[0-9a-f]{10}\.css")
"""The end of a name that holds the digest of a stylesheet."""


class Kind(StrEnum):
    """Where a page that is shown comes from."""

    SITE = "site"
    LAST_GOOD = "last good"
    OURS = "ours"
    """Findings, an apology, or that one has to wait."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The page that stands at an address."""

    kind: Kind
    status: int
    content: bytes
    """Without what is put in on the way to the browser."""

    @property
    def digest(self) -> bytes:
        """Equal for pages between which nobody would see a difference, save by their stylesheets."""
        content = _STYLE_NAME.sub(b".css", self.content)
        return hashlib.blake2b(self.kind.encode() + content, digest_size=16).digest()


class Stage:
    """The answers of one preview."""

    def __init__(self, folder: Path, lines_in: Callable[[], LinesOf]) -> None:
        """`folder` is where the preview is built; `lines_in` looks at the sources as they are when it is called."""
        self.folder = folder
        self._lines_in = lines_in
        self._base = ""
        self.fault = waiting_page()
        """The page that stands in place of the site; empty while all is well."""
        self._faults = 0
        self._has_good = False
        self._early: dict[str, bytes] = {}

    @property
    def token(self) -> str:
        """What the cookie must hold to see the last good state: only until something else is the matter."""
        return str(self._faults) if self.fault and self._has_good else ""

    @property
    def home(self) -> str:
        """The URL path of the home page."""
        return f"{self._base}/"

    def found(self, path: str) -> Found:
        """What stands at a URL path, percent-encoded and without a query."""
        return find(path, self.folder, base=self._base) if self._has_good else NOTHING

    def page(self, path: str, *, token: str) -> Shown:
        """The page at a URL path for somebody whose cookie holds `token`. Addresses of other files have none."""
        if self.fault and (not self.token or token != self.token):
            return Shown(kind=Kind.OURS, status=503, content=self.fault.encode())
        kind = Kind.LAST_GOOD if self.fault else Kind.SITE
        output = self.found(path).output
        if not output or not is_page(output):
            return Shown(kind=kind, status=404, content=self._not_found())
        return Shown(kind=kind, status=200, content=self._content(output))

    def built(self, built: Built) -> None:
        """Take over how a build went."""
        self._early = {}
        result = built.result
        if result is not None and result.written:
            self.fault, self._has_good, self._base = "", True, result.base
            return
        link = f"?{LAST_GOOD}" if self._has_good else ""
        if result is None:
            fault = apology_page(last_good=link)
        else:
            fault = findings_page(result.findings, self._lines_in(), last_good=link)
        if fault != self.fault:
            self.fault = fault
            self._faults += 1

    def early(self, output: str, html: str) -> None:
        """Take over a page of a build that still goes on, if nothing else is the matter."""
        has_slot = SITE_SLOT in html or SEARCH_SLOT in html
        policy = self._policy_for(output) if has_slot else ""
        if not self.fault and policy is not None:
            self._early[output] = html.replace(SITE_SLOT, policy).replace(SEARCH_SLOT, policy).encode()

    def _content(self, output: str) -> bytes:
        if output in self._early:
            return self._early[output]
        try:
            return (self.folder / output).read_bytes()
        except OSError:  # it went while we looked
            return self._not_found()

    def _not_found(self) -> bytes:
        page = self.folder / NOT_FOUND_PAGE
        return page.read_bytes() if page.is_file() else missing_page().encode()

    def _policy_for(self, output: str) -> str | None:
        """The policy that a page had in the last build, or else the home page's, since the whole site shares one."""
        for name in (output, INDEX):
            file = self.folder / name
            text = policy_text(file.read_bytes()) if file.is_file() else None
            if text is not None:
                return text.decode("utf-8", "replace")
        return None
