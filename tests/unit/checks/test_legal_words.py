"""Words that must not stand on a site, and sentences about them that must not be taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.legal.page_law import kinds_of, law_in, lines_of
from sitegen.checks.legal.words import may_say, said_in, today
from sitegen.checks.parsed import ParsedPage
from sitegen.checks.waited_for import found_in

SAID = {
    "Angaben gemäß § 5 TMG": ("dead_name", "§ 5 TMG", True),
    "Verantwortlich nach § 55 Abs. 2 RStV: Eva Birkenfeld": ("dead_name", "§ 55 Abs. 2 RStV", True),
    "Haftung nach §§ 8 bis 10 TMG": ("dead_name", "TMG", False),
    "Impressum nach dem Telemediengesetz": ("dead_name", "Telemediengesetz", True),
    "Cookies setzen wir auf Grundlage von § 25 Abs. 1 TTDSG.": ("dead_name", "§ 25 Abs. 1 TTDSG", False),
    "Google ist unter dem Privacy Shield zertifiziert.": ("dead_name", "Privacy Shield", True),
    "Zur OS-Plattform: siehe unten.": ("odr_word", "OS-Plattform", False),
    "Plattform zur Online-Streitbeilegung (OS) der EU": ("odr_word", "Online-Streitbeilegung", False),
    "Diese Website ist BFSG-konform.": ("accessibility", "BFSG-konform", False),
    "Meine Website wurde nach dem BFSG zertifiziert.": ("accessibility", "nach dem BFSG zertifiziert", False),
    "BFSG-konform": ("accessibility", "BFSG-konform", False),
}

NOT_SAID = (
    "Das TMG heißt jetzt DDG.",
    "Früher stand dort § 5 TMG.",
    "Seit Mai 2024 gibt es das Telemediengesetz nicht mehr.",
    "Wer noch „Angaben gemäß § 5 TMG“ liest, hat einen alten Text vor sich.",
    "Aus dem TTDSG wurde das TDDDG.",
    "Nach § 5 TMG musste man vieles angeben.",
    "Das Privacy Shield hat der EuGH 2020 für ungültig erklärt, es war damit außer Kraft.",
    "An die Stelle des Rundfunkstaatsvertrags ist der Medienstaatsvertrag getreten, der alte galt bis 2020.",
    "Die OS-Plattform wurde am 20. Juli 2025 abgeschaltet.",
    "Löschen Sie den Hinweis auf die Online-Streitbeilegung.",
    "Die Plattform zur Online-Streitbeilegung gibt es nicht mehr.",
    "Ist Ihre Website BFSG-konform?",
    "Ich prüfe, ob Ihre Website BFSG-konform ist.",
    "Diese Website muss nicht nach dem BFSG zertifiziert sein.",
    "Ich mache Ihren Shop gemeinsam mit einer Agentur BFSG-konform.",
    "Das BFSG gilt seit dem 28. Juni 2025.",
    "Ich lege Rechnungen ab und räume das Postfach auf.",
    "TMG-Rohre gibt es im Baumarkt.",
)


@pytest.mark.parametrize(("line", "expected"), SAID.items())
def test_it_is_found(line: str, expected: tuple[str, str, bool]) -> None:
    assert [(said.kind, said.text, said.applied) for said in said_in([line], [])] == [expected]
    assert may_say(line, (), words=found_in(line))


@pytest.mark.parametrize("line", NOT_SAID)
def test_whoever_writes_about_it_is_left_in_peace(line: str) -> None:
    assert not [*said_in([line], [])]


@pytest.mark.parametrize(
    "address",
    [
        "https://ec.europa.eu/consumers/odr",
        "http://ec.europa.eu/consumers/odr/main/index.cfm?event=main.home2.show&lng=DE",
        "https://webgate.ec.europa.eu/odr/",
        "https://EC.europa.eu/odr",
    ],
)
def test_links_to_the_platform_are_found(address: str) -> None:
    assert [said.kind for said in said_in([], [address])] == ["odr_link"]


@pytest.mark.parametrize("address", ["https://ec.europa.eu/info/", "/odr/", "https://europa.eu/consumers/"])
def test_other_links_are_not(address: str) -> None:
    assert not [*said_in([], [address])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("§ 5 TMG", "DDG"),
        ("§ 55 Abs. 2 RStV", "§ 18 Abs. 2 MStV"),
        ("§ 25 TTDSG", "TDDDG"),
        ("Privacy Shield", "EU-US Data Privacy Framework"),
        ("§ 15 Abs. 3 TMG", "TDDDG"),
        ("§ 13 des Telemediengesetzes", "TDDDG"),
        ("§ 10 TMG", "DDG"),
        ("§ 5 Abs. 1 Nr. 13 TMG", "DDG"),
    ],
)
def test_what_it_is_called_today(text: str, name: str) -> None:
    assert today(text) == name


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    assert all(said.text for said in said_in([text], [text]))


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Impressum", ("imprint",)),
        ("IMPRESSUM", ("imprint",)),
        ("Impressum – Büro Birkenfeld", ("imprint",)),
        ("Impressum und Datenschutz", ("imprint", "privacy")),
        ("Impressum & Datenschutzerklärung", ("imprint", "privacy")),
        ("Datenschutz", ("privacy",)),
        ("Datenschutzhinweise", ("privacy",)),
        ("Informationen zum Datenschutz", ("privacy",)),
        ("AGB", ("terms",)),
        ("Allgemeine Geschäftsbedingungen (AGB)", ("terms",)),
        ("Was ins Impressum gehört", ()),
        ("Impressum richtig schreiben", ()),
        ("Datenschutz im Homeoffice", ()),
        ("Datenschutz für Virtuelle Assistenzen", ()),
        ("Ordnung im Büro", ()),
        ("", ()),
    ],
)
def test_a_page_is_known_by_its_heading(title: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(title) == kinds


def test_lines_are_what_can_be_read() -> None:
    markup = (
        "<p>Eva&nbsp;<strong>Birken\u00adfeld</strong><br>Lindenweg 3</p><script>x</script><code>TMG</code>"
        "<ul><li>A<li>B</ul>"
    )
    assert lines_of(markup) == ("Eva Birkenfeld", "Lindenweg 3", "A", "B")


@given(st.text())
def test_lines_of_any_text_are_whole(text: str) -> None:
    assert all(line == line.strip() and line for line in lines_of(text))


def test_only_legal_pages_keep_their_text() -> None:
    html = "<!doctype html><html><main><h1>{}</h1><p>Eva <a href='mailto:E@x.de?subject=a'>Mail</a></main></html>"
    legal, other = (law_in(ParsedPage(html.format(title))) for title in ("Impressum", "Start"))
    assert legal.legal is not None
    assert (legal.legal.lines, legal.legal.mails) == (("Impressum", "Eva Mail"), ("e@x.de",))
    assert other.legal is None
    assert other.is_page


@pytest.mark.parametrize(
    "html",
    [
        "<title>Wer ich bin</title><main><h1>Impressum</h1></main>",
        "<title>Impressum | Büro</title><main><p>Eva</p></main>",
        "<title>Impressum</title><header><h1>Büro Birkenfeld</h1></header><main><h2>Angaben</h2></main>",
        "<h1>Büro Birkenfeld</h1><main><h1>Impressum</h1></main>",
    ],
)
def test_a_page_is_called_by_its_heading_or_its_title(html: str) -> None:
    legal = law_in(ParsedPage(f"<html>{html}</html>")).legal
    assert legal is not None
    assert legal.kinds == ("imprint",)


def test_links_are_known_by_what_they_are_called() -> None:
    html = (
        '<html><a href="/impressum/">Impressum</a><a href="/x/" aria-label="Zum Datenschutz"></a>'
        '<a href="/datenschutz/">Hinweise</a><a href="/beide/">Impressum und Datenschutz</a></html>'
    )
    law = law_in(ParsedPage(html))
    assert law.to_imprint == ("/impressum/", "/beide/")
    assert law.to_privacy == ("/x/", "/beide/")


@pytest.mark.parametrize(
    "head",
    [
        "<title>Impressum – Büro Sonne</title><h1>Büro Sonne</h1>",
        "<title>Büro Sonne | Impressum</title><h1>Büro Sonne</h1>",
        "<title>Büro Sonne</title><h1>Büro Sonne</h1><main><h1>Impressum</h1></main>",
    ],
)
def test_a_legal_page_is_known_where_the_name_of_the_site_comes_first(head: str) -> None:
    legal = law_in(ParsedPage(f"<html>{head}<p>Eva Müller</p></html>")).legal
    assert legal is not None
    assert legal.kinds == ("imprint",)


def test_a_picture_as_link_is_known_by_its_label() -> None:
    law = law_in(ParsedPage('<html><a href="/i/" aria-label="Impressum"> <svg></svg> </a></html>'))
    assert law.to_imprint == ("/i/",)
