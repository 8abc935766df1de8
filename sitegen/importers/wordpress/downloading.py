"""Missing pictures and files of the old site, fetched from itself and from nobody else, and only when asked to.

What comes is kept in `.sitegen/imported-uploads/`, named as among the uploads. Every answer is limited in size, must be
what its name says, and may lead on to the same host only. Never sends anything but the address.
"""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from sitegen.importers import wording
from sitegen.importers.wordpress.media import PICTURES, Media, Uploads, is_readable
from sitegen.importers.wordpress.placing import host_of
from sitegen.importers.wordpress.survey import Survey
from sitegen.text.plurals import counted

FETCHED: Final = ".sitegen/imported-uploads"
LARGEST: Final = 60 << 20
"""Bytes of one file."""
_PATIENCE: Final = 30
"""Seconds until an answer begins."""
_GIVES_UP_AFTER: Final = 8
"""Failures behind each other: the old site is not there any more."""
_AGENT: Final = "sitegen import"
_WORDPRESS_COM: Final = re.compile(r"([a-z0-9-]+)\.wordpress\.com")
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


class NotFetchedError(Exception):
    """Why a file did not come, in German."""


def fetch(root: Path, looked: Survey, uploads: tuple[Path, ...], *, tell: Callable[[str], None]) -> Iterator[str]:
    """Fetch attachments that are in none of the folders; yields a sentence for each that did not come."""
    folder = root / FETCHED
    hosts = own_hosts(looked.channel.url)
    there = Uploads(*uploads, *((folder,) if folder.is_dir() else ()))
    attachments = [item for item in looked.items if item.type == "attachment"]
    media = Media(attachments, looked.channel, there, base="")
    wanted = [file for file in media.files.values() if not file.there]
    if wanted:
        tell(
            wording.DOWNLOADING.format(
                count=counted(len(wanted), "Datei wird", "Dateien werden"), host=min(hosts, default="")
            )
        )
    failures = 0
    for file in wanted:
        if failures >= _GIVES_UP_AFTER:
            yield wording.DOWNLOAD_STOPPED.format(count=failures)
            return
        try:
            _keep(folder / file.upload, _content(file.item.attachment_url, hosts))
            failures = 0
        except (NotFetchedError, OSError, HTTPException, ValueError) as error:
            failures += not isinstance(error, NotFetchedError)
            reason = str(error) if isinstance(error, NotFetchedError) else wording.NO_ANSWER
            yield wording.DOWNLOAD_REFUSED.format(address=file.item.attachment_url, reason=reason)


def own_hosts(url: str) -> frozenset[str]:
    """The host of the old site, with and without `www.`, and where WordPress.com keeps its files."""
    host = host_of(url)
    found = _WORDPRESS_COM.fullmatch(host)
    more = {f"{found[1]}.files.wordpress.com"} if found else set()
    return frozenset({host, f"www.{host}", *more} - {"", "www."})


def _content(address: str, hosts: frozenset[str]) -> bytes:
    """What the address answers. Raises NotFetchedError with a German reason, OSError where the network fails."""
    request = urllib.request.Request(_allowed(address, hosts), headers={"User-Agent": _AGENT})  # noqa: S310 -- checked there
    with urllib.request.build_opener(_SameSite(hosts)).open(request, timeout=_PATIENCE) as answer:
        if answer.headers.get_content_type() in _PAGES:
            raise NotFetchedError(wording.ANSWER_IS_PAGE)
        content: bytes = answer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotFetchedError(wording.ANSWER_TOO_LARGE)
    return content


def _allowed(address: str, hosts: frozenset[str]) -> str:
    """The address with every letter that needs it in percent signs. Raises NotFetchedError for a foreign one."""
    parts = urlsplit(address.strip())
    if parts.scheme not in {"http", "https"} or (parts.hostname or "") not in hosts:
        raise NotFetchedError(wording.FOREIGN_HOST)
    path = quote(unquote(parts.path))
    return parts._replace(path=path, fragment="").geturl()


def _keep(place: Path, content: bytes) -> None:
    """Written whole; a picture that is none is no file of ours. Raises NotFetchedError for it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name[-100:]}.new{PurePosixPath(place.name).suffix}")
    beside.write_bytes(content)
    if place.suffix.lower() in PICTURES and not is_readable(beside):
        beside.unlink()
        raise NotFetchedError(wording.ANSWER_NO_PICTURE)
    beside.replace(place)


class _SameSite(urllib.request.HTTPRedirectHandler):
    """Follows a redirect within the old site, and none that leaves it."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts

    def redirect_request(self, *args: object, **named: object) -> urllib.request.Request | None:
        """As urllib asks; the new address is the last argument. Raises NotFetchedError for a foreign one."""
        address = str(named.get("newurl", args[-1]))
        _allowed(address, self._hosts)
        return super().redirect_request(*args, **named)  # type: ignore[arg-type]
