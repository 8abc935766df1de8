"""Moving in from WordPress, through the front door: an export goes in, a site that builds comes out."""

from __future__ import annotations

import base64
import contextlib
import gzip
import io
import os
import re
import threading
import tracemalloc
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

import wxr
from import_case import ImportCase, case
from sitegen.importers.wordpress.reading import open_exports
from sitegen.importers.wordpress.survey import survey
from wxr import HOST, attachment, author, category, comment, export, item

__all__ = ["case"]

UPLOADS = f"{HOST}/wp-content/uploads"
POST = "content/blog/2019-03-01-rechnungen.md"
LONG = "Der ganze Bericht steht in import-bericht.md."


def picture(folder: Path, upload: str) -> Path:
    path = folder / upload
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), (200, 100, 50)).save(path)
    return path


# -- posts and pages


def test_a_post_becomes_a_file_and_the_report_names_it(case: ImportCase) -> None:
    told = case.take(item(excerpt="Ein <b>Auszug</b>"))
    assert told.code == 0, told.err
    assert told.out.rstrip().endswith("1 Beitrag übernommen, 0 mit Hinweis, 0 verloren.")
    assert "„Rechnungen“\n      content/blog/2019-03-01-rechnungen.md" in told.out
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
    assert "„Müll“\n      – Lag im Papierkorb" in told.out
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
    assert "content/impressum.md); der Text aus WordPress liegt als Entwurf daneben" in told.out
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


# -- what is in a text


def test_classic_text_has_its_paragraphs(case: ImportCase) -> None:
    case.take(
        item(content="Erster Absatz,\nzweite Zeile.\n\nZweiter [sic] Absatz.\n<h3>Titel</h3>\nMehr<!--more--> davon")
    )
    assert case.body(POST) == ("Erster Absatz,\\\nzweite Zeile.\n\nZweiter [sic] Absatz.\n\n### Titel\n\nMehr\n\ndavon")


def test_links_lead_to_where_things_are_now(case: ImportCase) -> None:
    told = case.take(
        item(
            content=(
                f'<p><a href="{HOST}/?p=2">a</a> <a href="http://buero-alt.example/zwei/#x">b</a> '
                f'<a href="/seite/">c</a> <a href="{HOST}/category/buero/">d</a> <a href="{HOST}/weg/">Tot</a> '
                f'<a href="{HOST}/entwurf/">Später</a> <a href="https://anderswo.example/x">e</a> '
                f'<a href="{HOST}/author/eva/">f</a> <a href="{HOST}">g</a> <a href="mailto:a@b.example">h</a></p>'
            ),
        ),
        item(2, title="Zwei", slug="zwei", terms=[("category", "buero", "Büro")]),
        item(3, title="Seite", slug="seite", kind="page"),
        item(4, title="Entwurf", slug="entwurf", status="draft"),
        head=category("buero", "Büro"),
    )
    assert case.body(POST) == (
        "[a](2019-03-01-zwei.md) [b](2019-03-01-zwei.md) [c](../seite.md) [d](/blog/kategorie/buero/) Tot Später "
        "[e](https://anderswo.example/x) [f](/blog/von/eva-mueller/) [g](/) [h](mailto:a@b.example)"
    )
    assert "nur seine Wörter sind geblieben: Tot (https://www.buero-alt.example/weg/)" in told.out
    assert "Ein Verweis führt zu einem Entwurf und ist deshalb nur Text: „Entwurf“" in told.out
    assert case.errors() == []


PICTURES = (
    item(
        1,
        content=(
            f'<p><img class="size-medium" src="{UPLOADS}/2019/03/foto-300x200.jpg"></p>'
            f'[caption id="a" align="alignleft" width="300"]<a href="{UPLOADS}/2019/03/tisch.png">'
            f'<img src="https://i0.wp.com/www.buero-alt.example/wp-content/uploads/2019/03/tisch-scaled.png?resize=1"></a>'
            ' Mein <em>Tisch</em>[/caption]\n[gallery ids="50,51,99"]\n\n'
            f'<a href="{UPLOADS}/2019/03/preise.pdf">Preise</a>'
        ),
        meta={"_thumbnail_id": "50"},
    ),
    attachment(50, "2019/03/foto.jpg", alt="Ein Foto", caption="Unterschrift"),
    attachment(51, "2019/03/tisch.png"),
    attachment(52, "2019/03/preise.pdf"),
    attachment(53, "2020/01/ungenutzt.jpg"),
)


def test_pictures_come_from_the_uploads(case: ImportCase, tmp_path: Path) -> None:
    uploads = tmp_path / "sicherung"
    for name in ("2019/03/foto.jpg", "2019/03/tisch.png", "2020/01/ungenutzt.jpg"):
        picture(uploads / "wp-content/uploads", name)
    (uploads / "wp-content/uploads/2019/03/preise.pdf").write_bytes(b"%PDF-1.4 Preise")
    told = case.take(*PICTURES, options=("--uploads", str(uploads)))
    assert "Bilder und Dateien: 4 übernommen, 0 nicht gefunden." in told.out
    assert case.body(POST) == (
        "![Ein Foto](../pictures/2019/03/foto.jpg)\n\n"
        '![](../pictures/2019/03/tisch.png "Mein Tisch")\n\n'
        '![Ein Foto](../pictures/2019/03/foto.jpg "Unterschrift")\n\n'
        "![](../pictures/2019/03/tisch.png)\n\n"
        "[Preise](/wp-content/uploads/2019/03/preise.pdf)"
    )
    assert "  src: ../pictures/2019/03/foto.jpg\n  alt: Ein Foto\n" in case.text(POST)
    assert "Eine Galerie nennt Bilder, die im Export nicht stehen: Nr. 99" in told.out
    assert case.errors() == []
    assert (case.out / "wp-content/uploads/2019/03/preise.pdf").read_bytes() == b"%PDF-1.4 Preise"
    assert (case.root / "content/pictures/2020/01/ungenutzt.jpg").is_file()


def test_missing_pictures_are_gaps_that_a_later_import_fills(case: ImportCase, tmp_path: Path) -> None:
    told = case.take(*PICTURES)
    assert "– 2019/03/foto.jpg, in „Rechnungen“" in told.out
    assert "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text: 2019/03/preise.pdf" in told.out
    assert case.errors() == []
    stand_in = (case.root / "content/pictures/2019/03/foto.jpg").read_bytes()
    real = picture(tmp_path / "uploads", "2019/03/foto-1024x768.jpg")
    case.take(*PICTURES, options=("--uploads", str(tmp_path / "uploads")))
    assert (case.root / "content/pictures/2019/03/foto.jpg").read_bytes() == real.read_bytes() != stand_in


def test_a_broken_picture_is_a_gap(case: ImportCase, tmp_path: Path) -> None:
    whole = picture(tmp_path / "uploads", "2019/03/foto.jpg").read_bytes()
    (tmp_path / "uploads/2019/03/foto.jpg").write_bytes(whole[: len(whole) // 2])
    told = case.take(*PICTURES, options=("--uploads", str(tmp_path / "uploads")))
    assert "– 2019/03/foto.jpg" in told.out
    assert case.errors() == []


def test_shortcodes_of_builders_are_kept_out_of_sight_and_listed(case: ImportCase) -> None:
    told = case.take(
        item(
            content=(
                '[vc_row full="1"][vc_column]\nText darin\n[contact-form-7 id="5"]\n[/vc_column][/vc_row]\n\n'
                "[[gallery]] [1]"
            )
        )
    )
    body = case.body(POST)
    assert "Text darin" in body
    assert '<!-- [contact-form-7 id="5"] -->' in body
    assert '<!-- [vc_row full="1"] -->' in body
    assert "für Besucher meist unsichtbar: [contact-form-7], [vc_column], [vc_row]" in told.out
    assert case.errors() == []
    main = case.main("blog/rechnungen/index.html").text()
    assert "vc_row" not in main
    assert "[gallery] [1]" in main


def test_builders_that_write_a_page_on_one_line(case: ImportCase) -> None:
    raw = base64.b64encode(quote("<p>Eigenes <b>HTML</b></p>").encode()).decode()
    told = case.take(
        item(
            content=(
                '[et_pb_section fb="1"][et_pb_row][et_pb_text _v="4"]<h2>Titel</h2><p>Worte</p>[/et_pb_text]'
                f"[et_pb_text]Bloß Worte[/et_pb_text]"
                f'[et_pb_image src="{UPLOADS}/2019/03/foto.jpg" alt="Foto" /][/et_pb_row]'
                f'[/et_pb_section][vc_single_image image="50"][vc_raw_html]{raw}[/vc_raw_html] '
                'Preis: [preis id="3"] Euro'
            )
        ),
        attachment(50, "2019/03/tisch.jpg"),
    )
    visible = re.sub(r"<!--.*?-->", "", case.body(POST))
    assert "et_pb" not in visible.replace("\\", "")
    for words in (
        "## Titel",
        "Worte",
        "Bloß Worte",
        "Eigenes **HTML**",
        "tisch.jpg",
        "![Foto](../pictures/2019/03/foto.jpg)",
    ):
        assert words in visible
    assert 'Preis: [preis id="3"] Euro' in visible
    assert "[et_pb_row], [et_pb_section], [et_pb_text], [preis]" in told.out
    assert case.errors() == []


def test_blocks_are_read_and_what_only_wordpress_fills_is_told(case: ImportCase) -> None:
    told = case.take(
        item(
            content=(
                '<!-- wp:block {"ref":60} /-->\n<!-- wp:paragraph {"a":"b"} --><p>Absatz</p><!-- /wp:paragraph -->\n'
                '<!-- wp:latest-posts {"categories":"--"} /-->\n'
                f'<!-- wp:cover {{"url":"{UPLOADS}/2019/03/foto.jpg"}} -->'
                '<div class="wp-block-cover"><p>Darauf</p></div>'
                "<!-- /wp:cover --><!-- wp:html --><script>zaehle()</script>"
                '<iframe src="https://www.googletagmanager.com/ns.html?id=G"></iframe><!-- /wp:html -->'
            )
        ),
        item(
            60,
            kind="wp_block",
            content='<!-- wp:paragraph --><p>Baustein</p><!-- /wp:paragraph --><!-- wp:block {"ref":60} /-->',
        ),
    )
    assert case.body(POST) == "Baustein\n\nAbsatz\n\n![](../pictures/2019/03/foto.jpg)\n\nDarauf"
    assert "weil WordPress es erst beim Anzeigen füllt: latest-posts" in told.out
    assert "weil es Besucher zählt oder wiedererkennt: www.googletagmanager.com" in told.out
    assert "Ein Skript ist weggelassen" in told.out
    assert case.errors() == []


def test_embeds_are_shown_when_their_party_is_declared(case: ImportCase) -> None:
    content = "Ein Film:\n\nhttps://youtu.be/ex8fMxXJDJw\n\n[embed]https://vimeo.com/76979871[/embed]"
    told = case.take(item(content=content))
    assert "https://youtu.be/ex8fMxXJDJw" in case.body(POST)
    assert "    third_parties:\n        - use: vimeo\n        - use: youtube" in told.out
    assert case.errors() == []
    case.write("site.yaml", case.text("site.yaml") + "third_parties:\n  - use: youtube\n")
    case.take(item(content=content))
    assert '{{ youtube "ex8fMxXJDJw" title="Rechnungen" }}' in case.body(POST)
    assert "<https://vimeo.com/76979871>" in case.body(POST)


# -- comments


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


def test_what_was_decided_about_a_comment_stays_decided(case: ImportCase) -> None:
    said = item(comments=[comment(1, approved="0"), comment(2)])
    case.take(said)
    waiting = Path(case.paths("content/comments/_pending")[0])
    published = case.root / "content/comments/rechnungen" / waiting.name
    (case.root / waiting).rename(published)
    case.remove(str(next(Path(path) for path in case.paths("content/comments/rechnungen") if waiting.name not in path)))
    before = case.sums()
    (case.root / ".sitegen/imported.json").touch()
    case.take(said)
    assert case.sums() == before


# -- again


def test_a_second_import_changes_nothing(case: ImportCase) -> None:
    things = (*PICTURES, item(2, title="Zwei", slug="zwei", comments=[comment(1), comment(2, approved="0")]))
    case.take(*things)
    before = case.sums()
    told = case.take(*things)
    assert case.sums() == before
    assert "Nichts zu tun: Alles ist schon so da." in told.out


def test_own_edits_stay_and_new_posts_come(case: ImportCase) -> None:
    case.take(item(), item(2, title="Zwei", slug="zwei"), item(3, title="Drei", slug="drei"))
    case.edit(POST, "Ein Text.", "Mein Text.")
    (case.root / "content/blog/2019-03-01-zwei.md").rename(case.root / "content/blog/2019-03-01-umbenannt.md")
    case.remove("content/blog/2019-03-01-drei.md")
    told = case.take(
        item(content="<p>Neu in WordPress</p>"),
        item(2, title="Zwei", slug="zwei", content="<p>Neu</p>"),
        item(3, title="Drei", slug="drei"),
        item(4, title="Vier", slug="vier"),
    )
    assert case.body(POST) == "Mein Text."
    assert f"Von Ihnen geändert und deshalb nicht angerührt:\n  – {POST}" in told.out
    assert case.body("content/blog/2019-03-01-umbenannt.md") == "Ein Text."
    assert not (case.root / "content/blog/2019-03-01-drei.md").exists()
    assert "Seit dem letzten Import von Ihnen gelöscht: 1 Datei" in told.out
    assert case.body("content/blog/2019-03-01-vier.md") == "Ein Text."
    case.take(item(3, title="Drei", slug="drei"), options=("--restore",))
    assert case.body("content/blog/2019-03-01-drei.md") == "Ein Text."


def test_without_its_record_an_import_still_knows_its_files(case: ImportCase) -> None:
    case.take(item(), item(2, kind="page", title="Seite", slug="seite"))
    case.edit(POST, "Ein Text.", "Mein Text.")
    case.remove(".sitegen/imported.json")
    before = case.sums()
    case.take(item(), item(2, kind="page", title="Seite", slug="seite"))
    case.remove(".sitegen/imported.json")
    assert case.sums() == before


def test_two_parts_of_one_site_one_after_the_other(case: ImportCase) -> None:
    case.take(item())
    first = case.text("content/data/old-urls.csv")
    case.take(item(2, kind="page", title="Seite", slug="seite"))
    assert set(first.splitlines()) <= set(case.text("content/data/old-urls.csv").splitlines())
    assert case.errors() == []


# -- files that are not what they should be


WHOLE = export(
    item(1, title="Eins", slug="eins", content="vor ]]> nach"),
    item(2, title="Zwei", slug="zwei", content="<p>Ä &amp; Ö</p>"),
    item(3, title="Drei", slug="drei"),
)


def zipped(raw: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("export/teil.001.xml", raw)
        archive.writestr("__MACOSX/._teil.001.xml", b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(WHOLE.replace("http://wordpress", "https://wordpress").encode(), id="https"),
        pytest.param(re.sub(r"(</?)wp:", r"\1ns0:", WHOLE).replace("xmlns:wp", "xmlns:ns0").encode(), id="prefix"),
        pytest.param(b"\n<b>Notice</b>: in x.php\n" + WHOLE.encode(), id="notice"),
        pytest.param(WHOLE.replace("]]]]><![CDATA[>", "]]>").encode(), id="cdata"),
        pytest.param(WHOLE.replace("<wp:status>", "<x>&nbsp; &</x><wp:status>", 1).encode(), id="entity"),
        pytest.param(WHOLE.replace("</wp:status>", "", 1).encode(), id="unclosed"),
        pytest.param(WHOLE.replace("</item>", "", 1).encode(), id="item-unclosed"),
        pytest.param(WHOLE.replace("nach", "na\x08\x00ch").encode(), id="control"),
        pytest.param(WHOLE.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"), id="utf-16"),
        pytest.param(gzip.compress(WHOLE.encode()), id="gzip"),
        pytest.param(zipped(WHOLE.encode()), id="zip"),
        pytest.param(WHOLE.replace("/1.2/", "/1.0/").replace(">1.2<", ">1.0<").encode(), id="1.0"),
    ],
)
def test_what_was_meant_is_read(case: ImportCase, raw: bytes) -> None:
    told = case.take(raw)
    assert told.code == 0, told.err
    assert "3 Beiträge übernommen, 0 mit Hinweis, 0 verloren." in told.out
    assert case.body("content/blog/2019-03-01-eins.md") == "vor ]]> nach"
    assert case.body("content/blog/2019-03-01-zwei.md") == "Ä & Ö"


def test_bytes_that_are_no_letters_are_told(case: ImportCase) -> None:
    told = case.take(WHOLE.encode().replace("Ä".encode(), b"\xc4"))
    assert case.body("content/blog/2019-03-01-zwei.md") == "Ä & Ö"
    assert "falsch gespeichert und nach Möglichkeit als Umlaut gelesen: 1 Buchstabe." in told.out


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_file_that_breaks_off_loses_nothing_in_silence(case: ImportCase, pack: type[bytes]) -> None:
    raw = WHOLE.encode()
    whole = pack(raw)
    cut = whole[: whole.index(b"Drei") + 40] if pack is bytes else whole[:-300]
    told = case.take(cut)
    assert told.code == 1
    assert "bricht in Zeile" in told.out
    taken, lost = re.search(r"(\d) Beitr\S+ übernommen, \d mit Hinweis, (\d) verloren", told.out).groups()  # type: ignore[union-attr]
    assert int(taken) + int(lost) >= 1
    assert case.take(raw).code == 0
    assert len(case.paths("content/blog")) == 3


@pytest.mark.parametrize(
    ("raw", "code", "sentence"),
    [
        (b"", "SG680", "Sie ist leer."),
        (b"<!DOCTYPE html><html><body>500</body></html>", "SG680", "Es ist eine Webseite"),
        (b"<rss><channel><title>x</title></channel></rss>", "SG680", "Es ist ein Feed"),
        (bytes(range(256)), "SG680", "kein Export aus WordPress"),
        (b"PK\x03\x04kaputt", "SG684", "nicht auspacken"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "SG682",
            "export.xml:2",
        ),
        (b'\n<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]><rss>&a;', "SG682", "Entities"),
    ],
)
def test_what_is_no_export_is_refused_with_a_cure(case: ImportCase, raw: bytes, code: str, sentence: str) -> None:
    told = case.take(raw)
    assert told.code == 1
    assert told.err.startswith(code)
    assert sentence in told.err
    assert "→" in told.err
    assert case.paths("content") == []


def test_a_zip_without_an_export_and_paths_that_are_not_there(case: ImportCase, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("wp-config.php", "geheim")
    assert "keine XML-Datei" in case.take(stream.getvalue()).err
    assert case.take_files(str(tmp_path / "nicht-da.xml")).err.startswith("SG681")
    assert case.take(item(), options=("--uploads", str(tmp_path / "nicht-da"))).err.startswith("SG685")


def test_more_than_any_export_holds_is_refused(case: ImportCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.importers.wordpress.source.LARGEST", 1000)
    assert case.take(item()).err.startswith("SG683")


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


# -- fetching


def test_files_are_fetched_from_the_old_site_and_from_nobody_else(
    case: ImportCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture(tmp_path / "alt/wp-content/uploads", "2019/03/foto.jpg")
    (tmp_path / "alt/wp-content/uploads/2019/03/fehler.jpg").write_bytes(b"<html>404</html>")
    with served(tmp_path / "alt") as host:
        here = f"http://{host}"
        monkeypatch.setattr("wxr.HOST", here)
        things = (
            item(content=f'<img src="{here}/wp-content/uploads/2019/03/foto-300x200.jpg">', link=f"{here}/rechnungen/"),
            attachment(50, "2019/03/foto.jpg"),
            attachment(51, "2019/03/fehler.jpg"),
            attachment(52, "2019/03/weg.jpg"),
            attachment(53, "x").replace(f"{here}/wp-content/uploads/x", "http://127.0.0.2:1/wp-content/uploads/f.jpg"),
        )
        told = case.take(*things, host=here, options=("--download",))
        assert "fehler.jpg (kein lesbares Bild)" in told.err
        assert "weg.jpg (keine Antwort, oder eine Absage)" in told.err
        assert "http://127.0.0.2:1/wp-content/uploads/f.jpg (liegt nicht auf der alten Website)" in told.err
        assert case.body(POST) == "![](../pictures/2019/03/foto.jpg)"
        real = (tmp_path / "alt/wp-content/uploads/2019/03/foto.jpg").read_bytes()
        assert (case.root / "content/pictures/2019/03/foto.jpg").read_bytes() == real
    before = case.sums()
    assert "Nichts zu tun" in case.take(*things, host=here).out, "what was fetched once is there without asking again"
    assert case.sums() == before


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """A web server for files, on this machine; gives its host with the port."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_said: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


# -- large


def peak_of(path: Path, size: int) -> int:
    """Bytes of memory at most while an export of about `size` bytes is looked through and read again."""
    body = "<p>Ein Absatz von vielen.</p>\n" * 5000
    with path.open("w", encoding="utf-8") as file:
        head, tail = export("<!-- items -->").split("<!-- items -->")
        file.write(head)
        for number in range(size // len(body)):
            file.write(item(number + 1, slug=f"text-{number}", content=body))
        file.write(tail)
    opened = open_exports((path,))
    tracemalloc.start()
    try:
        assert len(survey(opened).items) == sum(1 for _ in opened.items())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.soak
@pytest.mark.parametrize("damage", [False, True], ids=["whole", "mended"])
def test_a_large_export_takes_no_more_memory_than_a_small_one(
    tmp_path: Path,
    damage: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if damage:
        monkeypatch.setattr("wxr._HEAD", "\n" + wxr._HEAD)
    large = 100 << 20 if "SITEGEN_SOAK" in os.environ else 12 << 20
    small = peak_of(tmp_path / "small.xml", 3 << 20)
    assert peak_of(tmp_path / "large.xml", large) < small + (4 << 20)
