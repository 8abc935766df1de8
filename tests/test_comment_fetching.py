"""A pipeline fetches approved comments from the site's own inbox: both are real, and talk over HTTP."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from inbox_case import OWNER, SECRETS, SITE, InboxCase
from nginx import free_port, wait_for
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.inbox.moderation import approve, reject
from waiting import PATIENCE

Fetch = Callable[[], tuple[int, str, str]]

CONFIG = f"address: http://127.0.0.1/\nsites: [{{id: {SITE}, manifest: inbox.json, owner: {OWNER}}}]\n"


class Answered(msgspec.Struct, frozen=True):
    """An inbox that serves, and the port it serves at."""

    case: InboxCase
    process: subprocess.Popen[bytes]
    port: int


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answered]:
    """`sitegen inbox serve` over the store of a case."""
    keys = " ".join(f"{key.kid}:{base64.b64encode(key.secret).decode()}" for key in SECRETS.keys)
    monkeypatch.setenv("SITEGEN_INBOX_KEYS", keys)
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", SECRETS.export_token)
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "inbox.yaml").write_text(CONFIG, "utf-8")
    case = InboxCase(folder)
    case.clock.now = datetime.now(UTC)
    port = free_port()
    call = [sys.executable, "-m", "sitegen", "inbox", "serve", "--port", str(port)]
    with subprocess.Popen(call, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield Answered(case, process, port)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)
            case.close()


@pytest.fixture
def site(tmp_path: Path, inbox: Answered) -> SiteCase:
    """A site whose forms go to that inbox."""
    delivery = f"delivery: {{provider: inbox, address: 'http://127.0.0.1:{inbox.port}/', site: {SITE}}}\n"
    settings = f"title: Büro Test\nurl: https://www.example.org/\n{delivery}"
    return SiteCase.of(tmp_path / "site", {}, settings=settings)


@pytest.fixture
def fetch(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> Fetch:
    def call() -> tuple[int, str, str]:
        code = run(["comment", "fetch", "--site", str(site.root)])
        out, err = (text.replace("\u00a0", " ") for text in capsys.readouterr())
        return code, out, err

    return call


def files(site: SiteCase) -> set[str]:
    return {path.stem for path in (site.root / "content/comments").rglob("*.md")}


def test_approved_comments_come_and_withdrawn_ones_go(inbox: Answered, site: SiteCase, fetch: Fetch) -> None:
    comment, other = inbox.case.comment(), inbox.case.comment(text="Noch einer")
    assert fetch() == (0, "Es gibt nichts Neues.\n", "")
    approve(inbox.case.desk, comment.id, by="cli")
    assert fetch() == (0, "Geholt: 1 neuer oder geänderter Kommentar.\n", "")
    assert files(site) == {comment.id}
    assert "krueger.example" in (site.root / f"content/comments/{comment.post}/{comment.id}.md").read_text("utf-8")
    approve(inbox.case.desk, other.id, by="cli")
    reject(inbox.case.desk, comment.id, by="cli")
    assert fetch() == (0, "Geholt: 1 neuer oder geänderter Kommentar, 1 zurückgenommener.\n", "")
    assert files(site) == {other.id}
    assert fetch() == (0, "Es gibt nichts Neues.\n", "")


def test_when_nobody_answers_everything_stays(
    inbox: Answered, site: SiteCase, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    comment = inbox.case.comment()
    approve(inbox.case.desk, comment.id, by="cli")
    fetch()
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", "ein anderes Geheimnis")
    assert fetch() == (1, "", "Der Eingang kennt dieses Geheimnis nicht. Es bleibt bei den Kommentaren, die da sind.\n")
    monkeypatch.delenv("SITEGEN_EXPORT_TOKEN")
    code, _, err = fetch()
    assert (code, "SITEGEN_EXPORT_TOKEN" in err) == (1, True)
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", SECRETS.export_token)
    inbox.process.terminate()
    inbox.process.wait(timeout=PATIENCE)
    code, _, err = fetch()
    assert (code, err.startswith("Der Eingang antwortet nicht, wie er soll.")) == (1, True)
    assert files(site) == {comment.id}


def test_a_site_without_an_inbox_has_nothing_to_fetch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", "x")
    SiteCase.of(tmp_path, {})
    assert run(["comment", "fetch", "--site", str(tmp_path)]) == 1
    assert "In site.yaml steht kein eigener Eingang" in capsys.readouterr().err
