"""Answers for the slots of a body: where links lead, which picture is meant, what a service costs.

The point where a remembered body meets the rest of the site. What has no answer becomes a finding at its place in the
text and an empty address in the page, so that the checks of the finished page do not report it again.
"""

from __future__ import annotations

from html import escape

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import is_relative, with_base
from sitegen.model.body import Body, CallSlot, CaptionSlot, EmbedSlot, LinkSlot, PictureSlot, Slot
from sitegen.plan.credits import credited
from sitegen.plan.files import FileRoute
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.site import SiteView
from sitegen.plan.references import Meaning, Reference, References, meant
from sitegen.render.pictures import Shown, figcaption, picture_markup
from sitegen.text.tone import Tone


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What slots are answered from."""

    references: References
    files: dict[str, FileRoute]
    pictures: dict[tuple[str, str], PictureView]
    questions: SiteView
    base: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into one slot: finished HTML or an escaped address."""

    html: str
    finding: Diagnostic | None = None


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """All answers of one body, in the order of its slots."""

    html: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def answer_slots(body: Body, *, source: str, body_line: int, around: Surroundings) -> Answered:
    """Answers for every slot of the body of `source`, whose first line is line `body_line` of the file."""
    place = Place(source=source, lines=body_line - 1)
    answers = [answer(slot, place, around) for slot in body.slots]
    return Answered(
        html=tuple(answer.html for answer in answers),
        findings=tuple(answer.finding for answer in answers if answer.finding),
    )


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a body stands."""

    source: str
    lines: int
    """Lines of the file before the body."""

    def span(self, slot: Slot) -> Span:
        """The place of a slot in its file: of an address as far as it goes, of anything else where it begins."""
        match slot:
            case LinkSlot(target=typed) | PictureSlot(src=typed) | CaptionSlot(src=typed):
                end = slot.column + len(typed) if typed else 0
            case CallSlot() | EmbedSlot():
                end = 0
        return Span(file=self.source, line=slot.line + self.lines, column=slot.column, end_column=end)


def answer(slot: Slot, place: Place, around: Surroundings) -> Answer:
    """What goes into `slot`."""
    match slot:
        case LinkSlot():
            return answer_link(slot, place, around)
        case PictureSlot():
            return answer_picture(slot, place, around)
        case CaptionSlot():
            return answer_caption(slot, place, around)
        case CallSlot():
            return answer_shortcode(slot, place, around)
        case EmbedSlot():
            return answer_foreign(slot, place, around)


def answer_foreign(slot: EmbedSlot, place: Place, around: Surroundings) -> Answer:
    """What stands for something of a third party."""
    from sitegen.render.embeds import answer_embed

    embedded = answer_embed(slot, around.questions)
    if not embedded.code:
        return Answer(html=embedded.html)
    return Answer(html="", finding=Diagnostic(code=embedded.code, span=place.span(slot), facts=embedded.facts))


def answer_shortcode(slot: CallSlot, place: Place, around: Surroundings) -> Answer:
    """What a shortcode that asks the site comes to."""
    from sitegen.render.calls import answer_call

    called = answer_call(slot, around.questions)
    name, span = slot.arguments[0], place.span(slot)
    if called.expired:
        return Answer(html=called.html, finding=Diagnostic(code="SG306", span=span, facts={"target": name}))
    if called.suggestion is None:
        return Answer(html=called.html)
    match around.references.named(name):
        case Meaning.FAULTY:
            return Answer(html="")
        case Meaning.WITHHELD:
            return Answer(html="", finding=Diagnostic(code="SG302", span=span, facts={"target": name}))
    facts = {"name": slot.name, "argument": name, "cure": meant(called.suggestion)}
    return Answer(html="", finding=Diagnostic(code="SG305", span=span, facts=facts))


def answer_link(slot: LinkSlot, place: Place, around: Surroundings) -> Answer:
    """The escaped address of a link."""
    target = slot.target
    if target.startswith("/"):
        return Answer(html=escape(with_base(target, around.base)))
    if not is_relative(target):
        return Answer(html=escape(target))
    return answer_reference(around.references.link(target, place.source), slot, place, around)


def answer_reference(reference: Reference, slot: LinkSlot, place: Place, around: Surroundings) -> Answer:
    """The escaped address of what a relative link means."""
    target = slot.target
    match reference.meaning:
        case Meaning.ENTRY:
            return Answer(html=escape(reference.url))
        case Meaning.FILE:
            return Answer(html=escape(around.files[reference.file].url))
        case Meaning.FAULTY:
            return Answer(html="")
        case Meaning.EXPIRED:
            gone = Diagnostic(code="SG306", span=place.span(slot), facts={"target": target})
            return Answer(html=escape(reference.url), finding=gone)
        case Meaning.WITHHELD:
            found = Diagnostic(code="SG302", span=place.span(slot), facts={"target": target})
        case Meaning.NOTHING:
            found = missing("SG301", slot, place, target, reference)
    return Answer(html="", finding=found)


def missing(code: str, slot: Slot, place: Place, target: str, reference: Reference) -> Diagnostic:
    """A finding about a file that is not there, with the one that may have been meant."""
    return Diagnostic(
        code=code,
        span=place.span(slot),
        facts={"target": target, "cure": meant(reference.suggestion)},
    )


def answer_picture(slot: PictureSlot, place: Place, around: Surroundings) -> Answer:
    """The element of a picture."""
    if not is_relative(slot.src) and not slot.src.startswith("/"):
        return described(slot, place, PictureView(url=slot.src, width=0, height=0), around)
    picture = around.pictures.get((place.source, slot.src))
    if picture is not None:
        return described(slot, place, picture, around)
    reference = Reference(meaning=Meaning.NOTHING)
    if is_relative(slot.src):
        reference = around.references.picture(slot.src, place.source)
    if reference.meaning is Meaning.FILE:
        return described(slot, place, PictureView(url=slot.src, width=0, height=0), around)
    nothing = img(slot, PictureView(url="", width=0, height=0), around)
    return Answer(html=nothing, finding=missing("SG303", slot, place, slot.src, reference))


def described(slot: PictureSlot, place: Place, picture: PictureView, around: Surroundings) -> Answer:
    """The element of a picture that is there; a finding where nobody says what is to be seen."""
    html = img(slot, picture, around)
    if not slot.needs_alt or picture.alt:
        return Answer(html=html)
    facts = {"picture": slot.src}
    return Answer(html=html, finding=Diagnostic(code="SG241", span=place.span(slot), facts=facts))


def img(slot: PictureSlot, picture: PictureView, around: Surroundings) -> str:
    """A picture of a body; all but the first load when they come near."""
    width = f"{slot.width}px" if slot.width else ""
    shown = Shown(
        alt=picture.alt if slot.needs_alt else slot.alt,
        sizes=width or around.questions.sizes("body"),
        loading="lazy" if slot.position else "eager",
        classes=slot.classes,
        id=slot.id,
        title=slot.title,
        width=slot.width,
        height=slot.height,
    )
    return picture_markup(picture, shown)


def answer_caption(slot: CaptionSlot, place: Place, around: Surroundings) -> Answer:
    """What stands below a picture: the caption, and who made it."""
    picture = around.pictures.get((place.source, slot.src)) or PictureView(url="", width=0, height=0)
    caption = figcaption(slot.html, credited(picture, slot.credit), Tone.SIE)
    return Answer(html=f"{caption}\n" if caption else "")
