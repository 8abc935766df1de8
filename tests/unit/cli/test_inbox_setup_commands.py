"""`sitegen inbox` while it is set up: new settings, keys, what is missing, a mail to try."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inbox_case import SITE, InboxCase
from inbox_commands import CONFIG, Call, case, inbox
from mail_server import MailServer
from sitegen.cli import inbox_wording

__all__ = ["case", "inbox"]


def test_new_settings_are_made_once(sitegen: Call, tmp_path: Path) -> None:
    done = sitegen("inbox", "new")
    assert (done.code, done.err) == (0, "")
    assert "sitegen inbox check" in done.out
    before = (tmp_path / "inbox.yaml").read_bytes()
    assert "SG003" in sitegen("inbox", "new").err
    assert (tmp_path / "inbox.yaml").read_bytes() == before


def test_keys_are_fresh_and_can_be_used(sitegen: Call, monkeypatch: pytest.MonkeyPatch, case: InboxCase) -> None:
    first, second = sitegen("inbox", "keys", "--name", "k2"), sitegen("inbox", "keys", "--name", "k2")
    assert first.out != second.out
    assert first.err == inbox_wording.KEYS_HINT + "\n"
    lines = dict(line.split("=", 1) for line in first.out.splitlines())
    assert list(lines) == ["SITEGEN_INBOX_KEYS", "SITEGEN_FORM_KEY", "SITEGEN_EXPORT_TOKEN"]
    assert lines["SITEGEN_INBOX_KEYS"].startswith("k2:")
    for name, value in lines.items():
        monkeypatch.setenv(name, value)
    assert sitegen("inbox", "check").code == 0
    assert case.folder.joinpath("inbox.yaml").is_file()


def test_a_key_has_a_short_name(sitegen: Call) -> None:
    assert sitegen("inbox", "keys", "--name", "Mein Schlüssel").code == 2


def test_check_says_what_is_missing(inbox: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert inbox("check").out == "In Ordnung: inbox.yaml\n"
    monkeypatch.delenv("SITEGEN_INBOX_KEYS")
    done = inbox("check")
    assert (done.code, done.out) == (1, "")
    assert "SG770" in done.err
    (case.folder / "inbox.yaml").write_text(CONFIG.replace("owner:", "ownr:"), "utf-8")
    done = inbox("check")
    assert done.code == 1
    assert "inbox.yaml:7:5" in done.err


def test_settings_may_lie_elsewhere(
    sitegen: Call, case: InboxCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert "SG773" in sitegen("inbox", "list").err
    assert sitegen("inbox", "list", "--config", str(case.folder / "inbox.yaml")).code == 0
    monkeypatch.setenv("SITEGEN_INBOX_CONFIG", str(case.folder / "inbox.yaml"))
    assert sitegen("inbox", "list").code == 0


def test_warnings_are_for_those_who_set_up(inbox: Call, case: InboxCase) -> None:
    (case.folder / "inbox.yaml").write_text(CONFIG.partition("mail:")[0], "utf-8")
    assert inbox("list").err == ""
    done = inbox("check")
    assert (done.code, done.out) == (0, "In Ordnung: inbox.yaml\n")
    assert "SG785" in done.err


def test_broken_settings_stop_every_command(inbox: Call, case: InboxCase) -> None:
    (case.folder / "inbox.yaml").write_text(CONFIG.replace("owner:", "ownr:"), "utf-8")
    done = inbox("list")
    assert (done.code, done.out) == (1, "")
    assert "inbox.yaml:7:5" in done.err


def test_without_the_extra_it_says_how_to_get_it(inbox: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = inbox("list")
    assert (done.code, done.err) == (1, inbox_wording.EXTRA_MISSING + "\n")
    assert "pip install 'sitegen[inbox]'" in done.err


def test_without_keys_nothing_is_opened(inbox: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_INBOX_KEYS")
    done = inbox("list")
    assert (done.code, done.out) == (1, "")
    assert "SG770" in done.err


def test_a_testmail_arrives_or_says_why_not(inbox: Call, case: InboxCase) -> None:
    done = inbox("testmail")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{SITE}: Die Mail ging nicht hinaus. ")
    with MailServer() as server:
        (case.folder / "inbox.yaml").write_text(CONFIG.replace("PORT", str(server.port)), "utf-8")
        assert inbox("testmail", "--site", SITE).code == 0
        assert len(server.received) == 1
    done = inbox("testmail", "--site", "andere")
    assert done.err == f"Eine Website „andere“ steht nicht in inbox.yaml. Dort stehen: {SITE}.\n"


def test_the_group_without_a_command_shows_its_help(sitegen: Call) -> None:
    done = sitegen("inbox")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Aufruf: sitegen inbox [OPTIONEN] BEFEHL …")
    assert "Meinten Sie „status“?" in sitegen("inbox", "staus").err
