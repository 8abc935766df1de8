"""Which German abbreviations and units stay on one line with what follows them.

Sources: Duden, „Abkürzungen“ (a no-break space within z. B., d. h. and the like) and DIN 5008 (number and unit). Only
tables and the expressions made of them; never looks at a text by itself.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.text.patterns import later

_SPACED = (
    *("a.a.O.", "a.D.", "a.d.", "a.M.", "b.a.w.", "b.w.", "d.Ä.", "d.h.", "d.i.", "d.J.", "d.M.", "d.R."),
    *("e.G.", "e.K.", "e.V.", "e.Kfm.", "e.Kfr.", "h.c.", "i.A.", "i.Allg.", "i.B.", "i.d.F.", "i.d.R.", "i.e."),
    *("i.e.S.", "i.G.", "i.Gr.", "i.H.v.", "i.L.", "i.O.", "i.R.", "i.R.d.", "i.S.", "i.S.d.", "i.S.v.", "i.V."),
    *("i.V.m.", "i.w.S.", "m.a.W.", "m.b.H.", "m.E.", "m.W.", "n.Chr.", "n.J.", "o.a.", "o.Ä.", "o.ä.", "o.B."),
    *("o.dgl.", "o.g.", "o.J.", "o.O.", "p.a.", "p.P.", "s.a.", "s.o.", "s.S.", "s.u.", "u.a.", "u.a.m."),
    *("u.Ä.", "u.ä.", "u.dgl.", "u.E.", "u.s.w.", "u.U.", "u.v.a.", "u.v.a.m.", "u.v.m.", "u.z.", "v.a."),
    *("v.Chr.", "v.l.n.r.", "v.H.", "w.o.", "z.B.", "z.H.", "z.Hd.", "z.Hdn.", "z.K.", "z.T.", "z.Z.", "z.Zt."),
)

SPACED: Final = frozenset(_SPACED) | {form[0].upper() + form[1:] for form in _SPACED}
"""Abbreviations of several parts, written here without the space that stands between the parts."""

TITLES: Final = ("Dr", "Prof", "Hr", "Hrn", "Fr", "Frl", "Mag", "Ing", "St")
"""Before a name: „Dr. Beispiel“."""

REFERENCES: Final = (
    *("S", "Nr", "Nrn", "Abs", "Art", "Kap", "Abb", "Tab", "Bd", "Ziff", "Rn", "Rz", "Tz", "Anl", "Anh", "Anm", "Fn"),
    *("Abschn", "Bsp", "Pos", "Lfg", "Jg", "Hs"),
)
"""Before a number: „Abs. 1“."""

MONTHS: Final = (
    r"(?:J(?:anuar|änner|uni|uli)|Fe(?:bruar|ber)|März|April|Mai|August|September|Oktober|November|Dezember)\b"
    r"|(?:Jan|Jän|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\."
)
"""An expression for what follows a day: „3. Januar“, „3. Jan.“."""

UNITS: Final = (
    r"[€$£%‰°]|(?:EUR|CHF|USD|Euro|Cent|Franken|Prozent|Uhr|Mio|Mrd|Tsd|Std|Min|Sek|Stk|kg|mg|g|t|km|cm|mm|m|m²|m³|ml|cl|l"
    r"|[kMG]?Wh|[kMG]?W|[kMG]?Hz|[kKMGT]B|[kMGT]bit/s|min|h|s|px|pt|dpi|v\.[ \u00a0]?H)(?![\w'´`‘’‚‹›–-])"
)
"""An expression for what follows a number and belongs to it: „10 €“, „3 kg“, „15 Uhr“, „5 Mio.“."""


_ROW = later(r"[A-Za-z]\.(?:[ \u00a0\u202f]?[A-Za-zÄÖÜäöü]{1,5}\.){1,3}")
_GOES_ON = later(r"(?![A-Za-zÄÖÜäöü]{1,5}\.)[\w.@]")  # but the next abbreviation may follow at once


def end_of_abbreviation(text: str, start: int) -> int:
    """Where the longest abbreviation of `SPACED` that begins at `start` ends, or `start` if there is none.

    The spaces between its parts may be there or not. One with a letter or another full stop right behind it is part of
    something else.
    """
    row = _ROW().match(text, start)
    end = row.end() if row else start
    while end > start:
        if re.sub(r"\s", "", text[start:end]) in SPACED and not _GOES_ON().match(text, end):
            return end
        end = max(start, text.rfind(".", start, end - 1) + 1)
    return start
