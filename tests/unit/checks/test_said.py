"""What one page says, in our words and in those of others."""

from __future__ import annotations

import pytest

from sitegen.checks.parsed import ParsedPage
from sitegen.checks.statements.said import NO_POLICY, Statements, statements_in
from sitegen.plan.policy import SITE_SLOT
from sitegen.settings.business import Country, Vat
from sitegen.text.tone import Tone
from sitegen.text.wording import say


def said(body: str, head: str = "") -> Statements:
    html = f"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>"
    return statements_in(ParsedPage(html))


def test_a_page_that_says_nothing_has_nothing_but_defaults() -> None:
    assert said("<h1>Guten Tag</h1><p>Ein Absatz.</p>", f'<meta content="{SITE_SLOT}">') == Statements()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Endpreis; nach § 19 UStG wird keine Umsatzsteuer berechnet.", "small_business"),
        ("Umsatzsteuer fällt nicht an.", "small_business"),
        ("Ich bin Kleinunternehmerin.", "small_business"),
        ("Es wird keine Mehrwertsteuer berechnet (Art. 10 MWSTG).", "small_business"),
        ("inkl. USt", "gross"),
        ("Alle Preise einschließlich der gesetzlichen Mehrwertsteuer.", "gross"),
        ("Alle Preise enthalten 19 % Umsatzsteuer.", "gross"),
        ("Die Umsatzsteuer ist darin enthalten.", "gross"),
        ("zzgl. USt, nur für Unternehmen", "business_only"),
        ("Mein Angebot richtet sich an Selbstständige und Betriebe.", "business_only"),
        ("Ausschließlich für Unternehmer im Sinne von § 14 BGB.", "business_only"),
        ("Nicht für Verbraucher.", "business_only"),
        ("Ich arbeite nur für Selbstständige.", "business_only"),
        ("Keine Aufträge von Privatleuten.", "business_only"),
    ],
)
def test_what_is_said_about_vat_beside_a_price(text: str, statement: str) -> None:
    assert statement in said(f"<p>45 €</p><p>{text}</p>").vat


@pytest.mark.parametrize("blanks", ["", " ", "\n" + " " * 30, "</td>\n" + " " * 30 + "<td>", "\u00a0</b> <b>"])
def test_a_number_stands_beside_its_sign_whatever_the_markup_puts_between(blanks: str) -> None:
    assert said(f"<table><tr><td><b>45{blanks}€</b></td></tr></table>").shows_amounts


@pytest.mark.parametrize("country", list(Country))
@pytest.mark.parametrize(
    ("vat", "statement"),
    [(Vat.SMALL_BUSINESS, "small_business"), (Vat.GROSS, "gross"), (Vat.NET, "business_only")],
)
def test_our_own_notes_say_it(vat: Vat, statement: str, country: Country) -> None:
    assert statement in said(f"<p>45 €</p><p>{say(f'vat_{vat}_{country}', Tone.SIE, {})}</p>").vat


@pytest.mark.parametrize(
    "text",
    ["Steuern sparen hilft immer.", "Umsatz machen Sie.", "Für Unternehmen und Privatleute.", "Nicht nur für Große."],
)
def test_what_says_nothing_about_vat(text: str) -> None:
    assert said(f"<p>45 €</p><p>{text}</p>").vat == ()


LINK = '<a href="https://amzn.to/3abcDEF"{}>Heft</a>'


@pytest.mark.parametrize(
    ("body", "sponsored", "marked"),
    [
        (f"<p>{LINK.format('')}</p>", False, False),
        (f"<p>{LINK.format(' rel=sponsored')}</p>", True, False),
        (f"<p>{LINK.format('')} (Anzeige)</p>", False, True),
        (f"<p>{LINK.format('')}</p><p>* Affiliate-Link: Ich bekomme eine Provision.</p>", False, True),
        (f"<p>Werbung für Ihr Büro.</p><p>{LINK.format('')}</p>", False, False),
        (f"<ul><li>Anzeige: <b>{LINK.format('')}</b></li></ul>", False, True),
    ],
)
def test_links_that_bring_money(body: str, sponsored: bool, marked: bool) -> None:  # noqa: FBT001 - expectations
    (link,) = said(body).affiliates
    assert (link.is_sponsored, link.is_marked) == (sponsored, marked)


def test_nobody_here_earns_by_what_visitors_write() -> None:
    link = LINK.format(' rel="nofollow ugc"')
    assert said(f"<article><p>{link}</p></article>").affiliates == ()


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ('<p class="mark">Anzeige</p><h1>Ein Werkzeug</h1>', True),
        ("<h1>Ein Werkzeug</h1><p>Werbung: Schlüsselbrett</p>", True),
        ("<h1>Werbung für Ihr Büro</h1><p>So geht es.</p>", False),
        ("<h1>Kleinanzeigen schalten</h1><p>Anzeigenblätter gibt es noch.</p>", False),
        (f"<h1>Ein Werkzeug</h1><p>{'Wort ' * 200}</p><p>Anzeige</p>", False),
        (f"<nav>{'Wort ' * 200}</nav><p>Anzeige</p><h1>Ein Werkzeug</h1>", True),
        ("<p>Anzeige</p><p>Ein Werkzeug</p>", True),
    ],
)
def test_an_advertisement_says_so_at_the_top(body: str, begins: bool) -> None:  # noqa: FBT001 - expectations
    assert said(body).begins_with_ad is begins


def test_marks_belong_to_their_item() -> None:
    body = """
    <ul><li><p>Anzeige</p><h2><a href="/a/">Eins</a></h2></li><li><h2><a href="/b/">Zwei</a></h2></li></ul>
    <ul><li><h2><a href="/c/">Werbung für Anfänger</a></h2></li></ul>
    <article><div><span>Werbung</span><h3><a href="/d/">Drei</a></h3></div></article>"""
    assert said(body).marked == ("/a/", "/d/")


def test_a_link_in_a_drawing_may_be_marked() -> None:
    assert said('<p>Anzeige <svg><a xlink:href="/e/">Fünf</a></svg></p>').marked == ("/e/",)


def test_voices_and_how_they_were_checked() -> None:
    body = """
    <figure><blockquote><p>Alles bestens.</p></blockquote><figcaption>Eva</figcaption></figure>
    <figure><blockquote><p>Sehr gut.</p></blockquote><figcaption>Geprüft: Auftrag seit 2024</figcaption></figure>"""
    assert [(quote.beginning, quote.is_checked) for quote in said(body).quotes] == [
        ("Alles bestens.", False),
        ("Sehr gut.", True),
    ]


def test_a_voice_does_not_say_of_itself_how_it_was_checked() -> None:
    body = "<blockquote><p>Alles geprüft.</p><blockquote>Gut.</blockquote></blockquote><p>Eva</p>"
    assert [quote.is_checked for quote in said(body).quotes] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "Der Text dieses Beitrags stammt von einer KI.",
        "Mit KI erstellt",
        "Ein KI-generiertes Bild.",
        "Dieses Bild hat eine KI erzeugt.",
        "Entstanden mit Hilfe von ChatGPT.",
    ],
)
def test_what_says_that_a_machine_made_it(text: str) -> None:
    assert said(f"<p>{text}</p>").names_ai


@pytest.mark.parametrize("text", ["KI im Büro.", "Kiel ist schön.", "Mit Kindern arbeiten.", "Was KI nicht kann."])
def test_what_only_speaks_of_machines(text: str) -> None:
    assert not said(f"<p>{text}</p>").names_ai


@pytest.mark.parametrize(
    ("head", "policy"),
    [
        (f'<meta http-equiv="Content-Security-Policy" content="{SITE_SLOT}">', ""),
        ('<meta http-equiv="content-security-policy" content="default-src *">', "default-src *"),
        ('<meta http-equiv="Content-Security-Policy" content="">', NO_POLICY),
        ("", NO_POLICY),
    ],
)
def test_the_policy_of_a_page(head: str, policy: str) -> None:
    assert said("", head).policy == policy
