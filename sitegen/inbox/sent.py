"""From the answers of a form to the item that is kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sitegen.inbox.records import Item, ItemKind, State
from sitegen.model.forms.form import PAGE_FIELD, PARENT_FIELD, POST_FIELD, FormKind, FormSpec

LONGEST_PAGE: Final = 300

_KINDS: Final[dict[FormKind, ItemKind]] = {"comment": "comment", "report": "report", "newsletter": "subscription"}
_TEXTS: Final = ("text", "message", "reason")
"""Names of the field that holds what somebody has to say, by kind of form."""
_OWN_PLACE: Final = frozenset({"name", "email", "website", *_TEXTS})


def item_of(spec: FormSpec, values: Mapping[str, str], *, item_id: str, site: str, state: State, now: datetime) -> Item:
    """The item for a form that was filled in without faults."""
    return Item(
        id=item_id,
        site=site,
        kind=_KINDS.get(spec.kind, "contact"),
        form=spec.name,
        state=state,
        created=now,
        changed=now,
        post=values.get(POST_FIELD, ""),
        parent=values.get(PARENT_FIELD, ""),
        page=page_of(values),
        name=values.get("name", ""),
        email=values.get("email", ""),
        website=values.get("website", ""),
        text=next((values[name] for name in _TEXTS if values.get(name)), ""),
        fields=more_fields(spec, values),
    )


def page_of(values: Mapping[str, str]) -> str:
    """The URL path of the page that held the form, if it is one."""
    page = values.get(PAGE_FIELD, "")
    return page if page.startswith("/") and page.isprintable() and len(page) <= LONGEST_PAGE else ""


def more_fields(spec: FormSpec, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Label and value of what has no place of its own, in the order of the form."""
    return tuple(
        (field.label, values[field.name])
        for field in spec.fields
        if field.name not in _OWN_PLACE and values.get(field.name)
    )


def typed(spec: FormSpec, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Label and value of everything that a visitor can see of what was typed, in the order of the form."""
    return tuple(
        (field.label, values[field.name]) for field in spec.fields if field.type != "hidden" and values.get(field.name)
    )
