"""Whole exports as WordPress writes them, of our own writing: everything in them is somewhere, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_case import ImportCase, case
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
