"""Pictures of a text, and figures: a paragraph that is only one picture.

The `<img>` itself is a slot, as its sizes are not known here. Never looks at a picture file.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sitegen.model.body import CaptionSlot, PictureSlot
from sitegen.render.markdown.attributes import give_attributes
from sitegen.render.markdown.escaping import escaped
from sitegen.render.markdown.links import refuse
from sitegen.render.markdown.passages import Passage, ready
from sitegen.render.markdown.plain import plain_text
from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.tokens import Token

DECORATIVE: Final = "decorative"
"""The class by which an author says that a picture needs no alternative text."""

_CREDIT: Final = re.compile(r"©|\b(?:Foto|Bild):")
_PIXELS: Final = re.compile(r"\d{1,5}")
_REFUSED: Final = frozenset({Leads.NOWHERE, Leads.DANGER})
_LINKED_PICTURE: Final = ("link_open", "image", "link_close")


class Caption(NamedTuple):
    """What stands below a figure."""

    text: str
    credit: str


def split_caption(title: str) -> Caption:
    """„Hilfe auf Knopfdruck © Name / Quelle": from ©, „Foto:" or „Bild:" on it is the credit."""
    credit = _CREDIT.search(title)
    if credit is None:
        return Caption(title.strip(), "")
    return Caption(title[: credit.start()].strip(), title[credit.start() :].strip())


def lone_picture(children: list[Token]) -> Token | None:
    """The picture that is all of a text, perhaps within a link; or None."""
    if len(children) == 1 and children[0].type == "image":
        return children[0]
    if len(children) == len(_LINKED_PICTURE) and tuple(child.type for child in children) == _LINKED_PICTURE:
        return children[1]
    return None


def finish_picture(token: Token, passage: Passage) -> None:
    """Make a picture within running text a slot."""
    _give_attributes(token, passage)
    title = passage.sheet.typeset_text(str(token.attrs.get("title", "")))
    classes, anchor = str(token.attrs.get("class", "")), str(token.attrs.get("id", ""))
    _finish(token, passage, title=title, credit=split_caption(title).credit, classes=classes, anchor=anchor)


def finish_figure(token: Token, passage: Passage) -> None:
    """Make the paragraph of a passage a figure around its picture `token`, if that can be shown."""
    if leads(str(token.attrs["src"])) in _REFUSED:
        return
    _give_attributes(token, passage)
    figure = passage.text
    figure.type = figure.tag = "figure"
    figure.hidden = False
    if "class" in token.attrs:
        figure.attrJoin("class", str(token.attrs["class"]))
    if "id" in token.attrs:
        figure.attrSet("id", token.attrs["id"])
    caption = split_caption(str(token.attrs.get("title", "")))
    credit, source = passage.sheet.typeset_text(caption.credit), str(token.attrs["src"])
    span = passage.target_span(token, source)
    _finish(token, passage, title="", credit=credit, classes="", anchor="")
    slot = CaptionSlot(
        src=source,
        html=escaped(passage.sheet.typeset_text(caption.text)),
        credit=credit,
        line=span.line,
        column=span.column,
    )
    figure.meta["caption"] = passage.sheet.gap(slot)


def _give_attributes(token: Token, passage: Passage) -> None:
    for attributes, at in token.meta.get("attributes", ()):
        give_attributes(token, attributes, at=passage.stretch(at), sheet=passage.sheet)
    classes = str(token.attrs.pop("class", "")).split()
    if DECORATIVE in classes:
        token.meta["is_decorative"] = True
        classes = [name for name in classes if name != DECORATIVE]
    if classes:
        token.attrs["class"] = " ".join(classes)


def _finish(token: Token, passage: Passage, *, title: str, credit: str, classes: str, anchor: str) -> None:
    """Make `token` a slot, or nothing if its address is none."""
    source, sheet = str(token.attrs["src"]), passage.sheet
    where = leads(source)
    is_decorative = "is_decorative" in token.meta
    alt = "" if is_decorative else sheet.typeset_text(plain_text(token.children or ()))
    token.meta["plain"] = alt
    if where in _REFUSED:
        refuse(token, source, where, passage)
        ready(token, escaped(alt))
        return
    span = passage.target_span(token, source)
    slot = PictureSlot(
        src=source,
        alt=alt,
        needs_alt=not alt and not is_decorative,
        title=title,
        credit=credit,
        classes=classes,
        id=anchor,
        width=_pixels(token, "width"),
        height=_pixels(token, "height"),
        position=sheet.pictures,
        line=span.line,
        column=span.column,
    )
    sheet.pictures += 1
    ready(token, sheet.gap(slot))


def _pixels(token: Token, name: str) -> int:
    value = str(token.attrs.get(name, ""))
    return int(value) if _PIXELS.fullmatch(value) else 0
