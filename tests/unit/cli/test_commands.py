"""The small commands: what they make, print and refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

PASTED = (
    "Ein Absatz, der länger ist als jede Zeile, die jemand von Hand umbrechen würde, "
    "weil er aus einem Schreibprogramm eingefügt ist.\n"
)


def test_explain_shows_one_code_in_any_spelling(sitegen: Call) -> None:
    assert sitegen("explain", "sg003").out.startswith("SG003 (Fehler): Die Datei „…“ gibt es schon.\n\n")


def test_explain_without_a_code_lists_all(sitegen: Call) -> None:
    outcome = sitegen("explain")
    assert outcome.code == 0
    assert "SG001  Fehler: Hier liegt keine Website" in outcome.out


def test_schema_prints_the_one_asked_for(sitegen: Call) -> None:
    assert json.loads(sitegen("schema").out)["title"] == "Einstellungen der Website"
    assert "date" in json.loads(sitegen("schema", "post").out)["properties"]


def test_schema_writes_all_into_the_site_and_renews_them(sitegen: Call, site: Path) -> None:
    assert sitegen("schema", "--write", "--site", "büro").code == 0
    (site / ".schema/post.schema.json").write_text("alt", encoding="utf-8")
    outcome = sitegen("--site", "büro", "schema", "--write")
    assert "Geschrieben: büro/.schema/post.schema.json\n" in outcome.out
    assert len(list((site / ".schema").iterdir())) == 5
    assert (site / ".schema/post.schema.json").read_text(encoding="utf-8") != "alt"


def test_a_folder_without_settings_is_no_site(sitegen: Call, tmp_path: Path) -> None:
    outcome = sitegen("add", "post", "Titel")
    assert outcome.code == 1
    assert outcome.err.startswith(f"SG001  Hier liegt keine Website: In „{tmp_path}“ gibt es keine Datei")


def test_a_named_folder_is_taken_at_its_word(sitegen: Call, site: Path) -> None:
    (site / "content").mkdir()
    outcome = sitegen("add", "post", "Titel", "--site", str(site / "content"))
    assert outcome.code == 1
    assert "SG001" in outcome.err


def test_the_site_is_found_above_and_said(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "content/blog").mkdir(parents=True)
    monkeypatch.chdir(site / "content/blog")
    outcome = sitegen("add", "post", "Titel", "--at", "2026-12-24")
    assert outcome.code == 0
    assert outcome.err == f"Website: {site} (in einem Ordner darüber gefunden)\n"
    assert outcome.out.startswith("Angelegt: 2026-12-24-titel.md\n")


def test_the_site_named_after_the_command_counts_more(sitegen: Call, site: Path, tmp_path: Path) -> None:
    assert sitegen("--site", str(tmp_path), "add", "page", "Titel", "--site", "büro").code == 0
    assert (site / "content/titel.md").is_file()


def test_add_joins_words_without_quotes(sitegen: Call, site: Path) -> None:
    assert sitegen("--site", "büro", "add", "post", "Tipp", "#3", "für", "Sie", "--at", "5.3.2026").code == 0
    text = (site / "content/blog/2026-03-05-tipp-3-fuer-sie.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Tipp #3 für Sie\ndate: 2026-03-05\nid: tipp-3-fuer-sie\ndraft: true\n")


def test_add_tells_the_owner_what_comes_next(sitegen: Call, site: Path) -> None:
    outcome = sitegen("add", "service", "Ablage", "--site", str(site))
    assert "löschen Sie die Zeile „draft: true“" in outcome.out


def test_add_never_overwrites(sitegen: Call, site: Path) -> None:
    sitegen("--site", "büro", "add", "page", "Titel")
    (site / "content/titel.md").write_text("meins", encoding="utf-8")
    outcome = sitegen("--site", "büro", "add", "page", "Titel")
    assert outcome.code == 1
    assert outcome.err.startswith("SG003  Die Datei „content/titel.md“ gibt es schon.")
    assert (site / "content/titel.md").read_text(encoding="utf-8") == "meins"


def test_add_refuses_a_title_without_letters(sitegen: Call, site: Path) -> None:
    assert sitegen("--site", str(site), "add", "post", "???").err.startswith("SG007  Aus dem Titel „???“")


def test_add_asks_nothing_without_a_terminal(sitegen: Call, site: Path) -> None:
    outcome = sitegen("--site", str(site), "add", "post")
    assert outcome.code == 2
    assert outcome.err.startswith('Es fehlt der Titel. So geht es: sitegen add post "Mein Titel"')


def test_add_asks_for_the_title_on_a_terminal(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.cli.console.is_terminal", lambda _: True)
    monkeypatch.setattr("click.prompt", lambda text: {"Titel": "Gefragt"}[text])
    assert sitegen("--site", str(site), "add", "page").code == 0
    assert (site / "content/gefragt.md").is_file()


def test_fix_says_what_it_did_and_then_finds_nothing_more(sitegen: Call, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("---\ntitle: x\n---\n" + PASTED * 3, encoding="utf-8")
    assert sitegen("fix", "text.md").out == "text.md: 2 Leerzeilen eingefügt.\n"
    assert sitegen("fix", "text.md").out == "text.md: Hier fehlt keine Leerzeile.\n"


def test_fix_finds_files_as_findings_name_them(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "content/blog").mkdir(parents=True)
    (site / "content/a.md").write_text(PASTED * 2, encoding="utf-8")
    monkeypatch.chdir(site / "content/blog")
    assert sitegen("fix", "content/a.md").out == f"{site}/content/a.md: 1 Leerzeile eingefügt.\n"


def test_fix_goes_on_after_a_file_it_cannot_mend(sitegen: Call, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(PASTED * 2, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: x\n", encoding="utf-8")
    outcome = sitegen("fix", "tekst.md", "site.yaml", "text.md")
    assert outcome.code == 1
    assert "SG004  Die Datei „tekst.md“ gibt es nicht." in outcome.err
    assert "Meinten Sie „text.md“?" in outcome.err
    assert "SG005  „site.yaml“ ist keine Markdown-Datei." in outcome.err
    assert outcome.out == "text.md: 1 Leerzeile eingefügt.\n"


def test_fix_refuses_what_is_no_text(sitegen: Call, tmp_path: Path) -> None:
    (tmp_path / "alt.md").write_bytes("Büro".encode("latin-1"))
    outcome = sitegen("fix", "alt.md")
    assert outcome.code == 1
    assert outcome.err.startswith("SG101 alt.md:1:2  ")


def test_new_makes_a_site_and_says_what_comes_next(sitegen: Call, tmp_path: Path) -> None:
    outcome = sitegen("new", "Büro Weiß")
    assert outcome.code == 0
    assert (tmp_path / "Büro Weiß/site.yaml").is_file()
    assert '  cd "Büro Weiß"\n  sitegen build\n' in outcome.out


def test_new_touches_no_folder_with_something_in_it(sitegen: Call, site: Path) -> None:
    outcome = sitegen("new", "büro")
    assert outcome.code == 1
    assert outcome.err.startswith("SG002  Der Ordner „büro“ ist nicht leer.")
    assert [path.name for path in site.iterdir()] == ["site.yaml"]
