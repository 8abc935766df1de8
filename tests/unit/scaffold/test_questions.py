"""What becomes of an answer: where it stands, what is doubted, what cannot stand there."""

from __future__ import annotations

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.new_site import starter_settings
from sitegen.scaffold.questions import Doubt, Question, answered, current
from sitegen.settings.load import load

STARTER = starter_settings()

GOOD = {
    "both names": (Question.OWNER, "Eva  Müller", "Eva Müller"),
    "a street": (Question.STREET, "Lindenweg 3", "Lindenweg 3"),
    "a place": (Question.PLACE, "01067 Dresden", "01067 Dresden"),
    "a place with D": (Question.PLACE, "D-01067 Dresden", "01067 Dresden"),
    "an Austrian place": (Question.PLACE, "A-1010 Wien", "1010 Wien"),
    "a Swiss place": (Question.PLACE, "CH-3011 Bern", "3011 Bern"),
    "a telephone number": (Question.PHONE, "0351 1234567", "0351 1234567"),
    "an e-mail address": (Question.EMAIL, "post@müller.example", "post@müller.example"),
    "small": (Question.SMALL_BUSINESS, "Ja", "ja"),
    "not small": (Question.SMALL_BUSINESS, "nein", "nein"),
    "Du": (Question.TONE, "Du", "Du"),
    "du as a verb": (Question.TONE, "duzen", "Du"),
    "Sie as a verb": (Question.TONE, "Siezen", "Sie"),
    "per Du": (Question.TONE, "per Du", "Du"),
    "Sie with a full stop": (Question.TONE, "Sie.", "Sie"),
    "a shipped host": (Question.HOST, "Hetzner", "Hetzner"),
    "a shipped host in other letters": (Question.HOST, "all inkl", "ALL-INKL.COM"),
    "a host by the beginning of its name": (Question.HOST, "github", "GitHub Pages"),
    "another host": (Question.HOST, "Beispiel Hosting GmbH", "Beispiel Hosting GmbH"),
}

DOUBTED = {
    "one name": (Question.OWNER, "Eva", Doubt.ONE_NAME),
    "no number": (Question.STREET, "Am Markt", Doubt.NO_HOUSE_NUMBER),
    "a post-office box": (Question.STREET, "Postfach 12", "SG854"),
    "three digits": (Question.PLACE, "123 Dresden", "SG160"),
    "no area code": (Question.PHONE, "1234567", "SG161"),
    "no number at all": (Question.PHONE, "abends", "SG161"),
}

REFUSED = {
    "no postcode": (Question.PLACE, "Dresden", Doubt.NO_POSTCODE),
    "four digits": (Question.PLACE, "1010 Wien", Doubt.FOUR_DIGITS),
    "no e-mail address": (Question.EMAIL, "eva at müller", "SG162"),
    "neither yes nor no": (Question.SMALL_BUSINESS, "vielleicht", Doubt.YES_OR_NO),
    "neither Sie nor Du": (Question.TONE, "Ihr", Doubt.SIE_OR_DU),
}


def code(doubt: Doubt | Diagnostic | None) -> str:
    """A doubt, or the code of a finding."""
    return doubt.code if isinstance(doubt, Diagnostic) else str(doubt)


@pytest.mark.parametrize(("question", "typed", "shown"), GOOD.values(), ids=GOOD)
def test_a_good_answer_stands_in_the_settings(question: Question, typed: str, shown: str) -> None:
    answer = answered(STARTER, question, typed)
    assert answer.doubt is None
    assert answer.text is not None
    assert current(answer.text, question) == shown
    assert load(answer.text).settings is not None


@pytest.mark.parametrize(("question", "typed", "doubt"), DOUBTED.values(), ids=DOUBTED)
def test_a_doubtful_answer_can_stand_if_it_is_meant(question: Question, typed: str, doubt: str) -> None:
    answer = answered(STARTER, question, typed)
    assert code(answer.doubt) == doubt
    assert answer.text is not None
    assert load(answer.text).settings is not None


@pytest.mark.parametrize(("question", "typed", "doubt"), REFUSED.values(), ids=REFUSED)
def test_an_impossible_answer_stands_nowhere(question: Question, typed: str, doubt: str) -> None:
    answer = answered(STARTER, question, typed)
    assert code(answer.doubt) == doubt
    assert answer.text is None


def test_an_austrian_place_makes_the_site_austrian() -> None:
    text = answered(STARTER, Question.PLACE, "A-1010 Wien").text
    assert text is not None
    settings = load(text).settings
    assert settings is not None
    assert (settings.business.country, settings.language.value) == ("at", "de-AT")


def test_the_name_is_the_title_until_there_is_another() -> None:
    named = answered(STARTER, Question.OWNER, "Eva Müller").text
    assert named is not None
    assert "\ntitle: Eva Müller\n" in named
    renamed = answered(named, Question.OWNER, "Eva Müller-Lohse").text
    assert renamed is not None
    assert "\ntitle: Eva Müller-Lohse\n" in renamed
    titled = answered(STARTER.replace("Meine Website", "Büro Sonnenseite"), Question.OWNER, "Eva Müller").text
    assert titled is not None
    assert "\ntitle: Büro Sonnenseite\n" in titled


def test_whoever_shows_net_prices_goes_on_doing_so() -> None:
    net = STARTER.replace("  vat:   ", "  vat: net")
    assert answered(net, Question.SMALL_BUSINESS, "nein").text == net


def test_another_host_takes_the_place_of_a_shipped_one_and_back() -> None:
    first = answered(STARTER, Question.HOST, "Hetzner").text
    assert first is not None
    other = answered(first, Question.HOST, "Beispiel Hosting GmbH").text
    assert other is not None
    assert current(other, Question.HOST) == "Beispiel Hosting GmbH"
    back = answered(other, Question.HOST, "IONOS").text
    assert back is not None
    assert current(back, Question.HOST) == "IONOS"
    assert load(back).findings == load(STARTER).findings


def test_settings_that_are_written_otherwise_are_not_touched() -> None:
    answer = answered("title: x\nbusiness:\n  address: Lindenweg 3, Dresden\n", Question.STREET, "Weg 1")
    assert (answer.text, answer.doubt) == (None, Doubt.NOT_KEPT)
