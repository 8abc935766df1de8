"""Every German sentence about an author's fault, by code. One module for each range of codes.

SG0xx the site as a whole · SG1xx front matter and settings · SG2xx Markdown · SG3xx links and pictures ·
SG4xx addresses · SG5xx layouts · SG6xx the finished pages and the output folder ·
SG7xx forms and comments · SG8xx third parties, privacy and legal pages.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue import (
    addresses,
    business,
    comments,
    consumers,
    embeds,
    entries,
    finished_pages,
    folders,
    form_pages,
    form_rules,
    forms,
    front_matter,
    inbox,
    layouts,
    legal,
    legal_pages,
    links,
    links_abroad,
    markdown,
    moving_in,
    new_site,
    old_urls,
    output,
    pictures,
    pipelines,
    preview,
    privacy,
    promises,
    publishing,
    search,
    services,
    site,
    statements,
    theme,
    third_parties,
    values,
)
from sitegen.diagnostics.catalogue.entry import Entry, Severity

__all__ = ["ENTRIES", "Entry", "Severity"]

ENTRIES: Final[dict[str, Entry]] = {
    entry.code: entry
    for module in (
        site,
        new_site,
        front_matter,
        values,
        business,
        entries,
        markdown,
        links,
        pictures,
        addresses,
        promises,
        old_urls,
        layouts,
        services,
        output,
        preview,
        search,
        finished_pages,
        folders,
        links_abroad,
        theme,
        forms,
        form_pages,
        form_rules,
        comments,
        consumers,
        inbox,
        third_parties,
        legal,
        legal_pages,
        embeds,
        privacy,
        statements,
        publishing,
        pipelines,
        moving_in,
    )
    for entry in module.ENTRIES
}
