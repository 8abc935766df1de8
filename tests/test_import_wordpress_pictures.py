"""Pictures and files of WordPress: out of the uploads, from the old site, or as gaps that are told."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from import_case import ImportCase, case
from old_site_case import body, fetched, served
from wordpress_case import PICTURES, POST
from wxr import HOST, attachment, item

__all__ = ["case"]


def picture(folder: Path, upload: str) -> Path:
    path = folder / upload
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), (200, 100, 50)).save(path)
    return path


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
        '<figure class="gallery">\n\n'
        '![Ein Foto](../pictures/2019/03/foto.jpg "Unterschrift")\n\n'
        "![](../pictures/2019/03/tisch.png)\n\n"
        "</figure>\n\n"
        "[Preise](/wp-content/uploads/2019/03/preise.pdf)"
    )
    assert "  src: ../pictures/2019/03/foto.jpg\n  alt: Ein Foto\n" in case.text(POST)
    assert "Eine Galerie nennt Bilder, die im Export nicht stehen: Nr. 99" in told.out
    assert case.errors() == []
    assert (case.out / "wp-content/uploads/2019/03/preise.pdf").read_bytes() == b"%PDF-1.4 Preise"
    assert (case.root / "content/pictures/2020/01/ungenutzt.jpg").is_file()


def test_a_gallery_without_pictures_is_told(case: ImportCase) -> None:
    told = case.take(item(content='Davor\n\n[gallery columns="2"]\n\n[playlist ids="7"]\n\nDanach'))
    assert '\n\n<!-- [gallery columns="2"] -->\n\n' in case.body(POST)
    assert "Was diese Kürzel zeigten, steht nicht im Export" in told.out
    assert "was dort fehlt: [gallery], [playlist]" in told.out
    assert case.errors() == []
    assert case.main("blog/rechnungen/index.html").text().count("[") == 0


def test_a_gallery_shows_the_pictures_of_the_text_that_it_names(case: ImportCase) -> None:
    told = case.take(
        item(content='[gallery id="60"]\n\nDanach\n\n[gallery id="61"]'),
        item(60, title="Umzug", slug="umzug", content="[gallery]"),
        attachment(50, "2019/03/eigenes.jpg", parent=1),
        attachment(51, "2019/03/umzug.jpg", parent=60),
        attachment(52, "2019/03/plan.pdf", parent=60),
    )
    shown = "![](../pictures/2019/03/umzug.jpg)"
    assert case.body(POST) == f'{shown}\n\nDanach\n\n<!-- [gallery id="61"] -->'
    assert case.body(POST.replace("rechnungen", "umzug")) == shown
    assert "was dort fehlt: [gallery]" in told.out
    assert case.errors() == []


def test_missing_pictures_are_gaps_that_a_later_import_fills(case: ImportCase, tmp_path: Path) -> None:
    told = case.take(*PICTURES)
    assert "– 2019/03/foto.jpg, in „Rechnungen“" in told.out
    assert "– 2019/03/preise.pdf, in „Rechnungen“" in told.out
    assert "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text.\n" in told.out
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


def test_files_are_fetched_from_the_old_site_and_from_nobody_else(case: ImportCase, tmp_path: Path) -> None:
    real = picture(tmp_path / "alt", "foto.jpg").read_bytes()
    with served({"foto.jpg": body(real, "image/jpeg")}) as here:
        shown = item(content=f'<img src="{here}/wp-content/uploads/2019/foto-300x200.jpg">', link=f"{here}/rechnungen/")
        said = fetched(case.root, here, "foto.jpg", "weg.jpg", more=(elsewhere := attachment(60, "2019/f.jpg"),))
    assert "(dort gibt es sie nicht mehr)" in said["weg.jpg"]
    assert "(liegt nicht auf der alten Website)" in said["f.jpg"]
    things = (shown, attachment(50, "2019/foto.jpg").replace(HOST, here), elsewhere)
    case.take(*things, host=here)
    assert case.body(POST) == "![](../pictures/2019/foto.jpg)"
    assert (case.root / "content/pictures/2019/foto.jpg").read_bytes() == real
    before = case.sums()
    assert "Nichts zu tun" in case.take(*things, host=here).out, "what was fetched once is there without asking again"
    assert case.sums() == before
