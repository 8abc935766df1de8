"""One field of a form as HTML: label, hint, fault and the control itself, tied together by ids.

Escapes every text it is given. Which fields there are, and in which order, is for `form_markup`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup, escape

from sitegen.model.forms.answers import TICKED
from sitegen.model.forms.form import SUM_FIELD, FieldSpec
from sitegen.text.tone import Tone
from sitegen.text.wording import say

Attributes = Sequence[tuple[str, str]]

_EMPTY_ELEMENTS: Final = frozenset({"input"})
_FLAGS: Final = frozenset({"required", "checked", "selected", "autofocus"})
_TYPES: Final = {"email": "email", "tel": "tel"}
"""All others are `text`: with `url` a browser would refuse `www.example.org`, which we understand."""
_LONG: Final = 1_000
_ROWS: Final = {True: "8", False: "4"}


def tag(name: str, attributes: Attributes, inside: str = "") -> Markup:
    """An element; `inside` is escaped unless it is Markup. An attribute that is a flag stands without its value."""
    opening = f"<{name}{''.join(_attribute(*pair) for pair in attributes)}>"
    whole = opening if name in _EMPTY_ELEMENTS else f"{opening}{escape(inside)}</{name}>"
    return Markup(whole)  # noqa: S704 - names are ours, all else is escaped; formatting Markup would take ten times as long


def control(
    form_id: str, field: FieldSpec, value: str, *, fault: str, tone: Tone, label: Markup | None = None
) -> Markup:
    """A field with all that belongs to it. `label` replaces the field's own where it holds a link."""
    field_id = f"{form_id}-{field.name}"
    about = tuple(_about(field_id, field, fault=fault, tone=tone))
    tied = " ".join(described for described, _ in about)
    shared = [("id", field_id), ("name", field.name)]
    if field.required:
        shared.append(("required", ""))
    if tied:
        shared.append(("aria-describedby", tied))
    if fault:
        shared.append(("aria-invalid", "true"))
    heading = tag("label", [("for", field_id)], _label(field, label))
    said = Markup("\n").join(text for _, text in about)
    parts = (
        (said, _box(shared, value), heading)
        if field.type == "checkbox"
        else (heading, said, _entry(field, shared, value, tone=tone))
    )
    classes = "form-field form-box" if field.type == "checkbox" else "form-field"
    return tag(
        "div", [("class", f"{classes} form-wrong" if fault else classes)], Markup("\n").join(filter(None, parts))
    )


def _about(field_id: str, field: FieldSpec, *, fault: str, tone: Tone) -> Iterator[tuple[str, Markup]]:
    """Ids and elements of what describes a field."""
    if field.hint:
        yield f"{field_id}-hint", tag("p", [("class", "form-hint"), ("id", f"{field_id}-hint")], field.hint)
    if fault:
        said = Markup("<b>{}</b> {}").format(say("form_fault", tone, {}), fault)
        yield f"{field_id}-fault", tag("p", [("class", "form-fault"), ("id", f"{field_id}-fault")], said)


def _label(field: FieldSpec, label: Markup | None) -> Markup:
    """The label with its mark; who does not see the mark is told by `required`."""
    text = escape(field.label) if label is None else label
    mark = Markup("\N{NO-BREAK SPACE}") + tag("span", [("class", "form-mark"), ("aria-hidden", "true")], "*")
    return text + mark if field.required else text


def _entry(field: FieldSpec, shared: Attributes, value: str, *, tone: Tone) -> Markup:
    """What is typed into, or chosen from."""
    match field.type:
        case "textarea":
            rows = _ROWS[field.limit >= _LONG]
            text = Markup("\n{}").format(value)  # a parser drops the first line end
            return tag("textarea", [*shared, ("rows", rows), ("maxlength", str(field.limit))], text)
        case "choice":
            return tag("select", [*shared, *_autocomplete(field)], Markup("\n").join(_options(field, value, tone=tone)))
        case _:
            kind = ("type", _TYPES.get(field.type, "text"))
            more = (*_keyboard(field), ("maxlength", str(field.limit)), *_autocomplete(field), ("value", value))
            return tag("input", [kind, *shared, *more])


def _box(shared: Attributes, value: str) -> Markup:
    checked = [("checked", "")] if value else []
    return tag("input", [("type", "checkbox"), *shared, ("value", TICKED), *checked])


def _options(field: FieldSpec, value: str, *, tone: Tone) -> Iterator[Markup]:
    yield tag("option", [("value", "")], say("form_choose" if field.required else "form_no_answer", tone, {}))
    for choice in field.choices:
        yield tag("option", [("value", choice), *([("selected", "")] if choice == value else [])], choice)


def _keyboard(field: FieldSpec) -> Attributes:
    """Which keys a telephone shows, and that it corrects nothing in an address."""
    if field.name == SUM_FIELD:
        return [("inputmode", "numeric")]
    if field.type == "url":
        return [("inputmode", "url"), ("autocapitalize", "none"), ("spellcheck", "false")]
    return [("autocapitalize", "none"), ("spellcheck", "false")] if field.type == "email" else []


def _autocomplete(field: FieldSpec) -> Attributes:
    return [("autocomplete", field.autocomplete or "off")]


def _attribute(name: str, value: str) -> str:
    return f" {name}" if name in _FLAGS else f' {name}="{escape(value)}"'
