"""However a call ends, it ends in a German sentence and the right exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from sitegen.cli.commands import explain, schema

Call = Callable[..., Any]


def raising(error: BaseException) -> Callable[..., int]:
    """A command's work that ends in `error`."""

    def work(**_: object) -> int:
        raise error

    return work


def test_ctrl_c_ends_with_a_word_and_130(sitegen: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(KeyboardInterrupt()))
    outcome = sitegen("explain")
    assert outcome.code == 130
    assert outcome.err.strip() == "Abgebrochen."


def test_a_question_left_unanswered_is_an_abort(sitegen: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(click.Abort()))
    assert sitegen("explain").code == 130


def test_a_crash_is_told_in_german_and_kept_in_a_report(
    sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(ZeroDivisionError("unser Fehler")))
    monkeypatch.chdir(site)
    outcome = sitegen("explain", "SG001")
    assert outcome.code == 70
    assert "Traceback" not in outcome.err
    assert "In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht." in outcome.err
    assert "Die technischen Einzelheiten zeigt: sitegen --traceback explain SG001" in outcome.err
    (report,) = (site / ".sitegen").glob("crash-*.txt")
    assert str(report) in outcome.err
    kept = report.read_text(encoding="utf-8")
    assert "Aufruf: sitegen explain SG001" in kept
    assert "ZeroDivisionError: unser Fehler" in kept


def test_a_crash_outside_of_any_site_is_reported_elsewhere(
    sitegen: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(ZeroDivisionError()))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    assert sitegen("explain").code == 70
    assert not (tmp_path / ".sitegen").exists()
    assert len(list((tmp_path / "temp").glob("crash-*.txt"))) == 1


def test_the_traceback_is_shown_when_asked_for(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(ZeroDivisionError("unser Fehler")))
    monkeypatch.chdir(site)
    outcome = sitegen("--traceback", "explain")
    assert outcome.code == 70
    assert "Traceback" in outcome.err
    assert "Die technischen Einzelheiten" not in outcome.err


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied", "site.yaml"), "das Recht dazu fehlt"),
        (OSError(28, "No space left on device", b"site.yaml"), "auf dem Datenträger ist kein Platz mehr"),
        (OSError(30, "Read-only file system", "site.yaml"), "der Datenträger ist schreibgeschützt"),
    ],
)
def test_a_refusing_disk_is_a_finding(
    sitegen: Call, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    monkeypatch.setattr(schema.command, "callback", raising(error))
    outcome = sitegen("schema")
    assert outcome.code == 1
    assert outcome.err.startswith(f"SG006  „site.yaml“ lässt sich nicht lesen oder schreiben: {reason}.")


def test_another_refusal_of_the_system_is_our_fault(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    monkeypatch.setattr(schema.command, "callback", raising(FileNotFoundError(2, "No such file", "x")))
    assert sitegen("schema").code == 70


def test_a_crash_whose_report_cannot_be_kept_is_told_all_the_same(
    sitegen: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explain.command, "callback", raising(ZeroDivisionError()))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing/missing"))
    outcome = sitegen("explain")
    assert outcome.code == 70
    assert outcome.err.startswith(
        "In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht.\nDie tech"
    )
