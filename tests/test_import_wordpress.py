"""Moving in from WordPress, through the front door: an export goes in, a site that builds comes out."""

from __future__ import annotations

import os
import re

import pytest

from import_case import ImportCase, case
from wordpress_case import POST
from wxr import HOST, author, category, comment, item

__all__ = ["case"]


def test_a_post_becomes_a_file_and_the_report_names_it(case: ImportCase) -> None:
    told = case.take(item(excerpt="Ein <b>Auszug</b>"))
    assert told.code == 0, told.err
    assert told.out.rstrip().endswith("1 Beitrag übernommen, 0 mit Hinweis, 0 verloren.")
    assert "Ohne Hinweis:\n  „Rechnungen“\n" in told.out
    assert "- „Rechnungen“: content/blog/2019-03-01-rechnungen.md\n" in case.text("import-bericht.md")
    assert case.value(POST, "date") == "2019-03-01 09:30"
    assert case.value(POST, "author") == "eva-mueller"
    assert case.value(POST, "summary") == "Ein Auszug"
    assert case.body(POST) == "Ein Text."
    assert case.errors() == []
    assert "Ein Text." in case.html("blog/rechnungen/index.html")


@pytest.mark.parametrize(
    ("status", "date", "draft", "hint"),
    [
        ("publish", "2019-03-01 09:30:00", False, ""),
        ("future", "2030-03-01 09:30:00", False, "(erscheint am 01.03.2030)"),
        ("draft", "2019-03-01 09:30:00", True, "(Entwurf)"),
        ("pending", "2019-03-01 09:30:00", True, "Wartete auf Freigabe"),
        ("private", "2019-03-01 09:30:00", True, "War privat"),
        ("wc-neu", "2019-03-01 09:30:00", True, "den Zustand „wc-neu“"),
    ],
)
def test_a_status_stays_what_it_was(case: ImportCase, status: str, date: str, draft: bool, hint: str) -> None:  # noqa: FBT001
    told = case.take(item(status=status, date=date))
    path = f"content/blog/{date[:10]}-rechnungen.md"
    assert (case.value(path, "draft") == "true") is draft
    assert hint in told.out
    assert case.errors() == []


def test_a_password_is_a_draft_with_a_note_and_goes_nowhere(case: ImportCase) -> None:
    told = case.take(item(password="streng-geheim"))
    assert "1 Beitrag übernommen, 1 mit Hinweis, 0 verloren." in told.out
    assert case.value(POST, "draft") == "true"
    assert not any("streng-geheim" in (case.root / path).read_text("utf-8", "replace") for path in case.sums())


def test_trash_and_workings_are_left_out_and_told(case: ImportCase) -> None:
    told = case.take(
        item(1, title="Müll", status="trash", comments=[comment(1)]),
        item(2, title="Automatisch", status="auto-draft"),
        item(3, kind="revision", status="inherit"),
        item(4, kind="nav_menu_item"),
    )
    assert case.paths("content/blog") == []
    assert "„Müll“\n    – Lag im Papierkorb" in told.out
    assert "Seine Kommentare sind mit ihm weggelassen, an der Zahl 1" in told.out
    assert "1 frühere Fassung" in told.out
    assert "0 Beiträge übernommen, 0 mit Hinweis, 0 verloren." in told.out


def test_odd_posts_all_have_a_place(case: ImportCase) -> None:
    told = case.take(
        item(1, title="Über Büros", slug="%c3%bcber-b%c3%bcros"),
        item(2, title="Doppelt", slug="doppelt"),
        item(3, title="Doppelt", slug="doppelt"),
        item(4, title="", slug="", date="0000-00-00 00:00:00", status="draft"),
        item(5, title="Ohne Namen", slug=""),
        item("", title="Ohne Nummer", slug="ohne-nummer"),
        item(5, title="Nummer doppelt", slug="nummer-doppelt"),
        item(6, title="Archiv", slug="archiv"),
        item(7, title="2019 in Zahlen", slug="2019-01-zahlen"),
        item(8, title="日本語", slug="%e6%97%a5%e6%9c%ac"),
    )
    assert "10 Beiträge übernommen" in told.out
    names = {path.rpartition("/")[2] for path in case.paths("content/blog")}
    assert {
        "2019-03-01-ueber-bueros.md",
        "2019-03-01-doppelt.md",
        "2019-03-01-doppelt-2.md",
        "2019-03-01-ohne-namen.md",
        "2019-03-01-ohne-nummer.md",
        "2019-03-01-nummer-doppelt.md",
        "2019-03-01-archiv-2.md",
        "2019-03-01-2019-01-zahlen.md",
    } <= names
    assert case.errors() == []


def test_pages_keep_their_tree_and_own_pages_stay(case: ImportCase) -> None:
    case.write("content/impressum.md", "---\ntitle: Impressum\n---\nMeins\n")
    told = case.take(
        item(1, kind="page", title="Kind", slug="kind", parent=2),
        item(2, kind="page", title="Eltern", slug="eltern", parent=1),
        item(3, kind="page", title="Impressum", slug="impressum", content="<p>Alt</p>"),
        item(4, kind="page", title="Blog", slug="blog", content="<p>Willkommen</p>"),
        item(5, kind="page", title="Start", slug="start", link=f"{HOST}/"),
        item(6, kind="page", title="Nicht gefunden", slug="404"),
        item(7, kind="page", title="Unter Leistungen", slug="texte", parent=8),
        item(8, kind="page", title="Dienste", slug="services"),
    )
    assert case.text("content/impressum.md").endswith("Meins\n")
    assert case.value("content/impressum-wordpress.md", "draft") == "true"
    assert "content/impressum.md); der alte Text liegt als Entwurf daneben" in told.out
    assert case.value("content/eltern/kind.md", "title") == "Kind"
    assert case.value("content/index.md", "title") == "Start"
    assert case.body("content/blog/index.md") == "Willkommen"
    assert case.value("content/services-seiten/texte.md", "title") == "Unter Leistungen"
    assert "8 Seiten übernommen" in told.out
    assert case.errors() == []


def test_other_types_are_offered_as_pages(case: ImportCase) -> None:
    things = (item(1, kind="portfolio", title="Projekt", slug="projekt"),)
    told = case.take(*things)
    assert case.value("content/portfolio/projekt.md", "draft") == "true"
    assert "„--pages portfolio“ veröffentlicht sie" in told.out
    case.take(*things, options=("--pages", "portfolio"))
    assert case.value("content/portfolio/projekt.md", "draft") == ""
    case.take(*things)
    assert case.value("content/portfolio/projekt.md", "draft") == "", "what was said once holds"
    assert "Ist auf Ihren Wunsch weggelassen." in case.take(*things, options=("--without", "portfolio")).out


def test_categories_tags_and_what_search_engines_read(case: ImportCase) -> None:
    case.take(
        item(
            excerpt="Mein Auszug",
            terms=[
                ("category", "allgemein", "Allgemein"),
                ("category", "buero", "Büro &amp; mehr"),
                ("post_tag", "e-mail", "E-Mail: gut, schnell"),
                ("post_tag", "stern", "★"),
                ("post_format", "post-format-quote", "Zitat"),
            ],
            meta={
                "_yoast_wpseo_title": "%%title%% %%page%% %%sep%% Angebot %%sep%% %%sitename%%",
                "_yoast_wpseo_metadesc": "Alles über %%title%%",
            },
        ),
        head=category("allgemein", "Allgemein") + category("buero", "Büro & mehr", number=2, description="Text dazu"),
    )
    assert case.value(POST, "category") == "Büro & mehr"
    assert "- Allgemein\n  - 'E-Mail: gut, schnell'\n" in case.text(POST)
    assert case.value(POST, "search_title") == "Rechnungen – Angebot"
    assert case.value(POST, "summary") == "Alles über Rechnungen"
    assert case.errors() == []
    assert "<title>Rechnungen – Angebot – Büro Neu</title>" in " ".join(case.html("blog/rechnungen/index.html").split())
    report = case.text("import-bericht.md")
    for told in ("Der Auszug war: Mein Auszug", "sie sind weggelassen: ★", "weggelassen sind die von: „Büro & mehr“"):
        assert told in report


@pytest.mark.parametrize(
    ("meta", "title", "summary"),
    [
        ({"rank_math_title": "%title% %sep% %sitename%", "rank_math_description": "Kurz: %excerpt%"}, "", "Kurz:"),
        ({"rank_math_title": "Ganz anders"}, "Ganz anders", ""),
        ({"_aioseo_title": "#post_title | Neu", "_aioseo_description": "Nr. #1"}, "Rechnungen | Neu", "Nr. #1"),
    ],
)
def test_other_plugins_for_search_engines(case: ImportCase, meta: dict[str, str], title: str, summary: str) -> None:
    case.take(item(meta=meta))
    assert (case.value(POST, "search_title"), case.value(POST, "summary")) == (title, summary)


def test_admin_gets_a_name_once(case: ImportCase) -> None:
    nameless = author("admin", "admin")
    told = case.take(item(writer="admin"), authors=nameless, options=("--author", "Eva Müller"))
    assert "Beiträge von „admin“ stehen jetzt unter „Eva Müller“." in told.out
    assert case.value("content/authors/eva-mueller.md", "title") == "Eva Müller"
    before = case.sums()
    case.take(item(writer="admin"), authors=nameless)
    assert case.sums() == before
    case.write("site.yaml", case.text("site.yaml") + "business:\n  owner: Ina Beck\n")
    case.take(item(2, slug="zwei", writer="root"), authors=author("root", "root"))
    assert case.value("content/blog/2019-03-01-zwei.md", "author") == "ina-beck"


def test_comments_keep_threads_and_lose_what_is_nobodys_business(case: ImportCase) -> None:
    told = case.take(
        item(
            comments=[
                comment(1, text="Gut!\n\nSehr <strong>gut</strong>, anna@privat.example"),
                comment(2, parent=1, name="Eva Müller", user=1),
                comment(3, parent=2, name="Anna K."),
                comment(4, approved="0", name="Neu"),
                comment(5, approved="spam"),
                comment(6, approved="trash"),
                comment(7, kind="pingback", name="Ein Blog", website="https://blog.example/x"),
                comment(8, kind="trackback", name="Noch einer", website="https://blog.example/y"),
                comment(9, parent=5, name="Auf Spam"),
            ]
        ),
        item(2, kind="page", title="Seite", slug="seite", comments=[comment(20, name="Auf Seite")]),
    )
    assert "Kommentare: 5 freigegeben, 1 noch offen, 1 Pingback, 1 Trackback." in told.out
    assert "Weggelassen: 1 Spam, 1 aus dem Papierkorb." in told.out
    assert len(case.paths("content/comments/rechnungen")) == 6
    assert len(case.paths("content/comments/_pending/rechnungen")) == 1
    assert "/content/comments/_pending/" in case.text(".gitignore")
    everything = "".join((case.root / path).read_text("utf-8", "replace") for path in case.sums())
    for secret in ("anna@privat.example", "203.0.113.77", "Mozilla", "geheim@"):
        assert secret not in everything
    assert case.errors() == []
    page = case.page("blog/rechnungen/index.html")
    assert len(page.css(".comment-list article.comment")) == 4
    assert len(page.css(".comment-answers .comment-answers article.comment")) == 1
    assert len(page.css(".comment-of-owner")) == 1
    assert "Ein Blog" in page.css(".comment-mentions")[0].text()
    assert "Auf Seite" in case.main("seite/index.html").text()


@pytest.mark.skipif("SITEGEN_THEME_TEST_DATA" not in os.environ, reason="needs WordPress' theme test data")
def test_the_public_theme_test_data(case: ImportCase) -> None:
    told = case.take_files(os.environ["SITEGEN_THEME_TEST_DATA"])
    assert re.search(r"58 Beiträge übernommen, \d+ mit Hinweis, 0 verloren\.", told.out)
    assert re.search(r"21 Seiten übernommen, \d+ mit Hinweis, 0 verloren\.", told.out)
    assert "3 noch offen, 2 Pingbacks, 2 Trackbacks." in told.out
    before = case.sums()
    case.take_files(os.environ["SITEGEN_THEME_TEST_DATA"])
    assert case.sums() == before
    assert case.errors() == []
    pages = [path.read_text("utf-8") for path in case.out.rglob("*.html")]
    assert sum(len(re.findall(r'<article class="comment[ "]', page)) for page in pages) == 25
