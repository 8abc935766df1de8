"""Links of a text: into the site they become slots, out of it they stay, dangerous ones are refused.

Never asks whether the target exists; that is found out when the slots are filled.
"""

from __future__ import annotations

from typing import Final

from sitegen.model.body import LinkSlot
from sitegen.render.markdown.attributes import give_attributes
from sitegen.render.markdown.escaping import escaped
from sitegen.render.markdown.passages import Passage
from sitegen.render.markdown.structure import NOTHING
from sitegen.render.markdown.targets import Leads, completed, leads, shortened
from sitegen.render.markdown.tokens import Token

AD: Final = "ad"
_AD_RELATION: Final = "sponsored noopener"


def finish_link(children: list[Token], index: int, passage: Passage) -> None:
    """Settle the address and attributes of the link that `children[index]` opens."""
    opening = children[index]
    closing = children[_closing(children, index)]
    _give_attributes(opening, closing, passage)
    if "title" in opening.attrs:
        opening.attrs["title"] = passage.sheet.typeset_text(str(opening.attrs["title"]))
    if closing is children[index + 1]:
        passage.sheet.report("SG253", passage.span(opening))
    target = str(opening.attrs["href"])
    where = leads(target)
    if where is Leads.INSIDE:
        span = passage.target_span(opening, target)
        opening.attrs["href"] = passage.sheet.gap(LinkSlot(target=target, line=span.line, column=span.column))
    elif where is not Leads.OUTSIDE:
        refuse(opening, target, where, passage)
        opening.type = closing.type = NOTHING
        opening.nesting = closing.nesting = 0


def refuse(token: Token, target: str, where: Leads, passage: Passage) -> None:
    """Report why the link or picture `token` may not have the address `target`, which leads neither in nor out."""
    shown = shortened(target)
    if where is Leads.NOWHERE:
        passage.sheet.report("SG252", passage.span(token))
    elif where is Leads.DANGER:
        passage.sheet.report("SG251", passage.target_span(token, target), target=shown)
    else:
        passage.sheet.report("SG255", passage.target_span(token, target), target=shown, whole=completed(shown))


def _give_attributes(opening: Token, closing: Token, passage: Passage) -> None:
    for attributes, at in opening.meta.get("attributes", ()):
        if attributes.has_word(AD):
            _mark_as_ad(opening, closing, passage)
        give_attributes(opening, attributes.without(AD), at=passage.stretch(at), sheet=passage.sheet)


def _mark_as_ad(opening: Token, closing: Token, passage: Passage) -> None:
    """An affiliate link: `rel` for search engines, a star for readers, its explanation at the end of the body."""
    passage.sheet.has_ad = True
    opening.attrJoin("rel", _AD_RELATION)
    hint = escaped(passage.sheet.say("body_ad_mark"))
    closing.meta["behind"] = f'<span class="ad-star">*<span class="visually-hidden"> ({hint})</span></span>'


def _closing(children: list[Token], index: int) -> int:
    """The index of the token that closes what `children[index]` opens."""
    depth = 0
    for number in range(index, len(children)):
        depth += children[number].nesting
        if depth == 0:
            return number
    return index
