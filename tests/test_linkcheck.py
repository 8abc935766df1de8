"""`sitegen check --links` against a real server: politely asked, remembered, and never in the way of anything."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from site_case import NOON, SiteCase
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.cli.entry import run
from sitegen.diagnostics import Diagnostic
from sitegen.linkcheck.answer import Answer, Link, Outcome
from sitegen.linkcheck.asking import InternalError, Reply, ask
from sitegen.linkcheck.check import checked
from sitegen.linkcheck.memory import FILE, due, remember, remembered
from sitegen.linkcheck.round import MOST, PAUSE, Ask, go_round
from waiting import PATIENCE

TODAY = date(2026, 11, 21)
AGENT = "sitegen-test"


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    asked: ClassVar[list[tuple[str, str, str]]] = []
    statuses: ClassVar[dict[str, int]] = {
        "/fine": 200,
        "/gone": 404,
        "/gone-for-good": 410,
        "/fault": 500,
        "/busy": 429,
        "/shut": 403,
        "/b%C3%BCro": 200,
    }
    moves: ClassVar[dict[str, tuple[int, str]]] = {
        "/moved": (301, "/fine"),
        "/moved-twice": (308, "/moved"),
        "/moved-away": (301, "/gone"),
        "/for-now": (302, "/fine"),
        "/for-good-then-now": (301, "/for-now"),
        "/round": (301, "/round"),
        "/to-a-file": (301, "file:///etc/passwd"),
    }

    def answer(self) -> None:
        path = self.path.partition("?")[0]
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if path == "/only-get":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif path in self.moves:
            status, target = self.moves[path]
            self.send_response(status)
            self.send_header("Location", target)
        else:
            self.send_response(self.statuses.get(path, 404))
            if path == "/busy":
                self.send_header("Retry-After", "120")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815 -- the names that the library calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running server."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


ask_anybody = partial(ask, agent=AGENT, may_ask=lambda _ip: True, timeout=PATIENCE)


def outcome_of(address: str) -> Answer:
    return go_round([address], ask_anybody, today=TODAY)[address]


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/fine", Outcome.FINE),
        ("/fine?a=b c#anker", Outcome.FINE),
        ("/büro", Outcome.FINE),
        ("/only-get", Outcome.FINE),
        ("/for-now", Outcome.FINE),
        ("/for-good-then-now", Outcome.FINE),
        ("/gone", Outcome.GONE),
        ("/gone-for-good", Outcome.GONE),
        ("/moved-away", Outcome.GONE),
        ("/moved", Outcome.MOVED),
        ("/moved-twice", Outcome.MOVED),
        ("/shut", Outcome.SHUT),
        ("/busy", Outcome.BUSY),
        ("/fault", Outcome.BUSY),
        ("/to-a-file", Outcome.UNREACHABLE),
    ],
)
def test_what_a_server_answers(server: str, path: str, outcome: Outcome) -> None:
    assert outcome_of(server + path).outcome is outcome


def test_the_new_address_is_complete_and_keeps_the_anchor(server: str) -> None:
    assert outcome_of(f"{server}/moved-twice#preise").target == f"{server}/fine#preise"


def test_going_round_in_circles_ends(server: str) -> None:
    assert outcome_of(f"{server}/round").outcome is Outcome.FINE  # it answers, and no new address is better


def test_nobody_there() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as httpd:
        port = httpd.server_port
    answer = outcome_of(f"http://127.0.0.1:{port}/")
    assert (answer.outcome, answer.reason) == (Outcome.UNREACHABLE, "Dort nimmt niemand ab")


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "https:///kein-name", "http://x..y/", "http://a:99999/", "ftp://a.example/", "http://ä\u0000/"],
)
def test_what_is_no_address_is_said_and_breaks_nothing(address: str) -> None:
    assert outcome_of(address).outcome is Outcome.UNREACHABLE


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "0.0.0.0"]
)
def test_networks_at_home_are_not_asked(host: str) -> None:
    answer = go_round([f"http://{host}/"], partial(ask, agent=AGENT), today=TODAY)[f"http://{host}/"]
    assert answer.outcome is Outcome.INTERNAL


def test_nobody_is_led_into_a_network_at_home(server: str) -> None:
    def once(_ip: str, seen: list[str] = []) -> bool:  # noqa: B006 -- it is to remember
        seen.append(_ip)
        return len(seen) == 1

    with pytest.raises(InternalError):
        ask(f"{server}/moved", agent=AGENT, may_ask=once)


def test_a_server_knows_who_asks_and_is_asked_head_first(server: str) -> None:
    Server.asked.clear()
    outcome_of(f"{server}/fine")
    outcome_of(f"{server}/only-get")
    assert Server.asked == [("HEAD", "/fine", AGENT), ("HEAD", "/only-get", AGENT), ("GET", "/only-get", AGENT)]


def test_one_after_another_with_a_pause_and_rest_for_who_asks_for_it() -> None:
    waited: list[float] = []
    asked: list[str] = []

    def answer(address: str) -> Reply:
        asked.append(address)
        return Reply(status=503 if address.endswith("2") else 200, address=address, for_good=False)

    addresses = [f"https://a.example/{number}" for number in range(5)]
    answers = go_round(addresses, answer, today=TODAY, wait=waited.append)
    assert asked == addresses[:3]
    assert list(answers) == addresses[:3]
    assert waited == [PAUSE, PAUSE]


def test_never_more_than_so_many_at_once() -> None:
    addresses = [f"https://host-{number}.example/" for number in range(MOST + 20)]
    answers = go_round(
        addresses, lambda address: Reply(status=200, address=address, for_good=False), today=TODAY, wait=lambda _: None
    )
    assert len(answers) == MOST


@pytest.mark.parametrize(
    ("outcome", "days", "asks"),
    [
        (Outcome.FINE, 29, False),
        (Outcome.FINE, 30, True),
        (Outcome.GONE, 0, False),
        (Outcome.GONE, 1, True),
        (Outcome.UNREACHABLE, 1, True),
        (Outcome.MOVED, 6, False),
        (Outcome.MOVED, 7, True),
        (Outcome.FINE, -1, True),
    ],
)
def test_how_long_an_answer_holds(outcome: Outcome, days: int, *, asks: bool) -> None:
    known = {"https://a.example/": Answer(outcome=outcome, asked=TODAY - timedelta(days=days))}
    assert bool(due(known, known, today=TODAY)) is asks


def test_what_was_never_asked_comes_first() -> None:
    known = {"b": Answer(outcome=Outcome.GONE, asked=TODAY - timedelta(days=3))}
    assert due(["b", "a", "a"], known, today=TODAY) == ["a", "b"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff", b'{"a": {"outcome": "x", "asked": "y"}}'])
def test_a_damaged_memory_is_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / ".sitegen").mkdir()
    (tmp_path / FILE).write_bytes(content)
    assert remembered(tmp_path) == {}


def test_a_disk_that_says_no_is_borne(tmp_path: Path) -> None:
    (tmp_path / ".sitegen").write_text("Hier liegt eine Datei.")
    remember(tmp_path, {"a": Answer(outcome=Outcome.FINE, asked=TODAY)}, today=TODAY)
    assert remembered(tmp_path) == {}


def findings_on(root: Path, text: str, asking: Ask = ask_anybody) -> tuple[Diagnostic, ...]:
    site = SiteCase.of(root, {"content/index.md": f"---\ntitle: Start\n---\n\n{text}\n"})
    result = build(root, BuildOptions(now=NOON, writes=False))
    assert result.court, site.report(result)
    links = [Link(address=address, source=source) for address, source in result.abroad]
    return checked(root, links, asking, today=TODAY, wait=lambda _: None)


def test_each_is_found_where_it_was_typed(server: str, tmp_path: Path) -> None:
    text = f"[a]({server}/gone) [b]({server}/moved)\n[c](http://127.0.0.1:1/) [d]({server}/busy) [e]({server}/fine)"
    findings = findings_on(tmp_path, text)
    assert [(found.code, found.span.line) for found in findings] == [
        ("SG971", 5),
        ("SG972", 5),
        ("SG974", 6),
        ("SG973", 6),
        ("SG976", 0),  # the server asked for rest, so the last one waits
    ]
    assert findings[1].cure.endswith(f"\n{server}/fine")
    assert remembered(tmp_path)[f"{server}/gone"].status == 404


def test_nobody_is_asked_twice_on_one_day(server: str, tmp_path: Path) -> None:
    first = findings_on(tmp_path, f"[a]({server}/gone)")
    Server.asked.clear()
    assert findings_on(tmp_path, f"[a]({server}/gone)") == first
    assert Server.asked == []


def test_without_a_network_nothing_is_remembered(tmp_path: Path) -> None:
    def nobody(address: str) -> Reply:
        raise socket.gaierror(address)

    text = " ".join(f"[{name}](https://{name}.example/)" for name in "abc")
    assert [found.code for found in findings_on(tmp_path, text, nobody)] == ["SG977"]
    assert not (tmp_path / FILE).exists()


def test_the_command_asks_when_told_and_ends_well_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\ntitle: Start\n---\n\nDer [Drucker](http://192.168.1.1/) druckt.\n"
    law = 'legal:\n  off: "Diese Website ist nur für einen Test da."\n'
    SiteCase.of(tmp_path, {"content/index.md": text}, settings=f"title: A\nurl: https://www.example.org/\n{law}")
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 0
    assert "SG975" not in capsys.readouterr().out
    assert run(["check", "--links", "--strict"]) == 0
    assert "SG975 content/index.md:5:15" in capsys.readouterr().out
    (tmp_path / "seiten").mkdir()
    assert run(["check", "--links", "seiten"]) == 2
