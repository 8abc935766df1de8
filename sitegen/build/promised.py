"""Former addresses in a build: how they are answered now, and what is remembered for the next publishing.

The list of this build is kept per output folder in `.sitegen/`, beside the manifest; `publish` adds it to
`published-urls.txt` once the site is where its visitors find it. A build never writes that file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import Final

import msgspec

from sitegen.build.texts.faulty import addresses_to_come
from sitegen.build.texts.gathering import Gathered
from sitegen.model.addresses import base_path, is_relative, output_path
from sitegen.model.body import PictureSlot
from sitegen.model.old_urls import OLD_URLS_FILE, read_old_urls
from sitegen.output.place import Place
from sitegen.plan.files import file_routes
from sitegen.plan.gone import addresses_gone
from sitegen.plan.moved import Answers, Moved, StatedReader
from sitegen.plan.owners import Owners
from sitegen.plan.promises import Keeper, Promises
from sitegen.plan.references import References
from sitegen.plan.routes import Planner, Route

ADDRESSES: Final = "addresses.txt"
_PAGES: Final = frozenset({".html", ".htm"})
"""Endings under which every host answers with a page."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Promises, and what comes of them."""

    promises: Promises
    owners: Owners
    routes: tuple[Route, ...]
    """A page for each former address that can have one, for hosts that know no rules."""


def keep_promises(
    gathered: Gathered,
    planner: Planner,
    routes: Sequence[Route],
    *,
    refer: References,
    outputs: Sequence[str],
    answered: frozenset[str],
) -> Kept:
    """Answer every address that was published once; `outputs` and `answered` are what the site has without that."""
    site, base = gathered.site, base_path(gathered.site.settings.url)
    answers = Answers(
        pages=answered,
        out_of_time=addresses_gone(site),
        to_come=addresses_to_come(gathered.without_entry, site.settings),
        faulty=bool(gathered.without_entry),
    )
    stated = StatedReader(site.settings, answers, base=base, references=refer, where=gathered.where).read()
    owners = Owners(routes, site)
    if old_urls := read_old_urls(gathered.readable.get(OLD_URLS_FILE, "").encode()):
        from sitegen.plan.old_urls import OldUrlsReader

        files = cache(lambda: shown_files(gathered, planner, refer, outputs))
        reader = OldUrlsReader(answers, owners, base=base, references=refer, files=files, published=gathered.published)
        stated = reader.read(old_urls, stated)
    promises = Keeper(site, owners, answers=answers, base=base, where=gathered.where).keep(gathered.published, stated)
    pages = with_room(promises.moved, outputs, base) if promises.moved else ()
    title = site.settings.title
    return Kept(
        promises=promises,
        owners=owners,
        routes=tuple(planner.redirect(one.old, one.new, title=title) for one in pages),
    )


def shown_files(gathered: Gathered, planner: Planner, refer: References, outputs: Sequence[str]) -> Mapping[str, str]:
    """Where the site shows the files beside its texts: file → URL path; for pictures what everything can read."""
    base, there = base_path(gathered.site.settings.url), frozenset(outputs)
    bodies = gathered.bodies.referring
    routes = file_routes(gathered.entries, bodies, refer, base=base)
    shown = {file: route.url for file, route in routes.items() if route.output in there}
    for entry in gathered.entries:
        body = bodies.get(entry.source)
        slots = (slot.src for slot in body.slots if isinstance(slot, PictureSlot)) if body else ()
        for src in (*entry.pictures, *slots):
            file = refer.picture(src, entry.source).file if is_relative(src) else ""
            if file and file not in shown and (url := planner.picture(entry, src)):
                shown[file] = url
    return shown


def with_room(moved: Iterable[Moved], outputs: Iterable[str], base: str) -> Iterator[Moved]:
    """Those whose page stands in nobody's way: the rest is left to rules, which need no file.

    Compared without regard to case, as collisions are.
    """
    files = {output.casefold() for output in outputs}
    folders = {folder for file in files for folder in folders_of(file)}
    for one in moved:
        output = output_path(one.old, base)
        name = output.casefold()
        is_free = name not in files and name not in folders and files.isdisjoint(folders_of(name))
        if is_free and PurePosixPath(output).suffix in _PAGES:
            files.add(name)
            yield one


def folders_of(path: str) -> Iterator[str]:
    """Every folder above a file, from the nearest up: `a/b/index.html` → `a/b`, `a`."""
    while path := path.rpartition("/")[0]:
        yield path


def keep_addresses(place: Place, addresses: str) -> None:
    """Remember the addresses of a written build, as a list that can be published; OSError may pass through."""
    file, content = place.state / ADDRESSES, addresses.encode()
    if not file.is_file() or file.read_bytes() != content:
        place.state.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(content)
        fresh.replace(file)
