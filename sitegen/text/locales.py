"""The three kinds of German a site may be written in, and the marks each of them sets.

Everything that differs between Germany, Austria and Switzerland on paper starts here. Never asks the system for its
locale, and never holds sentences: those stand in the catalogues.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Language(StrEnum):
    """A BCP 47 tag, as it stands in `site.yaml` and in the `lang` attribute."""

    DE = "de-DE"
    AT = "de-AT"
    CH = "de-CH"


class Typography(msgspec.Struct, frozen=True, kw_only=True):
    """The four quotation marks of a language. The apostrophe is ’ in all of them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_GERMAN = Typography(opening="„", closing="“", inner_opening="‚", inner_closing="‘")
_SWISS = Typography(opening="«", closing="»", inner_opening="‹", inner_closing="›")


def typography_of(language: Language) -> Typography:
    """The marks of `language`: „x“ and ‚x‘ in Germany and Austria, «x» and ‹x› in Switzerland (Duden, Swiss style)."""
    return _SWISS if language is Language.CH else _GERMAN


def currency_of(language: Language) -> str:
    """The ISO 4217 code prices are shown in: EUR, in Switzerland CHF."""
    return "CHF" if language is Language.CH else "EUR"
