"""The facts of the site as it stands on this machine: what a change will be told by. Renders and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sitegen.build.crew import Crew
from sitegen.build.lists.price_list import PriceList, read_prices
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.running import code_running
from sitegen.build.opening import SECONDS_OF_A_DAY
from sitegen.build.pipeline import quiet
from sitegen.build.texts.gathering import gather
from sitegen.diagnostics import Findings
from sitegen.model.entries import Entry as SiteEntry
from sitegen.output.files import digest_of_file
from sitegen.publish.records import Entry, Facts


def facts_of(root: Path, now: datetime) -> Facts:
    """The facts of the site in `root` at `now`; none where it cannot be built. OSError of the disk may pass through."""
    today = int(now.timestamp()) // SECONDS_OF_A_DAY
    with Memo.open(root, version=code_running().whole, today=today) as memo:
        gathered = gather(root, memo, crew=Crew(), now=now, progress=quiet)
    if isinstance(gathered, Findings):
        return Facts()
    site = gathered.site
    shown = (one for discussion in site.comments.values() for one in discussion.comments if not one.deleted)
    return Facts(
        posts=entries_of(root, site.posts),
        pages=entries_of(root, site.pages),
        services=entries_of(root, site.services),
        prices=prices_of(read_prices(root, now).prices),
        comments=tuple(sorted(one.id for one in shown)),
    )


def entries_of(root: Path, entries: Iterable[SiteEntry]) -> dict[str, Entry]:
    """By id."""
    return {
        one.id: Entry(title=one.title, url=one.url, digest=digest_of_file(root / one.source) if one.source else "")
        for one in entries
    }


def prices_of(prices: PriceList) -> dict[str, str]:
    """Every price by what it is for."""
    named = {one.title: one.price.text for one in prices.services}
    packages = {f"{one.title}, {each.name}": each.text for one in prices.services for each in one.packages}
    return {**named, **packages}
