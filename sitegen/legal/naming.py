"""Whether what somebody typed as a name is one by which a person can be found: first and family name, in full.

Pure, and a doubt only: nobody here knows what people are called. Finds nothing itself.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.text.patterns import later

OF_A_BUSINESS: Final = later(
    r"(?:büro|agentur|service|assisten[zt]|studio|office|sekretariat|beratung|texte?|design|gmbh|team)\b", re.IGNORECASE
)
"""Words in the name of a business that no person is called."""
_TITLE: Final = re.compile(r"(?:Frau|Herrn?|Dres|[\w-]*(?:Dr|Prof|Dipl|Mag|Ing)(?:-\w+)?|[BM]\.A)\.?", re.IGNORECASE)
_INITIAL: Final = re.compile(r"\w\.(?:-?\w\.)*")
_LEAST: Final = 2
"""A first name and a family name."""


def is_full_name(name: str) -> bool:
    """Whether `name` can be a first and a family name (§ 2 Abs. 1 Nr. 1 DL-InfoV), neither of them cut short."""
    words = [word for word in re.sub(r"\([^)]*\)", " ", name.replace(",", " ")).split() if not _TITLE.fullmatch(word)]
    return len(words) >= _LEAST and not _INITIAL.fullmatch(words[0]) and not _INITIAL.fullmatch(words[-1])


def is_of_a_business(name: str) -> bool:
    """Whether `name` is what a business is called, not who owns it."""
    return OF_A_BUSINESS().search(name) is not None
