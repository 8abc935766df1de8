"""What a decision teaches: who is known, who is blocked, what spam looks like. Kept as fingerprints alone.

It is no part of the change itself: a hint that is lost costs a second look, and no more.
"""

from __future__ import annotations

from sitegen.inbox.desk import Desk
from sitegen.inbox.fingerprints import (
    BLOCKED,
    KNOWN,
    SPAM,
    content_traits,
    email_traits,
    fingerprints,
    sender_traits,
)
from sitegen.inbox.records import PUBLIC, Item, State


def learn(desk: Desk, before: Item, *, to: State) -> None:
    """Remember what going `to` a state says about sender and text of an item, and forget what no longer holds."""
    if to is State.SPAM:
        _remember(desk, SPAM, before, traits=content_traits(before))
        _unlearn(desk, KNOWN, before.site, traits=sender_traits(before))
        return
    if before.state is State.SPAM:
        _unlearn(desk, SPAM, before.site, traits=content_traits(before))
        _unlearn(desk, BLOCKED, before.site, traits=sender_traits(before))
    if to is State.APPROVED:
        _remember(desk, KNOWN, before, traits=sender_traits(before))
    elif before.state in PUBLIC:
        _unlearn(desk, KNOWN, before.site, traits=sender_traits(before))


def remember_blocked(desk: Desk, item: Item) -> None:
    """What comes from the sender of this item is suspected from now on."""
    _remember(desk, BLOCKED, item, traits=sender_traits(item))


def forget_item(desk: Desk, item: Item) -> None:
    """Nothing was ever learnt from this item."""
    for what in (SPAM, KNOWN, BLOCKED):
        _unlearn(desk, what, item.site, traits=content_traits(item))


def forget_address(desk: Desk, email: str) -> None:
    """Nothing was ever learnt of this address, on any site."""
    for site in desk.config.sites:
        for what in (SPAM, KNOWN, BLOCKED):
            _unlearn(desk, what, site.id, traits=email_traits(email))


def remembered_as(desk: Desk, email: str) -> frozenset[str]:
    """As what an address is remembered on any site: `spam`, `known`, `blocked`."""
    return frozenset(
        what
        for what in (SPAM, KNOWN, BLOCKED)
        for site in desk.config.sites
        if desk.store.recall(what, fingerprints(email_traits(email), site=site.id, keys=desk.secrets.keys))
    )


def _remember(desk: Desk, what: str, item: Item, *, traits: tuple[str, ...]) -> None:
    prints = fingerprints(traits, site=item.site, keys=desk.secrets.keys[:1])
    desk.store.remember(what, prints, now=desk.clock())


def _unlearn(desk: Desk, what: str, site: str, *, traits: tuple[str, ...]) -> None:
    desk.store.unlearn(what, fingerprints(traits, site=site, keys=desk.secrets.keys))
