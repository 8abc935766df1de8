"""The facts of pages that were just made, of which most builds look at a small part.

What rules look at that compare pages comes with the page, and is the same of many pages; everything else is read from
the memo when a rule asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec

from sitegen.checks.facts import PageFacts
from sitegen.checks.forms.page_forms import PageForms
from sitegen.checks.legal.page_law import PageLaw
from sitegen.checks.requests.request import Requests
from sitegen.checks.statements.said import Statements


class Compared(msgspec.Struct, frozen=True, array_like=True):
    """The part that comes with the page."""

    law: PageLaw
    statements: Statements
    forms: PageForms


class LateFacts:
    """Reads as the `PageFacts` that `read` gives."""

    def __init__(self, compared: Compared, requests: Requests, read: Callable[[], PageFacts]) -> None:
        self.law: Final = compared.law
        self.statements: Final = compared.statements
        self.forms: Final = compared.forms
        self.requests: Final = requests
        self._read = read

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a field of `PageFacts` is
        """A field that did not come with the page; from then on all of them are there."""
        if name not in PageFacts.__struct_fields__:
            raise AttributeError(name)
        whole = self._read()
        self.__dict__.update({field: getattr(whole, field) for field in PageFacts.__struct_fields__})
        return getattr(whole, name)


def late_facts(compared: Compared, requests: Requests, read: Callable[[], PageFacts]) -> PageFacts:
    """Facts of which only a part is there."""
    facts: Any = LateFacts(compared, requests, read)
    return facts  # type: ignore[no-any-return] # a rule cannot tell them apart
