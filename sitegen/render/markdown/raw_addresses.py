"""Attributes of raw tags: addresses into the site become slots, what the site's policy forbids is left out.

Never judges where a tag stands; that is `raw_html`'s matter.
"""

from __future__ import annotations

from typing import Final

from sitegen.model.body import LinkSlot
from sitegen.render.markdown.escaping import quoted
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tags import Attribute, Piece, attributes_of
from sitegen.render.markdown.targets import Leads, leads, shortened
from sitegen.text.patterns import later

_ADDRESSES: Final = frozenset({"href", "src", "poster", "action", "formaction", "cite", "xlink:href", "background"})
_ADDRESS_LISTS: Final = frozenset({"srcset", "imagesrcset"})
_CANDIDATE: Final = later(r"([^\s,]\S*[^\s,]|[^\s,])([^,]*)")


def checked_tag(tag: Piece, name: str, *, at: Stretch, sheet: Sheet) -> str:
    """The start tag as it may stand in the page, called `name`. Unchanged tags keep their very spelling."""
    given = attributes_of(tag)
    kept: list[str] = []
    seen: set[str] = set()
    is_changed = name != tag.name
    for attribute in given:
        span = at.span(tag.at + attribute.start, attribute.length)
        if attribute.name in seen:
            sheet.report("SG284", span, name=attribute.name, tag=tag.name)
        elif attribute.name == "style" or attribute.name.startswith("on"):
            sheet.report("SG286", span, name=attribute.name, tag=tag.name)
        elif attribute.name == "id" and attribute.value and not sheet.claim_anchor(attribute.value, span):
            is_changed = True
        else:
            value = _checked_value(attribute, tag, at=at, sheet=sheet)
            is_changed = is_changed or value != attribute.value
            if value is not None or attribute.value is None:
                kept.append(attribute.name if value is None else f"{attribute.name}={quoted(value)}")
        seen.add(attribute.name)
    if not is_changed and len(kept) == len(given):
        return tag.source
    return f"<{' '.join([name, *kept])}{'/' if tag.is_closed else ''}>"


def _checked_value(attribute: Attribute, tag: Piece, *, at: Stretch, sheet: Sheet) -> str | None:
    """The value as it may stand in the page; None if the attribute has none or must go."""
    value = attribute.value
    if value is None:
        return None
    if attribute.name in _ADDRESSES or (attribute.name == "data" and tag.name == "object"):
        return _address(value, attribute, tag, at=at, sheet=sheet)
    if attribute.name in _ADDRESS_LISTS:
        return ", ".join(
            f"{_address(found[1], attribute, tag, at=at, sheet=sheet) or ''}{found[2].rstrip()}"
            for found in _CANDIDATE().finditer(value)
        )
    return value


def _address(target: str, attribute: Attribute, tag: Piece, *, at: Stretch, sheet: Sheet) -> str | None:
    offset = max(tag.source.find(target, attribute.start), attribute.start)
    span = at.span(tag.at + offset, len(target))
    where = leads(target)
    if where is Leads.DANGER:
        sheet.report("SG251", span, target=shortened(target))
        return None
    if where in (Leads.OUTSIDE, Leads.NOWHERE):
        return target
    return sheet.gap(LinkSlot(target=target, line=span.line, column=span.column))
