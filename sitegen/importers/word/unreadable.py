"""The refusal of a file that holds no text we can read, with what it is instead and what helps then."""

from __future__ import annotations

from sitegen.diagnostics.catalogue.documents import CURES, SAVE_AS_DOCX, WHAT
from sitegen.importers.refused import RefusedError, refuse


def unreadable(name: str, what: str) -> RefusedError:
    """SG690 for the file `name`; `what` is a key of `WHAT`, anything else is unknown."""
    known = what if what in WHAT else ""
    return refuse("SG690", file=name, what=WHAT[known], cure=CURES.get(known, SAVE_AS_DOCX))
