"""What the checks know of a finished page."""

from __future__ import annotations

import pytest

from sitegen.checks.facts import facts_of, is_own
from sitegen.checks.outline import VAGUE


def test_addresses_as_written_and_once() -> None:
    facts = facts_of(
        '<a href="/a/">x</a><a href="/a/">y</a><a href="#unten">z</a><img src="b.png" alt=""><video poster="c.jpg">'
        '</video><form action="/senden"></form><blockquote cite="/q/"></blockquote><object data="d.pdf"></object>'
    )
    assert set(facts.addresses) == {"/a/", "#unten", "b.png", "c.jpg", "/senden", "/q/", "d.pdf"}
    assert len(facts.addresses) == 7


def test_every_candidate_of_a_srcset() -> None:
    facts = facts_of('<img alt="" src="a.png" srcset="b.png 2x, /c.png 480w, https://x.example/d.png 3x">')
    assert set(facts.addresses) == {"a.png", "b.png", "/c.png"}


@pytest.mark.parametrize("address", ["/a/", "a/b.html", "#x", "?q=1", "", "../x", "a?b=c:d", "a/b:c", "#a:b"])
def test_an_address_of_this_site(address: str) -> None:
    assert is_own(address)


@pytest.mark.parametrize(
    "address", ["https://x.example/", "//x.example/a", "mailto:a@b.example", "tel:+4912", "data:x"]
)
def test_an_address_elsewhere(address: str) -> None:
    assert not is_own(address)


def test_anchors_in_order_with_repeats() -> None:
    assert facts_of('<p id="b"></p><p id="a"></p><p id="b"></p><p id></p>').ids == ("b", "a", "b", "")


def test_pictures_that_say_nothing() -> None:
    assert facts_of('<img src="a.png"><img src="b.png" alt=""><img>').pictures_without_alt == ("a.png", "")


def test_a_soft_hyphen_hides_no_word() -> None:
    facts = facts_of("<html><h2>Frau Muster\u00adfrau</h2><p>Angaben nach § 5 T\u00adMG</p></html>")
    assert [one.text for one in facts.outline.placeholders] == ["Musterfrau"]
    assert [one.kind for one in facts.law.said] == ["dead_name"]


def test_only_the_first_main_has_headings() -> None:
    facts = facts_of("<h1>A</h1><main><h2>B</h2></main><main><h2>B</h2></main>")
    assert [heading.text for heading in facts.outline.headings] == ["B"]


def test_what_is_left_in_a_long_list_is_found_in_its_order() -> None:
    items = [f"Eintrag {number}" for number in range(300)]
    items[40], items[41], items[280] = "Text folgt", "Frau Musterfrau", "TODO: nachtragen"
    facts = facts_of(f"<ul>{''.join(f'<li><a href=/{item}>{item}</a></li>' for item in items)}</ul>")
    assert [one.text for one in facts.outline.placeholders] == ["Text folgt", "Musterfrau", "TODO"]


def test_bytes_are_read_as_text_is() -> None:
    html = '<!doctype html><html lang="de"><h1>Grüße</h1><a href="/größe/">Größe</a><p>100 € inkl. MwSt.</p>'
    assert facts_of(html.encode()) == facts_of(html)


def test_an_empty_address_is_one_and_none_is_none() -> None:
    assert facts_of('<a href>x</a><a href="">y</a><a name="z">z</a>').addresses == ("",)


@pytest.mark.parametrize("text", sorted(VAGUE))
def test_no_vague_text_is_passed_over(text: str) -> None:
    html = (
        f'<main><a href="/a/">{text.title()} »</a><a href="/b/">Zur Steuer\u00aderklärung</a><a href="/c/"> </a></main>'
    )
    outline = facts_of(html).outline
    assert [link.address for link in outline.vague] == ["/a/"]
    assert [link.address for link in outline.nameless] == ["/c/"]


def test_a_soft_hyphen_hides_no_legal_link() -> None:
    law = facts_of('<a href="/i/">Im\u00adpressum</a><a href="/d/">Daten&shy;schutz</a>').law
    assert (law.to_imprint, law.to_privacy) == (("/i/",), ("/d/",))
