"""Texts that call their readers Sie where the site says Du, or the other way round.

Only what can be nothing else is counted: „du“ beside its verb, „dein“, „dir“; „Sie“ and „Ihnen“ within a sentence,
since at its beginning they may be others. What is quoted, an interview, code, and sentences about the two forms
themselves are left alone. Looks at bodies; what layouts say is in the right form by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from sitegen.checks.amounts import BLOCKS, plain, sentences
from sitegen.checks.outline import NOT_OURS
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.patterns import later
from sitegen.text.placeholders import without_quoted
from sitegen.text.tone import Tone, may_stray

_DU: Final = later(
    r"\bdu\s+(?:[a-zäöüß]+\s+){0,2}?[a-zäöüß]+st\b|\b\w+st\s+du\b|\b(?:[Ww]enn|[Dd]ass|[Oo]b|[Ww]eil|[Ww]as|[Ww]ie|[Ww]o|und|die|den|das)\s+du\b"
    r"|(?<=[\w,]\s)(?:Du|Dir|Dich|Dein(?:e[mnrs]?)?)\b"
    r"|\b(?:dir|dich)\b|\bdein(?:e[mnrs]?)?\b|\A(?:Du\s+\w+st|Deine?[mnrs]?\s+[A-ZÄÖÜ]\w+)\b"
)
_SIE: Final = later(r"(?<=[\w,)]\s)(?:Sie|Ihnen|Ihre[mnrs]?)\b")
_NOUN: Final = later(
    r"\b(?:das|dem|des|per|vom|zum|beim|ein|kein|und|oder|ans?|mit|\w+liche[mns]?|\w+elle[mns]?|\w+te[mns]?)\s+\Z"
)
"""What stands before „Sie“ and „Du“ where they are words that are talked about."""
_ABOUT: Final = later(
    r"\bsag\w+\s+(?:wir|uns|sie|alle)\s+(?:Du|Sie)\b|\b(?:[Dd]uzen?|[Dd]uzt|[Ss]iezen?|[Ss]iezt|Anrede|Du-|Sie-|Duzen|Siezen)\b|\bDu\b.*\bSie\b|\bSie\b.*\bDu\b"
)
_SPEAKER: Final = later(r"\A[A-ZÄÖÜ][\w.-]{0,20}(?:\s[A-ZÄÖÜ][\w.-]{1,20})?:\s")
_INTERVIEW: Final = 2
"""So many paragraphs that begin with who speaks make a text an interview."""
_OTHER_TONE: Final = {Tone.SIE: Tone.DU, Tone.DU: Tone.SIE}
_CURE_MIXED: Final = "Sprechen Sie Ihre Leser im ganzen Text gleich an."
_CURE_WHOLE: Final = (
    "Ist das so gewollt, sagen Sie es im Kopf dieser Seite, dann passen auch Knöpfe und Hinweise dazu:\ntone: {tone}"
)


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A place where readers are addressed."""

    text: str
    """The words that say so."""
    sentence: str


def check_forms_of_address(
    bodies: Mapping[str, str], tones: Mapping[str, Tone], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """One finding for each text (source file → HTML of its body) that does not speak in its tone."""
    for source, html in bodies.items():
        tone = tones.get(source)
        if tone is None or not may_stray(html, tone):
            continue
        wrong = addressed(html, _OTHER_TONE[tone])
        if not wrong:
            continue
        right = addressed(html, tone)
        facts: dict[str, str | int] = {
            "text": wrong[0].text,
            "tone": "Sie" if tone is Tone.SIE else "Du",
            "more": f" (und {len(wrong) - 1}-mal mehr)" if len(wrong) > 1 else "",
            "cure": _CURE_MIXED if right else _CURE_WHOLE.format(tone=_OTHER_TONE[tone].value),
        }
        yield Diagnostic(code="SG970", span=_place(wrong[0], texts.get(source, ""), source), facts=facts)


def addressed(html: str, tone: Tone) -> tuple[Address, ...]:
    """Where a text addresses its readers in `tone`, as far as that is beyond doubt."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_OURS):
        node.replace_with(" … ")
    blocks = [plain(node.text()) for node in tree.css(BLOCKS)]
    if sum(bool(_SPEAKER().match(block)) for block in blocks) >= _INTERVIEW:
        return ()
    found = (place for block in blocks if not _SPEAKER().match(block) for place in _in_block(block, tone))
    return tuple({place.sentence: place for place in found}.values())


def _in_block(block: str, tone: Tone) -> Iterator[Address]:
    for sentence in sentences(without_quoted(block)):
        match = (_DU() if tone is Tone.DU else _SIE()).search(sentence)
        if match and not _ABOUT().search(sentence) and not _NOUN().search(sentence[: match.start()]):
            yield Address(text=match[0], sentence=sentence)


def _place(address: Address, text: str, source: str) -> Span:
    """Where it was typed, going by the words before it."""
    before = address.sentence.partition(address.text)[0].split()[-2:]
    words = r"[\s\u00a0*_\[\]]+".join(map(re.escape, (*before, *address.text.split())))
    match = re.search(words, text)
    if not match:
        return Span(file=source)
    start = match.end() - len(address.text)
    return span_at(text, start, len(address.text), source)
