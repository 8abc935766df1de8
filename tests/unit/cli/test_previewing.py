"""What an owner reads while a preview runs, and when her browser is opened."""

from __future__ import annotations

import errno
import re
import socket
import sys
import webbrowser
from pathlib import Path

import pytest

from sitegen.build.result import BuildResult, FileChanges
from sitegen.cli.previewing import Teller, open_browser
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.serve.listening import Listening
from sitegen.serve.rebuilding import Built

FAULT = Findings((Diagnostic(code="SG301", span=Span(file="x.md"), facts={"target": "nirgends.md", "cure": "Da."}),))
CLOCK = re.compile(r"^\d\d:\d\d:\d\d  ", re.MULTILINE)


def teller(site: Path, *, host: str = "127.0.0.1", port: int = 8000, opens: bool = False) -> Teller:
    with socket.socket() as unused:
        listening = Listening(socket=unused, host=host, port=port)
    return Teller(site, listening, about="Alles ist zu sehen.", usual=True, opens=opens)


def good(*changed: str, findings: Findings = Findings()) -> Built:  # noqa: B008 -- frozen
    changes = FileChanges(changed=changed, unchanged=3)
    return Built(result=BuildResult(out=Path(), findings=findings, written=True, changes=changes), seconds=0.25)


def faulty() -> Built:
    return Built(result=BuildResult(out=Path(), findings=FAULT, written=False))


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return CLOCK.sub("", capsys.readouterr().out.replace("\u00a0", " "))


def test_where_the_site_is_to_be_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teller(tmp_path).ready()
    assert (
        told(capsys) == "Ihre Website zur Ansicht: http://127.0.0.1:8000/\nAlles ist zu sehen.\nZum Beenden: Strg+C\n\n"
    )


def test_another_port_and_an_open_door_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teller(tmp_path, host="0.0.0.0", port=8001).ready()
    said = told(capsys)
    assert said.startswith("Port 8000 ist belegt, darum antwortet die Vorschau an Port 8001.\n")
    assert "Achtung: Wer in Ihrem Netz ist, kann diese Vorschau sehen" in said


def test_a_build_a_fault_and_its_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teller_of_builds = teller(tmp_path)
    teller_of_builds.built(good("index.html"))
    assert told(capsys) == "1 Datei geändert, 3 unverändert – in 0,2 s.\n"
    teller_of_builds.built(faulty())
    said = told(capsys)
    assert said.startswith("SG301 x.md  ")
    assert said.endswith("Im Browser bleibt der letzte gute Stand erreichbar.\n")
    teller_of_builds.built(faulty())
    assert "SG301" not in told(capsys)
    teller_of_builds.built(good("index.html"))
    assert told(capsys).startswith("Alles ist wieder in Ordnung. 1 Datei geändert")


def test_before_the_first_good_build_none_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teller(tmp_path).built(faulty())
    assert told(capsys).endswith("Auch im Browser steht, was zu ändern ist.\n")


def test_a_disk_that_refuses_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "x"))
    teller(tmp_path).built(Built(result=None, error=error))
    assert "SG006" in capsys.readouterr().err


def test_a_fault_of_ours_is_kept_as_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teller_of_builds = teller(tmp_path)
    teller_of_builds.built(Built(result=None, error=RuntimeError("unser Fehler")))
    said = capsys.readouterr().err
    assert "an Ihren Texten liegt es nicht" in said
    assert "Traceback" not in said
    (report,) = (tmp_path / ".sitegen").glob("crash-*.txt")
    assert "unser Fehler" in report.read_text("utf-8")
    teller_of_builds.built(good())
    assert told(capsys).startswith("Alles ist wieder in Ordnung.")


@pytest.mark.parametrize(("platform", "screen", "opened"), [("linux", ":0", 1), ("linux", "", 0), ("darwin", "", 1)])
def test_a_browser_is_opened_where_there_is_a_screen(
    platform: str, screen: str, opened: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    teller(tmp_path, opens=True).ready()
    teller(tmp_path).ready()
    open_browser("http://localhost/")
    assert addresses == ["http://127.0.0.1:8000/", "http://localhost/"] * opened
