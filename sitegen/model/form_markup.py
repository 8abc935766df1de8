"""The HTML of a form. Stub: the body follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sitegen.model.form import Fault, FormSpec, FormTarget, SumQuestion


def form_markup(
    spec: FormSpec,
    target: FormTarget,
    *,
    values: Mapping[str, str] = {},
    faults: Sequence[Fault] = (),
    question: SumQuestion | None = None,
    extra_hidden: Sequence[tuple[str, str]] = (),
    heading: int = 2,
    form_id: str = "",
) -> Markup:
    """A whole form as HTML.

    `values` fill the fields (else what the spec says), `faults` stand in a summary and beside their fields,
    `extra_hidden` goes along (page, post, parent), `heading` is the level of the title, `form_id` the id of the form
    and the beginning of all others (else `form-NAME`).
    """
    raise NotImplementedError
