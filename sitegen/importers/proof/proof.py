"""The proof that nothing has led nowhere: every line of `old-urls.csv`, asked of the built site as each host shows it.

Reads the folder of the site and what a build has written for servers; asks no network and changes nothing.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from sitegen.importers.proof import hosted, servers
from sitegen.importers.proof.rules import Asked, Rules, Said, asked
from sitegen.model.addresses import output_path, with_base
from sitegen.model.common import alias_path, is_path
from sitegen.model.old_urls import KeptOldUrl
from sitegen.plan.old_urls import OWNER, owner_word

End = Literal["answers", "leads", "lost", "same_page", "no_rule", "broken", "unexplained"]
"""What becomes of an address: it answers itself; it leads to what does; a loss that is listed; the page at its path,
whatever is asked there; a file that this host cannot lead on from; nothing; a loss that nobody has explained."""

FAILED: Final[frozenset[End]] = frozenset({"broken", "unexplained"})
_HOPS: Final = 5
_LEADS_ON: Final = re.compile(r'http-equiv="?refresh"? content="0; ?url=([^"]*)"', re.IGNORECASE)
_FOUND: Final = 200
_LOST: Final = 404
_GONE: Final = 410
_PAGE: Final = 4096
"""Bytes in which a page says that it leads on."""


class Host(msgspec.Struct, frozen=True):
    """A kind of host."""

    name: str
    """As `hosting:` names it, or the server's own name."""
    rules: Rules
    knows_queries: bool
    knows_files: bool
    """Whether it can lead on from what is no page."""


class Ended(msgspec.Struct, frozen=True):
    """What one host makes of one address."""

    url: KeptOldUrl
    end: End
    to: str = ""


class Proof(msgspec.Struct, frozen=True):
    """All addresses at one host."""

    host: str
    ended: tuple[Ended, ...]

    @property
    def counts(self) -> Counter[End]:
        """How many end how."""
        return Counter(one.end for one in self.ended)

    @property
    def failed(self) -> tuple[Ended, ...]:
        """Those that lead nowhere without a word."""
        return tuple(one for one in self.ended if one.end in FAILED)


def prove(out: Path, rules: Path, urls: Iterable[KeptOldUrl], *, base: str) -> tuple[Proof, ...]:
    """Every address at every host. `out` is the built site, `rules` the folder with the files for own servers.

    OSError of the disk may pass through.
    """
    site = _Files(out, base)
    known = tuple(urls)
    return tuple(Proof(host.name, tuple(_ended(url, host, site) for url in known)) for host in hosts(out, rules, base))


def hosts(out: Path, rules: Path, base: str) -> Iterator[Host]:
    """All that the documentation names, with what a build has written for them."""
    redirects = _text(out / "_redirects")
    yield Host("apache", servers.apache(_text(out / ".htaccess"), base), knows_queries=True, knows_files=True)
    yield Host("nginx", servers.nginx(_text(rules / "nginx.conf"), base), knows_queries=True, knows_files=True)
    yield Host("caddy", servers.caddy(_text(rules / "Caddyfile"), base), knows_queries=True, knows_files=True)
    told = any(len(line.split()) > hosted.FIELDS for line in redirects.splitlines())
    yield Host("netlify", hosted.netlify(redirects, base), knows_queries=told, knows_files=True)
    yield Host("cloudflare-pages", hosted.cloudflare(redirects, base), knows_queries=False, knows_files=False)
    yield Host("gitlab-pages", hosted.gitlab(redirects, base), knows_queries=False, knows_files=False)
    yield Host("github-pages", hosted.pages(redirects, base), knows_queries=False, knows_files=False)


class _Files:
    """The built site as a plain server shows it."""

    def __init__(self, out: Path, base: str) -> None:
        self.base = base
        self._out = out
        self.ruled = servers.apache(_text(out / ".htaccess"), base)
        """What the site has to say of an address, as the file knows it that every site has."""
        self._files = {
            Path(place, name).relative_to(out).as_posix() for place, _, names in os.walk(out) for name in names
        }
        self._pages: dict[str, Said] = {}

    def said(self, path: str) -> Said:
        """Status and, for a page that leads on, where to. `path` is decoded."""
        if path not in self._pages:
            self._pages[path] = self._looked_for(path)
        return self._pages[path]

    def is_gone(self, request: Asked) -> bool:
        """Whether the site says so of what it does not show; hosts without a word for it find nothing there."""
        said = self.ruled(request)
        return said is not None and said.status == _GONE

    def _looked_for(self, path: str) -> Said:
        if not path.startswith(f"{self.base}/"):
            return Said(_LOST)
        file = output_path(path.replace("%", "%25"), self.base)
        if file not in self._files and f"{file}/index.html" in self._files:
            file = f"{file}/index.html"
        if file not in self._files:
            return Said(_LOST)
        if not file.endswith((".html", ".htm")):
            return Said(_FOUND)
        with (self._out / file).open("rb") as stream:
            found = _LEADS_ON.search(stream.read(_PAGE).decode("utf-8", "replace"))
        return Said(_FOUND, found[1]) if found else Said(_FOUND)


def _ended(url: KeptOldUrl, host: Host, site: _Files) -> Ended:
    request = _request(url, site)
    if request is None:
        return Ended(url, "unexplained" if url.target or not url.reason else "lost")
    ruled = host.rules(request)
    status, to = _last(ruled or site.said(request.path), host, site)
    if status != _FOUND:
        return Ended(url, _without_answer(url, request, host, is_gone=status == _GONE or site.is_gone(request)), to)
    if ruled is None and request.query:
        return Ended(url, _at_the_same_page(url, request, host, site))
    return Ended(url, "leads" if to else "answers", to)


def _without_answer(url: KeptOldUrl, request: Asked, host: Host, *, is_gone: bool) -> End:
    if not url.target:
        return "lost" if url.reason else "unexplained"
    if is_gone:
        return "lost"
    return "broken" if host.knows_files or _is_page(request.path) else "no_rule"


def _at_the_same_page(url: KeptOldUrl, request: Asked, host: Host, site: _Files) -> End:
    if not url.target:
        return "lost" if url.reason else "unexplained"
    if site.ruled(request) is None and _stays(url.target, request, site):
        return "answers"
    return "broken" if host.knows_queries else "same_page"


def _request(url: KeptOldUrl, site: _Files) -> Asked | None:
    """As a server of the new site is asked; None for what is no address there."""
    path, mark, query = url.old.partition("#")[0].partition("?")
    return asked(f"{with_base(alias_path(path), site.base)}{mark}{query}") if is_path(path) else None


def _last(said: Said, host: Host, site: _Files) -> tuple[int, str]:
    """The status at the end of the way, and where that is; empty where it leads nowhere else."""
    to = ""
    for _ in range(_HOPS):
        if not said.to:
            return said.status, to
        to = said.to
        request = asked(to)
        said = host.rules(request) or site.said(request.path)
    return _LOST, to


def _stays(target: str, request: Asked, site: _Files) -> bool:
    """Whether the page at the path is what is meant, so that nobody needs to be led."""
    at = request.path.removeprefix(site.base).removesuffix("index.php")
    if at == "/":
        return target in {"/", "content/index.md"} or bool(OWNER.fullmatch(target))
    return target == at or owner_word(target) in {f"page:{at.strip('/')}", "list:blog"}


def _is_page(path: str) -> bool:
    """Whether a page can stand there: a folder, or what ends like one."""
    return "." not in path.rpartition("/")[2] or path.endswith((".html", ".htm"))


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace") if file.is_file() else ""
