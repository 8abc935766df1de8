"""From what the owner says about a form to the finished spec. Stub: the bodies follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sitegen.model.form import FormSpec, PrivacyMode
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Form
from sitegen.text.locales import Language
from sitegen.text.tone import Tone


class FormContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a form takes from the site or the page around it."""

    tone: Tone
    language: Language
    privacy: PrivacyMode = "notice"
    """Where the form itself says nothing."""
    privacy_url: str = ""
    """Full address of the privacy page; empty where there is none."""
    asks_sum: bool = False
    """Whether a sum is asked: provider inbox, `sum: yes`, and a key is there."""


class FormFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault of the owner's, to be placed by whoever knows the file: a code and the way to the value."""

    code: str
    path: tuple[str | int, ...]
    """From the form (or the list of forms) down, as `schema.places.place_of` takes it."""
    facts: dict[str, str | int]


def form_name(form: Form) -> str:
    """What it is called: its name, else its kind."""
    return form.name or form.kind


def form_spec(
    form: Form, context: FormContext, *, thanks_url: str, services: Sequence[str] = (), service: str = ""
) -> FormSpec:
    """The finished form. `services` (titles) are the choice of a quote form, `service` the one filled in."""
    raise NotImplementedError


def comment_spec(comments: Comments, context: FormContext, *, thanks_url: str) -> FormSpec:
    """The form below a post."""
    raise NotImplementedError


def report_spec(context: FormContext, *, thanks_url: str) -> FormSpec:
    """The form to report a comment (DSA Art. 16)."""
    raise NotImplementedError


def form_faults(form: Form) -> Iterator[FormFault]:
    """What is wrong within one form; paths begin at the form."""
    raise NotImplementedError


def name_faults(forms: Sequence[Form]) -> Iterator[FormFault]:
    """Forms of one name, and names that are taken; paths begin at the list."""
    raise NotImplementedError
