"""Runs written as a line of Markdown, and read again by a parser to be sure that it says what they say.

What Markdown cannot emphasise (`<b>Wichtig:</b>siehe`) keeps its tags, and nothing else does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from sitegen.importers.html.escaping import Piece, escaped, escaped_wholly, flanks
from sitegen.importers.html.read_back import says
from sitegen.importers.html.tags import name_of
from sitegen.importers.html.tree import Mark, Run, Runs

_SIGNS: Final = ({"strong": "**", "em": "*", "del": "~~"}, {"strong": "**", "em": "_", "del": "~~"})
_EMPHASIS: Final = frozenset({"strong", "em", "del"})
_NEEDS_BRACKETS: Final = re.compile(r"[\s()<>\\]|&[#\w]+;|^$")
_BALANCED: Final = re.compile(r"\([^()]*\)")
_AUTOLINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]*")
_MAIL: Final = re.compile(r"mailto:([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)", re.ASCII)
_QUIET: Final = re.compile(r"[\w \u00a0,.;„“”‚‘’»«–…()/%€§'\"!?:+-]*")
"""A line of these signs has nothing to be read again for."""


class Place(NamedTuple):
    """Where a line stands, as far as it matters to what must be escaped."""

    is_heading: bool = False
    is_cell: bool = False
    is_entry: bool = False
    """At the beginning of a list entry."""


_FLOW: Final = Place()


def inline_markdown(runs: Runs, place: Place = _FLOW) -> str:
    """One line, or several with hard breaks between them."""
    runs = _with_autolinks(runs)
    tagged: set[int] = set()
    for signs in _SIGNS:
        while True:
            pieces, marks = _pieces(runs, signs, tagged, place)
            weak = _weak(pieces, marks)
            if not weak:
                break
            tagged |= weak
        line = _escaped(pieces, place)
        if _QUIET.fullmatch(line) or says(line, runs):
            return _placed(line, place)
    tagged = {mark.number for run in runs for mark in run.marks if mark.kind in _EMPHASIS}
    pieces, _ = _pieces(runs, _SIGNS[0], tagged, place)
    line = _escaped(pieces, place)
    return _placed(line if says(line, runs) else escaped_wholly(pieces), place)


def _escaped(pieces: Sequence[Piece], place: Place) -> str:
    is_start = not place.is_cell
    return escaped(pieces, is_heading=place.is_heading, is_entry=place.is_entry, begins_line=is_start)


def title_markdown(title: str) -> str:
    """`title` as it stands behind an address, with the space before it; empty for none."""
    words = " ".join(title.split())
    return f' "{_in_quotes(words)}"' if words else ""


def address_markdown(address: str) -> str:
    """`address` as it stands in a link: in angle brackets where it holds spaces or brackets."""
    bare = re.sub(r"[\x00-\x1f\x7f]", "", address).strip()
    if not _NEEDS_BRACKETS.search(_BALANCED.sub("", bare)):
        return bare
    bare = bare.replace("&", "&amp;") if re.search(r"&[#\w]+;", bare) else bare
    return "<" + re.sub(r"([\\<>])", r"\\\1", bare) + ">"


def _placed(line: str, place: Place) -> str:
    return line.replace("|", "\\|") if place.is_cell else line


def _in_quotes(words: str) -> str:
    return re.sub(r'(["\\]|&(?=[#\w]+;))', r"\\\1", words)


class _Sign(NamedTuple):
    """A delimiter that was written: of which mark, where in the pieces, and which side of it."""

    number: int
    piece: int
    is_opening: bool


def _pieces(runs: Runs, signs: dict[str, str], tagged: set[int], place: Place) -> tuple[list[Piece], list[_Sign]]:
    """The parts of the line, marks as `signs` or, of those `tagged`, as tags; and where the signs are."""
    pieces: list[Piece] = []
    written: list[_Sign] = []
    open_: list[Mark] = []
    for run in [*runs, Run("text")]:
        common = 0
        while common < min(len(open_), len(run.marks)) and open_[common] == run.marks[common]:
            common += 1
        while len(open_) > common:
            mark = open_.pop()
            _note(mark, pieces, written, tagged, is_opening=False)
            pieces += _closing(mark, signs, tagged)
        for mark in run.marks[common:]:
            _note(mark, pieces, written, tagged, is_opening=True)
            pieces += _opening(mark, signs, tagged)
            open_.append(mark)
        pieces += _content(run, place)
    return pieces, written


def _note(mark: Mark, pieces: list[Piece], written: list[_Sign], tagged: set[int], *, is_opening: bool) -> None:
    if mark.kind in _EMPHASIS and mark.number not in tagged:
        written.append(_Sign(mark.number, len(pieces), is_opening))


def _opening(mark: Mark, signs: dict[str, str], tagged: set[int]) -> list[Piece]:
    if mark.kind == "html":
        return [Piece(mark.data, "opaque")]
    if mark.kind in {"link", "span"}:
        return [Piece("[", "markup")]
    return [Piece(f"<{mark.kind}>", "opaque") if mark.number in tagged else Piece(signs[mark.kind], "markup")]


def _closing(mark: Mark, signs: dict[str, str], tagged: set[int]) -> list[Piece]:
    if mark.kind == "html":
        return [Piece(f"</{name_of(mark.data)}>", "opaque")]
    if mark.kind == "link":
        target = f"({address_markdown(mark.data)}{title_markdown(mark.title)})"
        return [Piece("]", "markup"), Piece(target, "opaque")]
    if mark.kind == "span":
        return [Piece("]", "markup"), Piece(mark.data, "opaque")]
    return [Piece(f"</{mark.kind}>", "opaque") if mark.number in tagged else Piece(signs[mark.kind], "markup")]


def _content(run: Run, place: Place) -> list[Piece]:
    match run.kind:
        case "break":
            return [Piece("<br>" if place.is_cell else "\\\n", "opaque")]
        case "code":
            return [Piece(_code(run.text), "opaque")]
        case "picture":
            target = f"({address_markdown(run.address)}{title_markdown(run.title)})"
            return [Piece("![", "markup"), Piece(run.text, "text"), Piece("]", "markup"), Piece(target, "opaque")]
        case "footnote":
            return [Piece(f"[^{run.text}]", "opaque")]
        case "verbatim":
            return [Piece(run.text, "opaque")]
        case _:
            return [Piece(run.text, "text")]


def _code(text: str) -> str:
    """A code span; as many backticks around it as it needs."""
    longest = max((len(found) for found in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " " and text.strip()) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _with_autolinks(runs: Runs) -> Runs:
    """`<https://…>` for a link whose words are its address."""
    counts = Counter(mark for run in runs for mark in run.marks)
    return tuple(
        run._replace(kind="verbatim", text=f"<{run.text}>", marks=run.marks[:-1]) if _is_bare(run, counts) else run
        for run in runs
    )


def _is_bare(run: Run, counts: Counter[Mark]) -> bool:
    """Whether a run is all of a link, and says its address."""
    link = run.marks[-1] if run.marks else None
    if link is None or run.kind != "text" or link.kind != "link" or link.title or counts[link] > 1:
        return False
    mail = _MAIL.fullmatch(link.data)
    return bool(run.text == link.data and _AUTOLINK.fullmatch(run.text)) or bool(mail and run.text == mail[1])


def _weak(pieces: Sequence[Piece], written: Sequence[_Sign]) -> set[int]:
    """The marks whose signs cannot open or close where they stand."""
    text = "".join(piece.text for piece in pieces)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.text))
    weak: set[int] = set()
    for sign in written:
        start, end = starts[sign.piece], starts[sign.piece + 1]
        letter = text[start]
        while start and text[start - 1] == letter:
            start -= 1
        while end < len(text) and text[end] == letter:
            end += 1
        if not flanks(text, start, end)[0 if sign.is_opening else 1]:
            weak.add(sign.number)
    return weak
