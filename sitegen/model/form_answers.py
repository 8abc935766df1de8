"""What arrives for a form, cleaned and judged by its spec. Stub: the body follows."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model.form import Answers, FormSpec


class UnknownFieldError(ValueError):
    """A field that the form does not have."""


def answers_for(spec: FormSpec, pairs: Sequence[tuple[str, str]]) -> Answers:
    """Names and values as they arrived, cleaned and judged. Raises UnknownFieldError."""
    raise NotImplementedError
