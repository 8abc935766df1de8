"""What the owner types about a comment, checked by the same rules as what visitors type."""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.model.comments.comment import NAME_LIMIT, TEXT_LIMIT, WEBSITE_LIMIT
from sitegen.model.forms.answers import answers_for
from sitegen.model.forms.form import Fault, FieldSpec, FormSpec


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How a comment shall read."""

    name: str
    website: str = ""
    text: str


_NAME: Final = FieldSpec(name="name", label="Name", required=True, limit=NAME_LIMIT)
_WEBSITE: Final = FieldSpec(name="website", label="Website", type="url", limit=WEBSITE_LIMIT)
_TEXT: Final = FieldSpec(name="text", label="Text", type="textarea", required=True, limit=TEXT_LIMIT)


def _form(*fields: FieldSpec) -> FormSpec:
    return FormSpec(name="review", kind="comment", title="", fields=fields, button="", thanks_url="")


_EDIT: Final = _form(_NAME, _WEBSITE, _TEXT)
_ANSWER: Final = _form(_TEXT)


def checked_edit(wish: Wish) -> tuple[Wish, tuple[Fault, ...]]:
    """The wish as it would be kept, and what is wrong with it; with faults it is not."""
    answers = answers_for(_EDIT, (("name", wish.name), ("website", wish.website), ("text", wish.text)))
    values = answers.values
    clean = Wish(name=values.get("name", ""), website=values.get("website", ""), text=values.get("text", ""))
    return clean, answers.faults


def checked_answer(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The owner's answer as it would be kept, and what is wrong with it."""
    answers = answers_for(_ANSWER, (("text", text),))
    return answers.values.get("text", ""), answers.faults
