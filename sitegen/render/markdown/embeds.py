"""Videos, maps and calendars of others in a text: `{{ youtube "ID" }}` and bare iframes become slots of one kind.

Whether the party is declared is found out when the slot is filled. Never lets a frame itself into a body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from sitegen.diagnostics import Span
from sitegen.diagnostics.catalogue.embeds import OPTION_IN_WORDS
from sitegen.model.body import CaptionSlot, EmbedSlot, PictureSlot
from sitegen.render.markdown import embed_sources as sources
from sitegen.render.markdown.commands import Parameter, Told, Usage
from sitegen.render.markdown.embed_sources import Fault, Source
from sitegen.render.markdown.passages import Passage, ready
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.structure import NOTHING
from sitegen.render.markdown.tags import Piece, attributes_of
from sitegen.render.markdown.targets import Leads, leads, shortened
from sitegen.render.markdown.tokens import FRAMELESS, Token
from sitegen.text.patterns import later

FRAME: Final = "iframe"

_ADDRESS: Final = later(r"(?:https?:)?//(?P<host>[a-z0-9.-]+)(?P<rest>(?:[/?#][^\s\\]*)?)", re.IGNORECASE)
"""What every browser reads alike: no name before the host, no port, no backslash."""
_YOUTUBE: Final = frozenset({"youtube.com", "www.youtube.com", "youtube-nocookie.com"})
_PLAYER: Final = "/embed/"
_PLAYER_HOST: Final = "www.youtube-nocookie.com"
_GOOGLE: Final = "www.google.com"
_GOOGLE_POINT: Final = later(r"!2d(-?\d+\.\d+)!3d(-?\d+\.\d+)")
"""Longitude and latitude in the addresses that Google Maps gives out for frames."""


class Embed(msgspec.Struct, frozen=True, kw_only=True):
    """A shortcode for something of a third party."""

    name: str
    usage: Usage
    read: Callable[[sources.Told], Source | Fault]


_TITLE: Final = Parameter(name="title")
_TITLE_NEEDED: Final = Parameter(name="title", required=True)
_PREVIEW: Final = Parameter(name="preview")
_START: Final = Parameter(name="start")


def _first(name: str) -> Parameter:
    return Parameter(name=name, required=True, positional=True)


EMBEDS: Final[tuple[Embed, ...]] = (
    Embed(
        name="youtube",
        usage=Usage(
            parameters=(_first("video"), _TITLE_NEEDED, _PREVIEW, _START),
            example='{{ youtube "aqz-KE-bpKQ" title="Worum es geht" }}',
        ),
        read=sources.youtube,
    ),
    Embed(
        name="vimeo",
        usage=Usage(
            parameters=(_first("video"), _TITLE_NEEDED, _PREVIEW, _START),
            example='{{ vimeo "76979871" title="Worum es geht" }}',
        ),
        read=sources.vimeo,
    ),
    Embed(
        name="spotify",
        usage=Usage(
            parameters=(_first("sound"), _TITLE, _PREVIEW),
            example='{{ spotify "episode/7makk4oTQel546B0PZlDM5" title="Folge 12" }}',
        ),
        read=sources.spotify,
    ),
    Embed(
        name="map",
        usage=Usage(
            parameters=(_first("place"), _TITLE, _PREVIEW, Parameter(name="provider"), Parameter(name="zoom")),
            example='{{ map "51.0509, 13.7383" title="So finden Sie mich" }}',
        ),
        read=sources.map_of,
    ),
    Embed(
        name="calendly",
        usage=Usage(parameters=(_first("calendar"), _TITLE, _PREVIEW), example='{{ calendly "name/termin" }}'),
        read=sources.calendly,
    ),
    Embed(
        name="cal",
        usage=Usage(parameters=(_first("calendar"), _TITLE, _PREVIEW), example='{{ cal "name/termin" }}'),
        read=sources.cal,
    ),
)


def write_embed(token: Token, embed: Embed, told: Told, *, at: Stretch, passage: Passage) -> bool:
    """Make the shortcode `token` a slot; False, with a finding, if what it names cannot be understood."""
    sheet, preview = passage.sheet, told.values.get("preview", "")
    found = embed.read(told.values)
    if isinstance(found, Fault):
        _report(found, embed, told, at=at, sheet=sheet)
        return False
    if preview and leads(preview) is not Leads.INSIDE:
        sheet.report("SG818", at.span(told.offsets["preview"], len(preview)), target=shortened(preview))
        return False
    title = sheet.typeset_text(told.values.get("title", "").strip())
    gap = sheet.gap(_slot(found, title, passage.span(token), sheet))
    if preview:
        gap = _figure(gap, preview, at.span(told.offsets["preview"], len(preview)), sheet)
    token.meta |= {"embed": True, "plain": title, "source": token.content}
    ready(token, f"{gap}\n")
    return True


def settle_embeds(children: Sequence[Token], passage: Passage) -> None:
    """Take the embeds among the `children` of a passage out of their paragraph, which may hold nothing else."""
    embeds = [child for child in children if "embed" in child.meta]
    others = [child for child in children if "embed" not in child.meta]
    if passage.text.type == "paragraph" and all(child.type == "softbreak" for child in others):
        for child in others:
            child.type = NOTHING
        _unwrap(passage.text)
        return
    for child in embeds:
        passage.sheet.report("SG812", passage.span(child))
        child.type, child.content = "text_special", child.meta["source"]


def foreign_address(frame: Piece) -> str:
    """The address that a raw iframe would load from elsewhere; empty if it shows a page of this site, or nothing."""
    given = (attribute.value for attribute in attributes_of(frame) if attribute.name == "src")
    address = re.sub(r"[\t\n\r]", "", next(given, None) or "").strip()
    return address if leads(address) is Leads.OUTSIDE else ""


def write_frame(frame: Piece, address: str, *, at: Stretch, sheet: Sheet) -> str:
    """What stands for a raw iframe with a foreign address; empty, with a finding, where the address means nothing."""
    span = at.span(frame.at, len(frame.source))
    read = _ADDRESS().fullmatch(address.replace(" ", "%20"))
    if read is None:
        sheet.report("SG817", span, target=shortened(address))
        return ""
    titles = (attribute.value for attribute in attributes_of(frame) if attribute.name == "title")
    title = sheet.typeset_text((next(titles, None) or "").strip())
    if not title:
        sheet.report("SG816", span)
    return sheet.gap(_framed(read["host"].lower(), read["rest"], title, span, sheet)) + "\n"


def _framed(host: str, rest: str, title: str, span: Span, sheet: Sheet) -> EmbedSlot:
    """An iframe whose maker is known is asked for like its shortcode; any other as it is."""
    address = f"https://{host}{rest}"
    known: tuple[tuple[str, Callable[[sources.Told], Source | Fault]], ...] = (
        ("video", sources.youtube),
        ("video", sources.vimeo),
        ("sound", sources.spotify),
    )
    for argument, read in known:
        source = read({argument: address})
        if isinstance(source, Source):
            return _slot(source, title, span, sheet)
    frame = f"https://{_PLAYER_HOST}{rest}" if host in _YOUTUBE and rest.startswith(_PLAYER) else address
    return _slot(Source("", frame, _page_of(host, rest), None), title, span, sheet)


def _page_of(host: str, rest: str) -> str:
    """Where a link leads instead of a frame; what Google Maps gives out for frames shows nothing outside of one."""
    if host == _GOOGLE and rest.startswith("/maps"):
        point = _GOOGLE_POINT().search(rest)
        if point:
            return f"https://{_GOOGLE}/maps/search/?api=1&query={point[2]},{point[1]}"
        rest = "/maps" if rest.startswith("/maps/embed") else rest.replace("&output=embed", "")
    return f"https://{host}{rest}"


def _slot(source: Source, title: str, span: Span, sheet: Sheet) -> EmbedSlot:
    return EmbedSlot(
        party=source.party,
        source=source.frame,
        page=source.page,
        title=title,
        shape=source.shape,
        tone=sheet.options.tone,
        line=span.line,
        column=span.column,
    )


def _figure(gap: str, preview: str, span: Span, sheet: Sheet) -> str:
    """A picture of the owner's behind the placeholder. The placeholder says what it shows, so it decorates."""
    picture = PictureSlot(
        src=preview, alt="", title="", classes="", position=sheet.pictures, line=span.line, column=span.column
    )
    sheet.pictures += 1
    shown = sheet.gap(picture)
    caption = sheet.gap(CaptionSlot(src=preview, html="", credit="", line=span.line, column=span.column))
    return f'<figure class="embed-figure">\n{shown}\n{gap}\n{caption}</figure>'


def _unwrap(paragraph: Token) -> None:
    """Drop a paragraph around its text; one that has been given attributes stays as a frame for them."""
    paragraph.hidden = False
    if paragraph.attrs:
        paragraph.tag = "div"
    else:
        paragraph.type, paragraph.tag = FRAMELESS, ""


def _report(fault: Fault, embed: Embed, told: Told, *, at: Stretch, sheet: Sheet) -> None:
    value = told.values[fault.argument]
    span = at.span(told.offsets[fault.argument], len(value))
    facts = {"name": embed.name, "argument": fault.argument, "value": shortened(value), "example": embed.usage.example}
    sheet.report(fault.code, span, **facts, hint=OPTION_IN_WORDS.get(fault.argument, ""))
