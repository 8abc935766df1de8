"""An import that does not begin, as an exception that carries what the owner reads of it."""

from __future__ import annotations

from sitegen.diagnostics import Diagnostic, Span


class RefusedError(Exception):
    """Nothing was written; `finding` says why, and what helps."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


def refuse(code: str, *, file: str, line: int = 0, **facts: str | int) -> RefusedError:
    """The refusal of `file` (as the owner knows it), ready to be raised."""
    return RefusedError(Diagnostic(code=code, span=Span(file=file, line=line), facts=facts))
