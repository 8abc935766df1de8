"""What pipelines add to the owner's project: `sitegen ci comment`, `pages` and `keep` against a real remote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ci_desk import POST, SITE, Desk, Environment, Output, desk, template
from git_remote import git
from recipe_case import HOSTILE
from sitegen.cli.entry import run

__all__ = ["desk", "template"]


def test_comment_keeps_hostile_text_as_text(
    desk: Desk, capsys: Output, monkeypatch: Environment, tmp_path: Path
) -> None:
    hostile = HOSTILE.format(mark=tmp_path / "mark")
    fields = {"POST": "/blog/eins/", "NAME": "$(id) <b>\nMia", "TEXT": f" Danke!||{hostile} ", "REPLY": "Gern."}
    for name, value in fields.items():
        monkeypatch.setenv(f"SITEGEN_COMMENT_{name}", value)
    assert desk.ci("comment", "--at", "2026-11-21 12:00") == 0
    assert "zu „Erster Beitrag“, mit Ihrer Antwort." in capsys.readouterr().out
    assert desk.subjects() == ["Trage einen Kommentar ein", "Anfang"]
    (asked,) = (text for text in desk.comments() if "parent:" not in text)
    (answer,) = (text for text in desk.comments() if "parent:" in text)
    assert asked.endswith(f"Danke!\n\n{hostile}\n")
    assert '\nname: "$(id) <b> Mia"\n' in asked
    assert "\ndate: 2026-11-21T11:00:00Z\n" in asked
    assert answer.endswith("Gern.\n")
    assert not (tmp_path / "mark").exists()
    monkeypatch.delenv("SITEGEN_COMMENT_REPLY")
    assert desk.ci("comment") == 0
    assert "zu „Erster Beitrag“." in capsys.readouterr().out
    assert len(desk.comments()) == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"POST": ""}, "Einen Beitrag „“ gibt es hier nicht."),
        ({"POST": "../eins"}, "Einen Beitrag „../eins“ gibt es hier nicht."),
        ({"POST": "einz"}, "eins"),
        ({"NAME": " \n\u200b"}, "Es fehlt der Name."),
        ({"NAME": "n" * 81}, "Der Name ist zu lang"),
        ({"TEXT": " || "}, "Der Kommentar hat keinen Text."),
        ({"TEXT": "x" * 8001}, "Der Text ist zu lang"),
        ({"REPLY": "x" * 8001}, "Der Text ist zu lang"),
    ],
)
def test_comment_refuses(
    desk: Desk, capsys: Output, monkeypatch: Environment, wrong: dict[str, str], said: str
) -> None:
    for name, text in {"POST": "eins", "NAME": "Mia", "TEXT": "Danke!", "REPLY": "", **wrong}.items():
        monkeypatch.setenv(f"SITEGEN_COMMENT_{name}", text)
    before = desk.heads
    assert desk.ci("comment") == 1
    assert said in capsys.readouterr().err
    assert desk.heads == before


def test_pages_replace_each_other(desk: Desk, capsys: Output) -> None:
    assert desk.ci("pages") == 1
    assert "Hier ist noch nichts gebaut." in capsys.readouterr().err
    (desk.site / "public").mkdir()
    (desk.site / "public/index.html").write_text("eins")
    (desk.run / ".gitignore").write_text("public\n")
    assert desk.ci("pages") == 0
    (desk.site / "public/index.html").rename(desk.site / "public/neu.html")
    assert desk.ci("pages") == 0
    assert desk.names("pages") == ["neu.html"]
    assert desk.show("index.html", "pages~1") == "eins"
    assert "Die Seiten sind im Zweig „pages“." in capsys.readouterr().out
    assert desk.subjects() == ["Anfang"]


def test_keep_takes_one_file(desk: Desk, capsys: Output) -> None:
    (desk.site / "site.yaml").write_text("title: Neu\n")
    (desk.site / POST).write_text("nicht gefragt")
    assert desk.ci("keep", "site.yaml") == desk.ci("keep", "site.yaml") == 0
    assert capsys.readouterr().out == "site.yaml ist aufgenommen.\nsite.yaml ist schon so, wie es sein soll.\n"
    assert (desk.show(f"{SITE}/site.yaml"), desk.text) == ("title: Neu\n", "anfang")
    assert desk.subjects() == ["Erneuere site.yaml", "Anfang"]
    assert desk.ci("keep", "fehlt.txt") == 1
    assert "Eine Datei fehlt.txt gibt es hier nicht." in capsys.readouterr().err


def test_what_git_refuses_is_said_without_the_token(desk: Desk, capsys: Output, monkeypatch: Environment) -> None:
    monkeypatch.setenv("SITEGEN_TOKEN", "geheim-123")
    desk.hook('echo "protected branch $SITEGEN_TOKEN" >&2; exit 1')
    (desk.site / "site.yaml").write_text("title: Neu\n")
    assert desk.ci("keep", "site.yaml") == 1
    said = capsys.readouterr().err
    assert "Der Lauf darf nicht in Ihr Projekt schreiben." in said
    assert "protected branch …" in said
    assert "geheim" not in said


def test_gitlab_is_told_to_skip(desk: Desk, monkeypatch: Environment) -> None:
    for name, value in {"SITEGEN_FORGE": "gitlab", "CI_COMMIT_BRANCH": "main"}.items():
        monkeypatch.setenv(name, value)
    git("config", "receive.advertisePushOptions", "true", folder=desk.path)
    desk.hook('echo "$GIT_PUSH_OPTION_0" > option')
    (desk.site / "site.yaml").write_text("title: Neu\n")
    assert desk.ci("keep", "site.yaml") == 0
    assert (desk.path / "option").read_text() == "ci.skip\n"


def test_without_forge_site_or_repository(desk: Desk, capsys: Output, monkeypatch: Environment, tmp_path: Path) -> None:
    monkeypatch.delenv("SITEGEN_FORGE")
    assert desk.ci("keep", "site.yaml") == 1
    assert "sagt keine Variable der Umgebung" in capsys.readouterr().err
    assert run(["--site", str(tmp_path / "nirgends"), "ci", "last"]) == 1
    shutil.rmtree(desk.run / ".git")
    assert desk.ci("last") == 1
    assert "git hat abgelehnt: fatal: not a git repository" in capsys.readouterr().err
