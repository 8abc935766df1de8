"""What stands for a video, a map or a calendar of a third party: title, who would get which data, a link, a button.

The frame itself waits in a `<template>`, which browsers do not load, until a script takes it out because somebody has
asked for it. Without a script the link leads to the party's own page. Nothing here ever makes a request.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final
from urllib.parse import urlsplit

import msgspec

from sitegen.model.body import EmbedShape, EmbedSlot
from sitegen.model.third_parties import SHIPPED, shipped_of_host
from sitegen.model.third_party import Category, ThirdParty, host_of
from sitegen.plan.questions.site import SiteView
from sitegen.schema.fields import fields_of
from sitegen.settings.third_parties import ThirdPartyField
from sitegen.text.tone import Tone
from sitegen.text.wording import say

_SHAPES: Final[dict[Category, EmbedShape]] = {"media": "video", "maps": "map", "booking": "booking"}
_OWN: Final = ("provider", "seat", "purpose", "legal_basis", "storage", "third_country", "privacy_url")
"""What an entry of the owner's has to say besides its name and its hosts, in the order of docs/dritte.md."""

_VIDEO: Final = "fullscreen; picture-in-picture; encrypted-media"
_SOUND: Final = "encrypted-media; clipboard-write"
_ALLOWED: Final[dict[EmbedShape, str]] = {
    "video": _VIDEO,
    "portrait": _VIDEO,
    "map": "fullscreen",
    "booking": "fullscreen; payment",
    "sound": _SOUND,
    "playlist": _SOUND,
    "other": "fullscreen",
}
_SANDBOX: Final = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
_UNBOXED: Final = frozenset({"spotify"})
"""Whose players do not play in a sandbox: protected recordings need more than it can grant."""

_REFERRER: Final = "strict-origin-when-cross-origin"
"""YouTube shows an error to whoever does not say from which website he comes."""

_PLAY: Final = '<path d="M20 16.5v15l12-7.5z" fill="currentColor"/>'
_WAVES: Final = '<path d="M15 20v8m6-13v18m6-14v10m6-12v14" stroke-linecap="round"/>'
_ICONS: Final[dict[EmbedShape, str]] = {
    "video": _PLAY,
    "portrait": _PLAY,
    "sound": _WAVES,
    "playlist": _WAVES,
    "map": '<path d="M24 34c-6-6.5-8-9.8-8-13a8 8 0 0 1 16 0c0 3.2-2 6.5-8 13z"/><circle cx="24" cy="21" r="2.5"/>',
    "booking": '<path d="M15 17h18v16H15zm0 5h18m-13-8v5m8-5v5"/>',
    "other": '<path d="M21 16h-6v17h17v-6m-6-11h7v7m0-7L22 27"/>',
}

_WHOLE: Final = re.compile(
    r'<div class="embed embed-[a-z]+" data-party=.*?</template>\n</div>\n'
    r'<p class="embed-link"[^>]*>(<a .*?</a>)</p>\n<p class="embed-about".*?</p>',
    re.DOTALL,
)
_HIDDEN: Final = re.compile(r'<span class="visually-hidden">(.*?)</span>')


class Embedded(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into the slot, or the code of what is wrong with it and its facts."""

    html: str = ""
    code: str = ""
    facts: dict[str, str] = {}


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What is said about one of them; everything safe to print."""

    tone: Tone
    facts: dict[str, str]
    shape: EmbedShape
    title: str
    """Escaped."""
    about: str
    """The anchor of the words on data, unique in the body."""

    def plain(self, key: str) -> str:
        """A sentence."""
        return escape(say(key, self.tone, dict(self.facts)))

    def named(self, key: str) -> str:
        """The words of a button or link for this shape, and for those who do not see where it stands, of what it is."""
        return f'{self.plain(f"{key}_{self.shape}")} <span class="visually-hidden">({self.title})</span>'


def answer_embed(slot: EmbedSlot, questions: SiteView) -> Embedded:
    """The placeholder, if the party is declared; else what the owner has to write."""
    host = host_of(slot.source)
    party = questions.party(slot.party) if slot.party else questions.party_of_host(host)
    if party:
        privacy_url = urlsplit(questions.forms.context(slot.tone).privacy_url).path
        return Embedded(html=placeholder(slot, party, privacy_url=privacy_url))
    shipped = SHIPPED[slot.party] if slot.party else shipped_of_host(host)
    if shipped:
        return Embedded(code="SG810", facts={"name": shipped.name, "party": shipped.id})
    return Embedded(code="SG811", facts={"host": host, "lines": own_entry(host)})


def own_entry(host: str) -> str:
    """An example of an entry for a party that nobody knows yet, as lines of `site.yaml`."""
    known = fields_of(ThirdPartyField)
    lines = (f"- use: {host.removeprefix('www.')}", *(f"  {known[key].example}" for key in _OWN), f"  hosts: {host}")
    return "\n".join(f"  {line}" for line in lines)


def placeholder(slot: EmbedSlot, party: ThirdParty, *, privacy_url: str) -> str:
    """The HTML of the whole, safe to print; `privacy_url` is the site's own page, empty where it has none.

    A script puts the frame in the place of the panel. The link and the words below stay, and the size of the box.
    """
    shape = slot.shape or _SHAPES.get(party.category, "other")
    title = escape(slot.title or say(f"embed_title_{shape}", slot.tone, {}))
    facts = {"name": party.name, "provider": party.provider, "country": party.third_country.partition(";")[0]}
    said = Words(tone=slot.tone, facts=facts, shape=shape, title=title, about=f"_daten-{slot.line}-{slot.column}")
    return (
        f'<div class="embed embed-{shape}" data-party="{escape(party.id)}">\n'
        f'<div class="embed-panel">\n{_icon(shape)}\n<p class="embed-title">{title}</p>\n{_actions(said)}</div>\n'
        f"<template>{_frame(slot, party, said)}</template>\n"
        "</div>\n"
        f'<p class="embed-link" data-pagefind-ignore><a href="{escape(slot.page)}">{said.named("embed_page")}</a></p>\n'
        f'<p class="embed-about" id="{said.about}" data-pagefind-ignore>{_about(party, said, privacy_url)}</p>'
    )


def without_embeds(html: str) -> str:
    """HTML in which each placeholder is a plain link, for readers that know neither scripts nor styles (feeds)."""
    return _WHOLE.sub(lambda found: _HIDDEN.sub(r"\1", f"<p>{found[1]}</p>"), html)


def _icon(shape: EmbedShape) -> str:
    circle = '<circle cx="24" cy="24" r="22"/>'
    return (
        '<svg class="embed-icon" viewBox="0 0 48 48" width="48" height="48" fill="none" stroke="currentColor" '
        f'stroke-width="2" aria-hidden="true">{circle}{_ICONS[shape]}</svg>'
    )


def _actions(said: Words) -> str:
    """The button and the choice: they need a script, and wait for it unseen."""
    described = f'aria-describedby="{said.about}"'
    return (
        '<p class="embed-actions" data-pagefind-ignore hidden>'
        f'<button type="button" class="button" {described} data-embed-load>{said.named("embed_load")}</button> '
        f'<label><input type="checkbox" data-embed-always> {said.plain("embed_always")}</label></p>\n'
    )


def _about(party: ThirdParty, said: Words, privacy_url: str) -> str:
    """Who gets which data, and where; the ground for a third country is left to the privacy page."""
    told = [f"embed_from_{said.shape}", "embed_data"]
    told += ["embed_storage"] if party.storage or party.needs_consent else []
    told += ["embed_country"] if party.third_country else []
    told += ["embed_consent"] if party.needs_consent else []
    key, url = ("embed_privacy", privacy_url) if privacy_url else ("embed_privacy_theirs", party.privacy_url)
    return f'{" ".join(map(said.plain, told))} <a href="{escape(url)}">{said.plain(key)}</a>'


def _frame(slot: EmbedSlot, party: ThirdParty, said: Words) -> str:
    sandbox = "" if party.id in _UNBOXED else f' sandbox="{_SANDBOX}"'
    return (
        f'<iframe src="{escape(slot.source)}" title="{said.title}" loading="lazy" referrerpolicy="{_REFERRER}" '
        f'allow="{_ALLOWED[said.shape]}"{sandbox}></iframe>'
    )
