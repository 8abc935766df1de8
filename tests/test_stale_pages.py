"""What a later build could forget, each thing tried on purpose: the build after one edit is held against a clean one.

Every test begins with a site that was built already, edits it, and says where the edit must be seen.
"""

from __future__ import annotations

from datetime import timedelta

from comment_case import comment
from site_case import NOON, codes
from sitegen.model.comments.file import comment_bytes
from sitegen.model.visibility import Showing
from stale_case import SECOND, built, layout, rebuilt, warm
from warm_edits import DRAWING, PHOTOGRAPHS, SETTINGS
from warm_site import WarmSite

__all__ = ["built", "warm"]


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


def test_a_title_on_pages_that_show_it_as_the_next_one_alone(warm: WarmSite) -> None:
    beside = "{% set beside = site.neighbours(page.entry) %}"
    shown = "{% for one in (beside.older, beside.newer) if one %}<p>{{ one.title }}</p>{% endfor %}"
    warm.lay("layouts/post.html", layout(beside + shown))
    warm.build()
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    assert {"blog/anker/index.html", "blog/dritter/index.html"} <= set(rebuilt(warm).changes.changed)


def test_a_title_in_a_text_that_names_the_post(warm: WarmSite) -> None:
    """Nothing else on that page has changed."""
    warm.case.edit("content/kontakt.md", "Hier.", 'Siehe {{ post "anker" }}.')
    warm.build()
    warm.case.edit("content/blog/2026-01-02-anker.md", "title: Anker", "title: Kette")
    assert "kontakt/index.html" in rebuilt(warm).changes.changed
    assert "Kette" in warm.case.html("kontakt/index.html")


def test_other_words_leave_alone_what_holds_none_of_them(warm: WarmSite) -> None:
    """The sitemap, and pages beside whose text nobody shows the post; on the way back, too."""
    for old, new in (("Ein dritter", "Noch ein dritter"), ("title: Dritter", "title: Dritter Text")):
        warm.case.edit("content/blog/2026-05-05-dritter.md", old, new)
        changed = set(rebuilt(warm).changes.changed)
        assert {"blog/dritter/index.html", "feed.xml"} <= changed
        assert not {"sitemap.xml", "kontakt/index.html", "leistungen/fest/index.html"} & changed
    warm.case.edit("content/blog/2026-05-05-dritter.md", "title: Dritter Text", "title: Dritter")
    rebuilt(warm)


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


def test_a_body_in_the_feed_of_which_nothing_else_is_another(warm: WarmSite) -> None:
    """Neither what it begins with nor how long it takes to read."""
    warm.case.edit(SECOND, "anker.md).\n", "anker.md).\n\n## Mehr\n\nNoch ein Absatz.\n")
    rebuilt(warm)
    warm.case.edit(SECOND, "Noch ein Absatz", "Ein neuer Absatz")
    assert set(rebuilt(warm).changes.changed) == {"blog/zweiter/index.html", "feed.json", "feed.xml", "rss.xml"}


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


def test_a_page_in_the_navigation_moves(warm: WarmSite) -> None:
    """Nothing else on the page that leads there has changed."""
    warm.lay("site.yaml", f"{SETTINGS}navigation:\n  - {{title: Kontakt, page: kontakt.md}}\n")
    warm.build()
    warm.case.edit("content/kontakt.md", "title: Kontakt", "title: Kontakt\nslug: schreiben")
    assert "ueber/index.html" in rebuilt(warm).changes.changed
    assert 'href="/schreiben/"' in warm.case.html("ueber/index.html")


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


def test_a_picture_that_a_body_begins_to_show(warm: WarmSite) -> None:
    """The head is what it was, and nothing else of the site knows of it."""
    text = "---\ntitle: Kontakt\nsummary: So finden Sie uns.\n---\n## Weg\n\nHier.\n"
    warm.lay("content/pictures/bild.svg", DRAWING % 50)
    warm.lay("content/kontakt.md", text)
    rebuilt(warm)
    warm.lay("content/kontakt.md", f"{text}\n![Bild](bild.svg)\n")
    assert "kontakt/index.html" in rebuilt(warm).changes.changed


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


def test_code_with_colours_and_without(warm: WarmSite) -> None:
    """Only colours can be missing for a language that nobody knows."""
    warm.lay("content/code.md", "---\ntitle: Code\n---\n```pytho\nx = 1\n```\n\n```python\nx = 1\n```\n")
    for setting, coloured, told in (("ja", 1, 1), ("nein", 0, 0), ("ja", 1, 1)):
        warm.lay("site.yaml", f"{SETTINGS}markdown: {{highlight: {setting}}}\n")
        found = codes(rebuilt(warm))
        assert warm.case.html("code/index.html").count('class="highlight"') == coloured
        assert found.count("SG271") == told


def test_the_key_of_the_forms(warm: WarmSite) -> None:
    warm.lay("content/kontakt.md", "---\ntitle: Kontakt\nform: contact\n---\n## Weg\n\nHier.\n")
    warm.lay("content/datenschutz.md", "---\ntitle: Datenschutz\n---\nText.\n")
    warm.lay("site.yaml", SETTINGS + "delivery: {provider: inbox, address: 'https://e.example.org/', site: test}\n")
    for key in (b"", b"x" * 32, b"y" * 32, b""):
        warm.ask(form_key=key)
        rebuilt(warm)


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
