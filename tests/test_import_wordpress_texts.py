"""What is in a text of WordPress: paragraphs, links, shortcodes, blocks and embeds become our Markdown."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote

from import_case import ImportCase, case
from wordpress_case import POST, UPLOADS
from wxr import HOST, attachment, category, item

__all__ = ["case"]


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
    assert "mitten in einen anderen Text; jetzt führt er an dessen Anfang: Zwei (#x)" in told.out
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
    assert "weil WordPress es erst beim Anzeigen füllt: neueste Beiträge" in told.out
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
