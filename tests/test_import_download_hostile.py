"""Fetching from an old site whose server means harm or is broken: limits, no network at home, and German words."""

from __future__ import annotations

import contextlib
import io
import itertools
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from import_case import ImportCase, case
from old_site_case import ALLOWED, Answer, body, fetched, moved, served
from sitegen.importers.wordpress.downloading import FETCHED
from waiting import given_time
from wxr import HOST, attachment, item

__all__ = ["case"]


def png(size: int = 8) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (size, size), (200, 100, 50)).save(stream, "PNG")
    return stream.getvalue()


def kept(root: Path) -> set[str]:
    return {path.name for path in (root / FETCHED).rglob("*") if path.is_file()}


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "image/png")
    request.end_headers()
    for _ in itertools.count():
        request.wfile.write(bytes(1 << 16))


def dripping(at: str) -> Answer:
    """Byte after byte, each in time and none too late, within the head, the body, or the length of a piece."""
    begin = {"head": b"HTTP/1.1 200 OK\r\n", "body": b"HTTP/1.1 200 OK\r\n\r\n"}
    begin["piece"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(begin[at])
        until = time.monotonic() + 5
        while time.monotonic() < until:
            request.wfile.write(b"0")
            request.connection.settimeout(0.02)
            with contextlib.suppress(TimeoutError):
                if not request.connection.recv(1):
                    return

    return answer


def cut_off(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 5000\r\n\r\n" + png())


HOSTILE = {
    "endlos.png": (endless, "zu groß"),
    "lang.png": (body(b"", Content_Length="99999999999"), "zu groß"),
    "kurz.png": (cut_off, "die Übertragung brach ab"),
    "seite.png": (body(b"<html>Anmelden</html>", "text/html; charset=utf-8"), "statt der Datei kam eine Webseite"),
    "getarnt.png": (body(b"\n<!DOCTYPE html><p>", "image/png"), "statt der Datei kam eine Webseite"),
    "text.png": (body(b"kein Bild"), "kein lesbares Bild"),
    "preise.pdf": (body(png(), "application/pdf"), "es kam etwas anderes, als der Name sagt"),
    "weg.png": (body(b"", status=404), "dort gibt es sie nicht mehr"),
    "verboten.png": (body(b"", status=403), "der Server hat abgelehnt, mit dem Fehler 403"),
    "kreis.png": (moved("kreis.png"), "die Adresse leitet immer weiter"),
    "datei.png": (moved("file:///etc/passwd"), "die Adresse leitet auf eine andere Website weiter"),
    "fremd.png": (moved("https://www.example.org/a.png"), "die Adresse leitet auf eine andere Website weiter"),
    "heim.png": (moved("http://[::ffff:127.0.0.1]/a.png"), "die Adresse leitet auf eine andere Website weiter"),
    "krumm.png": (moved("http://[/"), "keine Antwort"),
    "stumm.png": (lambda _request: None, "keine Antwort"),
    "kein-http.png": (lambda request: request.wfile.write(b"Hallo\r\n"), "keine Antwort"),
    "kopf.png": (dripping("head"), "die Antwort kam zu langsam"),
    "rumpf.png": (dripping("body"), "die Antwort kam zu langsam"),
    "stueck.png": (dripping("piece"), "die Antwort kam zu langsam"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_hostile_server_sends_is_refused_in_german(tmp_path: Path, name: str) -> None:
    answer, reason = HOSTILE[name]

    def tried(patience: float) -> tuple[Path, dict[str, str]]:
        root = tmp_path / f"{patience}" / "neu"
        root.parent.mkdir()
        limits = msgspec.structs.replace(ALLOWED, patience=patience)
        with served({name: answer, "gut.png": body(png())}) as here:
            return root, fetched(root, here, name, "gut.png", limits=limits)

    root, said = given_time(tried, lambda tried: "gut.png" not in tried[1])
    assert {key: reason in sentence for key, sentence in said.items()} == {name: True}, said
    assert kept(root) == {"gut.png"}


def test_a_redirect_within_the_old_site_is_followed(tmp_path: Path) -> None:
    with served({"a.png": moved("/b.png?x=ü y"), "b.png?x=%C3%BC%20y": body(png())}) as here:
        assert fetched(tmp_path / "neu", here, "a.png") == {}


def test_the_sum_has_a_limit(tmp_path: Path) -> None:
    limits = msgspec.structs.replace(ALLOWED, most=len(png()) + 10)
    with served({"a.png": body(png()), "b.png": body(png())}) as here:
        said = fetched(tmp_path / "neu", here, "a.png", "b.png", limits=limits)
    assert "werden nicht geholt; der Rest fehlt noch" in next(iter(said.values()))
    assert kept(tmp_path / "neu") == {"a.png"}


def test_each_step_is_looked_up_anew(tmp_path: Path) -> None:
    """A name that was public a moment ago may lead home now."""
    answers = iter([True, False])
    limits = msgspec.structs.replace(ALLOWED, may_ask=lambda _ip: next(answers))
    with served({"a.png": moved("b.png"), "b.png": body(png())}) as here:
        said = fetched(tmp_path / "neu", here, "a.png", limits=limits)
    assert "diese Adresse führt in ein privates Netz" in said["a.png"]


def test_an_old_site_that_is_not_there_is_given_up_and_one_that_lacks_files_is_not(tmp_path: Path) -> None:
    with served({"gut.png": body(png())}) as here:
        said = fetched(tmp_path / "neu", here, *(f"{number}.png" for number in range(20)), "gut.png")
        assert len(said) == 20
    said = fetched(tmp_path / "alt", here, *(f"{number}.png" for number in range(20)))
    assert len(said) == 9
    assert "die alte Website scheint nicht mehr da zu sein" in list(said.values())[-1]


def test_programs_are_not_even_asked_for(tmp_path: Path) -> None:
    with served({}) as here:
        assert fetched(tmp_path / "neu", here, "a.php", "b.php.png") == {}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:7f00:1]"])
def test_nobody_at_home_is_asked_and_the_import_is_whole(case: ImportCase, host: str) -> None:
    shown = item(content=f'<img src="{HOST}/wp-content/uploads/2019/a.png" alt="x">')
    here = f"http://{host}:9"
    export = [each.replace(HOST, here) for each in (shown, attachment(50, "2019/a.png"))]
    told = case.take(*export, host=here, options=("--download",))
    assert "diese Adresse führt in ein privates Netz, nicht ins Internet" in told.err
    assert "1 Beitrag übernommen" in told.out
    assert case.errors() == []
