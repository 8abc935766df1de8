"""Whether a text is published, scheduled, a draft or left out, and what its owner is told of that. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sitegen.importers.wordpress.layout import State
from sitegen.importers.wordpress.records import Item

LEFT_OUT: Final = frozenset({"trash", "auto-draft"})
"""What WordPress calls texts that are nobody's any more."""
_STATES: Final[dict[str, tuple[State, str]]] = {
    "publish": ("published", ""),
    "future": ("published", ""),
    "draft": ("draft", ""),
    "pending": ("draft", "pending"),
    "private": ("draft", "private"),
    "trash": ("left_out", "trash"),
    "auto-draft": ("left_out", "auto_draft"),
}


def state_of(
    item: Item, date: datetime | None, *, now: datetime, pages: Collection[str], without: Collection[str]
) -> tuple[State, tuple[str, ...]]:
    """The state of a text of `date`, and the kinds of its notes; types in `pages` are pages, those in `without` go."""
    state, note = _STATES.get(item.status, ("draft", "status_unknown"))
    notes = [note] if note else []
    special = item.type not in {"post", "page"}
    if special and item.type in without:
        return "left_out", ("type_left_out",)
    if state == "left_out":
        return state, tuple(notes)
    if special and item.type not in pages:
        state, notes = "draft", [*notes, "type_draft"]
    if item.password:
        state, notes = "draft", [*notes, "password"]
    if state == "published" and date is not None and date > now:
        state = "scheduled" if item.type == "post" else "draft"
        notes += ["page_scheduled"] if state == "draft" else []
    if date is None and item.type == "post":
        notes.append("date_unknown")
    if not item.title.strip():
        notes.append("title_made")
    return state, tuple(notes)
