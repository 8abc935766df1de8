"""What can be found on a page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from sitegen.features.search.records import Line, Record, indexed_page, page_to_index, record_of


def page(main: str) -> str:
    return f"<!doctype html><html><body><header>Kopf</header><main>{main}</main><footer>Fuß</footer></body></html>"


def texts(main: str) -> list[str]:
    return [line.text for line in record_of(page(f"<h1>Titel</h1>{main}")).lines]


def test_a_record_has_the_title_and_the_blocks_of_main_alone() -> None:
    found = record_of(page("<h1>Mein <em>Büro</em></h1><h2>Oben</h2><p>Ein Satz.</p>"))
    assert found == Record(title="Mein Büro", lines=(Line(text="Oben", heading=True), Line(text="Ein Satz.")))


def test_marks_within_a_word_do_not_part_it() -> None:
    assert texts("<p>Rech<strong>nung</strong>s&shy;ab&#8203;lage &amp;&nbsp;mehr</p>") == ["Rechnungsablage & mehr"]


def test_items_and_cells_are_apart() -> None:
    assert texts("<ul><li>eins</li><li>zwei</li></ul><p>drei<br>vier</p>") == ["eins", "zwei", "drei", "vier"]


def test_what_is_not_the_subject_is_left_out() -> None:
    assert texts('<nav>Inhalt</nav><section class="related">Mehr</section><form>Name</form><p>Text</p>') == ["Text"]
    assert texts("<p data-pagefind-ignore>nein</p><p hidden>nein</p><p>ja</p>") == ["ja"]


def test_a_sign_in_an_attribute_ends_no_tag() -> None:
    assert texts('<p title="a > b &quot;">Text</p>') == ["Text"]


def test_a_page_without_a_heading_has_nothing_to_find() -> None:
    assert page_to_index(page("<p>Text</p>")) == ""
    assert record_of(page("<p>Text</p>")) == Record(title="")


def test_words_to_find_and_words_to_show_are_in_the_same_places() -> None:
    record = Record(title="Büro & Ruhe", lines=(Line(text="Oben", heading=True), Line(text="Ein „Größenwahn“ – <ja>.")))
    body = LexborHTMLParser(indexed_page(record)).css_first("body")
    assert body is not None
    shown = (body.attributes["data-text"] or "").split(" ")
    assert len(body.text(separator=" ").split()) == len(shown)
    assert shown[4:6] == ["Ein", "„Größenwahn“"]
