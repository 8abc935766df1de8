"""Keeps the promise of what has been published: adds the addresses of a build to `published-urls.txt`.

Called once the site is where its visitors find it, never before and never by a build. It takes nothing away: an address
that was published once stays in the file, and what the owner or git has left in it stays, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitegen.build.promised import ADDRESSES
from sitegen.diagnostics import Diagnostic
from sitegen.model.published import PUBLISHED_FILE, Address, published_text, read_published
from sitegen.output.place import place_for


def record(root: Path, *, out: Path | None = None) -> int:
    """How many addresses of the last written build to `out` (`public/` of the site in `root` for None) are new.

    They stand in `published-urls.txt` afterwards. The file is written only if it changes, and whole or not at all.
    OSError of the disk and UnicodeDecodeError of a file that is no UTF-8 may pass through: nothing is lost then.
    """
    place = place_for(root, out or root / "public")
    if isinstance(place, Diagnostic) or not (place.state / ADDRESSES).is_file():
        return 0
    now = read_published((place.state / ADDRESSES).read_text("utf-8")).addresses
    file = root / PUBLISHED_FILE
    text = file.read_text("utf-8-sig") if file.is_file() else ""
    before = read_published(text)
    known = {address.path for address in before.addresses}
    fresh = published_text(merged(before.addresses, now), before.others)
    if fresh != text:
        beside = file.with_name(f"{PUBLISHED_FILE}.new")
        beside.write_text(fresh, "utf-8", newline="\n")
        beside.replace(file)
    return sum(address.path not in known for address in now)


def merged(before: Iterable[Address], now: Iterable[Address]) -> Iterable[Address]:
    """Every address once. Who answers today counts; a mere redirect leaves to an address whom it belonged to."""
    owners = {address.path: address.owner for address in before}
    for address in now:
        owners[address.path] = address.owner or owners.get(address.path, "")
    return (Address(path=path, owner=owner) for path, owner in owners.items())
