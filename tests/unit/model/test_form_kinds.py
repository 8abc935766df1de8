"""What an owner says about a form, and the form that comes of it; and every way to say it wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import pytest

from form_cases import KINDS, PRIVACY, THANKS, context, spec_of
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.model.forms.answers import MOST_FIELDS, TECHNICAL_FIELDS
from sitegen.model.forms.faults import MOST_OWN_FIELDS, FormFault, form_faults, name_faults
from sitegen.model.forms.form import DECLARATIONS, FormKind, FormSpec, PrivacyMode
from sitegen.model.forms.kinds import comment_spec, form_spec
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Form, FormField
from sitegen.text.tone import Tone
from sitegen.text.wording import SENTENCES, forms, providers

OWN = FormField(name="firma", label='Ihre "Firma"', hint="Wenn's eine gibt", limit=60)


def made(form: Form, services: tuple[str, ...] = (), service: str = "") -> FormSpec:
    return form_spec(form, context(), thanks_url=THANKS, services=services, service=service)


def shape(spec: FormSpec) -> str:
    """Names of the fields, with a star where they are required."""
    return " ".join(f"{field.name}{'*' if field.required else ''}" for field in spec.fields)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("contact", "name email* phone message*"),
        ("callback", "name* phone* time message"),
        ("quote", "service name email* message*"),
        ("newsletter", "email* name"),
        ("withdrawal", "name* contract* email*"),
        ("cancellation", "name* contract* ending* ground when email*"),
        ("comment", "name* email website text*"),
        ("report", "content* reason* name email good_faith*"),
    ],
)
def test_fields_of_each_kind(kind: FormKind, fields: str) -> None:
    assert shape(spec_of(kind)) == fields


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("privacy", ["notice", "acknowledge", "consent"])
def test_every_form_is_finished(
    kind: FormKind, tone: Tone, privacy: Literal["notice", "acknowledge", "consent"]
) -> None:
    spec = spec_of(kind, context(tone, privacy=privacy))
    said = [spec.title, spec.button, spec.privacy_text, *(f"{field.label} {field.hint}" for field in spec.fields)]
    assert all(text.strip() and "form_" not in text and text == text.strip() for text in said[:3])
    assert spec.privacy == privacy
    assert spec.privacy_text.count("{link}") == 1
    assert (spec.privacy_url, spec.thanks_url) == (PRIVACY, THANKS)
    wrong = r"\b(?:du|dich|dir|deine\w*)\b" if tone is Tone.SIE else r"\b(?:Sie|Ihnen|Ihre\w*)\b"
    assert not re.search(wrong, " ".join(said))
    assert not set('ß"„“') & set(" ".join(said))


@pytest.mark.parametrize("key", [*forms.SENTENCES, *providers.SENTENCES])
def test_sentences_can_be_read_in_switzerland_too(key: str) -> None:
    sentence = SENTENCES[key]
    assert not set('ß"„“«»') & set(sentence.text + sentence.du)
    assert (not sentence.du) or sentence.du != sentence.text
    if not sentence.du:
        assert not re.search(r"\b(?:Sie|Ihnen|Ihre\w*|du|dich|dir|deine\w*)\b", sentence.text)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_privacy_page_nothing_leads_there(kind: FormKind) -> None:
    spec = spec_of(kind, context(privacy="acknowledge", privacy_url=""))
    assert spec.privacy == "notice"
    assert spec.privacy_text
    assert "{link}" not in spec.privacy_text
    assert "{link}" not in spec_of(kind, context(privacy="consent", privacy_url="")).privacy_text


def test_a_form_may_ask_for_more_privacy_than_the_others() -> None:
    assert made(Form(privacy="consent")).privacy == "consent"


def test_own_fields_stand_before_the_message() -> None:
    assert shape(made(Form(fields=(OWN,)))) == "name email* phone firma message*"
    assert shape(made(Form(kind="callback", fields=(OWN,)))) == "name* phone* time firma message"
    assert shape(made(Form(kind="callback", without=("message",), fields=(OWN,)))) == "name* phone* time firma"
    assert shape(made(Form(kind="newsletter", fields=(OWN,)))) == "email* name firma"


def test_own_words_are_typeset() -> None:
    spec = made(
        Form(title='Zur "Anfrage"', text="Schreiben Sie -- gern.\n\nBis gleich...", button="Los!", fields=(OWN,))
    )
    field = spec.field("firma")
    assert field is not None
    assert (field.label, field.hint, field.limit) == ("Ihre „Firma“", "Wenn’s eine gibt", 60)
    assert field.autocomplete == "organization"
    assert (spec.title, spec.button) == ("Zur „Anfrage“", "Los!")
    assert spec.introduction == "Schreiben Sie – gern.\n\nBis gleich…"


def test_optional_fields_may_be_left_out() -> None:
    assert shape(made(Form(without=("phone", "name")))) == "email* message*"
    assert shape(made(Form(without=("email",)))) == "name email* phone message*"


def test_a_name_never_stands_twice_in_a_form() -> None:
    fields = tuple(FormField(name=name, label="X") for name in ("email", "leer", "subject", "firma", "firma"))
    names = [field.name for field in made(Form(fields=fields)).fields]
    assert names == ["name", "email", "phone", "firma", "message"]


def test_the_service_of_a_quote() -> None:
    assert shape(made(Form(kind="quote"))) == "name email* message*"
    field = made(Form(kind="quote"), ("Post", "Büro")).field("service")
    assert field is not None
    assert (field.choices, field.value) == (("Post", "Büro"), "")
    filled = made(Form(kind="quote"), ("Post", "Bu\u0308ro"), "Büro").field("service")
    assert filled is not None
    assert (filled.choices, filled.value) == (("Post", "Büro"), "Büro")
    alone = made(Form(kind="quote"), (), "Büro").field("service")
    assert alone is not None
    assert (alone.choices, alone.value) == (("Büro",), "Büro")
    assert shape(made(Form(kind="quote", without=("service",)), ("Post",))) == "name email* message*"


def test_who_gets_a_copy_is_told_so() -> None:
    field = made(Form(receipt=True)).field("email")
    assert field is not None
    assert field.hint == "Dorthin geht auch eine Kopie Ihrer Nachricht."


@pytest.mark.parametrize(
    ("email", "website", "fields"),
    [
        ("required", True, "name* email* website text*"),
        ("off", True, "name* website text*"),
        ("optional", False, "name* email text*"),
    ],
)
def test_what_a_comment_asks_for(
    email: Literal["required", "optional", "off"],
    website: bool,  # noqa: FBT001 - a case
    fields: str,
) -> None:
    spec = comment_spec(Comments(email=email, website=website), context(Tone.DU, asks_sum=True), thanks_url=THANKS)
    assert shape(spec) == fields
    assert (spec.name, spec.sum) == ("comment", True)
    asked = spec.field("email")
    assert asked is None or asked.hint == "Deine E-Mail-Adresse wird nicht veröffentlicht."


def test_a_report_asks_no_sum() -> None:
    assert not spec_of("report", context(asks_sum=True)).sum


def found(form: Form) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(fault.code, fault.path) for fault in told(form_faults(form))]


def told(faults: Iterable[FormFault]) -> list[FormFault]:
    """The faults, once their sentences have been filled."""
    result = list(faults)
    for fault in result:
        entry = ENTRIES[fault.code]
        assert "{" not in (entry.message + entry.cure).format_map(fault.facts)
    return result


def field(name: str = "firma", **about: object) -> FormField:
    return FormField(name=name, label="Ihr Rahmen", **about)  # type: ignore[arg-type] # of the cases below


@pytest.mark.parametrize(
    ("form", "faults"),
    [
        (Form(fields=(field(),)), []),
        (Form(kind="callback", fields=(field("email", type="email"),), receipt=True), []),
        (Form(fields=(field("email"),)), [("SG700", ("fields", 0, "name"))]),
        (Form(without=("phone",), fields=(field("phone"),)), [("SG700", ("fields", 0, "name"))]),
        (Form(fields=(field("page"),)), [("SG701", ("fields", 0, "name"))]),
        (Form(fields=(field("redirect"),)), [("SG701", ("fields", 0, "name"))]),
        (Form(fields=(field(), field())), [("SG710", ("fields", 1, "name"))]),
        (Form(fields=(field(type="choice"),)), [("SG702", ("fields", 0, "type"))]),
        (Form(fields=(field(type="choice", choices=("a", "a")),)), [("SG702", ("fields", 0, "choices"))]),
        (Form(fields=(field(type="choice", choices=("a", "b")),)), []),
        (Form(fields=(field(choices=("a", "b")),)), [("SG703", ("fields", 0, "choices"))]),
        (Form(without=("email",)), [("SG704", ("without", 0))]),
        (Form(without=("name", "fon")), [("SG705", ("without", 1))]),
        (Form(without=("xyz",)), [("SG705", ("without", 0))]),
        (Form(kind="callback", receipt=True), [("SG708", ("receipt",))]),
    ],
)
def test_faults_of_a_form(form: Form, faults: list[tuple[str, tuple[str | int, ...]]]) -> None:
    assert found(form) == faults


def test_a_near_name_is_suggested() -> None:
    fault = next(iter(form_faults(Form(without=("phon",)))))
    assert fault.facts["cure"] == "Meinten Sie „phone“?"
    fault = next(iter(form_faults(Form(without=("xyz",)))))
    assert fault.facts["cure"] == "Weglassen lässt sich hier: name, phone."


def test_a_form_of_the_most_fields_can_still_be_sent() -> None:
    most = tuple(field(f"f{n}") for n in range(MOST_OWN_FIELDS))
    assert found(Form(fields=most)) == []
    assert found(Form(fields=(*most, field()))) == [("SG709", ("fields",))]
    for kind in ("contact", "callback", "quote", "newsletter"):
        spec = made(Form(kind=kind, fields=most), ("Post",))
        assert len(spec.fields) + len(TECHNICAL_FIELDS) <= MOST_FIELDS


@pytest.mark.parametrize(
    ("forms", "faults"),
    [
        ((Form(), Form(kind="callback"), Form(name="anfrage")), []),
        ((Form(), Form()), [("SG706", (1, "name"))]),
        ((Form(), Form(kind="quote", name="contact")), [("SG706", (1, "name"))]),
        ((Form(name="comment"), Form(name="report")), [("SG707", (0, "name")), ("SG707", (1, "name"))]),
    ],
)
def test_names_of_forms(forms: tuple[Form, ...], faults: list[tuple[str, tuple[str | int, ...]]]) -> None:
    assert [(fault.code, fault.path) for fault in told(name_faults(forms))] == faults


@pytest.mark.parametrize("kind", sorted(DECLARATIONS))
@pytest.mark.parametrize("privacy", ["notice", "acknowledge", "consent"])
def test_nothing_stands_in_the_way_of_a_declaration(kind: FormKind, privacy: PrivacyMode) -> None:
    spec = spec_of(kind, context(privacy=privacy, asks_sum=True))
    assert (spec.privacy, spec.sum, spec.receipt) == ("notice", False, True)
    assert spec.privacy_text.count("{link}") == 1
    assert spec.button == {"withdrawal": "Widerruf bestätigen", "cancellation": "jetzt kündigen"}[kind]
