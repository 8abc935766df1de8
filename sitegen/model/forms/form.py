"""One form, said once: its fields, limits and texts. The site makes markup of it, the inbox validates by it.

A spec is finished: every sentence in it is in the form's tone and language, every address is absolute. It travels in
the manifest that the site publishes for the inbox, so nothing in it is secret, and it knows neither disk nor network.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from sitegen.text.tone import Tone

FormKind = Literal["contact", "callback", "quote", "newsletter", "comment", "report", "withdrawal", "cancellation"]
FieldType = Literal["text", "email", "tel", "url", "textarea", "choice", "checkbox", "hidden"]
PrivacyMode = Literal["notice", "acknowledge", "consent"]

DECLARATIONS: Final[frozenset[FormKind]] = frozenset({"withdrawal", "cancellation"})
"""Forms by which somebody ends a contract: what is sent takes effect by arriving, so nothing may hold it back."""

COMMENT_FORM: Final = "comment"
"""The name of the one form for comments of a site."""
REPORT_FORM: Final = "report"
"""The name of the one form for reports about a comment (DSA Art. 16); the inbox alone serves it."""

DECOY_FIELD: Final = "leer"
"""What no person fills in, and no browser either: it is named like nothing that is ever completed by itself."""
SUM_FIELD: Final = "sum"
SUM_CHECK_FIELD: Final = "sum_check"
PAGE_FIELD: Final = "page"
"""URL path of the page that holds the form."""
POST_FIELD: Final = "post"
PARENT_FIELD: Final = "parent"
TIME_FIELD: Final = "time_check"
"""A signed instant, only on pages that the inbox serves."""
PRIVACY_FIELD: Final = "privacy"


class FieldSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One field as the visitor sees it and as it may arrive."""

    name: str
    """What it is called when it is sent: `^[a-z][a-z0-9_]*$`."""
    label: str
    type: FieldType = "text"
    required: bool = False
    hint: str = ""
    autocomplete: str = ""
    """A token of the HTML standard's autofill; empty for `off`."""
    limit: int = 200
    """Characters at most."""
    choices: tuple[str, ...] = ()
    value: str = ""
    """What it is filled with at first."""


class FormSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One form."""

    name: str
    """Unique within the site; part of the address it is sent to: `^[a-z][a-z0-9-]*$`."""
    kind: FormKind
    title: str
    introduction: str = ""
    """Plain text above the fields; an empty line begins a paragraph."""
    fields: tuple[FieldSpec, ...]
    button: str
    privacy: PrivacyMode = "notice"
    privacy_text: str = ""
    """The sentence at the button, with `{link}` where the link to the privacy page stands."""
    privacy_link: str = ""
    """What that link is called."""
    privacy_url: str = ""
    """Full address of the privacy page; empty where there is none."""
    thanks_url: str
    """Full address of the page that a sender is led to."""
    tone: Tone = Tone.SIE
    receipt: bool = False
    """Whether the sender gets a copy by mail."""
    sum: bool = False
    """Whether the site asks for a sum; the inbox then expects an answer."""

    def field(self, name: str) -> FieldSpec | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with one field, said to the visitor."""

    field: str
    sentence: str


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What arrived for a form, cleaned, and what is wrong with it. With faults nothing is stored."""

    values: dict[str, str]
    """Field → what was typed: NFC, line ends `\\n`, trimmed; also of fields with faults, to be shown again."""
    faults: tuple[Fault, ...] = ()


class SumQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """The sum of a form on a page: the same each time for form, page and key."""

    left: int
    right: int
    check: str
    """Goes along hidden and tells the inbox, which has the key, the right answer."""


class FormTarget(msgspec.Struct, frozen=True, kw_only=True):
    """Where a form is sent and what this receiver wants in the markup: its contract."""

    action: str
    attributes: tuple[tuple[str, str], ...] = ()
    """More attributes of `<form>`."""
    hidden: tuple[tuple[str, str], ...] = ()
    """Hidden fields, in order."""
    decoy: str = ""
    """Name of the decoy field; empty for none."""
    decoy_type: Literal["text", "checkbox"] = "text"
    is_mail: bool = False
    """There is no receiver: the visitor's mail program sends it."""
