"""Pictures and files of WordPress: out of the uploads, from the old site, or as gaps that are told."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image

from import_case import ImportCase, case
from wordpress_case import PICTURES, POST
from wxr import attachment, item

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
        '![Ein Foto](../pictures/2019/03/foto.jpg "Unterschrift")\n\n'
        "![](../pictures/2019/03/tisch.png)\n\n"
        "[Preise](/wp-content/uploads/2019/03/preise.pdf)"
    )
    assert "  src: ../pictures/2019/03/foto.jpg\n  alt: Ein Foto\n" in case.text(POST)
    assert "Eine Galerie nennt Bilder, die im Export nicht stehen: Nr. 99" in told.out
    assert case.errors() == []
    assert (case.out / "wp-content/uploads/2019/03/preise.pdf").read_bytes() == b"%PDF-1.4 Preise"
    assert (case.root / "content/pictures/2020/01/ungenutzt.jpg").is_file()


def test_missing_pictures_are_gaps_that_a_later_import_fills(case: ImportCase, tmp_path: Path) -> None:
    told = case.take(*PICTURES)
    assert "– 2019/03/foto.jpg, in „Rechnungen“" in told.out
    assert "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text: 2019/03/preise.pdf" in told.out
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


def test_files_are_fetched_from_the_old_site_and_from_nobody_else(
    case: ImportCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture(tmp_path / "alt/wp-content/uploads", "2019/03/foto.jpg")
    (tmp_path / "alt/wp-content/uploads/2019/03/fehler.jpg").write_bytes(b"<html>404</html>")
    with served(tmp_path / "alt") as host:
        here = f"http://{host}"
        monkeypatch.setattr("wxr.HOST", here)
        things = (
            item(content=f'<img src="{here}/wp-content/uploads/2019/03/foto-300x200.jpg">', link=f"{here}/rechnungen/"),
            attachment(50, "2019/03/foto.jpg"),
            attachment(51, "2019/03/fehler.jpg"),
            attachment(52, "2019/03/weg.jpg"),
            attachment(53, "x").replace(f"{here}/wp-content/uploads/x", "http://127.0.0.2:1/wp-content/uploads/f.jpg"),
        )
        told = case.take(*things, host=here, options=("--download",))
        assert "fehler.jpg (kein lesbares Bild)" in told.err
        assert "weg.jpg (keine Antwort, oder eine Absage)" in told.err
        assert "http://127.0.0.2:1/wp-content/uploads/f.jpg (liegt nicht auf der alten Website)" in told.err
        assert case.body(POST) == "![](../pictures/2019/03/foto.jpg)"
        real = (tmp_path / "alt/wp-content/uploads/2019/03/foto.jpg").read_bytes()
        assert (case.root / "content/pictures/2019/03/foto.jpg").read_bytes() == real
    before = case.sums()
    assert "Nichts zu tun" in case.take(*things, host=here).out, "what was fetched once is there without asking again"
    assert case.sums() == before


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """A web server for files, on this machine; gives its host with the port."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_said: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
