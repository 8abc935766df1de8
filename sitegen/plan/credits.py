"""Who made a picture and under which licence, from what stands beside it, in its caption or in the settings.

Creative Commons licences are known by name: their address follows from it, and what they demand is checked. Pure.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from sitegen.model.sidecar import Sidecar
from sitegen.plan.pictures import PictureView

_COMMONS: Final = re.compile(
    r"\bCC[ -]?(?:(?P<terms>BY(?:-(?:NC|SA|ND)){0,2})(?:[ -](?P<version>[1-4]\.\d))?|(?P<zero>0|Zero)(?:[ -]1\.0)?)\b",
    re.IGNORECASE,
)
"""„CC BY-SA 4.0", „CC-BY 3.0", „CC0"; see creativecommons.org/licenses/list."""
_IS_COMMONS: Final = re.compile(r"\bCC\b|\bCC[0-]|Creative Commons", re.IGNORECASE)
_KEYWORDS: Final = re.compile(r"©|\b(?:Foto|Bild|Grafik|Quelle|von|by)\b:?", re.IGNORECASE)
_AI: Final = re.compile(r"\bKI\b")
_LETTER: Final = re.compile(r"[^\W\d_]")


def described(view: PictureView, sidecar: Sidecar | None, default_credit: str) -> PictureView:
    """The picture with what its sidecar says, and with `default_credit` where nobody is named."""
    about = sidecar or Sidecar()
    known = msgspec.structs.replace(
        view,
        alt=about.alt,
        licence=about.licence,
        licence_url=about.licence_url,
        origin=about.source,
        is_ai=about.ai,
    )
    return credited(known, about.credit or default_credit)


def credited(view: PictureView, written: str) -> PictureView:
    """The picture with the credit `written` at the place where it is shown; as it is where there is none."""
    credit = written or view.credit
    named = _COMMONS.search(view.licence or credit)
    licence = view.licence or (named[0] if named else "")
    return msgspec.structs.replace(
        view,
        credit=credit,
        licence=licence,
        licence_url=view.licence_url or (_address(named) if named else ""),
        is_ai=view.is_ai or _AI.search(credit) is not None,
    )


def lacks_author_or_link(view: PictureView) -> bool:
    """Whether a Creative Commons licence demands a name or an address that is not there; CC0 demands nothing."""
    said = f"{view.licence} {view.credit}"
    named = _COMMONS.search(said)
    if _IS_COMMONS.search(said) is None or (named is not None and named["zero"]):
        return False
    author = _KEYWORDS.sub("", _COMMONS.sub("", view.credit.replace(view.licence, "")))
    return not (view.licence_url and _LETTER.search(author))


def _address(named: re.Match[str]) -> str:
    """Where the text of a Creative Commons licence stands, in German; empty where its version is not said."""
    if named["zero"]:
        return "https://creativecommons.org/publicdomain/zero/1.0/deed.de"
    if not named["version"]:
        return ""
    return f"https://creativecommons.org/licenses/{named['terms'].lower()}/{named['version']}/deed.de"
