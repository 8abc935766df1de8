"""What we wrote last time: the list that tells our files from foreign ones and spares reading them again.

It is kept per output folder in `.sitegen/`. Size and time stand beside each digest as a hint only: where they do not
match what the disk says, the file is read. So a manifest that is wrong costs time, never a wrong page. This module
never looks into the output folder.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.place import Place

__all__ = ["Entry", "Manifest", "decoded", "encode_manifest", "read_manifest"]

T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One file as it was when we last knew its bytes."""

    digest: str
    size: int
    """In bytes; -1 where unknown."""
    mtime_ns: int
    """Nanoseconds since 1970, as the file system gives it."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Every path we wrote, relative to the output folder with forward slashes. These files are ours, no others."""

    files: dict[str, Entry] = {}


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON, sorted by path: equal manifests give equal bytes."""
    files = manifest.files  # nearly in order: best for `sorted`, while the sort of msgspec takes quadratic time
    return msgspec.json.encode(Manifest(files={path: files[path] for path in sorted(files)}))


def read_manifest(place: Place) -> tuple[Manifest, tuple[Diagnostic, ...]]:
    """The manifest of `place` and what there is to say about it; a missing or damaged one is empty.

    Only a damaged or unreadable one is worth a note (SG614).
    """
    try:
        manifest = decoded(place.manifest.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return Manifest(), ()
    except OSError:
        manifest = None
    if manifest is None:
        return Manifest(), (Diagnostic(code="SG614", span=place.span(""), facts={"folder": place.key}),)
    return manifest, ()


def decoded(content: bytes, *, type: type[T]) -> T | None:  # noqa: A002 - the name that msgspec gives it
    """What `content`, JSON that we wrote ourselves, holds; None where it is damaged."""
    try:
        return msgspec.json.decode(content, type=type)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
