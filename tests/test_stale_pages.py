"""What a later build could forget, each thing tried on purpose: the build after one edit is held against a clean one.

Every test begins with a site that was built already, edits it, and says where the edit must be seen.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from comment_case import comment
from plain_site import PLAIN_LAYOUTS
from site_case import NOON, codes
from sitegen.build.result import BuildResult
from sitegen.legal.purpose import Purpose
from sitegen.model.comment_file import comment_bytes
from sitegen.model.visibility import Showing
from warm_edits import DRAWING, FILES, PHOTOGRAPHS, SETTINGS
from warm_site import WarmSite

ANCHOR = "content/blog/2026-01-02-anker.md"
SECOND = "content/blog/2026-03-02-zweiter.md"


def layout(main: str) -> str:
    """A layout that shows this below the text of its page."""
    return f"{{% extends 'base.html' %}}{{% block main %}}{{{{ body.html }}}}{main}{{% endblock %}}"


SITE: dict[str, str | bytes] = {
    **FILES,
    ANCHOR: str(FILES[ANCHOR]).replace("\n\n![Foto](foto.jpg)", ""),
    "content/services/fest.md": "---\ntitle: Fest\nprice: 45,50\nunit: Stunde\n---\nText.\n",
    "content/ueber/index.md": "---\ntitle: Über mich\n---\nOben.\n",
    "content/ueber/weg.md": "---\ntitle: Mein Weg\n---\nUnten, siehe [Kontakt](../kontakt.md#weg).\n",
    "content/blog/2026-05-05-dritter.md": (
        "---\ntitle: Dritter\ndate: 2026-05-05\ntags: [Ordnung]\ncategory: Büro\n---\nEin dritter Text.\n"
    ),
    "layouts/home.html": layout("""
{% for post in site.latest(2) %}<p>neu: {{ post.title }}</p>{% endfor %}
{% for known in site.pages() %}<p>Seite: {{ known.title }}</p>{% endfor %}
{% for term in site.terms("tag") %}<p>Wort: {{ term.term.name }} {{ term.count }}</p>{% endfor %}
{% for service in site.services() %}<p>Leistung: {{ service.title }}</p>{% endfor %}
{% include 'parts/zahlen.html' %}"""),
    "layouts/post.html": (
        "{% extends 'base.html' %}{% block main %}{{ body.html }}"
        "{% set beside = site.neighbours(page.entry) %}"
        "<p>{{ beside.older.title if beside.older }} {{ beside.newer.title if beside.newer }}</p>"
        "{% for post in site.related(page.entry) %}<p>mehr: {{ post.title }}</p>{% endfor %}"
        "{% for thread in site.discussion(page.entry).threads %}<div>{{ thread.html }}</div>{% endfor %}"
        "{% endblock %}"
    ),
}


def build_once(folder: Path) -> Path:
    """Where a site lies that was built once; no photograph is on it, since each clean build makes its sizes anew."""
    site = WarmSite(folder / "site", folder / "copies", SITE)
    result = site.build()
    assert result.written, site.case.report(result)
    return site.root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory.mktemp("built"))


@pytest.fixture
def warm(built: Path, tmp_path: Path) -> WarmSite:
    return WarmSite.copied(tmp_path / "site", tmp_path / "copies", built)


def rebuilt(warm: WarmSite) -> BuildResult:
    """The build after an edit, which is as good as a clean one."""
    result = warm.assert_warm_equals_clean()
    assert result.written, warm.case.report(result)
    return result


def test_a_copied_site_stands(warm: WarmSite) -> None:
    """Else nothing below would say anything."""
    assert rebuilt(warm).remade == ()


# What other pages show


def test_a_title_on_every_page_that_shows_it(warm: WarmSite) -> None:
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    changed = rebuilt(warm).changes.changed
    assert {"blog/anker/index.html", "blog/dritter/index.html", "blog/index.html", "feed.xml"} <= set(changed)
    assert "neu: Umbenannt" in warm.case.html("index.html")
    assert "kontakt/index.html" not in changed


def test_a_title_on_a_page_that_only_shows_it_as_related(warm: WarmSite) -> None:
    """Between the two lies another post."""
    warm.case.edit("content/blog/2026-05-05-dritter.md", "title: Dritter", "title: Umbenannt")
    assert "blog/anker/index.html" in rebuilt(warm).changes.changed
    assert "mehr: Umbenannt" in warm.case.html("blog/anker/index.html")


HEADS = [
    ("content/kontakt.md", "title: Kontakt", "title: Anschrift", {"index.html"}),
    ("content/ueber/index.md", "title: Über mich", "title: Wer ich bin", {"index.html"}),
    (SECOND, "tags: [ordnung, Zeit]", "tags: [Zeit]", {"index.html"}),
    (SECOND, "category: Büro", "category: Anderes", {"blog/anker/index.html", "blog/dritter/index.html"}),
    ("content/services/fest.md", "title: Fest", "title: Fester Satz", {"index.html", "leistungen/index.html"}),
    ("content/services/fest.md", "45,50", "99", {"index.html", "leistungen/fest/index.html"}),
    ("content/authors/jo.md", "title: Jo Adler", "title: Jo Falke", {"feed.xml"}),
]


def test_a_head_on_every_page_that_shows_it(warm: WarmSite) -> None:
    for path, old, new, seen in HEADS:
        warm.case.edit(path, old, new)
        assert seen <= set(rebuilt(warm).changes.changed)


def test_a_body_in_the_feed_and_nowhere_else(warm: WarmSite) -> None:
    warm.case.edit(SECOND, "Ein [Anker]", "Noch ein [Anker]")
    changed = set(rebuilt(warm).changes.changed)
    assert {"blog/zweiter/index.html", "feed.xml"} <= changed
    assert not {"blog/anker/index.html", "index.html"} & changed


def test_the_body_of_a_page_is_in_no_feed(warm: WarmSite) -> None:
    warm.case.edit("content/kontakt.md", "Hier.", "Dort.")
    assert set(rebuilt(warm).changes.changed) == {"kontakt/index.html"}


def test_a_page_that_comes_and_goes_where_all_are_listed(warm: WarmSite) -> None:
    warm.lay("content/zusatz.md", "---\ntitle: Zusatz\n---\nText.\n")
    assert "index.html" in rebuilt(warm).changes.changed
    (warm.root / "content/zusatz.md").unlink()
    assert "index.html" in rebuilt(warm).changes.changed


def test_a_parent_in_the_crumbs_comes_and_goes(warm: WarmSite) -> None:
    (warm.root / "content/ueber/index.md").unlink()
    rebuilt(warm)
    warm.lay("content/ueber/index.md", "---\ntitle: Ganz anders\n---\nOben.\n")
    rebuilt(warm)


def test_sections_of_a_page_that_name_others(warm: WarmSite) -> None:
    warm.lay("content/angebot.md", "---\ntitle: Angebot\nsections:\n  - type: latest\n  - type: services\n---\nText.\n")
    warm.build()
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    warm.case.edit("content/services/fest.md", "title: Fest", "title: Fester Satz")
    warm.assert_warm_equals_clean()


# Data, pictures, static files, redirects


def test_data_and_their_order(warm: WarmSite) -> None:
    """A layout may go through what stands in a file in the order in which it was typed."""
    warm.lay("layouts/parts/zahlen.html", "{{ site.data('zahlen') }}\n")
    for text in ("a: 1\nb: 2\n", "b: 2\na: 1\n", "- a: 1\n  b: 2\n", "- b: 2\n  a: 1\n", 'a: ""\n', 'a: " "\n'):
        warm.lay("content/data/zahlen.yaml", text)
        assert "index.html" in rebuilt(warm).changes.changed


LARGE = ["1" + 30 * "0", r'"\ud800"', 300 * "[" + 300 * "]", "NaN"]


def test_data_that_no_cache_can_hold(warm: WarmSite) -> None:
    warm.lay("layouts/parts/zahlen.html", "{{ site.data('wert').keys()|list }}{{ site.data('wert').a is number }}\n")
    for value in LARGE:
        warm.lay("content/data/wert.json", f'{{"a": {value}}}')
        rebuilt(warm)
        warm.lay("content/data/wert.json", f'{{"b": 1, "a": {value}}}')
        assert "index.html" in rebuilt(warm).changes.changed


def test_a_drawing_of_another_size(warm: WarmSite) -> None:
    for content in (DRAWING % 50, b"<svg></svg>", DRAWING % 5):
        warm.lay("content/pictures/bild.svg", content)
        assert "blog/anker/index.html" in rebuilt(warm).changes.changed
    (warm.root / "content/pictures/bild.svg").unlink()
    assert not warm.assert_warm_equals_clean().written


def test_a_photograph_behind_the_same_name(warm: WarmSite) -> None:
    warm.lay("content/kontakt.md", "---\ntitle: Kontakt\n---\n## Weg\n\n![Foto](foto.jpg)\n")
    rebuilt(warm)
    warm.lay("content/pictures/foto.jpg", PHOTOGRAPHS[1])
    assert "kontakt/index.html" in rebuilt(warm).changes.changed
    warm.lay("content/pictures/foto.yaml", "credit: Foto von Kim\n")
    warm.assert_warm_equals_clean()


def test_a_static_file_takes_the_place_of_a_feature(warm: WarmSite) -> None:
    warm.lay("static/feed.xml", "<feed/>")
    assert "feed.xml" in rebuilt(warm).changes.changed
    (warm.root / "static/feed.xml").unlink()
    assert "feed.xml" in rebuilt(warm).changes.changed


def test_a_file_beside_a_text_that_goes_and_comes(warm: WarmSite) -> None:
    """Nothing else of the site is another than before."""
    warm.lay("content/plan.pdf", "%PDF")
    warm.case.edit("content/ueber/weg.md", "Unten", "[Plan](../plan.pdf) Unten")
    rebuilt(warm)
    (warm.root / "content/plan.pdf").unlink()
    assert "SG301" in codes(warm.assert_warm_equals_clean())
    warm.lay("content/plan.pdf", "%PDF")
    assert "SG301" not in codes(rebuilt(warm))


def test_a_static_file_that_is_linked(warm: WarmSite) -> None:
    warm.lay("content/kontakt.md", "---\ntitle: Kontakt\n---\n## Weg\n\n[Datei](/datei.pdf)\n")
    assert "SG310" in codes(warm.assert_warm_equals_clean())
    warm.lay("static/datei.pdf", "%PDF")
    rebuilt(warm)
    (warm.root / "static/datei.pdf").unlink()
    assert "SG310" in codes(warm.assert_warm_equals_clean())


def test_a_script_that_asks_others_is_another_policy(warm: WarmSite) -> None:
    """It stands on no page, and every page has to let it."""
    party = (
        "third_parties:\n  - id: karte\n    name: Karte\n    provider: Karte GmbH\n    seat: Berlin\n"
        "    category: map\n"
        "    purpose: den Weg zeigen\n    legal_basis: legitimate_interest\n    privacy_url: https://karte.test/d\n"
        "    hosts: [{host: karte.test, for: [connect-src]}]\n"
    )
    warm.lay("site.yaml", SETTINGS + party)
    warm.assert_warm_equals_clean()
    warm.lay("static/karte.js", "fetch('https://karte.test/x')")
    warm.assert_warm_equals_clean()
    warm.lay("static/karte.js", "1")
    warm.assert_warm_equals_clean()


OLD_ADDRESSES = [
    ("site.yaml", SETTINGS + "redirects: [{from: /weg/, to: kontakt.md}]\n"),
    ("site.yaml", SETTINGS + "gone: [/weg/]\n"),
    (SECOND, "---\ntitle: Zweiter\ndate: 2026-03-02\naliases: [/alt/]\n---\nText.\n"),
    ("published-urls.txt", "/zuvor/ post:zweiter\n"),
    ("published-urls.txt", "/zuvor/ post:weg\n"),
    ("published-urls.txt", "/zuvor/ tag:nirgends\n/kontakt/ page:kontakt\n"),
]


def test_old_addresses(warm: WarmSite) -> None:
    for path, text in OLD_ADDRESSES:
        warm.lay(path, text)
        warm.assert_warm_equals_clean()
    warm.rename("content/kontakt.md", "content/anschrift.md")
    warm.assert_warm_equals_clean()
    (warm.root / "published-urls.txt").unlink()
    warm.assert_warm_equals_clean()


# Comments, time, settings, layouts


def test_comments_are_approved_answered_and_withdrawn(warm: WarmSite) -> None:
    one = comment(3, "Kim", "Neu.", post="zweiter")
    warm.lay(one.path, comment_bytes(one))
    changed = set(rebuilt(warm).changes.changed)
    assert "blog/zweiter/index.html" in changed
    assert "blog/anker/index.html" not in changed
    answer = comment(4, "Jo", "Danke.", post="zweiter", parent=3)
    warm.lay(answer.path, comment_bytes(answer))
    assert "blog/zweiter/kommentare.xml" in rebuilt(warm).changes.changed
    pending = one.path.replace("content/comments/", "content/comments/_pending/")
    warm.rename(one.path, pending)
    warm.assert_warm_equals_clean()


def test_a_post_that_comes_due_and_goes(warm: WarmSite) -> None:
    warm.lay("content/blog/kommt.md", "---\ntitle: Kommt\ndate: 2026-11-21 14:00\nexpires: 2026-11-23\n---\nText.\n")
    rebuilt(warm)
    for hours, is_there in ((1, False), (3, True), (12, True), (72, False), (3, True)):
        warm.set_clock(NOON + timedelta(hours=hours))
        warm.assert_warm_equals_clean()
        assert (warm.case.out / "blog/kommt/index.html").exists() is is_there


def test_a_notice_and_a_price_that_begin_and_end(warm: WarmSite) -> None:
    warm.lay(
        "site.yaml",
        SETTINGS + "notice: {text: Wir haben zu, from: 2026-11-22, until: 2026-11-24}\n"
        "business: {email: a@example.org, closed: [{from: 2026-12-01, to: 2026-12-03}]}\n",
    )
    warm.lay(
        "content/services/fest.md",
        "---\ntitle: Fest\nprice: 45\nunit: Stunde\nprice_next: {price: 50, from: 2026-11-23}\n---\nText.\n",
    )
    for days in (0, 1, 2, 4, 11, 50):
        warm.set_clock(NOON + timedelta(days=days))
        rebuilt(warm)


LINES = [
    "language: de-AT\n",
    "tone: du\n",
    "description: Neu\n",
    "navigation: [{title: Wo, page: kontakt.md}]\nfooter: [{title: Wer, page: ueber/index.md}]\n",
    "business: {email: a@example.org, phone: 030 123456, vat: gross}\n",
    "theme: {brand: '#aa0000'}\n",
    "permalinks: {archive: off}\n",
    "names: {blog: Notizen}\n",
    "comments: {open: ja, depth: 1}\nbusiness: {email: a@example.org}\n",
    "# nur eine Bemerkung\n",
    "",
]


def test_each_line_of_the_settings(warm: WarmSite) -> None:
    for lines in LINES:
        warm.lay("site.yaml", SETTINGS + lines)
        warm.assert_warm_equals_clean()


def test_the_tone_of_one_text(warm: WarmSite) -> None:
    """The same words, rendered for another reader; two texts of the same bytes lie beside each other in the cache."""
    text = '---\ntitle: Gleich\n---\n"Fuss" und {{ form "contact" }}.\n'
    warm.lay("content/eins.md", text)
    warm.lay("content/zwei.md", text)
    warm.assert_warm_equals_clean()
    for lines in ("language: de-CH\n", "tone: du\n", "language: de-CH\ntone: du\n"):
        warm.lay("site.yaml", SETTINGS + lines)
        warm.assert_warm_equals_clean()


def test_the_key_of_the_forms(warm: WarmSite) -> None:
    warm.lay("content/kontakt.md", "---\ntitle: Kontakt\nform: contact\n---\n## Weg\n\nHier.\n")
    warm.lay("content/datenschutz.md", "---\ntitle: Datenschutz\n---\nText.\n")
    warm.lay("site.yaml", SETTINGS + "delivery: {provider: inbox, address: 'https://e.example.org/', site: test}\n")
    for key in (b"", b"x" * 32, b"y" * 32, b""):
        warm.ask(form_key=key)
        rebuilt(warm)


def test_an_own_layout_that_was_not_there(warm: WarmSite) -> None:
    """Absence counts: a name that led to the theme leads to the site from now on."""
    warm.lay(
        "layouts/blog.html",
        "{% extends 'base.html' %}{% block main %}{% include 'parts/eigen.html' ignore missing %}{% endblock %}",
    )
    rebuilt(warm)
    warm.lay("layouts/parts/eigen.html", "eigenes")
    assert "eigenes" in (rebuilt(warm), warm.case.html("blog/index.html"))[1]
    (warm.root / "layouts/parts/eigen.html").unlink()
    assert "blog/index.html" in rebuilt(warm).changes.changed


def test_layouts_that_lie_elsewhere(warm: WarmSite, tmp_path: Path) -> None:
    """A folder that several sites share, and a link in it that leads in a circle."""
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "kreis").symlink_to(shared)
    (shared / "teil.html").write_text("eins\n", "utf-8")
    (warm.root / "layouts/geteilt").symlink_to(shared)
    warm.lay("layouts/home.html", layout("{% include 'geteilt/teil.html' %}"))
    assert warm.build().written
    (shared / "teil.html").write_text("zwei\n", "utf-8")
    assert "index.html" in warm.build().changes.changed
    assert "zwei" in warm.case.html("index.html")


def test_a_preview_and_drafts_in_between(warm: WarmSite) -> None:
    warm.lay("content/blog/entwurf.md", "---\ntitle: Entwurf\ndate: 2026-05-06\ndraft: ja\n---\nText.\n")
    rebuilt(warm)
    assert warm.assert_preview_equals_clean().written
    assert rebuilt(warm).remade == ()
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    assert warm.assert_preview_equals_clean().written
    rebuilt(warm)
    warm.ask(showing=Showing.ALL)
    assert "blog/entwurf/index.html" in rebuilt(warm).changes.created
    warm.ask(showing=Showing.PUBLISHED)
    assert "blog/entwurf/index.html" in rebuilt(warm).changes.removed


# What is found, and where


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


def test_a_strict_build_in_between(warm: WarmSite) -> None:
    warm.case.edit("content/ueber/weg.md", "Unten", "[hier klicken](/kontakt/) Unten")
    warm.ask(strict=True)
    assert not warm.assert_warm_equals_clean().written
    warm.ask(strict=False)
    rebuilt(warm)


# What somebody else does to the files


Harm = Callable[[Path], None]


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text("anders", "utf-8"),
        lambda path: path.write_bytes(path.read_bytes()),
        lambda path: path.write_bytes(b""),
    ],
    ids=["deleted", "changed", "touched", "emptied"],
)
def test_an_output_file_that_is_no_more_what_it_was(harm: Harm, warm: WarmSite) -> None:
    for name in ("kontakt/index.html", "feed.xml", "frueher/index.html", "robots.txt"):
        harm(warm.case.out / name)
    warm.assert_warm_equals_clean()


def test_texts_of_the_same_size_and_time(warm: WarmSite) -> None:
    """What make goes by says nothing."""
    for path, old, new in (("content/kontakt.md", "Hier", "Dort"), ("content/data/zahlen.yaml", "1", "2")):
        status = (warm.root / path).stat()
        warm.case.edit(path, old, new)
        os.utime(warm.root / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert {"kontakt/index.html", "index.html"} <= set(rebuilt(warm).changes.changed)


def test_the_output_folder_is_gone(warm: WarmSite) -> None:
    shutil.rmtree(warm.case.out)
    assert len(rebuilt(warm).changes.created) > 10
    shutil.rmtree(warm.root / ".sitegen/cache")
    rebuilt(warm)
    shutil.rmtree(warm.root / ".sitegen")
    rebuilt(warm)
