"""When a site asks for consent, what it says then, and that nothing of it goes out where nothing has to be asked."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from plain_site import QUIET
from site_case import MINIMAL, SiteCase

BUDGET = 5_000
"""Bytes of script and style together, compressed: what asking may cost."""
CALM = f"{MINIMAL}{QUIET}search: {{enabled: nein}}\n"
GOOGLE = "analytics: {provider: google-analytics, id: G-TEST123456}\n"
MATOMO = "analytics: {provider: matomo, address: https://zahlen.example.net/, id: 1}\n"
YOUTUBE = "third_parties: [{use: youtube}]\n"
OWN = """\
third_parties:
  - use: terminland
    provider: Muster GmbH
    seat: Dresden, Deutschland
    purpose: Termine buchen
    legal_basis: consent
    storage: []
    third_country: keines
    privacy_url: https://www.example.org/datenschutz
    hosts: termine.example.org
    everywhere: yes
"""
PAGES = {
    "content/index.md": "---\ntitle: Start\n---\n\nText.\n",
    "content/du.md": "---\ntitle: Für dich\ntone: du\n---\n\nText.\n",
    "content/impressum.md": "---\ntitle: Impressum\n---\n\nText.\n",
    "content/datenschutz.md": "---\ntitle: Datenschutz\n---\n\nText.\n",
}
EVERY_PAGE = ("index.html", "du/index.html", "impressum/index.html", "datenschutz/index.html", "404.html")


def site(root: Path, more: str = "") -> SiteCase:
    """A built site with these settings besides."""
    case = SiteCase.of(root, PAGES, settings=CALM + more)
    result = case.build()
    assert result.written, case.report(result)
    return case


def text_of(case: SiteCase, path: str, selector: str) -> str:
    """The words of the one element."""
    (found,) = case.page(path).css(selector)
    return found.text(separator=" ", strip=True)


def assets(case: SiteCase) -> set[str]:
    """The names of the theme's files, without what tells their versions apart."""
    return {Path(path).name.partition(".")[0] for path in case.files() if path.startswith("assets/")}


def style(case: SiteCase) -> bytes:
    """The stylesheet."""
    return next(content for path, content in case.files().items() if path.startswith("assets/style."))


def version(case: SiteCase) -> str | None:
    """What the question is told by."""
    return case.page("index.html").css("dialog")[0].attributes["data-version"]


@pytest.mark.parametrize(
    "more", ["", MATOMO, "analytics: {provider: plausible}\n"], ids=["none", "matomo", "plausible"]
)
def test_a_site_that_need_not_ask_has_nothing_for_it(more: str, tmp_path: Path) -> None:
    case = site(tmp_path, more)
    assert assets(case) == {"style", "favicon", *(["analytics"] if more == MATOMO else [])}
    assert b"consent" not in style(case)
    assert b"choices" not in style(case)
    for path in EVERY_PAGE:
        assert not case.page(path).css("dialog, .consent, .choices-link, template")


def test_what_needs_no_consent_is_counted_at_once(tmp_path: Path) -> None:
    scripts = site(tmp_path, MATOMO).page("index.html").css("body script")
    assert [script.attributes.get("data-provider") for script in scripts] == ["matomo", None]
    assert scripts[1].attributes["src"] == "https://zahlen.example.net/matomo.js"
    assert all("defer" in script.attributes for script in scripts)


def test_what_needs_consent_waits_in_a_template(tmp_path: Path) -> None:
    page = site(tmp_path, GOOGLE).page("index.html")
    assert [template.attributes["data-party"] for template in page.css("template")] == ["google-analytics"]
    assert not page.css("body > script[src*=google]")


def test_embeds_ask_where_they_stand_and_can_be_taken_back_everywhere(tmp_path: Path) -> None:
    case = site(tmp_path, YOUTUBE)
    for path in EVERY_PAGE:
        assert not case.page(path).css(".consent")
        assert text_of(case, path, "footer .choices-link button") == "Cookie-Einstellungen"
        assert len(case.page(path).css("dialog input")) == 1


def test_what_is_embedded_waits_whatever_the_ground_is(tmp_path: Path) -> None:
    booking = OWN.replace("legal_basis: consent", "legal_basis: contract").replace("    everywhere: yes\n", "")
    case = site(tmp_path, booking)
    assert "choices" not in assets(case), "nothing of it is embedded"
    frame = '<iframe src="https://termine.example.org/buchen" title="Termine"></iframe>'
    case.edit("content/index.md", "Text.", frame)
    assert case.build().written
    assert "choices" in assets(case), "the button of the placeholder is the script's"
    assert not case.page("index.html").css(".consent")


def test_the_notice_tells_all_that_must_be_known(tmp_path: Path) -> None:
    case = site(tmp_path, GOOGLE + YOUTUBE)
    said = text_of(case, "index.html", ".consent-text > [data-choices-question]")
    for words in (
        "2\u00a0Anbieter",
        "für Medien und Statistik",
        "auch in Drittländer",
        "mit Ihrer Einwilligung",
        "freiwillig und jederzeit widerrufbar",
    ):
        assert words in said
    links = case.page("index.html").css(".consent-links a")
    assert [link.attributes["href"] for link in links[:2]] == ["/impressum/", "/datenschutz/"]
    buttons = case.page("index.html").css(".consent-buttons[data-choices-question] button")
    assert [button.text() for button in buttons] == ["Alle akzeptieren", "Alle ablehnen", "Auswahl"]
    assert len({button.attributes["class"] for button in buttons}) == 1


def test_one_party_without_a_third_country(tmp_path: Path) -> None:
    said = text_of(site(tmp_path, OWN), "index.html", ".consent-text > [data-choices-question]")
    assert said.startswith("Ein Anbieter möchte Daten")
    assert "Drittländer jenseits des Europäischen Wirtschaftsraums erhalten dabei keine Daten." in said


def test_the_notice_addresses_visitors_as_the_page_does(tmp_path: Path) -> None:
    case = site(tmp_path, GOOGLE)
    assert text_of(case, "du/index.html", ".consent h2") == "Deine Einwilligung"
    assert "Was du erlaubt hast" in text_of(case, "du/index.html", "dialog")
    assert " Sie " not in text_of(case, "du/index.html", "dialog")


def test_the_settings_choose_nothing_beforehand(tmp_path: Path) -> None:
    case = site(tmp_path, GOOGLE + YOUTUBE)
    boxes = case.page("index.html").css("dialog input")
    assert [box.attributes["name"] for box in boxes] == ["youtube", "google-analytics"]
    assert not any("checked" in box.attributes for box in boxes)
    (first, *_) = case.page("index.html").css("dialog button:not([type])")
    assert first.attributes["value"] == "save", "it is what the Enter key means"


def test_the_notice_comes_right_after_the_way_around_it(tmp_path: Path) -> None:
    body = site(tmp_path, GOOGLE).page("index.html").css("body > *")
    assert [element.attributes.get("class") for element in body[:2]] == ["skip", "consent"]


@pytest.mark.parametrize(
    ("old", "new", "anew"),
    [
        ("purpose: Termine buchen", "purpose: Werbung zeigen", True),
        ("third_country: keines", "third_country: USA", True),
        ("provider: Muster GmbH", "provider: Anders GmbH", True),
        ("example.org/datenschutz", "example.org/privacy", False),
        ("    everywhere: yes\n", "    everywhere: yes\n    contract: 3.2.2026\n", False),
        ("Text.", "Anderer Text.", False),
    ],
    ids=["purpose", "country", "provider", "address", "contract", "text"],
)
def test_only_a_changed_question_is_asked_anew(old: str, new: str, anew: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    case = site(tmp_path, OWN)
    before = version(case)
    case.edit("site.yaml" if old in (tmp_path / "site.yaml").read_text("utf-8") else "content/index.md", old, new)
    assert case.build().written
    assert (version(case) != before) is anew


def test_asking_costs_little(tmp_path: Path) -> None:
    without, asking = site(tmp_path / "a"), site(tmp_path / "b", GOOGLE + YOUTUBE)
    script = next(content for path, content in asking.files().items() if path.startswith("assets/choices."))
    css = len(gzip.compress(style(asking), 9)) - len(gzip.compress(style(without), 9))
    assert len(gzip.compress(script, 9)) + css <= BUDGET
