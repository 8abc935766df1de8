"""A legal page as HTML. The only place that knows what its sections look like; every text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sitegen.legal.document import (
    Document,
    Facts,
    Items,
    Lines,
    Missing,
    Paragraph,
    Part,
    Piece,
    Section,
    Storage,
    Subheading,
)
from sitegen.text.tone import Tone
from sitegen.text.wording import say


def legal_html(document: Document) -> str:
    """The sections of a page, each under a heading of the second level with an anchor of its own."""
    return "".join(_section(section, document.kind) for section in document.sections)


def _section(section: Section, kind: str) -> str:
    heading = f'<h2 id="{kind}-{section.block}">{escape(section.heading)}</h2>\n'
    parts = "".join(map(_part, section.parts))
    return f'{heading}<div class="note legal-apart">\n{parts}</div>\n' if section.apart else f"{heading}{parts}"


def _part(part: Part) -> str:  # noqa: PLR0911 - one for each kind of part
    match part:
        case Paragraph(pieces):
            return f"<p>{_pieces(pieces)}</p>\n"
        case Lines(lines):
            return f"<p>{'<br>'.join(map(_pieces, lines))}</p>\n"
        case Items(items):
            return f"<ul>\n{''.join(f'<li>{escape(item)}</li>{chr(10)}' for item in items)}</ul>\n"
        case Facts(rows):
            pairs = "".join(f"<dt>{escape(name)}</dt>\n<dd>{_pieces(pieces)}</dd>\n" for name, pieces in rows)
            return f"<dl>\n{pairs}</dl>\n"
        case Storage():
            return _storage(part)
        case Subheading(text):
            return f"<h3>{escape(text)}</h3>\n"
        case Missing(what, key):
            text = say("legal_missing", Tone.SIE, {"what": what, "key": key})
            return f'<p class="note legal-missing"><strong>{escape(text)}</strong></p>\n'


def _storage(storage: Storage) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in storage.headings)
    rows = "".join(
        f"<tr><td><code>{escape(item.name)}</code></td><td>{escape(kind)}</td><td>{escape(item.duration)}</td>"
        f"<td>{escape(item.purpose)}</td></tr>\n"
        for item, kind in storage.rows
    )
    return (
        f'<div class="table-scroll" role="group" aria-label="{escape(storage.label)}" tabindex="0">\n<table>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(
        f'<a href="{escape(piece.href)}">{escape(piece.text)}</a>' if piece.href else escape(piece.text)
        for piece in pieces
    )
