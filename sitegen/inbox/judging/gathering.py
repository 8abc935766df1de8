"""Gathers the evidence about something that was sent: from its values, its headers, and what the inbox remembers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from sitegen.inbox.desk import Desk
from sitegen.inbox.fingerprints import BLOCKED, KNOWN, SPAM, content_traits, fingerprints, sender_traits
from sitegen.inbox.judging.evidence import Evidence, OriginEvidence, SumEvidence
from sitegen.inbox.judging.timing import time_evidence
from sitegen.inbox.limits import Gate
from sitegen.inbox.records import Item
from sitegen.model.forms.form import DECOY_FIELD, PAGE_FIELD, SUM_CHECK_FIELD, SUM_FIELD, TIME_FIELD, FormSpec
from sitegen.model.forms.sum import sum_is_right

_TELLING: Final = 40
"""Characters from which on the same text twice means something; thanks are the same everywhere."""


def gather(
    desk: Desk,
    gate: Gate,
    *,
    item: Item,
    spec: FormSpec,
    values: Mapping[str, str],
    origin: OriginEvidence,
    confirmed: bool,
) -> Evidence:
    """Everything that the rules look at. `confirmed`: its sender was asked back and means it; its time is then good.

    Raises StoreUnavailableError.
    """
    now = desk.clock()
    token = values.get(TIME_FIELD, "")
    return Evidence(
        name=item.name,
        website=item.website,
        text=item.text,
        decoy=values.get(DECOY_FIELD, ""),
        sum=sum_evidence(spec, values, site=item.site, key=desk.secrets.form_key),
        time="good" if confirmed else time_evidence(desk, token, site=item.site, form=spec.name),
        origin=origin,
        spam_traits=len(_recalled(desk, SPAM, item, content_traits(item))),
        is_blocked=bool(_recalled(desk, BLOCKED, item, sender_traits(item))),
        is_known=item.kind == "comment" and bool(_recalled(desk, KNOWN, item, sender_traits(item))),
        is_repeated=len(item.text) >= _TELLING and gate.is_repeated(text_digest(item), now=now),
        is_flood=item.kind == "comment" and gate.is_flooded(item.site, now=now),
    )


def sum_evidence(spec: FormSpec, values: Mapping[str, str], *, site: str, key: bytes) -> SumEvidence:
    """Whether the sum was right; not asked where the form has none or the inbox lacks the key."""
    if not (spec.sum and key):
        return "not_asked"
    answer, check = values.get(SUM_FIELD, ""), values.get(SUM_CHECK_FIELD, "")
    is_right = sum_is_right(answer, check, form=spec.name, page=values.get(PAGE_FIELD, ""), site=site, key=key)
    return "right" if is_right else "wrong"


def text_digest(item: Item) -> bytes:
    """What a text is remembered by in memory: for one site, whoever sent it and wherever."""
    return hashlib.sha256(f"{item.site}\0{' '.join(item.text.casefold().split())}".encode()).digest()


def _recalled(desk: Desk, what: str, item: Item, traits: tuple[str, ...]) -> frozenset[str]:
    if not traits:
        return frozenset()
    return desk.store.recall(what, fingerprints(traits, site=item.site, keys=desk.secrets.keys))
