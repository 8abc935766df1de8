"""Pictures and files of the old site: which one an address means, in whatever size, and where it lies from now on.

Pure but for the index of a folder of uploads. `placing` of texts knows nothing of this.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.importers.file_names import safe_path
from sitegen.importers.wordpress.layout import File
from sitegen.importers.wordpress.naming import Names
from sitegen.importers.wordpress.placing import host_of
from sitegen.importers.wordpress.records import Channel, Item
from sitegen.model.addresses import url_of_file
from sitegen.output.pictures.faults import PictureError
from sitegen.output.pictures.opening import opened

PICTURES: Final = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".heic", ".heif"}
)
RUNS: Final = frozenset(
    {
        ".php",
        ".php3",
        ".php4",
        ".php5",
        ".php7",
        ".php8",
        ".phps",
        ".pht",
        ".phtml",
        ".phar",
        ".cgi",
        ".pl",
        ".py",
        ".rb",
    }
    | {".sh", ".asp", ".aspx", ".jsp", ".shtml", ".html", ".htm", ".xhtml", ".js", ".mjs", ".exe", ".bat", ".cmd"}
)
"""Endings of files that a server or a visitor's browser would run; among uploads they are no content."""
_UPLOADS: Final = "/wp-content/uploads/"
_OF_NETWORK: Final = re.compile(r"^sites/\d+/")
"""Where a network of several sites keeps the uploads of one."""
_PHOTON: Final = re.compile(r"i[0-3]\.wp\.com|s[0-9]\.wp\.com")
_SIZED: Final = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z0-9]+$)|-(?:scaled|rotated)(?=\.[A-Za-z0-9]+$)")
_EDITED: Final = re.compile(r"-e\d{10,}(?=[.-])")
_ENDS: Final = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND"}
"""What stands at the end of a whole file; programs write a little behind it."""
_END_OF_FILE: Final = 64 << 10
_SIZE: Final = re.compile(r"-(\d+)x(\d+)$")


class Uploads:
    """The files of a folder `wp-content/uploads`, or of one that holds it, by the path that addresses give them."""

    def __init__(self, *folders: Path) -> None:
        self._files: dict[str, Path] = {}
        self._exact: dict[str, Path] = {}
        for folder in folders:
            root = next((one for one in (folder / "wp-content/uploads", folder / "uploads") if one.is_dir()), folder)
            for place, _, names in os.walk(root):
                for name in names:
                    path = Path(place, name)
                    if path.is_file() and not path.is_symlink():
                        upload = _clean(path.relative_to(root).as_posix())
                        self._files.setdefault(_folded(upload), path)
                        self._exact[_composed(upload)] = path

    def find(self, upload: str) -> Path | None:
        """The file itself, else the original it was made of, else the largest that was made of it."""
        for name in dict.fromkeys((upload, original(upload), _OF_NETWORK.sub("", upload))):
            found = self._exact.get(_composed(name)) or self._files.get(_folded(name))
            if found is not None:
                return found
        return self._largest(upload)

    def _largest(self, upload: str) -> Path | None:
        name = PurePosixPath(_folded(original(upload)))
        start = f"{name.parent.as_posix()}/{name.stem}-"
        made = [
            (int(size[1]) * int(size[2]), path)
            for key, path in self._files.items()
            if key.startswith(start) and key.endswith(name.suffix)
            for size in [_SIZE.search(key.removesuffix(name.suffix))]
            if size and _folded(original(key)) == str(name)
        ]
        return max(made)[1] if made else None


class Media:
    """Which file an address of the old site means. Remembers what was asked for, so that it can be taken along."""

    def __init__(self, attachments: Iterable[Item], channel: Channel, uploads: Uploads, *, base: str) -> None:
        self._base = base
        self.used: dict[str, File] = {}
        self._titles: dict[str, dict[str, None]] = {}
        self._new: dict[str, None] = {}
        self._names = Names(frozenset())
        self._uploads = uploads
        self._by_upload: dict[str, File] = {}
        """In small letters: addresses in texts are not exact, and most servers were."""
        self._by_name: dict[str, File] = {}
        """As written: two files may differ in nothing but capitals."""
        self.files: dict[str, File] = {}
        self.nowhere: list[Item] = []
        """Attachments of which the export does not say where they are."""
        items = list(attachments)
        self._hosts = {host_of(channel.url), *(host_of(item.attachment_url) for item in items)} - {""}
        self._roots = dict.fromkeys(root for item in items if (root := _root_of(item)))
        self._elsewhere: dict[str, str] = {}
        """Addresses of attachments that lie in no folder of uploads, and the uploads they are here."""
        for item in items:
            upload = self.upload_of(item.attachment_url) or item.meta.get("_wp_attached_file", "").strip()
            upload = upload or self._placed_by_address(item.attachment_url)
            if not upload:
                self.nowhere.append(item)
            else:
                file = self._file(item, upload)
                self.files[item.id] = file
                self._by_name.setdefault(_composed(upload), file)
                self._by_upload.setdefault(_folded(upload), file)
                self._by_upload.setdefault(_folded(original(upload)), file)

    def meant(self, address: str) -> File | None:
        """The file that an address means; None for what never lay among the uploads of the site."""
        upload = self.upload_of(address)
        if not upload:
            return None
        known = self._by_name.get(_composed(upload)) or self._by_name.get(_composed(original(upload)))
        known = known or self._by_upload.get(_folded(upload)) or self._by_upload.get(_folded(original(upload)))
        if known is None:
            item = Item(id="", type="attachment", attachment_url=address)
            known = self._file(item, original(upload) if _is_picture(upload) else upload)
            self._by_upload[_folded(upload)] = self._by_upload[_folded(original(upload))] = known
        return self._use(known)

    def with_id(self, item_id: str) -> File | None:
        """The attachment with this id; it counts as used."""
        file = self.files.get(item_id)
        return None if file is None else self._use(file)

    def _use(self, file: File) -> File:
        self.used.setdefault(file.path, file)
        self._new[file.path] = None
        return file

    def shown_in(self, title: str) -> None:
        """What was asked for since the last time is shown in the text with this title."""
        for path in self._new:
            self._titles.setdefault(path, {})[title] = None
        self._new = {}

    def titles_of(self, path: str) -> tuple[str, ...]:
        """The titles of the texts that show a file."""
        return tuple(self._titles.get(path, ()))

    def upload_of(self, address: str) -> str:
        """`https://i0.wp.com/www.x.de/wp-content/uploads/2019/03/a.jpg?w=300` → `2019/03/a.jpg`; else empty."""
        try:
            parts = urlsplit(address.strip())
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return ""
        path = unquote(parts.path)
        if _PHOTON.fullmatch(host):
            host, _, path = path.lstrip("/").partition("/")
            host, path = host.removeprefix("www."), f"/{path}"
        if host and host not in self._hosts:
            return ""
        if _UPLOADS in path:
            return _clean(path.partition(_UPLOADS)[2])
        known = self._elsewhere.get(f"{host}{path}", "")
        root = next((root for at, root in self._roots if host in {"", at} and path.startswith(root)), "")
        if known or root:
            return known or _clean(path.removeprefix(root))
        # WordPress.com keeps files on a host of their own, without a folder.
        return _clean(path) if host.endswith(".files.wordpress.com") else ""

    def _placed_by_address(self, address: str) -> str:
        """The upload of an attachment that lies anywhere else: the path of its address."""
        host, path = host_of(address), _path_of(address)
        upload = _clean(path) if host and PurePosixPath(path).suffix else ""
        if upload:
            self._elsewhere[f"{host}{path}"] = upload
        return upload

    def _file(self, item: Item, upload: str) -> File:
        upload = _clean(upload)
        known = self._by_name.get(_composed(upload))
        if known is not None:
            return msgspec.structs.replace(known, item=item)
        path, url = _place_of(upload, self._base)
        if not self._names.free(path):
            stem, dot, ending = path.rpartition(".")
            count = next(count for count in itertools.count(2) if self._names.free(f"{stem}-{count}{dot}{ending}"))
            path = f"{stem}-{count}{dot}{ending}"
            url = url and url_of_file(path.removeprefix("static/"), self._base)
        self._names.take(path)
        source = self._uploads.find(upload)
        there = source is not None and not runs(upload) and (not _is_picture(upload) or is_readable(source))
        return File(item=item, upload=upload, path=path, url=url, there=there)

    def source(self, file: File) -> Path | None:
        """Where its bytes are; None for a gap."""
        return self._uploads.find(file.upload)


def is_readable(path: Path) -> bool:
    """Whether a picture can be opened, and is whole as far as its end says."""
    ending = path.suffix.lower()
    try:
        if ending == ".svg":
            return b"<svg" in path.read_bytes()[:100_000]
        with opened(path) as picture:
            form = picture.format or ""
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - _END_OF_FILE))
            return _ENDS.get(form, b"") in stream.read()
    except (OSError, PictureError):
        return False


def original(upload: str) -> str:
    """Without what WordPress adds for sizes and changes: `a-300x200.jpg`, `a-scaled.jpg` → `a.jpg`."""
    return _EDITED.sub("", _SIZED.sub("", upload))


def is_picture(file: File) -> bool:
    """Whether a file is shown, rather than handed out."""
    return _is_picture(file.upload)


def runs(upload: str) -> bool:
    """Whether a server or a browser would run a file, by any of its endings: Apache also heeds `a.php.txt`."""
    return any(ending.lower() in RUNS for ending in PurePosixPath(upload.rstrip(". ")).suffixes)


def alt_of(file: File) -> str:
    """What WordPress says is to be seen."""
    return " ".join(file.item.meta.get("_wp_attachment_image_alt", "").split())


def _root_of(item: Item) -> tuple[str, str] | None:
    """Host and folder of uploads that are not where they mostly are: `/files/` in older networks, or as set up."""
    host, path, file = (
        host_of(item.attachment_url),
        _path_of(item.attachment_url),
        item.meta.get("_wp_attached_file", ""),
    )
    if not file or not host or _UPLOADS in path or not path.endswith(f"/{file}") or path == f"/{file}":
        return None
    return host, path.removesuffix(file)


def _path_of(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip()).path)
    except ValueError:
        return ""


def _is_picture(upload: str) -> bool:
    return PurePosixPath(upload).suffix.lower() in PICTURES


def _place_of(upload: str, base: str) -> tuple[str, str]:
    """Pictures go where pictures are; any other file keeps its very address."""
    if _is_picture(upload):
        return f"content/pictures/{upload}", ""
    return f"static{_UPLOADS}{upload}", url_of_file(f"{_UPLOADS}{upload}".lstrip("/"), base)


def _clean(path: str) -> str:
    """A path that stays where it belongs, and that a build and every disk take; empty for none."""
    return safe_path(path) if path.strip("/") else ""


def _folded(path: str) -> str:
    return _composed(path).casefold()


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", unquote(path))
