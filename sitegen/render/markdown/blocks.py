"""Blocks: `::: name arguments` … `:::`.

The list below is all there is: a name, how it is written, and what stands before and behind its content. A block that
is wrong still shows its content. Never renders the content itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import msgspec

from sitegen.diagnostics import Span
from sitegen.diagnostics.catalogue.markdown import hint
from sitegen.model.body import LinkSlot
from sitegen.render.markdown.commands import Parameter, Told, Usage
from sitegen.render.markdown.escaping import escaped, quoted
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.targets import Leads, completed, leads, shortened
from sitegen.text.moments import Moment, MomentError, iso, long_date, parse_moment


class Frame(NamedTuple):
    """HTML before and behind the content of a block."""

    before: str
    behind: str


class Call(NamedTuple):
    """One use of a block: its arguments, where they stand, and the sheet for slots and findings."""

    told: Told
    at: Stretch
    sheet: Sheet

    def text(self, name: str) -> str:
        """An argument, set and escaped; empty if it was not given."""
        return escaped(self.sheet.typeset_text(self.told.values.get(name, "")))

    def span(self, name: str) -> Span:
        """Where an argument stands."""
        return self.at.span(self.told.offsets[name], len(self.told.values[name]))


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the list."""

    name: str
    usage: Usage
    write: Callable[[Call], Frame | None]
    """None when an argument turns out to be wrong; then only the content is shown."""


def write_note(call: Call) -> Frame:
    """A remark beside the text."""
    title = call.text("title")
    head = f'<p class="note-title">{title}</p>\n' if title else ""
    return Frame(f'<aside class="note" role="note">\n{head}', "</aside>\n")


def write_update(call: Call) -> Frame | None:
    """What was changed later, with its date."""
    moment = _moment(call, "date")
    if moment is None:
        return None
    key = "body_updated_month" if moment.precision == "month" else "body_updated"
    date = long_date(moment, call.sheet.options.language)
    line = escaped(call.sheet.say(key, date=date)).replace(date, _time(moment, call))
    return Frame(f'<aside class="update" role="note">\n<p class="update-date">{line}</p>\n', "</aside>\n")


def write_quoted_mail(call: Call) -> Frame | None:
    """An e-mail, with the lines of its head as far as they were given."""
    rows = [
        (call.sheet.say(f"body_mail_{name}"), call.text(name))
        for name in ("from", "subject")
        if name in call.told.values
    ]
    if "date" in call.told.values:
        moment = _moment(call, "date")
        if moment is None:
            return None
        rows.append((call.sheet.say("body_mail_date"), _time(moment, call)))
    head = "".join(f"<div><dt>{term}</dt><dd>{value}</dd></div>\n" for term, value in rows)
    caption = f'<figcaption>\n<dl class="mail-head">\n{head}</dl>\n</figcaption>\n' if rows else ""
    return Frame(f'<figure class="quote-mail">\n{caption}<blockquote>\n', "</blockquote>\n</figure>\n")


def write_call_to_action(call: Call) -> Frame | None:
    """A box that ends in a button."""
    href = _href(call, "link")
    if href is None:
        return None
    title = call.text("title")
    head = f'<p class="cta-title">{title}</p>\n' if title else ""
    button = f'<p class="cta-action"><a class="button" href={href}>{call.text("label")}</a></p>\n'
    return Frame(f'<div class="cta">\n{head}', f"{button}</div>\n")


def write_file(call: Call) -> Frame | None:
    """A file to download, named by its title and kind."""
    href = _href(call, "path")
    if href is None:
        return None
    name = call.told.values["path"].rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    kind = f' <span class="file-kind">({escaped(ending.upper())})</span>' if stem else ""
    title = call.text("title") or escaped(name)
    link = f'<p class="file-link"><a href={href} download>{title}</a>{kind}</p>\n'
    return Frame(f'<div class="file">\n{link}', "</div>\n")


def _moment(call: Call, name: str) -> Moment | None:
    value = call.told.values[name]
    try:
        return parse_moment(value)
    except MomentError as error:
        nearest = error.suggestions[0] if error.suggestions else None
        call.sheet.report("SG214", call.span(name), value=value, hint=hint("SG214", nearest))
        return None


def _time(moment: Moment, call: Call) -> str:
    return f'<time datetime="{iso(moment)}">{long_date(moment, call.sheet.options.language)}</time>'


def _href(call: Call, name: str) -> str | None:
    """The quoted value for an `href`: a slot if it leads inside; None, and a finding, if it may not be an address."""
    target, span = call.told.values[name], call.span(name)
    match leads(target):
        case Leads.INSIDE:
            return f'"{call.sheet.gap(LinkSlot(target=target, line=span.line, column=span.column))}"'
        case Leads.OUTSIDE:
            return quoted(target)
        case Leads.INCOMPLETE:
            call.sheet.report("SG255", span, target=shortened(target), whole=completed(shortened(target)))
        case Leads.DANGER:
            call.sheet.report("SG251", span, target=shortened(target))
        case Leads.NOWHERE:
            call.sheet.report("SG252", span)
    return None


_TITLE: Final = Parameter(name="title", positional=True)

BLOCKS: Final[dict[str, Block]] = {
    block.name: block
    for block in (
        Block(
            name="update",
            usage=Usage(
                parameters=(Parameter(name="date", required=True, positional=True),), example="::: update 15.3.2026"
            ),
            write=write_update,
        ),
        Block(
            name="note",
            usage=Usage(parameters=(_TITLE,), example='::: note "Gut zu wissen"'),
            write=write_note,
        ),
        Block(
            name="quote-mail",
            usage=Usage(
                parameters=(Parameter(name="from"), Parameter(name="subject"), Parameter(name="date")),
                example='::: quote-mail from="Frau Weber" subject="Termin" date=15.3.2026',
            ),
            write=write_quoted_mail,
        ),
        Block(
            name="cta",
            usage=Usage(
                parameters=(_TITLE, Parameter(name="link", required=True), Parameter(name="label", required=True)),
                example='::: cta "Passt das zu Ihnen?" link="../kontakt.md" label="Schreiben Sie mir"',
            ),
            write=write_call_to_action,
        ),
        Block(
            name="file",
            usage=Usage(
                parameters=(Parameter(name="path", required=True, positional=True), Parameter(name="title")),
                example='::: file "checkliste.pdf" title="Checkliste"',
            ),
            write=write_file,
        ),
    )
}
