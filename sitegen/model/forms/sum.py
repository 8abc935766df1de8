"""The sum on a form („sechs plus eins“): made when the site is built, checked where the form arrives.

It keeps nothing and knows no clock: form, page, site and key decide it, so that a page stays the same from build to
build. It is no lock, since whoever solved it once may send the answer again; a wrong one only makes a message look
worse.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from base64 import urlsafe_b64encode
from typing import Final

import msgspec

from sitegen.model.forms.form import SumQuestion

NUMERALS: Final = (
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
)
"""The number words from 0 to the greatest sum, 18, by number."""

_LARGEST: Final = 9
_WITHOUT_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BY_WORD: Final = {word.translate(_WITHOUT_UMLAUTS): number for number, word in enumerate(NUMERALS)}


def sum_for(form: str, page: str, *, site: str, key: bytes) -> SumQuestion:
    """The sum for a form on a page (URL path) of a site (its name at the inbox): two numbers from 1 to 9."""
    drawn = _signature(key, "numbers", site, form, page)
    left, right = (byte % _LARGEST + 1 for byte in drawn[:2])
    check = urlsafe_b64encode(_signature(key, "answer", site, form, page, str(left + right)))
    return SumQuestion(left=left, right=right, check=check.decode().rstrip("="))


def sum_is_right(answer: str, check: str, *, form: str, page: str, site: str, key: bytes) -> bool:
    """Whether the answer (`7`, ` 7 `, `sieben`) and the check that came along belong to this form on this page."""
    question = sum_for(form, page, site=site, key=key)
    check_fits = hmac.compare_digest(check.encode(errors="replace"), question.check.encode())
    return check_fits and _number(answer) == question.left + question.right


def _number(answer: str) -> int | None:
    typed = unicodedata.normalize("NFKC", answer).strip().rstrip(".").casefold()
    if typed.isascii() and typed.isdigit() and len(typed) <= len("18"):
        return int(typed)
    return _BY_WORD.get(typed.translate(_WITHOUT_UMLAUTS))


def _signature(key: bytes, *parts: str) -> bytes:
    """HMAC-SHA256 over the parts as JSON, so that no two lists of parts are written alike."""
    return hmac.digest(key, msgspec.json.encode(parts), hashlib.sha256)
