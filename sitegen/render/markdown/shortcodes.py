"""Shortcodes: `{{ name "wert" key="v" }}` within running text.

The list below, with those for third parties from `embeds`, is all there is: a name, how it is written, and for the
static ones what they become. The others ask the site, so they become slots with checked arguments. Never executes
anything from a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from sitegen.diagnostics.catalogue.markdown import hint
from sitegen.model.body import CallSlot
from sitegen.plan.legal import LEGAL
from sitegen.render.markdown.commands import Parameter, Told, Usage, told
from sitegen.render.markdown.embeds import EMBEDS, Embed, write_embed
from sitegen.render.markdown.escaping import escaped
from sitegen.render.markdown.legal import USAGE as LEGAL_USAGE
from sitegen.render.markdown.legal import write_legal
from sitegen.render.markdown.passages import Passage, ready
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.tokens import Token
from sitegen.text.patterns import later
from sitegen.text.suggest import closest


class Shortcode(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the list."""

    name: str
    usage: Usage
    write: Callable[[Mapping[str, str]], str] | None = None
    """From the arguments to HTML, for one that needs nothing but them; None makes it a slot."""
    embed: Embed | None = None
    """What it shows of a third party."""
    block: Callable[[Token, Told, Stretch, Passage], bool] | None = None
    """Makes the token a slot with a paragraph of its own; False, with a finding, where that is not to be."""


def write_keys(values: Mapping[str, str]) -> str:
    """„Strg+C" becomes one `<kbd>` for each key; a plus sign at the end is a key."""
    keys = re.split(r"(?<=\S)\s*\+\s*(?=\S)", values["keys"].strip())
    return "+".join(f"<kbd>{escaped(key)}</kbd>" for key in keys)


_TEXT: Final = Parameter(name="text")

SHORTCODES: Final[dict[str, Shortcode]] = {
    shortcode.name: shortcode
    for shortcode in (
        Shortcode(
            name="kbd",
            usage=Usage(
                parameters=(Parameter(name="keys", required=True, positional=True),), example='{{ kbd "Strg+C" }}'
            ),
            write=write_keys,
        ),
        Shortcode(
            name="price",
            usage=Usage(
                parameters=(Parameter(name="slug", required=True, positional=True), Parameter(name="unit")),
                example='{{ price "buchhaltung" }}',
            ),
        ),
        Shortcode(
            name="service",
            usage=Usage(
                parameters=(Parameter(name="slug", required=True, positional=True), _TEXT),
                example='{{ service "buchhaltung" text="unsere Buchhaltung" }}',
            ),
        ),
        Shortcode(
            name="post",
            usage=Usage(
                parameters=(Parameter(name="id", required=True, positional=True), _TEXT),
                example='{{ post "rechnungen" text="der Beitrag über Rechnungen" }}',
            ),
        ),
        Shortcode(name=LEGAL, usage=LEGAL_USAGE, block=write_legal),
        *(Shortcode(name=embed.name, usage=embed.usage, embed=embed) for embed in EMBEDS),
    )
}

_INNER: Final = later(r"\{\{\s*([^\s\"„“”}]*)(.*?)(?:\}\})?\Z", re.DOTALL)


def finish_shortcode(token: Token, passage: Passage) -> None:
    """Make the shortcode finished HTML or a slot; one that is wrong stays as typed, with a finding."""
    source, at = token.content, token.meta["at"]
    if not token.meta["is_closed"]:
        passage.sheet.report("SG206", passage.places.span(at, len(source)))
    elif inner := _INNER().match(source):
        shortcode = SHORTCODES.get(inner[1])
        if shortcode is None:
            _report_unknown(inner[1], passage, at=at + inner.start(1))
        else:
            stretch = passage.stretch(at + inner.start(2))
            arguments = told(shortcode.name, shortcode.usage, inner[2], at=stretch, sheet=passage.sheet)
            if arguments.is_complete and _write(token, shortcode, arguments, at=stretch, passage=passage):
                return
    token.type = "text_special"


def _write(token: Token, shortcode: Shortcode, arguments: Told, *, at: Stretch, passage: Passage) -> bool:
    """Make `token` what the shortcode becomes; False, with a finding, if its arguments turn out to be wrong."""
    if shortcode.embed:
        return write_embed(token, shortcode.embed, arguments, at=at, passage=passage)
    if shortcode.block:
        return shortcode.block(token, arguments, at, passage)
    if shortcode.write:
        token.meta["plain"] = " ".join(arguments.values.values())
        ready(token, shortcode.write(arguments.values))
    else:
        _write_call(token, shortcode, arguments, passage)
    return True


def _write_call(token: Token, shortcode: Shortcode, arguments: Told, passage: Passage) -> None:
    """A slot that the site answers."""
    span = passage.span(token)
    leading = [parameter.name for parameter in shortcode.usage.parameters if parameter.positional]
    slot = CallSlot(
        name=shortcode.name,
        arguments=tuple(arguments.values[name] for name in leading if name in arguments.values),
        options={
            name: passage.sheet.typeset_text(value) for name, value in arguments.values.items() if name not in leading
        },
        line=span.line,
        column=span.column,
    )
    token.meta["plain"] = slot.options.get("text", "")
    ready(token, passage.sheet.gap(slot))


def _report_unknown(name: str, passage: Passage, *, at: int) -> None:
    advice = hint("SG201", closest(name, SHORTCODES), SHORTCODES)
    passage.sheet.report("SG201", passage.places.span(at, len(name)), name=name, hint=advice)
