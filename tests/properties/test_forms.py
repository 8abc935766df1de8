"""Whatever anybody sends: it is answered with values and sentences, and what is shown again is text."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from form_cases import KINDS, context, spec_of
from sitegen.model.forms.answers import TECHNICAL_FIELDS, UnknownFieldError, answers_for
from sitegen.model.forms.email import EmailError, mail_address
from sitegen.model.forms.form import Answers, FormSpec, FormTarget
from sitegen.model.forms.markup import form_markup
from sitegen.text.tone import Tone

SPECS: Final = tuple(spec_of(kind, context(tone)) for kind in KINDS for tone in Tone)
NASTY: Final = st.text(
    st.one_of(st.sampled_from("@.,;:<>\"'&/\\ \r\n\t\0\u202e\u0308ßüA1-{}%"), st.characters(exclude_categories=())),
    max_size=60,
)
NAMES: Final = sorted({field.name for spec in SPECS for field in spec.fields} | TECHNICAL_FIELDS)
PAIRS: Final = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), NASTY), NASTY), max_size=40)
SURROGATES: Final = frozenset(map(chr, range(0xD800, 0xE000)))
"""No page can hold them, and none of them gets through UTF-8."""
TARGET: Final = FormTarget(action="https://eingang.example/f/site/x", decoy="leer")


def judged(spec: FormSpec, pairs: list[tuple[str, str]]) -> Answers:
    """The answers to those pairs that a form of ours can send."""
    known = {field.name for field in spec.fields} | TECHNICAL_FIELDS
    return answers_for(spec, [pair for pair in pairs if pair[0] in known])


@given(st.sampled_from(SPECS), PAIRS)
def test_nothing_but_an_unknown_field_is_an_exception(spec: FormSpec, pairs: list[tuple[str, str]]) -> None:
    known = {field.name for field in spec.fields} | TECHNICAL_FIELDS
    try:
        answers_for(spec, pairs)
    except UnknownFieldError:
        assert any(name not in known for name, _ in pairs)
    else:
        assert all(name in known for name, _ in pairs)


@given(st.sampled_from(SPECS), PAIRS)
def test_cleaning_what_is_clean_changes_nothing(spec: FormSpec, pairs: list[tuple[str, str]]) -> None:
    once = judged(spec, pairs)
    again = answers_for(spec, tuple(once.values.items()))
    assert again.values == once.values
    assert {fault.field for fault in again.faults} <= {fault.field for fault in once.faults}


@given(st.sampled_from(SPECS), PAIRS)
def test_what_is_let_through_is_fit_to_be_stored(spec: FormSpec, pairs: list[tuple[str, str]]) -> None:
    answers = judged(spec, pairs)
    wrong = {fault.field for fault in answers.faults}
    assert all(fault.sentence for fault in answers.faults)
    for field in spec.fields:
        value = answers.values[field.name]
        if field.name in wrong:
            continue
        assert len(value) <= field.limit
        assert field.type == "textarea" or "\n" not in value
        assert not set(value) & set("\0\r\x1b\u202e")
        value.encode()
        if field.type == "email" and value:
            assert mail_address(value).isascii()


@given(NASTY)
def test_an_address_for_mail_is_one_and_stays_one(typed: str) -> None:
    try:
        address = mail_address(typed)
    except EmailError:
        return
    assert address.isascii()
    assert address.count("@") == 1
    assert not set(address) & set(' ,;<>"\r\n')
    assert mail_address(address) == address


@given(st.sampled_from(SPECS), PAIRS)
def test_what_was_typed_comes_back_as_text(spec: FormSpec, pairs: list[tuple[str, str]]) -> None:
    answers = judged(spec, pairs)
    shown = {name: value for name, value in answers.values.items() if not SURROGATES & set(value)}
    page = LexborHTMLParser(f"<!DOCTYPE html><body>{form_markup(spec, TARGET, values=shown, faults=answers.faults)}")
    plain = LexborHTMLParser(f"<!DOCTYPE html><body>{form_markup(spec, TARGET, faults=answers.faults)}")
    assert elements(page) == elements(plain)


def elements(page: LexborHTMLParser) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, without those that only say what is filled in."""
    filled = {"checked", "selected"}
    return [(str(node.tag), tuple(sorted(set(node.attributes) - filled))) for node in page.css("body *")]
