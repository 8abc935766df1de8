"""Which files beside the texts are published, and where: those that a text or an entry refers to, and no other.

An original that nobody shows stays at home. Pure; it never looks at the disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from sitegen.model.addresses import is_relative, output_path, url_of_file
from sitegen.model.body import Body, LinkSlot, PictureSlot
from sitegen.model.entries import Entry
from sitegen.plan.references import PICTURES, Meaning, References, normal

PICTURES_OUTPUT: Final = "bilder"


class FileRoute(msgspec.Struct, frozen=True, kw_only=True):
    """One file that is published as it is."""

    file: str
    """Path below the site folder."""
    output: str
    """Path below the output folder."""
    url: str
    """URL path with base path."""


def file_routes(
    entries: Iterable[Entry], bodies: Mapping[str, Body], references: References, *, base: str
) -> dict[str, FileRoute]:
    """The files that bodies and entries refer to, by their path below the site folder."""
    bundles = {posixpath.dirname(source): url for source, url in references.urls.items() if is_bundle(source)}
    found: dict[str, FileRoute] = {}
    for entry in entries:
        for file in referred_files(entry, bodies.get(entry.source), references):
            if file and file not in found:
                found[file] = file_route(file, bundles, base)
    return found


def is_bundle(source: str) -> bool:
    """Whether an entry has a folder of its own, below the folder of its kind."""
    return source.endswith("/index.md") and source.count("/") > 1


def referred_files(entry: Entry, body: Body | None, references: References) -> Iterator[str]:
    """Files that an entry's picture and the links and pictures of its body lead to."""
    for src in entry.pictures:
        if is_relative(src):
            yield references.picture(src, entry.source).file
    for slot in body.slots if body else ():
        if isinstance(slot, PictureSlot) and is_relative(slot.src):
            yield references.picture(slot.src, entry.source).file
        elif isinstance(slot, LinkSlot) and is_relative(slot.target):
            reference = references.link(slot.target, entry.source)
            if reference.meaning is Meaning.FILE:
                yield reference.file


def file_route(file: str, bundles: Mapping[str, str], base: str) -> FileRoute:
    """Beside its entry when it lies in the entry's folder; `content/pictures/` becomes `bilder/`; else by its path."""
    name = normal(file)
    folder = posixpath.dirname(name)
    while folder and folder not in bundles:
        folder = posixpath.dirname(folder)
    if folder:
        output = output_path(bundles[folder], base).removesuffix("index.html") + name.removeprefix(f"{folder}/")
    elif name.startswith(f"{PICTURES}/"):
        output = f"{PICTURES_OUTPUT}/{name.removeprefix(f'{PICTURES}/')}"
    else:
        output = file.removeprefix("content/")
    return FileRoute(file=file, output=output, url=url_of_file(output, base))
