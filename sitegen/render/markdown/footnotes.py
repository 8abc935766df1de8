"""Footnotes: numbered in the order in which they are mentioned, gathered at the end of the body.

Marks without a text and texts without a mark are findings; neither vanishes silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.diagnostics import Span
from sitegen.render.markdown.escaping import escaped, quoted
from sitegen.render.markdown.passages import READY
from sitegen.render.markdown.places import TextPlaces
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tokens import Token


class _Note:
    """One definition, and how often it was mentioned."""

    def __init__(self, label: str, line: int) -> None:
        self.label = label
        self.line = line
        self.tokens: list[Token] = []
        self.number = 0
        self.mentions = 0


def gather_footnotes(tokens: list[Token], sheet: Sheet) -> list[Token]:
    """`tokens` with all definitions moved to the end, as far as they are mentioned, and all marks numbered."""
    notes: dict[str, _Note] = {}
    flow = _without_definitions(tokens, notes, sheet)
    mentioned: list[_Note] = []
    _number(flow, notes, mentioned, sheet)
    for note in mentioned:  # grows: a note may mention another
        _number(note.tokens, notes, mentioned, sheet)
    for note in notes.values():
        if not note.number:
            sheet.report("SG262", _definition_span(note, sheet), label=note.label)
    return [*flow, *_section(mentioned, sheet)] if mentioned else flow


def _without_definitions(tokens: Sequence[Token], notes: dict[str, _Note], sheet: Sheet) -> list[Token]:
    """The tokens that are in no definition; the others go to their note. A second definition of a label is reported."""
    flow: list[Token] = []
    targets = [flow]
    for token in tokens:
        if token.type == "footnote_reference_open":
            note = _Note(token.meta["label"], token.map[0] + 1 if token.map else 0)
            if note.label in notes:
                sheet.report("SG263", _definition_span(note, sheet), label=note.label)
            else:
                notes[note.label] = note
            targets.append(note.tokens)
        elif token.type == "footnote_reference_close":
            targets.pop()
        else:
            targets[-1].append(token)
    return flow


def _number(tokens: Sequence[Token], notes: dict[str, _Note], mentioned: list[_Note], sheet: Sheet) -> None:
    """Make every mark in `tokens` a link; notes mentioned for the first time are appended to `mentioned`."""
    for text, mark in _marks(tokens):
        note = notes.get(mark.meta["label"])
        if note is None:
            places = TextPlaces(sheet.lines, content=text.content, first=text.map[0] if text.map else 0)
            sheet.report("SG261", places.span(mark.meta["at"], len(mark.content)), label=mark.meta["label"])
            mark.type = "text_special"
            continue
        if not note.number:
            mentioned.append(note)
            note.number = len(mentioned)
        note.mentions += 1
        mark.type, mark.content = READY, _mark(note, sheet)
        mark.meta["is_mark"] = True


def _marks(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                yield token, child


def _mark(note: _Note, sheet: Sheet) -> str:
    label = quoted(sheet.say("body_footnote", number=note.number))
    return (
        f'<sup class="footnote-ref"><a href="#fn-{note.number}" id="{_back_anchor(note.number, note.mentions)}"'
        f' role="doc-noteref" aria-label={label}>{note.number}</a></sup>'
    )


def _section(mentioned: Sequence[_Note], sheet: Sheet) -> Iterator[Token]:
    heading = f'<h2 class="visually-hidden">{escaped(sheet.say("body_footnotes"))}</h2>'
    yield _block("footnotes_open", f'<section class="footnotes" role="doc-endnotes">\n{heading}\n<ol>\n', nesting=1)
    for note in mentioned:
        sheet.anchors.add(f"fn-{note.number}")
        sheet.anchors.update(_back_anchor(note.number, mention + 1) for mention in range(note.mentions))
        yield _block("footnote_open", f'<li id="fn-{note.number}">\n', nesting=1)
        links = "".join(_back_link(note, each, sheet) for each in range(note.mentions))
        back = Token(READY, "", 0, links, meta={"is_mark": True})
        last = note.tokens[-1].children if note.tokens and note.tokens[-1].type == "paragraph" else None
        yield from note.tokens
        if last is not None:
            last.append(back)
        else:
            yield _block("footnote_back", f"<p>{back.content.strip()}</p>\n", nesting=0)
        yield _block("footnote_close", "</li>\n", nesting=-1)
    yield _block("footnotes_close", "</ol>\n</section>\n", nesting=-1)


def _back_link(note: _Note, index: int, sheet: Sheet) -> str:
    label = quoted(sheet.say("body_footnote_back", number=note.number))
    anchor = _back_anchor(note.number, index + 1)
    return f' <a class="footnote-back" href="#{anchor}" role="doc-backlink" aria-label={label}>↩\ufe0e</a>'


def _back_anchor(number: int, mention: int) -> str:
    return f"fnref-{number}" if mention == 1 else f"fnref-{number}-{mention}"


def _block(kind: str, html: str, *, nesting: int) -> Token:
    return Token(kind, "", nesting, html)


def _definition_span(note: _Note, sheet: Sheet) -> Span:
    label = f"[^{note.label}]"
    column = sheet.lines[note.line - 1].find(label) + 1 if note.line else 0
    return Span(file="", line=note.line, column=column, end_column=column + len(label) if column else 0)
