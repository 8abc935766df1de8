"""Moving in from WordPress once more: what is there stays, above all what the owner has changed since."""

from __future__ import annotations

from pathlib import Path

from import_case import ImportCase, case
from wordpress_case import PICTURES, POST
from wxr import comment, item

__all__ = ["case"]


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
