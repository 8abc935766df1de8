"""Addresses of the old site on their way into the new one: into `old-urls.csv`, and into the lock of addresses.

What the owner has changed in either file stays; an import adds to both and takes nothing away. A second one may only
fill what the first had to give up. Never decides where an address leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from sitegen.model.common import alias_path, is_path
from sitegen.model.data import data_from
from sitegen.model.old_urls import OLD_URLS_FILE, OldUrl, old_urls_csv, on_one_line, read_old_urls
from sitegen.model.published import PUBLISHED_FILE, Address, published_text, read_published
from sitegen.plan.old_urls import OWNER, owner_word
from sitegen.sources.encoding import decoded

__all__ = ["OLD_URLS_FILE", "OldUrl", "keep_old_urls", "locked", "merged", "old_urls_csv", "read_old_urls"]

REASONS: Final = frozenset(
    {"file_missing", "left_out", "technical", "unknown", "outside", "draft", "not_carried_over", "picture_missing"}
)
"""Why an import gives an address up, as keys of sentences; any other reason is the owner's own."""
NO_IDS: Final[Mapping[str, str]] = {}


def keep_old_urls(root: Path, urls: Iterable[OldUrl], *, ids: Mapping[str, str] = NO_IDS) -> bool:
    """Add `urls` to both files of the site in `root`; OSError of the disk may pass through.

    `ids` are those of texts whose head names one: file → id.
    False where one of them cannot be read as what it is: then neither is touched, and a build says what is wrong.
    """
    csv, lock = root / OLD_URLS_FILE, root / PUBLISHED_FILE
    before, text = (file.read_bytes() if file.is_file() else b"" for file in (csv, lock))
    if data_from(OLD_URLS_FILE, before).findings or decoded(PUBLISHED_FILE, text).text is None:
        return False
    after = merged(before, urls)
    if rows := read_old_urls(after):
        _put(csv, before, after)
        _put(lock, text, locked(text.decode("utf-8-sig"), rows, ids=ids).encode())
    return True


def merged(raw: bytes, urls: Iterable[OldUrl]) -> bytes:
    """The bytes of `old-urls.csv` with `urls` added; what stands there stays, save what an import had given up."""
    kept: dict[str, OldUrl] = {}
    for url in (*read_old_urls(raw), *map(on_one_line, urls)):
        known = kept.get(url.old)
        if known is None or (url.target and not known.target and known.reason in REASONS):
            kept[url.old] = OldUrl(old=url.old, target=url.target, reason=url.reason)
    return old_urls_csv(kept.values())


def locked(text: str, urls: Iterable[OldUrl], *, ids: Mapping[str, str] = NO_IDS) -> str:
    """The text of `published-urls.txt` with the paths among `urls` added, and who has them now.

    Addresses with a query are no paths; they stand in `old-urls.csv` alone.
    """
    before = read_published(text)
    owners: dict[str, Address] = {address.path: address for address in before.addresses}
    for url in urls:
        if "?" not in url.old and is_path(url.old):
            path = unquote(alias_path(url.old))
            if not read_published(published_text([Address(path=path)])).findings:
                owners.setdefault(path, Address(path=path, owner=_owner(url.target, ids)))
    return published_text(owners.values(), before.others)


def _owner(target: str, ids: Mapping[str, str]) -> str:
    """In the words of the lock; empty for nobody in particular."""
    if OWNER.fullmatch(target):
        return target
    if not target.endswith(".md") or target.startswith("/"):
        return ""
    kind, _, name = owner_word(target).partition(":")
    return f"{kind}:{name if kind == 'list' else ids.get(target, name)}"


def _put(file: Path, before: bytes, after: bytes) -> None:
    """Whole or not at all, and only if it changes."""
    if before != after:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.new")
        beside.write_bytes(after)
        beside.replace(file)
