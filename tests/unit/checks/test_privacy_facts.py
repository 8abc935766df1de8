"""What a privacy page says, in the ways people write it, against what the site does."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.checks.facts import PageFacts
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.page_law import LegalText
from sitegen.checks.legal.privacy_facts import check_privacy
from sitegen.checks.legal.told import Told
from sitegen.legal.facts import Involved, LegalFacts
from sitegen.model.third_parties import SHIPPED
from sitegen.settings.business import Business, Country
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment
from sitegen.text.tone import Tone

WHOLE = """Verantwortlich ist Eva Müller.
Die Website liegt bei der Hetzner Online GmbH. Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. f DSGVO.
Protokolle löscht der Anbieter nach sieben Tagen.
Sie haben das Recht auf Auskunft, können widersprechen und sich bei einer Aufsichtsbehörde beschweren."""
PAGE = FinishedPage(url="/datenschutz/", source="content/datenschutz.md", layout="layouts/page.html", facts=PageFacts())
SITE = FinishedSite(pages=(PAGE,), answered=frozenset(), base="", origin="https://www.example.org", texts={})
HETZNER = Involved(party=SHIPPED["hetzner"], contract=parse_moment("3.2.2026"))


def codes(
    text: str = WHOLE,
    *headings: str,
    used: tuple[str, ...] = (),
    forms: frozenset[str] = frozenset(),
    country: Country = Country.DE,
) -> list[str]:
    facts = LegalFacts(
        business=Business(),
        name="Büro",
        country=country,
        language=Language.DE,
        tone=Tone.SIE,
        host=HETZNER,
        forms=forms,
        parties=tuple(Involved(party=SHIPPED[id_]) for id_ in used),
    )
    legal = LegalText(kinds=("privacy",), lines=tuple(text.split("\n")), headings=headings)
    told = Told(facts=facts, title="Büro", today=date(2026, 11, 22))
    return [finding.code for finding in check_privacy(legal, PAGE, SITE, told)]


def test_a_page_that_says_everything() -> None:
    assert codes() == []


@pytest.mark.parametrize("gone", ["Verantwortlich ist", "Rechtsgrundlage ist Art. 6", "Auskunft", "widersprechen"])
def test_a_part_that_is_missing(gone: str) -> None:
    assert codes(WHOLE.replace(gone, "")) == ["SG907"]


def test_swiss_law_wants_less() -> None:
    text = "Verantwortlich ist Eva Müller. Sie haben das Recht auf Auskunft. Die Website liegt bei Hetzner."
    assert codes(text, country=Country.CH) == []
    assert codes(text) == ["SG907"]


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("Videos kommen von YouTube.", "youtube"),
        ("Karten zeigt die OpenStreetMap Foundation.", "openstreetmap"),
        ("Termine buchen Sie über calendly.", "calendly"),
        ("Besuche zählt Plausible Insights.", "plausible"),
    ],
)
def test_whoever_is_used_is_named(said: str, used: str) -> None:
    assert codes(f"{WHOLE}\n{said}", used=(used,)) == []
    assert codes(used=(used,)) == ["SG911"]


def test_forms_are_spoken_of() -> None:
    assert codes(forms=frozenset({"contact"})) == ["SG911"]
    assert codes(f"{WHOLE}\nIhre Anfrage beantworte ich.", forms=frozenset({"contact"})) == []
    assert codes(f"{WHOLE}\nIhre Anfrage beantworte ich.", forms=frozenset({"newsletter"})) == ["SG911"]


@pytest.mark.parametrize("heading", ["Google Analytics", "Einsatz von Google Fonts", "4. Facebook-Pixel", "reCAPTCHA"])
def test_a_section_about_what_is_not_used(heading: str) -> None:
    assert codes(WHOLE, heading) == ["SG916"]


@pytest.mark.parametrize(
    "heading",
    [
        "Kein Google Analytics",
        "Ohne Google Fonts",
        "Matomo wird nicht mehr eingesetzt",
        "Früher: YouTube",
        "Aufruf der Website",
        "Cookies",
        "Eigener Youtuber-Kanal",
        "Hetzner",
    ],
)
def test_a_section_that_is_none_of_it(heading: str) -> None:
    assert codes(WHOLE, heading) == []


def test_a_section_about_what_is_used() -> None:
    assert codes(f"{WHOLE}\nYouTube zeigt Videos.", "YouTube", used=("youtube",)) == []


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Stand: 22. November 2026", []),
        ("Stand: November 2026", []),
        ("Zuletzt geändert am 5.3.2026", []),
        ("Stand: 1.2.2026", ["SG917"]),
        ("Stand: Mai 2018", ["SG917"]),
        ("Stand 05.2018", ["SG917"]),
        ("Der Stand der Technik von 2018 ist überholt.", []),
        ("Stand: demnächst", []),
    ],
)
def test_the_day_of_the_page(stated: str, found: list[str]) -> None:
    """The contract with the host is of 3 February 2026."""
    assert codes(f"{WHOLE}\n{stated}") == found
