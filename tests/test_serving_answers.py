"""What a preview answers and whom: a site below a path, files, faults of addresses, foreign names, and its messages."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from serving_case import FILES, SETTINGS, Serving, clean_build, serving
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.output.place import PREVIEW_FOLDER
from waiting import until

pytestmark = pytest.mark.xdist_group("serving-answers")  # one server for all

VIDEO: Final = bytes(range(256)) * 8


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    settings = SETTINGS.replace("example.org/", "example.org/va/")
    case = SiteCase.of(tmp_path_factory.mktemp("antworten"), FILES, settings=settings)
    (case.root / "static/film.mp4").write_bytes(VIDEO)
    with serving(case, "--no-open") as preview:
        preview.shows("/va/", "Guten Tag")
        yield preview


def test_a_site_below_a_path_is_found_from_the_top(preview: Serving) -> None:
    answer = preview.get("/")
    assert (answer.status, answer.headers["location"]) == (302, "/va/")


def test_a_page_is_german_text_that_nobody_keeps(preview: Serving) -> None:
    answer = preview.get("/va/blog/erster/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers
    assert "etag" not in answer.headers
    assert "livereload.js" in answer.text
    assert b"livereload" not in (preview.folder / "blog/erster/index.html").read_bytes()


@pytest.mark.parametrize("path", ["/va/", "/va/feed.xml", "/va/nichts/"])
def test_head_says_the_same_without_a_body(path: str, preview: Serving) -> None:
    asked, got = preview.get(path, method="HEAD"), preview.get(path)
    assert (asked.status, asked.text) == (got.status, "")
    for name in ("content-type", "content-length"):
        assert asked.headers[name] == got.headers[name]


def test_a_part_of_a_film_can_be_asked_for(preview: Serving) -> None:
    answer = preview.get("/va/film.mp4", Range="bytes=16-31")
    assert (answer.status, answer.headers["content-range"]) == (206, f"bytes 16-31/{len(VIDEO)}")


def test_a_stylesheet_of_an_earlier_build_is_answered_by_its_successor(preview: Serving) -> None:
    answer = preview.get("/va/assets/style.0000000000.css?livereload=1")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")


@pytest.mark.parametrize("path", ["/va/nichts/", "/va/nichts.png", "/anderswo/", "/va/%00", "/%ff%fe", "/va//kontakt/"])
def test_nothing_there_is_the_page_for_that(path: str, preview: Serving) -> None:
    answer = preview.get(path)
    assert answer.status == 404
    assert "livereload.js" in answer.text
    assert '<html lang="de' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/va/../../site.yaml",
        "/va/%2e%2e/%2e%2e/site.yaml",
        "/va/..%2f..%2fsite.yaml",
        "/va/..%5c..%5csite.yaml",
        "/../../../../etc/passwd",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/_sitegen/../web.py",
        "/_sitegen/preview.js/../web.py",
        "/livereload.js/../../site.yaml",
    ],
)
def test_no_address_leads_out_of_the_preview(path: str, preview: Serving) -> None:
    answer = preview.get(path)
    assert answer.status in {400, 404}
    assert "root:" not in answer.text
    assert "title:" not in answer.text


def test_no_link_leads_out_of_the_preview(preview: Serving) -> None:
    (preview.folder / "hinaus.txt").symlink_to(preview.case.root / "site.yaml")
    assert preview.get("/va/hinaus.txt").status == 404
    (preview.folder / "hinaus.txt").unlink()


@pytest.mark.parametrize("path", ["/va/", "/va/feed.xml", "/livereload.js", "/_sitegen/preview.js", "/livereload"])
@pytest.mark.parametrize("host", ["boese.example", "boese.example:80", "127.0.0.1.boese.example", "192.0.2.7"])
def test_nobody_is_answered_by_a_foreign_name(host: str, path: str, preview: Serving) -> None:
    answer = preview.get(path, Host=host)
    assert answer.status == 403
    assert "Guten Tag" not in answer.text
    assert "Hier antwortet die Vorschau nicht" in answer.text


def test_this_machine_has_several_names(preview: Serving) -> None:
    assert preview.get("/va/", Host=f"localhost:{preview.port}").status == 200


def test_forms_are_not_for_a_preview(preview: Serving) -> None:
    answer = preview.get("/va/kontakt/", method="POST")
    assert answer.status == 405
    assert "In der Vorschau wird nichts versendet" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_else_is_done_and_all_is_said_in_german(method: str, preview: Serving) -> None:
    answer = preview.get("/va/", method=method)
    assert answer.status == 405
    assert "Not Allowed" not in answer.text


def test_nobody_is_led_to_another_host(preview: Serving) -> None:
    answer = preview.get("//boese.example/va?letzter-guter-stand")
    assert not answer.headers.get("location", "").startswith(("//", "http"))


# What a browser hears


@asynccontextmanager
async def listening(preview: Serving, path: str) -> AsyncIterator[WebSocketClientConnection]:
    """A page that is open while the block runs, as livereload's script says so."""
    connection = await websocket_connect(f"ws://127.0.0.1:{preview.port}/livereload", connect_timeout=10)
    try:
        await connection.write_message(json.dumps({"command": "hello", "protocols": []}))
        hello = await connection.read_message()
        assert isinstance(hello, str)
        assert json.loads(hello)["command"] == "hello"
        url = f"{preview.address}{path.lstrip('/')}#unten"
        await connection.write_message(json.dumps({"command": "info", "url": url}))
        yield connection
    finally:
        await closed(connection)


async def closed(connection: WebSocketClientConnection) -> None:
    """Close a connection and wait until the other side has done so, too."""
    connection.close()
    while await connection.read_message() is not None:
        pass


async def heard(connection: WebSocketClientConnection, seconds: float = 20) -> dict[str, object]:
    message = await asyncio.wait_for(_read(connection), seconds)
    assert isinstance(message, str)
    return dict(json.loads(message))


async def _read(connection: WebSocketClientConnection) -> str | bytes | None:
    return await connection.read_message()


def test_only_who_shows_a_changed_page_is_told(preview: Serving) -> None:
    async def check() -> None:
        for path in ("/va/blog/erster/", "/va/kontakt/"):
            preview.get(path)
        async with listening(preview, "/va/blog/erster/") as changed, listening(preview, "/va/kontakt/") as same:
            preview.case.edit("content/blog/erster.md", "Ein Satz.", "Zwei Sätze.")
            assert (await heard(changed))["command"] == "reload"
            with pytest.raises(TimeoutError):
                await heard(same, seconds=1)
            preview.case.edit("content/kontakt.md", "Hier bin ich.", "Hier.")
            assert (await heard(same))["path"] == "*"

    asyncio.run(check())


def test_who_missed_a_change_is_told_on_joining(preview: Serving) -> None:
    async def check() -> None:
        preview.get("/va/")
        preview.case.edit("content/index.md", "Guten Tag.", "Guten Abend.")
        preview.shows("/va/blog/zweiter/", "Siehe")  # another page: what was served last of the first is old
        until(lambda: b"Abend" in (preview.folder / "index.html").read_bytes(), "the page in its place")
        async with listening(preview, "/va/") as late:
            assert (await heard(late))["command"] == "reload"

    asyncio.run(check())


def test_a_stylesheet_alone_is_swapped(preview: Serving) -> None:
    async def check() -> None:
        preview.get("/va/")
        async with listening(preview, "/va/") as page:
            preview.case.write("layouts/style.css", "main { color: teal }\n")
            said = await heard(page)
        assert str(said["path"]).startswith("/va/assets/style.")
        assert said["liveCSS"] is True

    asyncio.run(check())


@pytest.mark.parametrize("origin", ["http://boese.example", "null"])
def test_no_foreign_page_listens(origin: str, preview: Serving) -> None:
    async def check() -> None:
        request = HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": origin})
        with pytest.raises(HTTPClientError, match="403"):
            await websocket_connect(request)

    asyncio.run(check())


@pytest.mark.parametrize("message", ["kein JSON", "[]", "{}", '{"command": "info"}', '{"command": 7, "url": []}'])
def test_nonsense_ends_a_connection_and_nothing_else(message: str, preview: Serving) -> None:
    async def check() -> None:
        connection = await websocket_connect(f"ws://127.0.0.1:{preview.port}/livereload")
        await connection.write_message(message)
        with contextlib.suppress(WebSocketClosedError):
            await connection.write_message(json.dumps({"command": "info", "url": "::"}))
        await closed(connection)

    asyncio.run(check())
    assert preview.get("/va/").status == 200


# The site at another time


def test_a_preview_at_an_instant_is_the_site_of_that_instant(tmp_path: Path) -> None:
    files = {**FILES, "content/blog/kommt.md": "---\ntitle: Kommt\ndate: 2026-12-24T08:00\n---\n\nDa.\n"}
    case = SiteCase.of(tmp_path, files, settings=SETTINGS)
    call = ["preview", "--site", str(case.root), "--no-open", "--at"]
    assert run([*call, "2026-12-24T07:59"]) == 0
    assert not (case.root / PREVIEW_FOLDER / "blog/kommt").exists()
    assert run([*call, "2026-12-24T08:00"]) == 0
    preview = {
        path.relative_to(case.root / PREVIEW_FOLDER): path.read_bytes()
        for path in (case.root / PREVIEW_FOLDER).rglob("*")
        if path.is_file()
    }
    assert not (case.root / "public").exists()
    assert case.build(now=datetime.fromisoformat("2026-12-24T08:00+01:00")).written
    public = {path.relative_to(case.out): path.read_bytes() for path in case.out.rglob("*") if path.is_file()}
    assert preview == public


def test_files_are_those_of_a_clean_build(preview: Serving, tmp_path: Path) -> None:
    preview.comes_to(clean_build(preview.case.root, tmp_path / "rein"), "the files of a clean build")
