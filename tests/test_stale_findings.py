"""What is found must be found again: the findings of the build after one edit are held against those of a clean one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from plain_site import PLAIN_LAYOUTS
from site_case import codes
from sitegen.legal.purpose import Purpose
from stale_case import ANCHOR, SECOND, SITE, built, layout, rebuilt, warm
from warm_edits import SETTINGS
from warm_site import WarmSite

__all__ = ["built", "warm"]


def test_an_anchor_that_others_lead_to(warm: WarmSite) -> None:
    """Only the page it stood on is edited; the finding belongs to the others."""
    warm.case.edit("content/kontakt.md", "## Weg", "## Pfad")
    found = [finding.span.file for finding in warm.assert_warm_equals_clean().findings if finding.code == "SG311"]
    assert found == [ANCHOR, "content/ueber/weg.md"]
    warm.case.edit("content/kontakt.md", "## Pfad", "## Weg")
    assert "SG311" not in codes(rebuilt(warm))


def test_a_page_that_others_lead_to_goes_and_comes(warm: WarmSite) -> None:
    warm.lay("content/ueber/weg.md", "---\ntitle: Mein Weg\n---\n[hin](/kontakt/)\n")
    rebuilt(warm)
    kept = warm.root / "content/kontakt.md"
    text = kept.read_bytes()
    kept.unlink()
    assert {"SG310", "SG301"} <= set(codes(warm.assert_warm_equals_clean()))
    kept.write_bytes(text)
    assert not {"SG310", "SG301"} & set(codes(rebuilt(warm)))


def test_a_warning_moves_with_its_line_and_goes(warm: WarmSite) -> None:
    path = "content/ueber/weg.md"
    warm.case.edit(path, "Unten", "[hier klicken](/kontakt/) Unten")
    (first,) = [found.span.line for found in rebuilt(warm).findings if found.code == "SG634"]
    warm.case.edit(path, "[hier", "Vorher.\n\n[hier")
    (second,) = [found.span.line for found in rebuilt(warm).findings if found.code == "SG634"]
    assert second == first + 2
    warm.case.edit(path, "title: Mein Weg", "title: Mein Weg\nsummary: Kurz.")
    (third,) = [found.span.line for found in rebuilt(warm).findings if found.code == "SG634"]
    assert third == first + 3
    warm.case.edit(path, "[hier klicken](/kontakt/)", "Hier")
    assert "SG634" not in codes(rebuilt(warm))


TEXTS = {
    "vage": "[hier klicken](/kontakt/)",
    "doppelt": '<p id="a"></p><p id="a"></p>',
    "bild": '<img src="/bilder/bild.svg">',
    "anrede": "Ich zeige dir, was du tun kannst.",
    "preis": "Die Leistung Fest kostet 99 € je Stunde.",
    "fuellung": "Lorem ipsum dolor sit amet.",
    "formular": '<form action="/kontakt/"><input type="email" name="e"></form>',
    "leer": '<a href="/kontakt/"></a>',
    "eigen": "[x](https://www.example.org/nirgends/)",
    "behauptung": "Diese Website ist BFSG-konform.",
    "recht": "Angaben gemäß § 5 TMG.",
}
FILLER = "Lorem ipsum dolor sit amet"
WARNINGS: dict[str, dict[str, str]] = {
    "in texts": {f"content/{name}.md": f"---\ntitle: {name}\n---\n{text}\n" for name, text in TEXTS.items()},
    "in one text": {"content/vage.md": "---\ntitle: vage\n---\n[hier klicken](/kontakt/)\n"},
    "in a head": {"content/zusatz.md": "---\ntitle: Zusatz\nunbekannt: x\n---\nText.\n"},
    "in a layout": {"layouts/page.html": layout(f"<h4>Tief</h4><p>{FILLER}</p>")},
    "in the settings": {
        "site.yaml": f"{SETTINGS}description: {FILLER}\n",
        "layouts/page.html": layout("<p>{{ site.description }}</p>"),
    },
    "in data": {
        "content/data/zahlen.yaml": f"eins: {FILLER}\n",
        "layouts/parts/zahlen.html": "{{ site.data('zahlen').eins }}\n",
    },
    "in a layout and a stylesheet": {
        "layouts/a.css": f"/* {FILLER} */\n",
        "layouts/page.html": layout(f"<p>{FILLER}</p>"),
    },
    "in a form of a layout": {
        "layouts/page.html": layout('<form action="/kontakt/"><input type="email" name="email"></form>')
    },
    "in what is no page": {
        "layouts/style.css": "main { background: url(/nirgends.png) }\n",
        "static/x.js": "localStorage.setItem('a', 'b')\n",
    },
}


def put_back(warm: WarmSite, paths: Iterable[str]) -> None:
    """Make these files what they were."""
    for path in paths:
        plain = PLAIN_LAYOUTS / path.removeprefix("layouts/")
        if path in SITE:
            warm.lay(path, SITE[path])
        elif path.startswith("layouts/") and plain.exists():
            warm.lay(path, plain.read_bytes())
        else:
            (warm.root / path).unlink()


@pytest.mark.parametrize("files", WARNINGS.values(), ids=WARNINGS.keys())
def test_what_is_found_stays_until_it_is_mended(files: dict[str, str], warm: WarmSite) -> None:
    """Found once, told again while other texts change, and no more when it is mended."""
    before = warm.build().findings
    for path, text in files.items():
        warm.lay(path, text)
    found = warm.assert_warm_equals_clean()
    assert found.findings != before
    warm.case.edit("content/ueber/weg.md", "Unten", "Weiter unten")
    assert warm.assert_warm_equals_clean().findings == found.findings
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    warm.assert_warm_equals_clean()
    put_back(warm, files)
    assert warm.assert_warm_equals_clean().findings == before


@pytest.mark.parametrize(("line", "code"), [("ad: ja", "SG934"), ("ai: generated", "SG937")])
def test_what_a_head_says_and_no_layout_shows(line: str, code: str, warm: WarmSite) -> None:
    """The page is as it was, and lacks something now."""
    warm.case.edit(SECOND, "title:", f"{line}\ntitle:")
    assert code in codes(warm.assert_warm_equals_clean())
    warm.case.edit(SECOND, f"{line}\ntitle:", "title:")
    assert code not in codes(rebuilt(warm))


def test_a_body_that_says_something_of_the_site(warm: WarmSite) -> None:
    warm.case.edit("content/kontakt.md", "Hier.", "[Buch](https://www.amazon.de/dp/1?tag=abc-21) hier.")
    assert "SG932" in codes(warm.assert_warm_equals_clean())
    warm.case.edit("content/kontakt.md", "[Buch](https://www.amazon.de/dp/1?tag=abc-21) hier.", "Hier.")
    assert "SG932" not in codes(rebuilt(warm))


def test_a_price_that_a_text_names_by_hand(warm: WarmSite) -> None:
    """The text is as it was, and right no more."""
    warm.case.edit("content/ueber/weg.md", "Unten", "Die Leistung Fest kostet 45,50 € je Stunde. Unten")
    assert "SG320" not in codes(rebuilt(warm))
    warm.case.edit("content/services/fest.md", "45,50", "99")
    assert "SG320" in codes(warm.assert_warm_equals_clean())
    warm.case.edit("content/services/fest.md", "99", "45,50")
    assert "SG320" not in codes(rebuilt(warm))


def test_a_layout_that_makes_a_legal_page_of_a_text(warm: WarmSite) -> None:
    """The text is as it was: as somebody else's terms it may say Du, as a page of the site it may not."""
    warm.case.edit("content/ueber/weg.md", "Unten", "Hast du Fragen? Du erreichst mich, wenn du willst. Unten")
    assert "SG970" in codes(rebuilt(warm))
    warm.lay("layouts/page.html", layout("").replace("{{ body", "<h1>AGB</h1>{{ body"))
    assert "SG970" not in codes(warm.assert_warm_equals_clean())
    warm.lay("layouts/page.html", layout("").replace("{{ body", "<h1>{{ page.title }}</h1>{{ body"))
    assert "SG970" in codes(warm.assert_warm_equals_clean())


def test_a_text_made_faulty_and_mended(warm: WarmSite) -> None:
    """While one text is wrong nothing is written; what others had to say is said all the same."""
    warm.case.edit("content/ueber/weg.md", "Unten", "[hier klicken](/kontakt/) Unten")
    found = rebuilt(warm).findings
    for old, new in (("title: Dritter", 'title: "Dritter'), ("Ein dritter Text.", '{{ unbekannt "x" }}')):
        warm.case.edit("content/blog/2026-05-05-dritter.md", old, new)
        broken = warm.assert_warm_equals_clean()
        assert not broken.written
        assert "SG634" in codes(broken)
        warm.case.edit("content/kontakt.md", "Hier.", "Hier. ")
        warm.case.edit("content/blog/2026-05-05-dritter.md", new, old)
        assert rebuilt(warm).findings == found


def test_a_remark_in_the_settings_that_holds_what_a_page_only_shows(warm: WarmSite) -> None:
    """A finding stands where its words are found, so another place can make one of what was none."""
    warm.case.edit(SECOND, "title: Zweiter", "title: Brief an Max Mustermann")
    rebuilt(warm)
    warm.lay("site.yaml", SETTINGS + "# Max Mustermann\n")
    assert "SG639" in codes(warm.assert_warm_equals_clean())


def test_a_remark_in_a_text_that_holds_what_its_page_only_shows(warm: WarmSite) -> None:
    warm.lay("content/blog/index.md", "---\ntitle: Notizen\n# eine Bemerkung\n---\nHier.\n")
    warm.lay("layouts/blog.html", layout("{% for post in site.listed(page) %}<p>{{ post.summary }}</p>{% endfor %}"))
    warm.case.edit(SECOND, "title:", "summary: Diese Website ist BFSG-konform.\ntitle:")
    warm.case.edit("content/services/fest.md", "price: 45,50\nunit: Stunde\n", "")
    warm.case.edit("content/index.md", '{{ price "fest" }}', "nichts")
    assert "SG918" not in codes(rebuilt(warm))
    warm.case.edit("content/blog/index.md", "eine Bemerkung", "BFSG-konform")
    assert "SG918" in codes(warm.assert_warm_equals_clean())


def test_a_form_on_many_pages_is_told_of_the_first(warm: WarmSite) -> None:
    """Which page comes first does not depend on which was made anew."""
    warm.lay("layouts/page.html", layout('<form action="/kontakt/"><input type="email" name="email"></form>'))
    first = rebuilt(warm).findings
    for path, old in (("content/ueber/weg.md", "Unten"), ("content/kontakt.md", "Hier")):
        warm.case.edit(path, old, f"{old} und dort")
        assert rebuilt(warm).findings == first


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"<p>{FILLER}</p>", "SG639"),
        ("<p>Angaben nach § 5 TMG</p>", "SG910"),
        ('<p><a href="/nirgends/">Weiter</a></p>', "SG310"),
        ("<p><a href='/kontakt/'></a></p>", "SG633"),
        ('<p onclick="x()">Fuß</p>', "SG831"),
        ('<form action="/kontakt/"><input type="email" name="email"></form>', "SG948"),
    ],
)
def test_a_line_in_the_foot_of_all_pages(warm: WarmSite, line: str, code: str) -> None:
    """Pages are known by what facts follow from: a line that says nothing changes none, and none hides behind it."""
    base = (PLAIN_LAYOUTS / "base.html").read_text("utf-8")
    for foot in ("<p>Fuß</p>", "<p>Fuß</p><p>Noch eine Zeile</p>", line, "<p>Noch eine Zeile</p>"):
        warm.lay("layouts/base.html", base.replace("</body>", f"<footer>{foot}</footer>\n</body>"))
        assert (code in codes(warm.assert_warm_equals_clean())) == (foot == line)


def test_a_look_finds_what_a_clean_one_finds(warm: WarmSite) -> None:
    """`sitegen check` reads the cache of `sitegen build`."""
    warm.lay("content/zusatz.md", "---\ntitle: Zusatz\n---\n[hier](https://example.com/), TMG, dir, 99 € für Fest.\n")
    warm.assert_look_equals_clean(purpose=Purpose.PUBLISH)
    rebuilt(warm)
    for purpose in Purpose:
        warm.assert_look_equals_clean(purpose=purpose)
    warm.case.edit("site.yaml", "author: jo", "author: jo\nbusiness: {email: a@example.org, vat: gross}")
    warm.assert_look_equals_clean(purpose=Purpose.PUBLISH)


def test_a_dead_address_in_the_feed_alone(warm: WarmSite) -> None:
    """The layout does not show the text, so that no page is to blame."""
    warm.lay("layouts/post.html", "{% extends 'base.html' %}{% block main %}{{ page.title }}{% endblock %}")
    warm.case.edit(SECOND, "Ein [Anker]", "[x](https://www.example.org/nirgends/) [Anker]")
    found = rebuilt(warm).findings
    assert "feed.xml" in [finding.span.file for finding in found]
    warm.case.edit("content/ueber/weg.md", "Unten", "Weiter unten")
    assert rebuilt(warm).findings == found
    warm.case.edit(SECOND, "[x](https://www.example.org/nirgends/)", "Ein")
    assert len(rebuilt(warm).findings) < len(found)


def test_an_address_in_the_feed_alone_that_dies_while_a_layout_changes(warm: WarmSite) -> None:
    shown, address = (
        "{% extends 'base.html' %}{% block main %}{{ page.title }}{% endblock %}",
        "https://www.example.org/a",
    )
    warm.lay("layouts/post.html", shown)
    warm.lay("static/a", "a")
    warm.case.edit(SECOND, "Ein [Anker]", f"[x]({address}) [Anker]")
    assert address not in [finding.facts.get("target") for finding in rebuilt(warm).findings]
    (warm.root / "static/a").unlink()
    warm.lay("layouts/post.html", f"{shown}<!-- neu -->")
    assert address in [finding.facts.get("target") for finding in rebuilt(warm).findings]


def test_a_block_for_which_the_layout_above_has_a_place_at_times(warm: WarmSite) -> None:
    """What is found in the one layout follows from the other."""
    base = (warm.root / "layouts/base.html").read_text("utf-8")
    warm.lay("layouts/extra.html", "{% extends 'base.html' %}{% block beiseite %}{% endblock %}")
    assert "SG508" in codes(rebuilt(warm))
    warm.lay("layouts/base.html", f"{base}{{% block beiseite %}}{{% endblock %}}")
    assert "SG508" not in codes(rebuilt(warm))
    warm.lay("layouts/base.html", f"{base}<!-- neu -->")
    assert "SG508" in codes(rebuilt(warm))


def test_a_strict_build_in_between(warm: WarmSite) -> None:
    warm.case.edit("content/ueber/weg.md", "Unten", "[hin](https://www.example.org/nirgends/) Unten")
    warm.ask(strict=True)
    assert not warm.assert_warm_equals_clean().written
    warm.ask(strict=False)
    rebuilt(warm)
