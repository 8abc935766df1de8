"""What arrives for a form: cleaned, judged, and every fault said in a sentence that names the field and the way out."""

from __future__ import annotations

import pytest

from form_cases import KINDS, contact, context, spec_of
from sitegen.model.forms.answers import MOST_FIELDS, UnknownFieldError, answers_for
from sitegen.model.forms.email import EmailError, EmailProblem, mail_address
from sitegen.model.forms.form import (
    DECOY_FIELD,
    PAGE_FIELD,
    PRIVACY_FIELD,
    SUM_FIELD,
    Answers,
    FieldSpec,
    FormKind,
    FormSpec,
)
from sitegen.settings.forms import FormField
from sitegen.text.tone import Tone

GOOD = {"email": "eva@example.org", "message": "Guten Tag"}


def sent(spec: FormSpec, **typed: str) -> Answers:
    """A form filled in well, except for what is said here."""
    return answers_for(spec, tuple((GOOD | typed).items()))


def faults(answers: Answers) -> dict[str, str]:
    return {fault.field: fault.sentence for fault in answers.faults}


def test_a_form_filled_in_well_has_no_fault() -> None:
    answers = sent(spec_of("contact"), name=" Eva Müller ", phone="030 23125-017")
    assert answers.faults == ()
    assert answers.values == {**GOOD, "name": "Eva Müller", "phone": "030 23125-017"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tone", Tone)
def test_nothing_at_all_misses_each_required_field_once(kind: FormKind, tone: Tone) -> None:
    spec = spec_of(kind, context(tone))
    answers = answers_for(spec, ())
    assert [fault.field for fault in answers.faults] == [field.name for field in spec.fields if field.required]
    assert set(answers.values.values()) == {""}
    said = " ".join(fault.sentence for fault in answers.faults)
    assert "bitte" in said
    assert ("Sie " in said) is (tone is Tone.SIE)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("eins\r\nzwei\rdrei\u2028vier", "eins\nzwei\ndrei\nvier"),
        ("  \r\n Gru\u0308ße \u00a0", "Grüße"),
        ("1\tStück", "1\tStück"),
        ("🙂 👩\u200d💻", "🙂 👩\u200d💻"),
        ("שלום\u200f, Eva", "שלום\u200f, Eva"),
    ],
)
def test_texts_are_cleaned(typed: str, clean: str) -> None:
    answers = sent(spec_of("contact"), message=typed)
    assert answers.values["message"] == clean
    assert answers.faults == ()


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ufffe", "\ud800"])
@pytest.mark.parametrize("field", ["name", "email", "message"])
def test_what_is_not_seen_is_refused(field: str, sign: str) -> None:
    answers = sent(spec_of("contact"), **{field: f"a{sign}b"})
    assert "Steuerzeichen" in faults(answers)[field]
    assert answers.values[field] == f"a{sign}b"


@pytest.mark.parametrize("field", ["name", "email", "phone"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2029"])
def test_one_line_is_one_line(field: str, end: str) -> None:
    assert (
        "in einer Zeile" in faults(sent(spec_of("contact"), **{field: f"a@example.org{end}Bcc: b@example.org"}))[field]
    )


@pytest.mark.parametrize("blank", ["", "  ", "\u200b", "\u00ad\u2060", "\u3164 "[1:]])
def test_what_shows_nothing_is_missing(blank: str) -> None:
    assert faults(sent(spec_of("contact"), message=blank)) == {"message": "Schreiben Sie bitte Ihre Nachricht."}


def test_limits_count_characters_as_they_are_read() -> None:
    spec = spec_of("contact")
    assert sent(spec, name="u\u0308" * 80).faults == ()
    said = faults(sent(spec, name="ü" * 81))["name"]
    assert said == "Name: Hier ist Platz für 80\u00a0Zeichen, es sind 81. Kürzen Sie bitte."


@pytest.mark.parametrize(
    ("typed", "mailed"),
    [
        ("eva@example.org", "eva@example.org"),
        ("e.v+a_b-c@mail.example.org", "e.v+a_b-c@mail.example.org"),
        ("o'hara@example.org", "o'hara@example.org"),
        ("Eva@Example.ORG", "Eva@Example.ORG"),
        ("post@büro.example", "post@xn--bro-hoa.example"),
        ("post@STRAẞE.example", "post@xn--strae-oqa.example"),
        ("post@例え.テスト", "post@xn--r8jz45g.xn--zckzah"),
        ("post@xn--bro-hoa.example", "post@xn--bro-hoa.example"),
    ],
)
def test_one_address_is_kept_as_typed_and_mailed_in_ascii(typed: str, mailed: str) -> None:
    answers = sent(spec_of("contact"), email=typed)
    assert answers.faults == ()
    assert answers.values["email"] == typed
    assert mail_address(typed) == mailed
    assert mail_address(mailed) == mailed


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("a@example.org, b@example.org", EmailProblem.SEVERAL),
        ("a@example.org;b@example.org", EmailProblem.SEVERAL),
        ("a@example.org b@example.org", EmailProblem.SEVERAL),
        ("a@b@example.org", EmailProblem.SEVERAL),
        ("Eva <eva@example.org>", EmailProblem.SEVERAL),
        ('"eva"@example.org', EmailProblem.SEVERAL),
        ("eva@example.org (Eva)", EmailProblem.SEVERAL),
        ("mailto:eva@example.org", EmailProblem.SEVERAL),
        ("müller@example.org", EmailProblem.LETTERS),
        ("eva müller@example.org", EmailProblem.LETTERS),
        ("eva", EmailProblem.SHAPE),
        ("eva@", EmailProblem.SHAPE),
        ("@example.org", EmailProblem.SHAPE),
        ("eva@example", EmailProblem.SHAPE),
        ("eva@localhost", EmailProblem.SHAPE),
        ("eva@[127.0.0.1]", EmailProblem.SHAPE),
        ("eva@127.0.0.1", EmailProblem.SHAPE),
        (".eva@example.org", EmailProblem.SHAPE),
        ("e..va@example.org", EmailProblem.SHAPE),
        ("eva@-example.org", EmailProblem.SHAPE),
        ("eva@example..org", EmailProblem.SHAPE),
        ("eva@example.org.", EmailProblem.SHAPE),
        ("eva@exa mple.org", EmailProblem.SHAPE),
        ("eva@♥.example", EmailProblem.SHAPE),
        (f"{'a' * 65}@example.org", EmailProblem.SHAPE),
        (f"eva@{'ü' * 64}.example", EmailProblem.SHAPE),
        (f"eva@{'a.' * 130}org", EmailProblem.SHAPE),
    ],
)
def test_anything_but_one_address_is_refused(typed: str, reason: EmailProblem) -> None:
    with pytest.raises(EmailError) as refused:
        mail_address(typed)
    assert refused.value.reason is reason
    assert typed not in str(refused.value)
    said = faults(sent(spec_of("contact"), email=typed))["email"]
    assert said.startswith("E-Mail-Adresse: ")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://www.example.org/über?a=1#b", "https://www.example.org/über?a=1#b"),
        ("http://example.org:8080", "http://example.org:8080"),
        ("HTTPS://Example.org", "HTTPS://Example.org"),
        ("www.example.org", "https://www.example.org"),
        ("büro.example/seite?x", "https://büro.example/seite?x"),
    ],
)
def test_addresses_of_websites(typed: str, kept: str) -> None:
    spec = spec_of("comment")
    answers = answers_for(spec, (("name", "Eva"), ("text", "Ja"), ("website", typed)))
    assert answers.faults == ()
    assert answers.values["website"] == kept
    assert answers_for(spec, tuple(answers.values.items())) == answers


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "/seite",
        "https://",
        "https://example",
        "https://eva:geheim@example.org",
        "https://example.org@böse.example",
        'https://example.org/"onmouseover="x',
        "https://example.org/<b>",
        "https://example.org/a b",
        "https://example.org\\@x.example",
        "https://[::1",
        "https://example.org:99999999",
        "eva@example.org",
        "kein Verweis",
    ],
)
def test_anything_else_is_no_website(typed: str) -> None:
    answers = answers_for(spec_of("comment"), (("name", "Eva"), ("text", "Ja"), ("website", typed)))
    assert "https://www.example.org" in faults(answers)["website"]


@pytest.mark.parametrize("typed", ["030 23125017", "+49 (0)30/23125-017", "0041 44 123 45 67", "069–123 45", "110 11"])
def test_numbers_that_can_be_called(typed: str) -> None:
    assert sent(spec_of("contact"), phone=typed).faults == ()


@pytest.mark.parametrize("typed", ["keins", "123", "030 x", "1" * 19, "+", "++49 30 123456"])
def test_numbers_that_cannot(typed: str) -> None:
    assert "besteht aus Ziffern" in faults(sent(spec_of("contact"), phone=typed))["phone"]


def test_a_choice_is_one_of_the_list() -> None:
    spec = spec_of("quote")
    for choice in ("Buchhaltung", "Bu\u0308ro & Post", ""):
        assert sent(spec, service=choice).faults == ()
    said = faults(sent(spec, service="Unfug"))["service"]
    assert said == "Leistung: Wählen Sie bitte etwas aus der Liste."


def test_a_box_is_ticked_or_not() -> None:
    spec = contact(FormField(name="rundbrief", label="Rundbrief", type="checkbox", required=True))
    assert sent(spec, rundbrief="on").values["rundbrief"] == "ja"
    assert faults(sent(spec)) == {"rundbrief": "Rundbrief: Diese Angabe fehlt noch."}


@pytest.mark.parametrize("mode", ["acknowledge", "consent"])
def test_without_the_tick_at_the_button_nothing_goes(mode: str) -> None:
    spec = spec_of("contact", context(privacy="acknowledge" if mode == "acknowledge" else "consent"))
    assert set(faults(sent(spec))) == {PRIVACY_FIELD}
    answers = sent(spec, **{PRIVACY_FIELD: "ja"})
    assert answers.faults == ()
    assert answers.values[PRIVACY_FIELD] == "ja"


def test_what_came_twice_is_asked_again() -> None:
    answers = answers_for(spec_of("contact"), (*GOOD.items(), ("email", "b@example.org")))
    assert answers.values["email"] == GOOD["email"]
    assert "kam mehrmals an" in faults(answers)["email"]


def test_too_much_is_refused_as_a_whole() -> None:
    answers = answers_for(spec_of("contact"), (*GOOD.items(), *[(DECOY_FIELD, "")] * MOST_FIELDS))
    assert "mehr Angaben" in faults(answers)[""]


def test_what_the_form_does_not_have_is_no_fault_of_a_visitor() -> None:
    with pytest.raises(UnknownFieldError) as refused:
        sent(spec_of("contact"), **{"geheim@example.org": "x"})
    assert "geheim" not in str(refused.value)


def test_technical_fields_go_along_on_one_line() -> None:
    along = {PAGE_FIELD: " /kontakt/\r\nX: y\0", SUM_FIELD: "7", DECOY_FIELD: "x" * 9_000}
    answers = sent(spec_of("contact"), **along)
    assert answers.faults == ()
    assert answers.values[PAGE_FIELD] == "/kontakt/ X: y"
    assert answers.values[SUM_FIELD] == "7"
    assert len(answers.values[DECOY_FIELD]) == 2_000


def test_a_long_address_costs_no_time() -> None:
    field = FieldSpec(name="email", label="Adresse", type="email", limit=100_000)
    spec = FormSpec(name="x", kind="contact", title="x", fields=(field,), button="x", thanks_url="https://example.org/")
    assert faults(answers_for(spec, (("email", "a@" + "a-." * 20_000),)))
