"""Words as they stand in an address: „Über mich & Größe“ becomes `ueber-mich-und-groesse`.

python-slugify alone would make `uber-mich-grosse` of it; German spelling is settled here first. Never shortens, and
never numbers: two texts that come to one slug are for `plan` to find.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NOT_IN_ADDRESSES = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+")

# German spelling without umlauts, as addresses of German WordPress sites already have it; „geht's“ is one word.
_REMEMBERED: Final = 4096
"""Names of categories, tags and authors, of which thousands of posts have the same."""
DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Slugs that Windows keeps for itself: no file and no folder can be called so, whatever its ending
(learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file)."""
_GERMAN = str.maketrans(
    {
        **dict.fromkeys("äÄ", "ae"),
        **dict.fromkeys("öÖ", "oe"),
        **dict.fromkeys("üÜ", "ue"),
        **dict.fromkeys("ßẞ", "ss"),
        "&": " und ",
        **dict.fromkeys("'’‘‛ʼ´`′\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)


@lru_cache(maxsize=_REMEMBERED)
def slugify(text: str) -> str:
    """Lower-case words of `a-z0-9` joined by single hyphens; "" if nothing of `text` can stand in an address.

    ä→ae, ö→oe, ü→ue, ß→ss (composed or decomposed), é→e, &→und; apostrophes and soft hyphens vanish, every other sign
    separates words. A slug comes back unchanged.
    """
    words = text.lower()
    if not words.isascii():
        words = words.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    if words.isascii() and "&" not in words and "'" not in words and "`" not in words:
        return "-".join(_WORD.findall(words))  # as nearly all; what follows makes the same of them
    words = unicodedata.normalize("NFC", text).translate(_GERMAN)
    if not words.isascii():
        words = _in_ascii(words)
    return _NOT_IN_ADDRESSES.sub("-", words.lower()).strip("-")


def _in_ascii(words: str) -> str:
    """Accents taken off; what then still is foreign (ł, Cyrillic, Greek) is left to python-slugify."""
    decomposed = unicodedata.normalize("NFKD", words)
    plain = "".join(
        char if char.isalnum() or char.isascii() else " " for char in decomposed if not unicodedata.combining(char)
    )
    if plain.isascii():
        return plain
    from slugify import slugify as transliterated  # 11 ms and a table of 3 MB, for names no German title needs

    # A comma between digits separates, too: the library would make „2,5“ 25.
    return transliterated(plain.replace(",", " "), entities=False, decimal=False, hexadecimal=False)
