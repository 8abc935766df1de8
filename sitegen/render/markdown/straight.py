"""Paragraphs as nearly all are, from their text to HTML in one step: words, `*emphasis*`, `code`, lines, plain links.

Only for paragraphs whose pieces nobody else looks at. What stands here is what `usual_inlines`, `inlines` and `writer`
make of the same text piece by piece, in half the time; at the first sign of anything else (a picture, a shortcode, a
link that would be a finding …) the paragraph is left to them. So this never reports anything.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.model.body import LinkSlot
from sitegen.render.markdown.escaping import escaped, quoted
from sitegen.render.markdown.places import TextPlaces
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.usual_inlines import PLAIN_ADDRESS, SIGN, inner_code

_OPENING: Final = ("", "<em>", "<strong>")
_CLOSING: Final = ("", "</em>", "</strong>")
"""By the length of a run."""


def straight_html(text: str, line: int, sheet: Sheet) -> str | None:
    """The HTML of a paragraph that begins on `line` (0-based); None where more than the usual stands in its `text`."""
    for sign in sheet.signs:
        if sign in text:
            break
    else:
        return escaped(sheet.typeset_text(text))
    pieces = _Pieces(text)
    if not pieces.read(0, len(text)):
        return None
    pieces.open_links(line, sheet)
    done: list[str | None] = sheet.typeset(pieces.seen)
    if "&" in text or ">" in text:
        done[::2] = [escaped(words or "") for words in done[::2]]
    done[1::2] = pieces.marks
    return "".join(filter(None, done))


class _Pieces:
    """Words and marks in turn: `seen` is what typography sees of both, `marks` the HTML of every second."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._links: list[tuple[int, re.Match[str]]] = []
        self.seen: list[str | None] = []
        self.marks: list[str] = []

    def read(self, start: int, end: int) -> bool:
        """Append what stands between two places of the text; False at a sign that is not usual."""
        text, seen, marks = self._text, self.seen, self.marks
        runs: list[str] = []
        done = start
        for sign in SIGN.finditer(text, start, end):
            kind, words = sign.lastgroup, text[done : sign.start()]
            done = sign.end()
            if kind == "opens":
                run = sign[0]
                runs.append(run)
                seen += words, ""
                marks.append(_OPENING[len(run)])
            elif kind == "closes" and runs and runs.pop() == sign[0]:
                seen += words, ""
                marks.append(_CLOSING[len(sign[0])])
            elif kind == "line":
                kept = words.rstrip(" ")
                seen += kept, "\n"
                marks.append("<br>\n" if len(words) - len(kept) > 1 else "\n")
            elif kind == "code":
                seen += words, None
                marks.append(f"<code>{escaped(inner_code(sign['code']))}</code>")
            elif kind != "link" or not self._read_link(sign, words):
                return False
        seen.append(text[done:end])
        return not runs

    def _read_link(self, link: re.Match[str], words: str) -> bool:
        """Append a link and its words; False for a picture, and where the tokens know more to say."""
        target = link["target"]
        is_outside = PLAIN_ADDRESS.fullmatch(target) is not None
        if words.endswith("!") or not link["label"] or link["title"]:
            return False
        if not is_outside and leads(target) is not Leads.INSIDE:
            return False
        if not is_outside:
            self._links.append((len(self.marks), link))
        self.seen += words, ""
        self.marks.append(f"<a href={quoted(target)}>" if is_outside else "")
        is_usual = self.read(*link.span("label"))
        self.seen.append("")
        self.marks.append("</a>")
        return is_usual

    def open_links(self, line: int, sheet: Sheet) -> None:
        """Put in the beginnings of the links into the site, each with its slot; only when all else is sure."""
        places = TextPlaces(sheet.lines, content=self._text, first=line) if self._links else None
        for index, link in self._links:
            if places:
                at = places.span(link.start("target"), len(link["target"]))
                slot = LinkSlot(target=link["target"], line=at.line, column=at.column)
                self.marks[index] = f'<a href="{sheet.gap(slot)}">'
