"""Facts before and after → one German sentence, right for none, one and many."""

from __future__ import annotations

import msgspec
import pytest

from sitegen.cli.publish.report import change_sentence, detail_lines, travel_line
from sitegen.publish.changes import changes_between
from sitegen.publish.destination import Item, Proposal
from sitegen.publish.records import Entry, Facts

BEFORE = Facts(
    posts={"a": Entry(title="A", url="/a/", digest="1"), "b": Entry(title="B", url="/b/", digest="1")},
    services={"s": Entry(title="Buchhaltung", url="/s/", digest="1")},
    prices={"Buchhaltung": "45 €", "Buchhaltung, 10 Stunden": "400 €"},
    comments=("1",),
)


def facts(**changed: object) -> Facts:
    return msgspec.structs.replace(BEFORE, **changed)


def post(title: str, digest: str = "1") -> Entry:
    return Entry(title=title, url=f"/{title}/", digest=digest)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (facts(posts={**BEFORE.posts, "c": post("C")}), "1 neuer Beitrag"),
        (facts(posts={**BEFORE.posts, "c": post("C"), "d": post("D")}), "2 neue Beiträge"),
        (facts(posts={"a": BEFORE.posts["a"]}), "1 Beitrag entfernt"),
        (facts(posts={"a": post("A", "2"), "c": post("C")}), "1 neuer Beitrag, 1 Beitrag geändert, 1 Beitrag entfernt"),
        (facts(prices={**BEFORE.prices, "Buchhaltung": "48 €"}), "1 Preis geändert"),
        (
            facts(
                services={"s": Entry(title="Buchhaltung", url="/s/", digest="2")},
                prices={"Buchhaltung": "48 €", "Buchhaltung, 10 Stunden": "420 €"},
            ),
            "2 Preise geändert",
        ),
        (facts(services={}, prices={}), "1 Leistung entfernt"),
        (facts(services={"s": Entry(title="Buchhaltung", url="/s/", digest="2")}), "1 Leistung geändert"),
        (facts(pages={"p": post("P")}, comments=("1", "2", "3")), "1 neue Seite, 2 neue Kommentare"),
        (facts(comments=()), "1 Kommentar entfernt"),
        (BEFORE, "Gestaltung oder Technik (1 Datei)"),
    ],
)
def test_the_sentence(after: Facts, said: str) -> None:
    item = Item(path="index.html", size=9, is_new=False)
    proposal = Proposal(put=(item,), changes=changes_between(BEFORE, after))
    sentence = change_sentence(proposal, site="www.x.example").replace("\u00a0", " ")
    assert sentence == f"Das ändert sich auf www.x.example: {said}."


def test_nothing_and_the_first_time() -> None:
    assert change_sentence(Proposal(), site="x.example") == "x.example ist schon auf dem neuesten Stand."
    first = Proposal(put=(Item(path="a", size=1, is_new=True),), is_first=True, facts=BEFORE)
    said = change_sentence(first, site="x.example").replace("\u00a0", " ")
    assert said == "x.example geht zum ersten Mal online: 2 Beiträge, 1 Leistung."


def test_titles_and_prices_stand_below_and_too_many_are_counted() -> None:
    after = facts(posts={**BEFORE.posts, **{str(n): post(f"T{n}") for n in range(12)}}, prices={"Buchhaltung": "48 €"})
    lines = detail_lines(changes_between(BEFORE, after))
    assert lines[0] == "  neu       T0"
    assert lines[-1] == "  … und 5 weitere"
    only = detail_lines(changes_between(BEFORE, facts(prices={"Buchhaltung": "48 €"})))
    assert only == ["  geändert  Buchhaltung: 45 € → 48 €"]


@pytest.mark.parametrize(
    ("put", "gone", "said"),
    [
        ((), (), "Es muss nichts übertragen werden."),
        ((2048,), (), "1 Datei (2 kB) nach x."),
        ((2048, 10), ("a", "b"), "2 Dateien (2 kB) nach x, 2 Dateien dort gelöscht."),
        ((-1,), (), "1 Datei nach x."),
    ],
)
def test_what_travels(put: tuple[int, ...], gone: tuple[str, ...], said: str) -> None:
    items = tuple(Item(path=str(number), size=size, is_new=True) for number, size in enumerate(put))
    assert travel_line(Proposal(put=items, gone=gone), target="x").replace("\u00a0", " ") == said
