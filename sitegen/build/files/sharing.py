"""The card of each text without a picture, and that of the site: drawn once, kept like all pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from sitegen.build.files.filing import FINGERPRINT_LENGTH, StaticFile
from sitegen.build.files.workload import STAGE, STORE_FOLDER, Shelf
from sitegen.build.memory.memo import key_of
from sitegen.model.addresses import base_path, url_of_file
from sitegen.model.entries import Author, Entry
from sitegen.model.site import Site
from sitegen.output.pictures.cards import SIZE, Card, draw_card
from sitegen.output.pictures.store import Kept
from sitegen.plan.files import PICTURES_OUTPUT
from sitegen.plan.pictures import PictureView
from sitegen.plan.theme import theme_view
from sitegen.text.slugs import slugify

WORKERS: Final = 4


class Cards(msgspec.Struct, frozen=True, kw_only=True):
    """The cards of a site."""

    files: dict[str, StaticFile]
    views: dict[str, PictureView]
    """By the source file of the entry; that of the site under the empty name."""


def cards_of(
    site: Site, entries: Iterable[Entry], pictures: Mapping[tuple[str, str], PictureView], shelf: Shelf
) -> Cards:
    """Cards for every text that has no picture of its own, if the settings want any."""
    settings = site.settings
    if not settings.images.cards:
        return Cards(files={}, views={})
    titles = {"": settings.tagline or settings.title}
    for entry in entries:
        has_picture = entry.image is not None and (entry.source, entry.image.src) in pictures
        if entry.url and entry.source and not has_picture and not isinstance(entry, Author):
            titles[entry.source] = entry.title
    look = theme_view(settings.theme)
    style = Card(title="", name=settings.title, accent=look.brand, paper=look.light["paper"], ink=look.light["ink"])
    wanted = {source: msgspec.structs.replace(style, title=title) for source, title in titles.items()}
    keys = {source: key_of("card", msgspec.json.encode(card), shelf.version) for source, card in wanted.items()}
    kept = drawn({keys[source]: card for source, card in wanted.items()}, shelf)
    outputs = {source: card_output(wanted[source], key) for source, key in keys.items()}
    files = {}
    for source, key in keys.items():
        file = kept[key].variants[0]
        output = outputs[source]
        files[output] = StaticFile(file=f"{STORE_FOLDER}/{file.name}", output=output, digest=file.digest)
    base = base_path(settings.url)
    width, height = SIZE
    views = {
        source: PictureView(url=url_of_file(output, base), width=width, height=height, alt=wanted[source].title)
        for source, output in outputs.items()
    }
    return Cards(files=files, views=views)


def drawn(cards: Mapping[str, Card], shelf: Shelf) -> dict[str, Kept]:
    """The cards by key, from the store or drawn now."""
    found = {key: shelf.store.read(key) for key in cards}
    kept = {key: record for key, record in found.items() if record is not None}
    missing = {key: card for key, card in cards.items() if key not in kept}
    if missing:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(WORKERS) as pool:
            contents = pool.map(draw_card, missing.values())
            for key, content in zip(missing, contents, strict=True):
                file = shelf.store.file(content, "png", width=SIZE[0], height=SIZE[1])
                kept[key] = shelf.store.keep(key, Kept(width=SIZE[0], height=SIZE[1], variants=(file,)))
                shelf.progress(STAGE, len(kept), len(cards))
    return kept


def card_output(card: Card, key: str) -> str:
    """Where a card goes: `bilder/karte-rechnungen-0a1b2c3d4e.png`."""
    name = slugify(card.title)[:40].strip("-") or "website"
    return f"{PICTURES_OUTPUT}/karte-{name}-{key[:FINGERPRINT_LENGTH]}.png"
