"""What the owner can get wrong in a form, although each value has its type.

Pure: from forms to codes and the way to the value. Where that stands in which file is for whoever read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from sitegen.model.forms.answers import MOST_FIELDS, TECHNICAL_FIELDS
from sitegen.model.forms.fields import FIELDS
from sitegen.model.forms.form import COMMENT_FORM, REPORT_FORM
from sitegen.schema.places import Step
from sitegen.settings.forms import Form, FormField, form_name
from sitegen.text.suggest import closest

RESERVED_NAMES: Final = frozenset({COMMENT_FORM, REPORT_FORM})
PROVIDER_FIELDS: Final = frozenset(
    {"access_key", "botcheck", "from_name", "honeypot", "redirect", "replyto", "subject"}
)
"""Names by which a form service is told what to do: a field of such a name would never arrive as what it is."""
MOST_OWN_FIELDS: Final = MOST_FIELDS - len(TECHNICAL_FIELDS) - max(map(len, FIELDS.values())) - 1

_FEWEST_CHOICES: Final = 2


class FormFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault of the owner's: a code of the catalogue, the way to the value, and what the sentence is filled with."""

    code: str
    path: tuple[Step, ...]
    """From the form (or the list of forms, or `delivery:`) down, as `schema.places.place_of` takes it."""
    facts: dict[str, str | int] = {}


def form_faults(form: Form) -> Iterator[FormFault]:
    """What is wrong within one form; paths begin at the form."""
    if len(form.fields) > MOST_OWN_FIELDS:
        yield FormFault(code="SG709", path=("fields",), facts={"count": len(form.fields), "most": MOST_OWN_FIELDS})
    yield from _name_faults(form)
    for number, field in enumerate(form.fields):
        yield from _choice_faults(field, number)
    yield from _without_faults(form)
    names = {field.name for field in FIELDS[form.kind]} | {field.name for field in form.fields}
    if form.receipt and "email" not in names:
        yield FormFault(code="SG708", path=("receipt",))


def name_faults(forms: Sequence[Form]) -> Iterator[FormFault]:
    """Forms of one name, and names that are taken; paths begin at the list."""
    seen: set[str] = set()
    for number, form in enumerate(forms):
        name = form_name(form)
        if name in RESERVED_NAMES:
            yield FormFault(code="SG707", path=(number, "name"), facts={"name": name})
        elif name in seen:
            yield FormFault(code="SG706", path=(number, "name"), facts={"name": name})
        seen.add(name)


def _name_faults(form: Form) -> Iterator[FormFault]:
    """Own fields whose name is taken: by a field of this kind, by what goes along with it, or by one before."""
    standard = {field.name for field in FIELDS[form.kind]}
    seen: set[str] = set()
    for number, field in enumerate(form.fields):
        path = ("fields", number, "name")
        if field.name in standard:
            yield FormFault(code="SG700", path=path, facts={"name": field.name})
        elif field.name in TECHNICAL_FIELDS | PROVIDER_FIELDS:
            yield FormFault(code="SG701", path=path, facts={"name": field.name})
        elif field.name in seen:
            yield FormFault(code="SG710", path=path, facts={"name": field.name})
        seen.add(field.name)


def _choice_faults(field: FormField, number: int) -> Iterator[FormFault]:
    path = ("fields", number, "choices" if field.choices else "type")
    if field.type == "choice" and len(set(field.choices)) < _FEWEST_CHOICES:
        yield FormFault(code="SG702", path=path, facts={"label": field.label})
    if field.type != "choice" and field.choices:
        yield FormFault(code="SG703", path=path, facts={"label": field.label})


def _without_faults(form: Form) -> Iterator[FormFault]:
    """Names behind `without:` that are no optional field of this kind."""
    optional = [field.name for field in FIELDS[form.kind] if not field.required]
    required = {field.name for field in FIELDS[form.kind] if field.required}
    for number, name in enumerate(form.without):
        path = ("without", number)
        if name in required:
            yield FormFault(code="SG704", path=path, facts={"name": name})
        elif name not in optional:
            cure = f"Meinten Sie „{near}“?" if (near := closest(name, optional)) else _optional_cure(optional)
            yield FormFault(code="SG705", path=path, facts={"name": name, "cure": cure})


def _optional_cure(optional: Sequence[str]) -> str:
    return f"Weglassen lässt sich hier: {', '.join(optional)}."
