"""A text out of Word, an editor or a browser becomes a post: one command, a folder with clean Markdown and pictures."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from adding_case import Add, add, drafted
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.cli.entry import run
from terminal import Terminal
from word_case import docx, notes, paragraph, picture, png
from word_case import run as letters

__all__ = ["add"]

HEAD = (
    "---\ntitle: {title}\ndate: 2026-12-24\nid: {id}\ndraft: true\n"
    "# summary: Ein bis zwei Sätze, die neugierig machen. Löschen Sie vorn das # und das Leerzeichen.\n---\n\n"
)


def markdown(
    tmp_path: Path,
    *blocks: str,
    parts: Mapping[str, str | bytes] | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    return drafted(tmp_path, "text.docx", docx(*blocks, parts=parts, links=links)).markdown


def test_a_word_document_becomes_a_post_with_its_pictures(add: Add, tmp_path: Path) -> None:
    raw = docx(
        paragraph("Ordnung im Büro", style="Titel"),
        paragraph("Vorher", style="berschrift1"),
        paragraph("Das ist ", letters("wichtig ", "b"), letters("und"), letters(" schräg", "i"), "."),
        paragraph(""),
        paragraph(picture()),
        paragraph("Mein Schreibtisch", style="Beschriftung"),
    )
    code, out, _ = add("text.docx", raw)
    folder = tmp_path / "content/blog/2026-12-24-ordnung-im-buero"
    assert code == 0
    assert out.startswith("Angelegt: content/blog/2026-12-24-ordnung-im-buero/index.md\n1 Bild liegt daneben.\n")
    assert "Bei 1 Bild fehlt noch, was zu sehen ist." in out
    assert (folder / "index.md").read_text(encoding="utf-8") == HEAD.format(
        title="Ordnung im Büro", id="ordnung-im-buero"
    ) + ('## Vorher\n\nDas ist **wichtig** und *schräg*.\n\n![](bild-1.png "Mein Schreibtisch")\n')
    assert (folder / "bild-1.png").read_bytes() == png()


def test_the_post_is_built_and_says_which_picture_needs_words(add: Add, tmp_path: Path) -> None:
    add("text.docx", docx(paragraph("Text"), paragraph(picture())), "Titel")
    post = tmp_path / "content/blog/2026-12-24-titel/index.md"
    post.write_text(post.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    result = build(tmp_path, BuildOptions(now=datetime(2026, 12, 25, tzinfo=UTC)))
    assert "SG241" in [finding.code for finding in result.findings if finding.span.file.endswith("index.md")]


def test_lists_go_on_counting_where_word_does(tmp_path: Path) -> None:
    text = markdown(
        tmp_path,
        paragraph("eins", numbered=(1, 0)),
        paragraph("darunter", numbered=(1, 1)),
        paragraph("zwei", numbered=(1, 0)),
        paragraph("Dazwischen."),
        paragraph("drei", numbered=(1, 0)),
        paragraph("Pause."),
        paragraph("fünf", numbered=(3, 0)),
        paragraph("Punkt", numbered=(2, 0)),
        paragraph("tiefer", numbered=(2, 1)),
    )
    assert text == (
        "1. eins\n   1. darunter\n2. zwei\n\nDazwischen.\n\n3. drei\n\nPause.\n\n5. fünf\n\n- Punkt\n  - tiefer\n"
    )


def test_footnotes_links_and_places_within_the_text(tmp_path: Path) -> None:
    text = markdown(
        tmp_path,
        paragraph("Satz", '<w:r><w:footnoteReference w:id="1"/></w:r>', "."),
        paragraph(f'<w:hyperlink r:id="rIdx">{letters("Seite")}</w:hyperlink>'),
        paragraph(f'<w:hyperlink w:anchor="_Ref1">{letters("unten")}</w:hyperlink>'),
        paragraph('<w:bookmarkStart w:id="0" w:name="_Ref1"/>', letters("Das Ende"), style="berschrift1"),
        parts={"word/footnotes.xml": notes("footnotes", "Mehr dazu.")},
        links={"rIdx": "https://a.example/?a=1&b=2"},
    )
    assert text == (
        "Satz[^1].\n\n[Seite](https://a.example/?a=1&b=2)\n\n[unten](#das-ende)\n\n## Das Ende\n\n[^1]: Mehr dazu.\n"
    )


def test_a_review_is_taken_as_accepted_and_told(tmp_path: Path) -> None:
    changed = (
        f"<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>{letters('neu')}</w:ins>"
        f"<w:moveFrom>{letters('alt')}</w:moveFrom><w:moveTo>{letters(' hier')}</w:moveTo></w:p>"
    )
    draft = drafted(
        tmp_path, "text.docx", docx(changed, parts={"word/comments.xml": notes("comments", "Bitte prüfen")})
    )
    assert draft.markdown == "neu hier\n"
    assert [(note.kind, note.excerpt) for note in draft.notes] == [("comment_dropped", "Bitte prüfen")]


def test_what_looks_like_markdown_stays_what_was_typed(tmp_path: Path) -> None:
    lines = [
        "1. Mai",
        "# Raute",
        "- Strich",
        '{{ post "x" }}',
        "Freund*innen",
        "a*b*c",
        "::: note",
        "Ende {#a}",
        "[x](y)",
    ]
    text = markdown(tmp_path, *map(paragraph, lines))
    assert text.split("\n\n") == [
        *("1\\. Mai", "\\# Raute", "\\- Strich", '\\{{ post "x" }}', "Freund*innen", "a\\*b\\*c"),
        *("\\::: note", "Ende {#a}", "\\[x](y)\n"),
    ]


def test_breaks_tabs_and_spaces(tmp_path: Path) -> None:
    text = markdown(
        tmp_path,
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>",
        paragraph("\u00a0"),
        paragraph("10\u00a0€ und  zwei"),
        paragraph(letters("fett ", "b"), letters("auch", "b"), letters(":", "b"), letters("Text")),
    )
    assert text == "A B\\\nC\n\n10\u00a0€ und zwei\n\n<strong>fett auch:</strong>Text\n"


def test_a_table_with_a_bold_first_row_has_a_head(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    head = row(paragraph(letters("Was", "b")), paragraph(letters("Preis", "b")))
    text = markdown(tmp_path, f"<w:tbl>{head}{row(paragraph('A|B'), paragraph('10 €'))}</w:tbl>")
    assert text == "| Was | Preis |\n| --- | --- |\n| A\\|B | 10 € |\n"


def test_contents_formulas_and_lettered_lists_are_told(tmp_path: Path) -> None:
    draft = drafted(
        tmp_path,
        "text.docx",
        docx(
            "<w:p><w:r><w:instrText>TOC \\o</w:instrText></w:r></w:p>",
            paragraph("Kapitel 3", style="Verzeichnis1"),
            paragraph("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "Text"),
            paragraph("erstens", numbered=(4, 0)),
        ),
    )
    assert draft.markdown == "Text\n\n1. erstens\n"
    assert {note.kind for note in draft.notes} == {"contents_dropped", "formula_dropped", "list_numbers"}


def test_a_description_by_a_program_is_none(tmp_path: Path) -> None:
    guessed = "Ein Bild, das Text enthält.\n\nAutomatisch generierte Beschreibung"
    assert markdown(tmp_path, paragraph(picture(guessed))) == "![](bild-1.png)\n"
    assert markdown(tmp_path, paragraph(picture("Eine Tasse"))) == "![Eine Tasse](bild-1.png)\n"


def test_the_title_is_typed_or_the_documents_or_the_files(tmp_path: Path) -> None:
    raw = docx(paragraph("Überschrift", style="berschrift1"), paragraph("Text"))
    assert drafted(tmp_path, "a.docx", raw).title == "Überschrift"
    typed = drafted(tmp_path, "a.docx", raw, title="Getippt")
    assert (typed.title, typed.markdown) == ("Getippt", "## Überschrift\n\nText\n")
    assert drafted(tmp_path, "mein-text_neu.docx", docx(paragraph("Text"))).title == "mein-text neu"


@pytest.mark.parametrize("code", ["utf-8", "cp1252", "utf-16", "utf-8-sig"])
def test_a_plain_text_has_a_paragraph_for_each_enter(tmp_path: Path, code: str) -> None:
    text = (
        "Über das Büro\r\n\r\nErster Absatz.\r\nZweiter *Absatz* mit *Sternen*.\r\n\r\n- eins\r\n- zwei\r\n1. Mai\r\n"
    )
    draft = drafted(tmp_path, "text.txt", text.encode(code))
    assert draft.title == "Über das Büro"
    assert draft.markdown == (
        "Erster Absatz.\n\nZweiter \\*Absatz\\* mit \\*Sternen\\*.\n\n- eins\n- zwei\n\n1\\. Mai\n"
    )


def test_lines_that_a_program_has_cut_are_one_paragraph(tmp_path: Path) -> None:
    line = "Dieser Absatz ist von einem Programm in Zeilen zerschnitten worden,"
    text = f"{line}\n{line}\n{line}\nund hier endet er.\n\nNoch einer.\n"
    assert drafted(tmp_path, "text.txt", text.encode()).markdown == (
        f"{line} {line} {line} und hier endet er.\n\nNoch einer.\n"
    )


def test_a_page_that_word_has_saved(tmp_path: Path) -> None:
    (tmp_path / "text-Dateien").mkdir()
    (tmp_path / "text-Dateien/image001.png").write_bytes(png())
    (tmp_path.parent / "geheim.png").write_bytes(png())
    html = (
        "<html><head><meta charset=windows-1252><title>Büro</title><style>p{}</style></head><body>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span>"
        "</span>eins<o:p></o:p></p>"
        "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span>"
        "</span>darunter</p><p class=MsoNormal>Text <img src='text-Dateien/image001.png' alt=Tasse> hier"
        "<img src='../geheim.png'><script>x()</script></p></body></html>"
    )
    draft = drafted(tmp_path, "text.html", html.encode("cp1252"))
    assert (draft.title, draft.markdown) == ("Büro", "- eins\n  - darunter\n\nText ![Tasse](bild-1.png) hier\n")
    assert {note.kind for note in draft.notes} == {"picture_dropped", "script_dropped"}


def test_a_page_of_google_docs(tmp_path: Path) -> None:
    html = (
        "<html><head><style>.c1{font-weight:700}.c2{color:#000;font-weight:400;font-style:italic}</style></head><body>"
        '<p class="c0"><span class="c1">Fett</span> <span class="c2">schräg</span> <span class="c3">'
        '<a class="c4" href="https://www.google.com/url?q=https://a.example/%3Fb%3D1&amp;sa=D&amp;ust=1">hier</a></span></p>'
        '<ul><li class="c0"><span>eins</span></li></ul></body></html>'
    )
    assert drafted(tmp_path, "text.html", html.encode()).markdown == (
        "**Fett** *schräg* [hier](https://a.example/?b=1)\n\n- eins\n"
    )


def test_pictures_within_a_page_and_beside_it(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "BMP")
    (tmp_path / "Mein Büro.bmp").write_bytes(stream.getvalue())
    inside = f"data:image/png;base64,{base64.b64encode(png()).decode()}"
    html = (
        f'<img src="{inside}" alt=A><img src="{inside}" alt=B><img src="Mein%20B%C3%BCro.bmp" alt=C>'
        '<img src="data:image/png;base64,?" alt=D><img src="data:image/svg+xml,%3Csvg/%3E" alt=E>'
        '<img src="file:///x" alt=F><img src="text.html" alt=G><a href="file:///C:/x.doc">Ablage</a>'
    )
    draft = drafted(tmp_path, "text.html", html.encode())
    assert [each.name for each in draft.pictures] == ["bild-1.png", "mein-buero.png"]
    assert [note.kind for note in draft.notes] == [*["picture_dropped"] * 4, "link_dangerous"]
    assert draft.markdown.startswith("![A](bild-1.png)![B](bild-1.png)![C](mein-buero.png)")


def test_a_page_says_in_which_letters_it_is_written(tmp_path: Path) -> None:
    page = '<meta charset="{}"><main><p>Büro</p></main><nav>Menü</nav>'
    for charset, code in [("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("erfunden", "utf-8"), ("x", "utf-16")]:
        raw = page.format(charset).encode(code)
        assert drafted(tmp_path, "text.html", raw).markdown == "Büro\n", charset


def test_letters_that_are_guessed_are_told(add: Add, tmp_path: Path) -> None:
    _, out, _ = add("text.txt", "Über das Büro\n\nFür Sie geöffnet.\n".encode("cp1252"))
    assert "Die Datei war nicht als UTF-8 gespeichert; prüfen Sie die Umlaute, zum Beispiel: Über, Büro, Für" in out
    for charset in ("utf-8", "utf-16", "punycode", "unicode_escape", "hex"):
        raw = f'<meta charset="{charset}"><p>Für Sie'.encode("cp1252")
        draft = drafted(tmp_path, "text.html", raw)
        assert (draft.markdown, [note.kind for note in draft.notes]) == ("Für Sie\n", ["letters"]), charset


def test_names_of_pictures_are_fit_for_every_disk_and_none_is_there_twice(tmp_path: Path) -> None:
    names = ("aux.png", "Büro.PNG", "büro-2.png", "bu\u0308ro.png")
    for number, name in enumerate(names):
        Image.new("RGB", (2 + number, 2)).save(tmp_path / name, "PNG")
    html = "".join(f'<p><img src="{name}" alt="A"></p>' for name in names)
    draft = drafted(tmp_path, "text.html", html.encode())
    assert [each.name for each in draft.pictures] == ["aux-1.png", "buero.png", "buero-2.png", "buero-3.png"]


def test_of_many_notes_some_are_shown(add: Add) -> None:
    links = "".join(f'<p><a href="javascript:{number}">Nr. {number}</a></p>' for number in range(20))
    _, out, _ = add("text.html", links.encode(), "Titel")
    assert out.count("– Ein Verweis") == 12
    assert "– und 8 weitere Stellen." in out


def test_a_title_that_is_a_whole_paragraph_gives_a_short_name(add: Add) -> None:
    title = "Ein langer Satz " * 20
    _, out, _ = add("text.docx", docx(paragraph(title, style="Titel"), paragraph("Text")))
    assert len(out.split("\n", maxsplit=1)[0]) < 160


def test_nothing_is_overwritten_and_only_posts_are_made(add: Add) -> None:
    raw = docx(paragraph("Text"), paragraph(picture()))
    assert add("text.docx", raw, "Titel")[0] == 0
    code, _, err = add("text.docx", raw, "Titel")
    assert code == 1
    assert err.startswith("SG003")
    assert run(("add", "page", "--from", "text.docx")) == 2


@pytest.mark.skipif(os.name == "nt", reason="the system has no pseudo-terminals")
@pytest.mark.usefixtures("add")
def test_on_a_terminal_each_picture_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "text.docx").write_bytes(docx(paragraph("Text"), paragraph(picture()), paragraph(picture("Tasse"))))
    with Terminal("add", "post", "Titel", "--from", "text.docx", "--at", "2026-12-24", at=tmp_path) as terminal:
        terminal.answer("Was ist zu sehen?", "Ein [Stapel] Belege")
        assert terminal.ended() == 0
    text = (tmp_path / "content/blog/2026-12-24-titel/index.md").read_text(encoding="utf-8")
    assert text.endswith("Text\n\n![Ein \\[Stapel\\] Belege](bild-1.png)\n\n![Tasse](bild-1.png)\n")
