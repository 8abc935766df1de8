"""Where the inbox learns of a site: a file, a real web server, and what it does when neither answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from inbox_case import SITE, InboxCase, manifest
from sitegen.inbox import manifests
from sitegen.inbox.desk import ManifestUnavailableError


class Site(ThreadingHTTPServer):
    """A web server that serves one manifest and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.body = msgspec.json.encode(manifest())
        self.tag = '"1"'
        self.status = 200
        self.asked: list[str | None] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/inbox.json"


class Answer(BaseHTTPRequestHandler):
    """One request."""

    server: Site

    def do_GET(self) -> None:
        tag = self.headers.get("If-None-Match")
        self.server.asked.append(tag)
        same = self.server.status == 200 and tag == self.server.tag
        self.send_response(304 if same else self.server.status)
        self.send_header("ETag", self.server.tag)
        self.send_header("Location", "https://elsewhere.example/inbox.json")
        self.end_headers()
        if not same:
            self.wfile.write(self.server.body)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the library's signature
        """Be quiet."""


@contextmanager
def served() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


def test_a_file_is_read_again_after_a_minute(inbox: InboxCase) -> None:
    assert inbox.desk.manifest(SITE) == manifest()
    inbox.write_manifest(replace(manifest(), title="Büro Morgen"))
    inbox.clock.move(59)
    assert inbox.desk.manifest(SITE).title == "Büro Nachmittag"
    inbox.clock.move(1)
    assert inbox.desk.manifest(SITE).title == "Büro Morgen"
    inbox.clock.move(60)
    assert inbox.desk.manifest(SITE).title == "Büro Morgen"


def test_a_clock_that_is_set_back_stops_no_reading(inbox: InboxCase) -> None:
    assert inbox.desk.manifest(SITE).title == "Büro Nachmittag"
    inbox.write_manifest(replace(manifest(), title="Büro Morgen"))
    inbox.clock.move(-86_400)
    assert inbox.desk.manifest(SITE).title == "Büro Morgen"


@pytest.mark.parametrize("rubbish", [b"", b"{}", b'{"format": 1', b"\xff", b"[1]", b'{"x":' + b"[" * 100_000], ids=len)
def test_a_file_that_is_broken_changes_nothing(inbox: InboxCase, rubbish: bytes) -> None:
    inbox.desk.manifest(SITE)
    inbox.manifest_path.write_bytes(rubbish)
    inbox.clock.move(60)
    assert inbox.desk.manifest(SITE) == manifest()


def test_what_was_good_once_outlives_a_restart(inbox: InboxCase) -> None:
    inbox.desk.manifest(SITE)
    inbox.manifest_path.unlink()
    again = inbox.open()
    assert again.manifest(SITE) == manifest()
    again.store.close()


def test_a_site_that_never_said_anything_is_unknown(inbox: InboxCase) -> None:
    inbox.manifest_path.unlink()
    for _ in range(2):
        with pytest.raises(ManifestUnavailableError):
            inbox.desk.manifest(SITE)
    inbox.write_manifest(manifest())
    with pytest.raises(ManifestUnavailableError):
        inbox.desk.manifest(SITE)
    inbox.clock.move(60)
    assert inbox.desk.manifest(SITE) == manifest()
    with pytest.raises(KeyError):
        inbox.desk.manifest("eine-andere")


def test_a_file_without_end_is_not_read_to_its_end(inbox: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "LARGEST", 100)
    with pytest.raises(ManifestUnavailableError):
        inbox.desk.manifest(SITE)


def test_a_site_is_asked_once_a_minute_and_only_for_something_newer(inbox: InboxCase) -> None:
    with served() as site:
        desk = inbox.configure_site(manifest=site.address)
        for _ in range(5):
            assert desk.manifest(SITE) == manifest()
        assert site.asked == [None]
        inbox.clock.move(60)
        assert desk.manifest(SITE) == manifest()
        site.body, site.tag = msgspec.json.encode(replace(manifest(), title="Büro Morgen")), '"2"'
        inbox.clock.move(60)
        assert desk.manifest(SITE).title == "Büro Morgen"
        assert site.asked == [None, '"1"', '"1"']


@pytest.mark.parametrize("status", [301, 404, 500, 503])
def test_a_site_that_is_ill_changes_nothing(inbox: InboxCase, status: int) -> None:
    with served() as site:
        desk = inbox.configure_site(manifest=site.address)
        desk.manifest(SITE)
        site.status = status
        inbox.clock.move(60)
        assert desk.manifest(SITE) == manifest()
        assert len(site.asked) == 2
    inbox.clock.move(60)
    assert desk.manifest(SITE) == manifest()


def test_a_site_that_sends_too_much_is_not_listened_to(inbox: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "LARGEST", 100)
    with served() as site, pytest.raises(ManifestUnavailableError):
        inbox.configure_site(manifest=site.address).manifest(SITE)


def test_a_site_that_drips_is_not_waited_for(inbox: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "_SECONDS_IN_ALL", -1.0)
    with served() as site, pytest.raises(ManifestUnavailableError):
        inbox.configure_site(manifest=site.address).manifest(SITE)


def test_many_at_once_ask_once(inbox: InboxCase) -> None:
    with served() as site:
        desk = inbox.configure_site(manifest=site.address)
        threads = [threading.Thread(target=desk.manifest, args=(SITE,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert site.asked == [None]
