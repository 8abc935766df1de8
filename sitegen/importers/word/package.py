"""A .docx as a package of parts: opened without trust, and made ready for the reader of Word documents.

A package that unpacks to more than a text ever needs, that is encrypted, or whose XML brings entities is refused before
any of it is parsed. Never writes a file.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from sitegen.importers.refused import refuse
from sitegen.importers.word.unreadable import unreadable

LARGEST: Final = 200 << 20
"""Bytes of a document as it lies on the disk, and of all its parts unpacked twice that."""
_LARGEST_XML: Final = 10 << 20
_MOST_PARTS: Final = 5000
_ENCRYPTED: Final = 0x1
_MAIN: Final = "word/document.xml"
_XML: Final = (".xml", ".rels")

_BEFORE_XML: Final = b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n"

_OTHER_FILES: Final[Mapping[bytes, str]] = {
    b"\xd0\xcf\x11\xe0": "doc",
    b"{\\rtf": "rtf",
    b"%PDF": "pdf",
    b"<": "html",
    b"\xef\xbb\xbf<": "html",
}
"""How files begin that somebody has called .docx."""
_OTHER_PACKAGES: Final[Mapping[str, str]] = {
    "mimetype": "odt",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "Index/Document.iwa": "pages",
    "Index.zip": "pages",
}


def opened(name: str, raw: bytes) -> dict[str, bytes]:
    """The parts of the document `raw` by their paths. Raises RefusedError: SG690, SG691, SG692."""
    if not raw.startswith(b"PK"):
        what = next((kind for start, kind in _OTHER_FILES.items() if raw.lstrip().startswith(start)), "")
        raise unreadable(name, what) if what else refuse("SG691", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            _check(name, package)
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise refuse("SG691", file=name) from error
    for path, part in parts.items():
        if path.endswith(_XML) and _has_entities(part):
            raise refuse("SG691", file=name)
    return {path: part for path, part in parts.items() if path.endswith(_XML) or not _is_disguised(part)}


def packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """`parts` as a package again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for path, part in parts.items():
            package.writestr(path, part)
    stream.seek(0)
    return stream


def _check(name: str, package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    paths = {info.filename for info in infos}
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise unreadable(name, "doc")
    for path, what in _OTHER_PACKAGES.items():
        if path in paths and _MAIN not in paths:
            raise unreadable(name, what)
    xml = max((info.file_size for info in infos if info.filename.endswith(_XML)), default=0)
    if len(infos) > _MOST_PARTS or xml > _LARGEST_XML or sum(info.file_size for info in infos) > 2 * LARGEST:
        raise refuse("SG692", file=name)


def _is_disguised(part: bytes) -> bool:
    """Whether a part by another name would be read as XML if the package says so, and is what none may be.

    A drawing that declares its type is such a part, too; no website shows it anyway.
    """
    is_xml = part.lstrip(_BEFORE_XML).startswith(b"<")
    return is_xml and (len(part) > _LARGEST_XML or _has_entities(part))


def _has_entities(part: bytes) -> bool:
    """Whether a part declares entities; no Word document does, and bombs are made of them."""
    return any(sign in part for sign in _declarations())


def _declarations() -> Iterator[bytes]:
    for code in ("ascii", "utf-16-le", "utf-16-be"):
        yield "<!DOCTYPE".encode(code)
        yield "<!ENTITY".encode(code)
