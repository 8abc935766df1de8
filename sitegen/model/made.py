"""What comes of reading one document: an entry, or none, and in either case what is to be said about it."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.settings.settings import Permalinks
from sitegen.text.locales import Language

T = TypeVar("T")


class Made(msgspec.Struct, Generic[T], frozen=True, kw_only=True, array_like=True):
    """An entry and the findings of making it; without an entry there is at least one error."""

    entry: T | None
    findings: tuple[Diagnostic, ...] = ()


class EntryOptions(msgspec.Struct, frozen=True, kw_only=True):
    """All of the settings that an entry depends on; a cached entry is valid while these are the same."""

    base: str
    """The base path of the site: empty, or `/va`."""
    permalinks: Permalinks
    language: Language
    author: str
    """Who wrote a post that names nobody; may be empty."""
