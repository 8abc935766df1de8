"""Whether a page shows the comment that was handed over: a real web server is asked until it does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import POST, SITE, InboxCase, manifest
from inbox_publishing import approved, case, site, work
from mail_server import MailServer
from sitegen.inbox.config import Publish
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.moderation import reject
from sitegen.inbox.publishing.page import LARGEST, page_holds
from sitegen.inbox.records import Item, State
from sitegen.inbox.worker import Worker
from sitegen.model.inbox_manifest import InboxManifest, ManifestPost

__all__ = ["case", "site"]


class Web:
    """A real web server with one page."""

    def __init__(self) -> None:
        self.page = "<p>Noch nichts</p>"
        self.location = ""
        self.moved = False
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                target = "/neu/" if web.moved and self.path != "/neu/" else web.location
                self.send_response(302 if target else 200)
                if target:
                    self.send_header("Location", target)
                self.end_headers()
                with suppress(OSError):  # whoever has seen enough hangs up
                    self.wfile.write(web.page.encode())

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - named by http.server
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def web(case: InboxCase, site: Path) -> Iterator[Web]:
    assert site.is_dir()
    running = Web()
    case.write_manifest(on(running.url))
    case.clock.move(61)
    yield running
    running.close()


def on(url: str) -> InboxManifest:
    """The site at that address."""
    return replace(manifest(), url=url, posts=(ManifestPost(id=POST, title="Rechnungen", url=f"{url}blog/"),))


def look(case: InboxCase) -> None:
    """Look at the pages that are due."""
    Worker(case.desk, {"probe": HANDLERS["probe"]}).run_once()


def events(case: InboxCase, item: Item) -> list[str]:
    """What was told of an item."""
    return [job.id.split(":")[1] for job in case.jobs("event") if job.item == item.id]


def test_published_is_told_when_the_page_shows_it(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    case.clock.move(31)
    look(case)
    assert "comment.published" not in events(case, item)

    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)
    case.clock.move(3600)
    look(case)

    assert events(case, item).count("comment.published") == 1
    assert "publish.failed" not in events(case, item)
    assert not case.jobs("probe")


def test_what_was_withdrawn_is_not_looked_for(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    reject(case.desk, item.id, by="link")
    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)

    assert "comment.published" not in events(case, item)
    assert [job.due for job in case.jobs("probe") if job.due <= case.clock()] == []


def test_a_site_that_is_no_longer_served_here_shows_nothing(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    web.page = f'<article id="kommentar-{item.id}">'
    case.configure(sites=())
    case.clock.move(31)
    look(case)

    assert "comment.published" not in events(case, item)


def test_a_comment_that_does_not_appear_is_told_once(case: InboxCase, web: Web) -> None:
    case.configure(mail=MailServer().settings())
    items = [approved(case, "Eins"), approved(case, "Zwei")]
    work(case)
    for _ in range(5):
        case.clock.move(600)
        look(case)

    assert [job.id for job in case.jobs("mail")] == [f"mail:page.missing:{SITE}:{items[0].id}"]
    web.page = "".join(f'<article id="kommentar-{item.id}">' for item in items)
    case.clock.move(3600)
    look(case)
    assert [events(case, item).count("comment.published") for item in items] == [1, 1]


def test_a_page_that_leads_elsewhere_is_not_followed(case: InboxCase, web: Web) -> None:
    other = Web()
    item = approved(case)
    other.page = f'<article id="kommentar-{item.id}">'
    web.location = other.url
    work(case)
    case.clock.move(31)

    look(case)
    other.close()

    assert "comment.published" not in events(case, item)


def test_a_page_that_moved_within_its_site_is_followed(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    web.page = f'<article id="kommentar-{item.id}">'
    web.moved = True
    case.clock.move(31)

    look(case)

    assert "comment.published" in events(case, item)


@pytest.mark.parametrize("url", ["http://example.org/", "ftp://127.0.0.1/", "keine Adresse", "http://[::1"])
def test_other_addresses_are_not_asked(url: str) -> None:
    assert not page_holds(url, "x", home=url)


def test_a_page_is_read_up_to_a_limit(web: Web) -> None:
    web.page = "x" * (LARGEST + 100_000) + "gesucht"

    assert not page_holds(web.url, "gesucht", home=web.url)


def test_what_is_fetched_is_published_when_it_appears(case: InboxCase, web: Web) -> None:
    case.configure_site(publish=Publish(to="export"))
    item = approved(case)
    work(case)
    assert case.item(item.id).state is State.APPROVED

    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)

    assert case.item(item.id).state is State.PUBLISHED
    assert "comment.published" in events(case, item)
