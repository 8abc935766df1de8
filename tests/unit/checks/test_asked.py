"""How consent is asked for: our own parts do it right, and each way of doing it wrong is told."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.checks.statements.asked import asked_in, leads_back_to_the_choice
from sitegen.checks.statements.consent import TICKED, missing_in, problems_of
from sitegen.model.third_parties import SHIPPED
from sitegen.plan.consent import consent_view
from sitegen.text.tone import Tone
from sitegen.text.wording import say

CONSENT = consent_view([SHIPPED["google-analytics"], SHIPPED["youtube"]], embedded=(), imprint="", privacy="")
TEXT = "Zwei Anbieter wollen speichern, auch in Drittländern. Nur mit Ihrer Einwilligung, jederzeit widerrufbar."
ACCEPT = '<button class="button" value="accept" data-choices>Alle akzeptieren</button>'
REFUSE = '<button class="button" value="refuse" data-choices>Alle ablehnen</button>'
DIALOG = '<dialog class="choices"><input type="checkbox" name="youtube"></dialog>'


def problems(text: str = TEXT, buttons: str = ACCEPT + REFUSE, dialog: str = DIALOG) -> tuple[str, ...]:
    asked = asked_in(LexborHTMLParser(f'<section class="consent"><p>{text}</p>{buttons}</section>{dialog}'))
    assert asked
    return (*problems_of(asked), *missing_in(asked, CONSENT))


def test_a_notice_that_asks_as_it_should() -> None:
    assert problems() == ()


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("parties", [("google-analytics",), ("google-analytics", "youtube"), ("matomo",)])
def test_our_own_sentences_say_everything(parties: tuple[str, ...], tone: Tone) -> None:
    consent = consent_view(
        [SHIPPED[party] for party in parties], embedded=("www.matomo.cloud",), imprint="", privacy=""
    )
    count = say("consent_count", tone, {"n": len(parties), "purposes": consent.purposes})
    abroad = say("consent_third_country" if consent.leaves_the_eea else "consent_no_third_country", tone, {})
    html = f'<section class="consent"><p>{count} {abroad} {say("consent_revocable", tone, {})}</p>{ACCEPT}</section>'
    asked = asked_in(LexborHTMLParser(html))
    assert asked
    assert len(parties) in asked.numbers
    assert (asked.says_consent, asked.says_withdrawal, asked.says_abroad) == (True, True, True)
    assert not asked.urging


@pytest.mark.parametrize("number", ["2 Anbieter", "Zwei Anbieter", "Wir nutzen zwei Partner"])
def test_the_number_may_be_a_word(number: str) -> None:
    assert problems(text=TEXT.replace("Zwei Anbieter", number)) == ()


@pytest.mark.parametrize(
    ("buttons", "problem"),
    [
        (ACCEPT, "ein Knopf zum Ablehnen fehlt auf der ersten Ebene"),
        (ACCEPT + REFUSE.replace("value", "hidden value"), "ein Knopf zum Ablehnen fehlt auf der ersten Ebene"),
        (
            ACCEPT + REFUSE.replace('"button"', '"button grey"'),
            "die Knöpfe zum Annehmen und zum Ablehnen sind verschieden gemacht",
        ),
        (
            ACCEPT + REFUSE.replace("button ", "a ").replace("</button", "</a"),
            "die Knöpfe zum Annehmen und zum Ablehnen sind verschieden gemacht",
        ),
        (ACCEPT.replace("Alle akzeptieren", "OK") + REFUSE, "„OK“ sagt nicht, dass jemand einwilligt"),
        (
            ACCEPT.replace("Alle akzeptieren", "Akzeptieren &amp; schließen ×") + REFUSE,
            "„Akzeptieren & schließen ×“ sagt nicht, dass jemand einwilligt",
        ),
    ],
)
def test_buttons_that_push(buttons: str, problem: str) -> None:
    assert problems(buttons=buttons) == (problem,)


@pytest.mark.parametrize(
    "refuse",
    [
        REFUSE.replace("<button ", '<button id="refuse" name="refuse" aria-label="Alle ablehnen" '),
        REFUSE.replace('class="button"', 'class="js-refuse button"'),
        REFUSE.replace("value=", 'title="Ablehnen" data-own="1" value='),
    ],
)
def test_what_nobody_sees_makes_no_difference(refuse: str) -> None:
    assert problems(buttons=ACCEPT + refuse) == ()


@pytest.mark.parametrize(
    "accept",
    [
        ACCEPT.replace("<button ", "<button autofocus "),
        ACCEPT.replace("<button ", '<button style="color: red" '),
        ACCEPT.replace("Alle akzeptieren", "<strong>Alle akzeptieren</strong>"),
    ],
)
def test_what_pushes_without_a_class(accept: str) -> None:
    assert problems(buttons=accept + REFUSE) == ("die Knöpfe zum Annehmen und zum Ablehnen sind verschieden gemacht",)


@pytest.mark.parametrize("label", ["Alle akzeptieren", "Einwilligen", "Allen zustimmen", "Ja, alles erlauben"])
def test_labels_that_say_what_they_mean(label: str) -> None:
    assert problems(buttons=ACCEPT.replace("Alle akzeptieren", label) + REFUSE) == ()


def test_a_box_that_is_ticked_before_anybody_has() -> None:
    assert problems(dialog=DIALOG.replace("name=", "checked name=")) == (TICKED,)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (TEXT.replace("Einwilligung", "Zustimmung"), "das Wort „Einwilligung“"),
        (TEXT.replace("widerrufbar", "änderbar"), "dass sie sich widerrufen lässt"),
        (TEXT.replace("Zwei", "Mehrere"), "wie viele Anbieter es sind (2)"),
        (TEXT.replace("auch in Drittländern", "lange"), "dass Daten in ein Drittland gehen"),
        (f"{TEXT} Für ein optimales Nutzungserlebnis.", "„optimales Nutzungserlebnis“ lobt, statt den Zweck zu nennen"),
    ],
)
def test_words_that_are_missing_or_too_many(text: str, missing: str) -> None:
    assert problems(text=text) == (missing,)


@pytest.mark.parametrize(
    ("html", "leads"),
    [
        (f'{DIALOG}<footer><button value="open" data-choices>Einstellungen</button></footer>', True),
        ('<footer><button value="open" data-choices>Einstellungen</button></footer>', False),
        (f'{DIALOG}<section class="consent"><button value="open" data-choices>Auswahl</button></section>', False),
        (DIALOG, False),
    ],
)
def test_the_way_back_to_the_choice(html: str, leads: bool) -> None:  # noqa: FBT001 - an expectation
    assert leads_back_to_the_choice(LexborHTMLParser(html)) is leads


def test_a_class_of_the_same_name_is_no_notice() -> None:
    assert asked_in(LexborHTMLParser('<form><p class="consent">Ich willige ein.</p></form>')) is None


def test_a_page_that_asks_for_nothing() -> None:
    assert asked_in(LexborHTMLParser("<main><p>Einwilligung, Cookies und OK.</p></main>")) is None
