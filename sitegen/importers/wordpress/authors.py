"""Who wrote: names and files for the authors of an export. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen.importers.folder import NewFile
from sitegen.importers.front_matter import document_text
from sitegen.importers.wordpress.layout import Known, Place
from sitegen.importers.wordpress.naming import is_mailbox, without_mailbox
from sitegen.importers.wordpress.placing import Here, host_of
from sitegen.importers.wordpress.records import Channel
from sitegen.importers.wordpress.survey import Survey, name_of
from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.settings.settings import OFF
from sitegen.text.slugs import slugify

_FOLDER = "content/authors"


class Writer(msgspec.Struct, frozen=True, kw_only=True):
    """An author as the site knows her."""

    name: str
    file: str
    """The name of the file below `content/authors/`, by which posts refer to it."""


def writers(survey: Survey, here: Here, names: Mapping[str, str]) -> dict[str, Writer]:
    """By login, everybody who wrote a post; `names` holds those that the owner has chosen."""
    found: dict[str, Writer] = {}
    for login in dict.fromkeys(item.author for item in survey.items if item.type == "post" and item.author):
        name = names.get(login) or name_of(login, survey.channel)
        there = here.origins.get(origin_of_author(login, survey.channel), "")
        file = (
            there.rpartition("/")[2].removesuffix(".md")
            or slugify(name)
            or slugify(without_mailbox(login))
            or "autorin"
        )
        found[login] = Writer(name=name, file=file)
    return found


def author_files(found: Mapping[str, Writer], survey: Survey, here: Here) -> Iterator[NewFile]:
    """A file for each author who has none yet; one of the owner's own with that name is left to her."""
    done = set()
    for login, writer in found.items():
        origin = origin_of_author(login, survey.channel)
        path = here.origins.get(origin, f"{_FOLDER}/{writer.file}.md")
        own = here.texts - frozenset(here.origins.values())
        if path not in own and path not in done:
            done.add(path)
            yield NewFile(path=path, content=document_text({"title": writer.name}, "", origin=origin).encode())


def known_authors(found: Mapping[str, Writer], places: Iterable[Place], here: Here) -> dict[str, Known]:
    """By login, the list of posts of everybody who has published one."""
    pattern, base = here.settings.permalinks.author, base_path(here.settings.url)
    shown = {place.item.author for place in places if place.kind == "post" and place.state == "published"}
    return {
        login: Known(
            name=writer.name,
            url=with_base(fill_pattern(pattern, slug=writer.file), base) if login in shown and pattern != OFF else "",
        )
        for login, writer in found.items()
    }


def origin_of_author(login: str, channel: Channel) -> str:
    """How her file names where it came from; of a login that is an e-mail address only what tells it from others."""
    mark = f"nr-{hashlib.sha256(login.encode()).hexdigest()[:12]}" if is_mailbox(login) else login
    return f"WordPress author {mark}, {host_of(channel.url)}"
