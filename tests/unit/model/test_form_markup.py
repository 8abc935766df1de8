"""A form as a browser and a screen reader find it."""

from __future__ import annotations

from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from form_cases import KINDS, PRIVACY, THANKS, context, spec_of
from sitegen.model.forms.answers import answers_for
from sitegen.model.forms.form import Fault, FormKind, FormSpec, FormTarget, PrivacyMode
from sitegen.model.forms.kinds import form_spec
from sitegen.model.forms.markup import form_markup
from sitegen.model.forms.sum import sum_for
from sitegen.settings.forms import Form, FormField
from sitegen.text.tone import Tone

TARGET: Final = FormTarget(action="https://eingang.example/f/site/x?a=1&b=2", decoy="leer")
EVERYTHING: Final = Form(
    title="Alles & mehr",
    text="Erster Absatz.\n\nZweiter <b>Absatz</b>.",
    fields=(
        FormField(name="rahmen", label="Ihr Rahmen", type="choice", choices=("bis 200 €", "mehr"), hint="Ungefähr."),
        FormField(name="weg", label="Woher?", type="choice", choices=("a", "b"), required=True),
        FormField(name="rundbrief", label="Rundbrief", type="checkbox"),
        FormField(name="website", label="Website", type="url"),
        FormField(name="mehr", label="Mehr", type="textarea"),
    ),
)


def everything(tone: Tone = Tone.SIE, privacy: PrivacyMode = "notice") -> FormSpec:
    return form_spec(EVERYTHING, context(tone, privacy=privacy, asks_sum=True), thanks_url=THANKS)


def parsed(html: str) -> LexborNode:
    body = LexborHTMLParser(f"<!DOCTYPE html><body>{html}").body
    assert body is not None
    return body


def shown(spec: FormSpec, *, faults: tuple[Fault, ...] = (), **values: str) -> LexborNode:
    question = sum_for(spec.name, "/", site="site", key=b"k") if spec.sum else None
    return parsed(form_markup(spec, TARGET, values=values, faults=faults, question=question))


def one(node: LexborNode, selector: str) -> LexborNode:
    found = node.css(selector)
    assert len(found) == 1, selector
    return found[0]


def said(node: LexborNode) -> str:
    return " ".join(node.text().split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("privacy", ["notice", "consent"])
def test_every_field_has_a_label_that_is_seen(kind: FormKind, privacy: PrivacyMode) -> None:
    spec = spec_of(kind, context(privacy=privacy))
    body = shown(spec)
    names = [str(node.attributes["name"]) for node in body.css(".form-field [name]")]
    asked = [field.name for field in spec.fields if field.type != "choice" or field.choices]
    assert names == [*asked, *(["privacy"] if privacy == "consent" else [])]
    for node in body.css(".form-field [name]"):
        label = one(body, f"label[for='{node.attributes['id']}']")
        assert said(label)
        assert "hidden" not in label.attributes
        assert "placeholder" not in node.attributes
        assert said(label).endswith("*") is ("required" in node.attributes)
        for described in (node.attributes.get("aria-describedby") or "").split():
            assert said(one(body, f"[id='{described}']"))


def test_ids_are_unique_and_begin_alike() -> None:
    for form_id, prefix in (("", "form-contact"), ("kommentar-schreiben", "kommentar-schreiben")):
        body = parsed(form_markup(everything(), TARGET, form_id=form_id))
        ids = [str(node.attributes["id"]) for node in body.css("[id]")]
        assert len(ids) == len(set(ids))
        assert all(found == prefix or found.startswith(f"{prefix}-") for found in ids)
        assert said(one(body, f"[id='{one(body, 'form').attributes['aria-labelledby']}']")) == "Alles & mehr"


def test_what_surrounds_the_fields() -> None:
    body = shown(everything())
    assert said(one(body, "h2")) == "Alles & mehr"
    assert [said(node) for node in body.css("form > p:not([class])")] == ["Erster Absatz.", "Zweiter <b>Absatz</b>."]
    assert said(one(body, ".form-legend")) == "Erforderliche Felder sind mit * markiert."
    assert said(one(body, "button[type=submit]")) == "Nachricht senden"
    assert one(body, "form").attributes["action"] == "https://eingang.example/f/site/x?a=1&b=2"


def test_the_decoy_is_out_of_everybodys_way() -> None:
    wrapper = one(shown(everything()), ".form-decoy")
    field = one(wrapper, "input")
    assert wrapper.attributes["aria-hidden"] == "true"
    assert said(one(wrapper, "label")) == "Bitte leer lassen"
    assert (field.attributes["tabindex"], field.attributes["autocomplete"]) == ("-1", "off")
    assert "required" not in field.attributes
    assert parsed(form_markup(everything(), FormTarget(action="/"))).css_first(".form-decoy") is None


def test_the_sum_is_asked_in_words() -> None:
    question = sum_for("contact", "/", site="site", key=b"k")
    body = shown(everything())
    field = one(body, "input[name=sum]")
    label = said(one(body, "label[for=form-contact-sum]"))
    assert label.startswith("Wie viel ist ")
    assert not any(letter.isdigit() for letter in label)
    assert f"{question.left} + {question.right} =" in said(one(body, "#form-contact-sum-hint"))
    assert (field.attributes["inputmode"], field.attributes["autocomplete"]) == ("numeric", "off")
    assert one(body, "input[name=sum_check]").attributes["value"] == question.check
    assert field.attributes["value"] == ""


def test_what_a_browser_is_told_about_a_field() -> None:
    body = shown(everything())
    attributes = {str(node.attributes["name"]): node.attributes for node in body.css(".form-field [name]")}
    assert (attributes["email"]["type"], attributes["email"]["autocomplete"]) == ("email", "email")
    assert (attributes["phone"]["type"], attributes["phone"]["autocomplete"]) == ("tel", "tel")
    assert (attributes["website"]["type"], attributes["website"]["inputmode"]) == ("text", "url")
    assert attributes["name"]["maxlength"] == "80"
    assert attributes["message"]["maxlength"] == "8000"
    assert "autocomplete" not in attributes["message"], "a browser would forget what was typed when going back"


def test_choices() -> None:
    body = shown(everything(), rahmen="mehr")
    options = [(node.attributes["value"], said(node)) for node in body.css("select[name=rahmen] option")]
    assert options == [("", "Keine Angabe"), ("bis 200\u00a0€", "bis 200 €"), ("mehr", "mehr")]
    assert one(body, "select[name=rahmen] option[selected]").attributes["value"] == "mehr"
    assert said(body.css("select[name=weg] option")[0]) == "Bitte auswählen"


def test_values_come_back() -> None:
    typed = '\n "x" <script>alert(1)</script> &amp; \''
    body = shown(everything(), name=typed, message=typed, rundbrief="ja")
    assert one(body, "input[name=name]").attributes["value"] == typed
    assert one(body, "textarea[name=message]").text() == typed
    assert "checked" in one(body, "input[name=rundbrief]").attributes
    assert body.css_first("script") is None


def test_a_field_is_filled_in_unless_the_visitor_changed_it() -> None:
    spec = form_spec(Form(kind="quote"), context(), thanks_url=THANKS, services=("Post", "Büro"), service="Büro")
    assert one(shown(spec), "option[selected]").attributes["value"] == "Büro"
    assert one(shown(spec, service="Post"), "option[selected]").attributes["value"] == "Post"
    assert shown(spec, service="").css_first("option[selected]") is None


@pytest.mark.parametrize("tone", Tone)
def test_faults_stand_in_a_summary_and_at_their_fields(tone: Tone) -> None:
    spec = everything(tone, "consent")
    faults = (
        Fault(field="", sentence="Zu viel <b>."),
        *answers_for(spec, ()).faults,
        Fault(field="sum", sentence="7?"),
    )
    body = shown(spec, faults=faults)
    summary = one(body, ".form-summary [role=alert]")
    heading = one(summary, "h3")
    assert (heading.attributes["tabindex"], "autofocus" in heading.attributes) == ("-1", True)
    assert [said(node) for node in summary.css("li")] == [fault.sentence for fault in faults]
    links = {str(node.attributes["href"])[1:]: said(node) for node in summary.css("li a")}
    assert list(links) == [f"form-contact-{fault.field}" for fault in faults if fault.field]
    for target, sentence in links.items():
        field = one(body, f"[id='{target}']")
        assert field.attributes["aria-invalid"] == "true"
        assert f"{target}-fault" in str(field.attributes["aria-describedby"]).split()
        assert said(one(body, f"[id='{target}-fault']")) == f"Fehler: {sentence}"
    assert len(body.css("[aria-invalid]")) == len(links)


def test_without_faults_nothing_takes_the_focus() -> None:
    body = shown(everything())
    assert body.css_first("[autofocus], [role=alert], [aria-invalid]") is None


@pytest.mark.parametrize("privacy", ["notice", "acknowledge", "consent"])
def test_the_privacy_page_is_linked_at_the_button(privacy: PrivacyMode) -> None:
    body = shown(everything(privacy=privacy))
    link = one(body, f"a[href='{PRIVACY}']")
    assert said(link) == "Datenschutzerklärung"
    boxes = body.css("input[name=privacy]")
    assert len(boxes) == (0 if privacy == "notice" else 1)
    assert all("checked" not in box.attributes and "required" in box.attributes for box in boxes)


def test_nothing_in_it_needs_a_script_or_a_style_of_its_own() -> None:
    faults = answers_for(everything(), ()).faults
    for node in shown(everything(), faults=faults).css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]


def test_a_heading_of_any_level() -> None:
    faults = (Fault(field="name", sentence="Nein."),)
    for level, below in ((1, 2), (3, 4), (6, 6)):
        body = parsed(form_markup(everything(), TARGET, faults=faults, heading=level))
        assert body.css_first(f"h{level}[id=form-contact-title]") is not None
        assert body.css_first(f"h{below}[id=form-contact-faults]") is not None


def test_what_goes_along() -> None:
    target = FormTarget(action="/", hidden=(("a", '"1"'),))
    body = parsed(form_markup(everything(), target, extra_hidden=(("page", "/kontakt/"), ("post", "x"))))
    fields = [(node.attributes["name"], node.attributes["value"]) for node in body.css("input[type=hidden]")]
    assert fields == [("a", '"1"'), ("page", "/kontakt/"), ("post", "x")]
