"""Exports that mean harm, or that nobody has cared for: what must not come in, and what must not take long."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from import_case import ImportCase, case
from wxr import HOST, attachment, comment, item

__all__ = ["case"]


def test_what_a_server_would_run_is_no_upload(case: ImportCase, tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    names = ("2019/a.php", "2019/b.PHP.txt", "2019/c.html", "2019/d.js", "2019/e.pdf")
    for name in names:
        (uploads / name).parent.mkdir(parents=True, exist_ok=True)
        (uploads / name).write_bytes(b"<?php evil(); <script>evil()</script>")
    files = [attachment(10 + number, name) for number, name in enumerate(names)]
    told = case.take(item(), *files, options=("--uploads", str(uploads)))
    assert [path for path in case.paths("static") if "uploads" in path] == ["static/wp-content/uploads/2019/e.pdf"]
    assert "2019/a.php (ein Programm oder eine Webseite; so etwas wird nicht übernommen)" in told.out
    assert case.errors() == []


def test_a_mailbox_in_a_comment_is_no_link(case: ImportCase) -> None:
    case.take(item(comments=[comment(1, text='Mehr <a href="mailto:paula@geheim.example">hier</a>.')]))
    (path,) = case.paths("content/comments")
    assert case.text(path).endswith("---\nMehr hier.\n")


def test_an_odd_order_and_no_type_are_a_post(case: ImportCase) -> None:
    odd = item(kind="").replace("<wp:menu_order>0", "<wp:menu_order>--5")
    told = case.take(odd)
    assert told.code == 0, told.err
    assert "1 Beitrag übernommen, 0 mit Hinweis, 0 verloren." in told.out


def test_addresses_that_cannot_be_kept_are_told(case: ImportCase) -> None:
    (case.root / "published-urls.txt").write_bytes(b"\xff\xfe\x00\xd8")
    told = case.take(item())
    assert "Die früheren Adressen sind nicht eingetragen" in told.out
    assert "stehen in content/data/old-urls.csv" not in told.out
    assert (case.root / "published-urls.txt").read_bytes() == b"\xff\xfe\x00\xd8"


@pytest.mark.parametrize("typed", ["<!-- wp:paragraph {", "<pre>", "<script>", "[[[[\n", "<b><i>", "*"])
def test_what_never_ends_takes_no_time(case: ImportCase, typed: str) -> None:
    begun = time.process_time()
    told = case.take(item(content=typed * (30_000 // len(typed))))
    assert told.code == 0, told.err
    assert time.process_time() - begun < 10


def test_a_name_that_fits_on_no_disk_is_lost_alone(case: ImportCase) -> None:
    told = case.take(item(slug="a" * 300))
    assert "1 Beitrag übernommen, 0 mit Hinweis, 0 verloren." in told.out
    assert case.errors() == []


def test_the_feed_of_comments_may_go_with_them(case: ImportCase) -> None:
    case.take(item(comments=[comment(1)]))
    for path in case.paths("content/comments"):
        (case.root / path).unlink()
    assert case.errors() == []


def test_pictures_that_differ_in_capitals_alone_stay_two(case: ImportCase, tmp_path: Path) -> None:
    names = ("2019/Foto.png", "2019/foto.png")
    for number, name in enumerate(names):
        (tmp_path / "uploads/2019").mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (20 + number, 20)).save(tmp_path / "uploads" / name)
    if len(list((tmp_path / "uploads/2019").iterdir())) < 2:
        pytest.skip("this disk knows no capitals")
    shown = "".join(f'<p><img src="{HOST}/wp-content/uploads/{name}" alt="x"></p>' for name in names)
    files = [attachment(10 + number, name) for number, name in enumerate(names)]
    case.take(item(content=shown), *files, options=("--uploads", str(tmp_path / "uploads")))
    pictures = case.paths("content/pictures")
    assert len({path.casefold() for path in pictures}) == 2
    assert len({(case.root / path).read_bytes() for path in pictures}) == 2
    assert all(path.rpartition("/")[2] in case.body("content/blog/2019-03-01-rechnungen.md") for path in pictures)


def test_names_that_no_windows_writes_are_found_and_become_others(case: ImportCase, tmp_path: Path) -> None:
    names = ("2019/CON.png", "2019/a:b.png", "2019/Bu\u0308ro.png", f"2019/{'ä' * 120}.png")
    (tmp_path / "uploads/2019").mkdir(parents=True)
    for number, name in enumerate(names):
        try:
            Image.new("RGB", (20 + number, 20)).save(tmp_path / "uploads" / name)
        except OSError:
            pytest.skip("this disk knows such names no better")
    shown = "".join(f'<p><img src="{HOST}/wp-content/uploads/{name}" alt="x"></p>' for name in names)
    files = [attachment(10 + number, name) for number, name in enumerate(names)]
    told = case.take(item(content=shown), *files, options=("--uploads", str(tmp_path / "uploads")))
    assert "4 übernommen, 0 nicht gefunden" in told.out
    pictures = [path.rpartition("/")[2] for path in case.paths("content/pictures")]
    assert {"CON-1.png", "a-b.png", "Büro.png"} < {*pictures}
    assert all(len(name.encode()) <= 180 for name in pictures)
    assert case.errors() == []


def test_a_page_whose_name_windows_keeps_for_itself(case: ImportCase) -> None:
    told = case.take(item(kind="page", slug="aux", title="Aux", link=f"{HOST}/aux/"))
    assert "content/aux-1.md" in case.paths("content")
    assert told.code == 0
    assert case.errors() == []


def test_pages_below_pages_below_pages_take_no_time(case: ImportCase) -> None:
    begun = time.process_time()
    told = case.take(*(item(number, kind="page", slug=f"s{number}", parent=number + 1) for number in range(1, 700)))
    assert told.code == 0, told.err
    assert "699 Seiten übernommen" in told.out
    assert time.process_time() - begun < 8


def test_thousands_of_codes_on_a_line_take_no_time(case: ImportCase) -> None:
    begun = time.process_time()
    told = case.take(item(content="[tabelle nr=1] " * 20_000))
    assert told.code == 0, told.err
    assert time.process_time() - begun < 8


def test_a_bomb_is_refused_before_it_is_read(case: ImportCase) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("../../export.xml", b"<rss>" + b" " * (60 << 20))
    begun = time.process_time()
    told = case.take(stream.getvalue())
    assert told.err.startswith("SG683")
    assert "mehr als das Zweihundertfache ihrer Größe" in " ".join(told.err.split())
    assert time.process_time() - begun < 5
