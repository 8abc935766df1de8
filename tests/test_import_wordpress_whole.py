"""Whole exports as WordPress writes them, of our own writing: everything in them is somewhere, or is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from import_case import ImportCase, case
from wordpress_case import POST
from wxr import HOST, attachment, author, comment, item

__all__ = ["case"]

EXPORTS = sorted(Path(__file__).parent.glob("exports/*.xml"))
SECRETS = (b"geheim.example", b"203.0.113", b"2001:db8", b"Geheimrat", b"Herrn Schulz", b"Mozilla")


def leaks(case: ImportCase) -> list[str]:
    """The files in which something stands that nobody wrote for the site."""
    return [path for path in case.sums() if any(secret in (case.root / path).read_bytes() for secret in SECRETS)]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.stem)
def test_a_whole_export_builds_keeps_its_secrets_and_changes_nothing_twice(case: ImportCase, export: Path) -> None:
    told = case.take_files(str(export))
    assert told.code == 0, told.err
    assert case.errors() == []
    assert leaks(case) == []
    before = case.sums()
    assert "Nichts zu tun: Alles ist schon so da." in case.take_files(str(export)).out
    assert case.sums() == before


def test_what_people_have_ordered_or_sent_stays_in_wordpress(case: ImportCase) -> None:
    kinds = ("shop_order", "shop_order_placehold", "nf_sub", "wc_booking", "flamingo_inbound", "sureforms_entry")
    orders = [item(10 + place, title="Geheimrat", kind=kind) for place, kind in enumerate(kinds)]
    paid = item(30, title="Geheimrat", kind="etwas", status="wc-completed")
    told = case.take(item(), *orders, paid, item(31, title="Termin", slug="termin", kind="tribe_events"))
    assert "weil es Angaben Ihrer Kunden enthalten kann: 2 Bestellungen, 2 Formularnachrichten, 1 Buchung" in told.out
    assert case.paths("content/tribe-events") == ["content/tribe-events/termin.md"]
    assert leaks(case) == []
    case.take(item(32, title="Beleg", slug="beleg", kind="journal_entry"), options=("--pages", "journal_entry"))
    assert case.paths("content/journal-entry") == ["content/journal-entry/beleg.md"]


def test_nobody_goes_by_an_e_mail_address(case: ImportCase) -> None:
    login = "ina.sommer@geheim.example"
    said = [comment(1, name=login, user=1), comment(2, name="kundin@geheim.example")]
    told = case.take(item(writer=login, comments=said), authors=author(login, login))
    assert "Beiträge stehen unter „Ina Sommer“. Ein richtiger Name geht mit --author" in told.out
    assert case.value("content/authors/ina-sommer.md", "title") == "Ina Sommer"
    assert leaks(case) == []
    assert case.errors() == []
    page = case.main("blog/rechnungen/index.html").text()
    assert "Ina Sommer" in page
    assert "Ohne Namen" in page
    assert "/author/ina-sommergeheim-example/;author:ina-sommer" in case.text("content/data/old-urls.csv")
    case.take(item(writer=login), authors=author(login, login), options=("--author", "Ina Sommer-Beck"))
    assert case.value("content/authors/ina-sommer.md", "title") == "Ina Sommer-Beck"


def test_remarks_of_editors_are_no_comments(case: ImportCase) -> None:
    said = [
        comment(1, text="Herrn Schulz fragen", kind="note"),
        comment(2, kind="order_note"),
        comment(3, kind="review"),
    ]
    told = case.take(item(comments=said))
    assert len(case.paths("content/comments")) == 1
    assert "Nicht übernommen, weil nur für Sie bestimmt: 2 Vermerke" in told.out
    assert leaks(case) == []


def test_no_file_of_the_media_library_goes_untold(case: ImportCase) -> None:
    odd = (
        attachment(50, "x.jpg", title="Ohne Adresse")
        .replace(f"{HOST}/wp-content/uploads/x.jpg", "")
        .replace("x.jpg", "")
    )
    far = attachment(51, "y.jpg").replace(f"{HOST}/wp-content/uploads/y.jpg", "https://cdn.example/lager/y.jpg?v=2")
    own = attachment(52, "2012/z.jpg", title="Regal").replace("/wp-content/uploads/", "/files/")
    own = own.replace("<![CDATA[]]></content", "<![CDATA[Eine Beschreibung]]></content")
    own = own.replace("</wp:is_sticky>\n", f"</wp:is_sticky>\n{comment(9)}")
    shown = f'<img src="{HOST}/files/2012/z-300x200.jpg" alt="z">'
    told = case.take(item(content=shown), odd, far.replace("<![CDATA[y.jpg]]></wp:meta", "<![CDATA[]]></wp:meta"), own)
    assert "„Ohne Adresse“ (der Export nennt keine Adresse)" in told.out
    assert "lager/y.jpg" in told.out
    assert "../pictures/2012/z.jpg" in case.body("content/blog/2019-03-01-rechnungen.md")
    assert "weggelassen sind die von: „Regal“." in told.out
    assert "weggelassen: 1 Kommentar, zu „Regal“." in told.out
    old = case.text("content/data/old-urls.csv")
    for address in ("/datei-50/", "/datei-51/", "/datei-52/", "/files/2012/z.jpg", "/?attachment_id=50"):
        assert f"\n{address};" in old


def test_what_page_builders_say_in_values_is_to_be_read(case: ImportCase) -> None:
    team = f"{HOST}/wp-content/uploads/2019/03/team.jpg"
    told = case.take(
        item(
            content=(
                f'[vc_row css="a"][vc_custom_heading text="Unsere &quot;Preise&quot;"][vc_btn title="Anfragen" '
                f'link="url:https%3A%2F%2Fwww.buero-alt.example%2F|title:x"][/vc_row]'
                f'[et_pb_blurb title="Schnell" image="{team}"]'
                f"Sofort.[/et_pb_blurb][fusion_imageframe]{team}[/fusion_imageframe] So [av_icon_box title='Neu'] "
                'geht das. [tab title="Eins"]Innen[/tab]\n[sourcecode language="css"]a &gt; b { }[/sourcecode]'
            )
        )
    )
    visible = re.sub(r"<!--.*?-->\s*", "", case.body(POST))
    assert visible == (
        '### Unsere "Preise"\n\n[Anfragen](/)\n\n![](../pictures/2019/03/team.jpg)\n\n### Schnell\n\nSofort.\n\n'
        "![](../pictures/2019/03/team.jpg)\n\nSo\n\n### Neu\n\ngeht das.\n\n### Eins\n\nInnen\n\n```\na > b { }\n```"
    )
    assert "[av_icon_box], [et_pb_blurb], [tab], [vc_btn], [vc_custom_heading], [vc_row]" in told.out
    assert case.errors() == []


def test_a_poster_and_a_picture_in_sizes_alone_are_not_silent(case: ImportCase) -> None:
    uploads = f"{HOST}/wp-content/uploads/2019/03"
    told = case.take(
        item(
            content=(
                f'<video src="{uploads}/film.mp4" poster="{uploads}/standbild.jpg"></video>'
                f'<img srcset="{uploads}/foto-300x200.jpg 300w, {uploads}/foto.jpg 900w" alt="Foto">'
            )
        )
    )
    assert "Das Standbild eines Films ist weggelassen" in told.out
    assert "![Foto](../pictures/2019/03/foto.jpg)" in case.body(POST)


WIDGETS = [
    {"elType": "widget", "widgetType": "heading", "settings": {"title": "Wir", "header_size": "h3"}},
    {
        "elType": "section",
        "settings": {"html_tag": "section"},
        "elements": [
            {
                "widgetType": "text-editor",
                "settings": {"editor": f'<p>Absatz mit <a href="{HOST}/seite/">Seite</a></p>', "align": "center"},
            },
            {"widgetType": "image", "settings": {"image": {"url": f"{HOST}/wp-content/uploads/2019/03/team.jpg"}}},
            {"widgetType": "accordion", "settings": {"tabs": [{"tab_title": "Frage", "tab_content": "Antwort"}]}},
            {"widgetType": "form", "settings": {"email_to": "geheim@geheim.example"}},
            {"widgetType": "wetter", "settings": {}},
        ],
    },
]


def test_a_page_that_only_elementor_holds_is_read(case: ImportCase) -> None:
    page = item(2, kind="page", title="Seite", slug="seite", content="", meta={"_elementor_data": json.dumps(WIDGETS)})
    told = case.take(item(content="", meta={"_elementor_data": json.dumps(WIDGETS)}), page)
    assert case.body(POST) == (
        "### Wir\n\nAbsatz mit [Seite](../seite.md)\n\n![](../pictures/2019/03/team.jpg)\n\n### Frage\n\nAntwort"
    )
    assert "füllt: Formular, wetter" in told.out
    assert leaks(case) == []
    case.take(item(3, slug="drei", content="<p>Da</p>", meta={"_elementor_data": json.dumps(WIDGETS)}))
    assert case.body("content/blog/2019-03-01-drei.md") == "Da", "what WordPress shows counts"


def test_an_empty_page_is_never_silent(case: ImportCase) -> None:
    odd = {"_elementor_data": "[{kaputt", "mfn-page-items": "YToxOn"}
    told = case.take(
        item(content="", meta={"_bricks_page_content_2": "a:1:{}"}),
        item(2, title="Zwei", slug="zwei", content="&nbsp;<p></p>"),
        item(3, title="Drei", slug="drei", content="", meta=odd),
    )
    assert "Ist leer: Bricks hat den Inhalt in einer Form gespeichert, die nur Bricks lesen kann." in told.out
    assert "Ist leer: BeTheme hat den Inhalt" in told.out
    assert "„Zwei“: content/blog/2019-03-01-zwei.md\n    – War leer." in told.out
    assert case.errors() == []


def test_footnotes_and_own_fields_are_not_lost_in_silence(case: ImportCase) -> None:
    mark = '<sup data-fn="a-b" class="fn"><a id="a-b-link" href="#a-b">1</a></sup>'
    note = json.dumps([{"id": "a-b", "content": "Nachzulesen im <em>Gesetz</em>."}])
    told = case.take(
        item(
            content=f"<!-- wp:paragraph --><p>Satz{mark}.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->",
            meta={
                "footnotes": note,
                "untertitel": "Zwei Worte",
                "_intern": "Noch zwei",
                "farbe": "rot",
                "enclosure": f"{HOST}/a.mp3\n9",
            },
        )
    )
    assert case.body(POST) == "Satz[^1].\n\n[^1]: Nachzulesen im *Gesetz*."
    assert "in eigenen Feldern neben dem Text stand, ist nicht übernommen: untertitel, enclosure" in told.out
    assert "intern" not in told.out
    sound = item(2, slug="zwei", content=f'<a href="{HOST}/a.mp3">Hören</a>', meta={"enclosure": f"{HOST}/a.mp3\n9"})
    assert "eigenen Feldern" not in case.take(sound).out
    assert case.errors() == []


def test_patterns_keep_the_words_that_a_text_has_put_into_them(case: ImportCase) -> None:
    named = '<!-- wp:paragraph {"metadata":{"name":"Über"}} -->\n<p class="a">Alt</p>\n<!-- /wp:paragraph -->'
    own = json.dumps({"ref": 60, "content": {"Über": {"content": "Neu"}, "Weg": {"content": "Ohne Ort"}}})
    told = case.take(
        item(content=f'<!-- wp:block {own} /--><!-- wp:block {{"ref":60}} /--><!-- wp:block {{"ref":61}} /-->'),
        item(60, kind="wp_block", content=f'{named}<!-- wp:paragraph --><p>[foo_bar a="b"]</p><!-- /wp:paragraph -->'),
        item(62, kind="wp_block", title="Öffnungszeiten", content=named),
    )
    assert "die wiederverwendbaren Blöcke mit den Namen „Öffnungszeiten“." in told.out
    assert "[foo_bar]" in told.out
    assert re.sub(r"<!--.*?-->\s*", "", case.body(POST)) == "Neu\n\nAlt\n\n"
    assert "eigene Worte, die nicht übernommen sind: Ohne Ort" in told.out
    assert "Ein wiederverwendbarer Block steht nicht im Export: Nr. 61" in told.out


def test_tables_of_a_plugin_stand_where_texts_name_them(case: ImportCase) -> None:
    rows = json.dumps([["Was", "Preis"], ["<b>Ablage</b>", "38 €"]])
    number = "_tablepress_export_table_id"
    told = case.take(
        item(content='Vorher [table id=3 /] nachher\n\n[table id="4" /]\n\n[table]'),
        item(70, kind="tablepress_table", title="Preise", content=rows, meta={number: "3"}),
        item(71, kind="tablepress_table", title="Zeiten", content=rows, meta={number: "5"}),
        item(72, kind="tablepress_table", title="Kaputt", content="{", meta={number: "4"}),
    )
    table = "| Was | Preis |\n| --- | --- |\n| **Ablage** | 38 € |"
    assert case.body(POST) == f"Vorher\n\n{table}\n\nnachher\n\n<!-- [table] -->"
    assert "Eine Tabelle steht nicht im Export: Nr. 4" in told.out
    assert "die Tabellen mit den Namen „Zeiten“." in told.out
    assert case.errors() == []
