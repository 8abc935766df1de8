"""Every German sentence about an author's fault, by code. One module for each range of codes.

SG0xx the site as a whole · SG1xx front matter and settings · SG2xx Markdown · SG3xx links and pictures ·
SG4xx addresses · SG5xx layouts · SG6xx the finished pages and the output folder ·
SG7xx forms and comments · SG8xx third parties, privacy and legal pages.

A module is imported when a code of its range is asked for: most builds find few kinds of faults, or none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

__all__ = ["ENTRIES", "RANGES", "Entry", "Severity"]

RANGES: Final[Mapping[str, str]] = {
    "SG001": "site",
    "SG100": "front_matter",
    "SG140": "values",
    "SG160": "business",
    "SG170": "services",
    "SG180": "entries",
    "SG190": "values",
    "SG191": "theme",
    "SG201": "markdown_commands",
    "SG221": "markdown_elements",
    "SG281": "markdown_html",
    "SG301": "links",
    "SG320": "services",
    "SG331": "pictures",
    "SG401": "addresses",
    "SG420": "promises",
    "SG430": "old_urls",
    "SG501": "layouts",
    "SG521": "theme",
    "SG601": "output",
    "SG620": "search",
    "SG630": "finished_pages",
    "SG640": "preview",
    "SG650": "publishing",
    "SG670": "pipelines",
    "SG680": "moving_in",
    "SG690": "documents",
    "SG700": "forms",
    "SG720": "form_pages",
    "SG740": "comments",
    "SG770": "inbox",
    "SG800": "third_parties",
    "SG809": "legal_pages",
    "SG810": "embeds",
    "SG820": "privacy",
    "SG850": "legal",
    "SG900": "legal_pages",
    "SG925": "statements",
    "SG945": "new_site",
    "SG946": "form_rules",
    "SG960": "consumers",
    "SG966": "form_rules",
    "SG970": "finished_pages",
    "SG971": "links_abroad",
    "SG980": "folders",
}
"""The first code of each range → the module that holds its sentences, up to the next range; in order."""


class Catalogue(Mapping[str, Entry]):
    """All entries by code. Looks into a module when one of its codes is asked for, into all to tell what there is."""

    def __init__(self, ranges: Mapping[str, str]) -> None:
        """`ranges` as `RANGES`."""
        self._firsts = tuple(ranges)
        self._modules = tuple(ranges.values())
        self._found: dict[str, Entry] = {}

    def __getitem__(self, code: str) -> Entry:
        if code not in self._found:
            self._look_into(self._modules[max(bisect_right(self._firsts, code) - 1, 0)])
        return self._found[code]

    def __iter__(self) -> Iterator[str]:
        for module in dict.fromkeys(self._modules):
            self._look_into(module)
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look_into(self, module: str) -> None:
        entries: tuple[Entry, ...] = import_module(f"{__name__}.{module}").ENTRIES
        self._found.update((entry.code, entry) for entry in entries)


ENTRIES: Final = Catalogue(RANGES)
