"""Missing pictures and files of the old site, fetched from itself and from nobody else, and only when asked to.

What comes is kept in `.sitegen/imported-uploads/`, named as among the uploads. It must be what its name says. How a
server is asked, and how long it is listened to, stands in `old_server`.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from sitegen.importers import wording
from sitegen.importers.wordpress.layout import File
from sitegen.importers.wordpress.media import PICTURES, Media, Uploads, is_readable, runs
from sitegen.importers.wordpress.old_server import Limits, NobodyThereError, NotFetchedError, content_of
from sitegen.importers.wordpress.placing import host_of
from sitegen.importers.wordpress.survey import Survey
from sitegen.text.plurals import counted

FETCHED: Final = ".sitegen/imported-uploads"
_SILENCES: Final = 8
"""Questions behind each other without any answer: the old site is not there any more."""
_REFUSALS: Final = 100
"""Files behind each other that did not come: it is there and has nothing."""
_WORDPRESS_COM: Final = re.compile(r"([a-z0-9-]+)\.wordpress\.com")
_PAGE: Final = re.compile(rb"\s*(?:<!doctype html|<html|<\?php)", re.IGNORECASE)
_BEGINNINGS: Final = {".pdf": b"%PDF", ".zip": b"PK", ".docx": b"PK", ".xlsx": b"PK", ".pptx": b"PK", ".odt": b"PK"}
_HEAD: Final = 1024
"""Bytes in which a file says what it is; a PDF may have something before it."""
_NO_SUCH_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ENOTDIR, errno.EISDIR})


def fetch(
    root: Path,
    looked: Survey,
    uploads: tuple[Path, ...],
    *,
    tell: Callable[[str], None],
    limits: Limits = Limits(),  # noqa: B008 -- frozen
) -> Iterator[str]:
    """Fetch attachments that are in none of the folders; yields a sentence for each that did not come.

    OSError of the disk may pass through.
    """
    folder = root / FETCHED
    hosts = own_hosts(looked.channel.url)
    wanted = _wanted(looked, (*uploads, *((folder,) if folder.is_dir() else ())))
    if wanted:
        count = counted(len(wanted), "Datei wird", "Dateien werden")
        tell(wording.DOWNLOADING.format(count=count, host=min(hosts, default="")))
    silences = refusals = total = 0
    for file in wanted:
        if silences >= _SILENCES or refusals >= _REFUSALS:
            yield wording.DOWNLOAD_STOPPED.format(count=refusals)
            return
        try:
            content = content_of(file.item.attachment_url, hosts=hosts, limits=limits)
            total += len(content)
            if total > limits.most:
                yield wording.DOWNLOAD_FULL.format(most=limits.most >> 30)
                return
            _keep(folder / file.upload, content)
            silences = refusals = 0
        except NotFetchedError as error:
            refusals += 1
            silences = silences + 1 if isinstance(error, NobodyThereError) else 0
            yield wording.DOWNLOAD_REFUSED.format(address=file.item.attachment_url, reason=error)


def _wanted(looked: Survey, folders: Sequence[Path]) -> list[File]:
    attachments = [item for item in looked.items if item.type == "attachment"]
    media = Media(attachments, looked.channel, Uploads(*folders), base="")
    return [file for file in media.files.values() if not file.there and not runs(file.upload)]


def own_hosts(url: str) -> frozenset[str]:
    """The host of the old site, with and without `www.`, and where WordPress.com keeps its files."""
    host = host_of(url)
    found = _WORDPRESS_COM.fullmatch(host)
    more = {f"{found[1]}.files.wordpress.com"} if found else set()
    return frozenset({host, f"www.{host}", *more} - {"", "www."})


def _keep(place: Path, content: bytes) -> None:
    """Written whole; what is not what its name says is no file of ours. Raises NotFetchedError for it."""
    ending = place.suffix.lower()
    if _PAGE.match(content):
        raise NotFetchedError(wording.ANSWER_IS_PAGE)
    if _BEGINNINGS.get(ending, b"") not in content[:_HEAD]:
        raise NotFetchedError(wording.ANSWER_OTHER)
    beside = place.with_name(f".being-fetched{ending if ending in PICTURES else ''}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        if ending in PICTURES and not is_readable(beside):
            beside.unlink()
            raise NotFetchedError(wording.ANSWER_NO_PICTURE)
        beside.replace(place)
    except OSError as error:
        if error.errno not in _NO_SUCH_NAME and not isinstance(error, FileExistsError):
            raise
        raise NotFetchedError(wording.NO_SUCH_NAME) from error
