"""`sitegen comment`, from the pasted mail to the published file, as its owner types it."""

from __future__ import annotations

import io
import json
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import comment_wording, wording

Call = Callable[..., Any]

SETTINGS = "title: Büro\nurl: https://www.example.org/\nbusiness: {owner: Eva Müller}\n"
POST = "---\ntitle: Ablage ohne Angst\ndate: 2026-11-01\nid: ablage\n---\n\nText.\n"
MAIL = """Name: Anna K.
E-Mail: anna@post.example
Kommentar: Hallo **Eva**, schreib mir: anna@post.example
Beitrag: ablage
IP: 203.0.113.7
"""
AT = ("--at", "2026-11-21T12:00")


class Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def comment(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """`comment("list", piped="…")` in a site with one post; "#1" stands for the id at the head of the list."""
    (site / "content/blog").mkdir(parents=True)
    (site / "content/blog/2026-11-01-ablage.md").write_text(POST, "utf-8")
    (site / "site.yaml").write_text(SETTINGS, "utf-8")

    def call(*args: str, piped: str | bytes = "") -> Any:  # noqa: ANN401 -- the outcome of another fixture
        raw = piped.encode() if isinstance(piped, str) else piped
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        clock = AT if args[0] in {"add", "approve", "reply"} else ()
        return sitegen("comment", *map(meant, args), "--site", str(site), *clock)

    def meant(word: str) -> str:
        if not re.fullmatch(r"#\d", word):
            return word
        listed = json.loads(sitegen("comment", "list", "--all", "--format", "json", "--site", str(site)).out)
        return str(listed[int(word[1:]) - 1]["comment"]["id"])

    return call


@pytest.fixture
def edits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """`edits("sed -i …")`: somebody sits there, and this is what the editor does with the file `$1`."""

    def set_up(script: str) -> None:
        editor = tmp_path / "editor"
        editor.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("EDITOR", str(editor))
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setattr("sitegen.cli.console.is_terminal", lambda stream: stream is sys.stdin)

    return set_up


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in (site / "content/comments").rglob("*.md"))


def everything(site: Path) -> str:
    return "".join(path.read_text("utf-8") for path in site.rglob("*") if path.is_file())


def test_a_mail_becomes_a_comment_that_waits(comment: Call, site: Path) -> None:
    done = comment("add", piped=MAIL)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Verstanden:\n"
        "  Beitrag  „Ablage ohne Angst“\n"
        "  Name     Anna K.\n"
        "  Datum    21. November 2026, 12:00 Uhr\n\n"
        "    Hallo **Eva**, schreib mir: [E-Mail-Adresse entfernt]\n\n"
        "Weggelassen: die E-Mail-Adresse, Angaben zu Gerät und Anschluss (etwa die IP-Adresse), "
        "eine E-Mail-Adresse im Text.\n"
    )
    (path,) = files(site)
    assert re.fullmatch(r"content/comments/_pending/ablage/[0-9A-Z]{26}\.md", path)
    assert f"Der Kommentar wartet: büro/{path}\n" in done.out
    assert "/content/comments/_pending/\n" in (site / ".gitignore").read_text("utf-8")
    assert "anna@" not in everything(site)
    assert "203.0.113.7" not in everything(site)


def test_a_saved_mail_is_read(comment: Call, site: Path, tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(
        b"Message-ID: <1@forms.example>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0100\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nName: J=C3=BCrgen\r\nNachricht: Sch=C3=B6n\r\n"
    )
    done = comment("add", "mail.eml", "--post", "https://www.example.org/blog/ablage/")
    assert done.code == 0
    assert (
        "Jürgen\n  Datum    20. November 2026, 08:00 Uhr\n\n    Schön\n\nWeggelassen: Kopfzeilen der Mail." in done.out
    )
    assert "forms.example" not in everything(site)


def test_a_mail_is_pasted_into_the_editor(comment: Call, edits: Callable[[str], None]) -> None:
    edits("""printf 'Beitrag: ablage\\nKommentar: Aus dem Editor\\n' | cat - "$1" > "$1.neu"; mv "$1.neu" "$1" """)
    done = comment("add")
    assert done.code == 0
    assert "    Aus dem Editor\n\nDer Kommentar wartet" in re.sub(r"In \.gitignore.*\n", "", done.out)


def test_nothing_pasted_is_nothing_added(comment: Call, site: Path, edits: Callable[[str], None]) -> None:
    edits("exit 0")
    assert comment("add", "--post", "ablage").code == 1
    edits("exit 1")
    done = comment("add", "--post", "ablage")
    assert (done.code, done.err) == (1, comment_wording.NO_EDITOR + "\n")
    assert files(site) == []


@pytest.mark.parametrize(
    ("args", "mail", "sentence"),
    [
        ((), "Kommentar: Hallo", "Aus der Mail geht nicht hervor, zu welchem Beitrag"),
        ((), "Beitrag: ablagen\nKommentar: Hallo", "Einen Beitrag „ablagen“ gibt es hier nicht. Meinten Sie „ablage“?"),
        (("--post", "steuer"), "Hallo", "Einen Beitrag „steuer“ gibt es hier nicht."),
        (("--post", "ablage"), "Name: Anna", "Darin ist kein Kommentar zu finden."),
        (("--post", "ablage"), "Kommentar: " + "x" * 9000, "Der Kommentar ist zu lang"),
        (("fehlt.eml",), "", "Die Datei „fehlt.eml“ gibt es nicht."),
        ((), "x" * 1_100_000, "Das ist zu groß"),
    ],
)
def test_what_is_not_clear_is_said_and_nothing_written(
    comment: Call, site: Path, args: tuple[str, ...], mail: str, sentence: str
) -> None:
    done = comment("add", *args, piped=mail)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(sentence)
    assert files(site) == []


def test_a_post_whose_id_is_no_folder_is_told(comment: Call, site: Path) -> None:
    (site / "content/blog/2026-11-02-oben.md").write_text(POST.replace("id: ablage", "id: ../oben"), "utf-8")
    done = comment("add", "--post", "../oben", piped="Hallo")
    assert (done.code, done.err.startswith("Der Beitrag hat die Kennung „../oben“")) == (1, True)
    assert files(site) == []


def test_the_same_mail_is_taken_once(comment: Call, site: Path) -> None:
    assert comment("add", piped=MAIL).code == 0
    done = comment("add", piped=MAIL)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Diesen Kommentar gibt es schon: ")
    comment("approve", "#1")
    assert comment("add", piped=MAIL).code == 1
    assert len(files(site)) == 1


def test_a_name_that_the_mail_does_not_say_is_said(comment: Call) -> None:
    done = comment("add", "--post", "ablage", "--name", "Anna  K.", piped="Nur der Text.")
    assert "  Name     Anna K.\n" in done.out


def test_an_answer_to_what_still_waits_is_told(comment: Call, site: Path) -> None:
    comment("add", "--post", "ablage", piped="Zuerst")
    (path,) = files(site)
    comment("add", "--post", "ablage", piped=f"Kommentar: Dann\nAntwort auf: {Path(path).stem}")
    assert f"Er antwortet auf einen Kommentar, der noch wartet: {Path(path).stem[-6:]}." in comment("approve", "#2").out
    assert "der noch wartet" not in comment("approve", "#1").out


def test_several_posts_are_listed(comment: Call, site: Path) -> None:
    (site / "content/blog/2026-11-02-steuer.md").write_text(POST.replace("lage", "gabe"), "utf-8")
    done = comment("add", piped="Kommentar: Abgabe ohne Angst, Ablage ohne Angst")
    assert done.err.endswith("welcher es ist:\n  ablage  „Ablage ohne Angst“\n  abgabe  „Abgabe ohne Angst“\n")


def test_the_newest_is_last_in_the_list(comment: Call) -> None:
    for day, name in ((3, "Zoe"), (2, "Ben")):
        mail = f"Date: {day} Nov 2026 08:00:00 +0100\nMIME-Version: 1.0\n\nName: {name}\nKommentar: {'Wort ' * 40}"
        comment("add", "--post", "ablage", piped=mail)
    done = comment("list")
    lines = done.out.splitlines()
    assert lines[0] == "Es warten:"
    assert re.fullmatch(r"  \w{6}  2\. November 2026, 08:00 Uhr  Ben  zu „Ablage ohne Angst“", lines[1])
    assert lines[2] == "          " + "Wort " * 17 + "Wort …"
    assert "Zoe" in lines[3]
    first = lines[1].split()[0]
    assert lines[-1] == f"Freigeben: sitegen comment approve {first} · ganz lesen: sitegen comment show {first}"


def test_a_list_for_programs(comment: Call) -> None:
    comment("add", piped=MAIL)
    (read,) = json.loads(comment("list", "--format", "json").out)
    assert (read["state"], read["comment"]["name"]) == ("pending", "Anna K.")


def test_nothing_there_is_said(comment: Call) -> None:
    assert comment("list").out == "Kein Kommentar wartet.\n"
    assert comment("list", "--all").out == "Es gibt noch keine Kommentare.\n"


def test_a_comment_is_shown_whole(comment: Call) -> None:
    comment(
        "add",
        piped="Kommentar: Hallo\n\n\\# Kein Titel",
    )
    comment("add", "--post", "ablage", piped="Hallo\n\nund mehr")
    done = comment("show", "#1")
    assert "  Name     ohne Namen\n" in done.out
    assert "  Stand    wartet\n" in done.out
    assert done.out.endswith("\n\n    Hallo\n\n    und mehr\n")


def test_approving_and_answering_is_one_step(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    done = comment("approve", "#1", "--reply", "Danke, Anna!")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Freigegeben und beantwortet: Anna K. zu „Ablage ohne Angst“.")
    texts = [(site / path).read_text("utf-8") for path in files(site)]
    assert len(texts) == 2
    assert all(path.startswith("content/comments/ablage/") for path in files(site))
    assert any("type: owner_reply" in text and "Eva Müller" in text and "Danke, Anna!" in text for text in texts)


def test_several_are_approved_at_once(comment: Call, site: Path) -> None:
    for text in ("eins", "zwei", "drei"):
        comment("add", "--post", "ablage", piped=text)
    assert comment("approve", "#1", "#2").code == 0
    assert len([path for path in files(site) if "_pending" in path]) == 1
    assert comment("approve", "#1", "#2", "--reply", "Danke").code == 2


def test_nothing_is_touched_when_one_of_them_is_not_there(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    before = files(site)
    done = comment("approve", "#1", "777777")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Den Kommentar „777777“ gibt es nicht.")
    assert files(site) == before


def test_what_is_published_is_neither_approved_nor_rejected_again(comment: Call) -> None:
    comment("add", piped=MAIL)
    comment("approve", "#1")
    assert "ist schon freigegeben." in comment("approve", "#1").err
    assert "Löschen: sitegen comment delete" in comment("reject", "#1").err


def test_rejecting_leaves_nothing(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    done = comment("reject", "#1")
    assert done.out == "Abgelehnt und gelöscht: Anna K. zu „Ablage ohne Angst“.\n"
    assert files(site) == []


def test_an_answer_wants_a_published_comment(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    assert "wartet noch. Freigeben und antworten in einem Schritt" in comment("reply", "#1", "Danke").err
    comment("approve", "#1")
    done = comment("reply", "#1", "Danke,", "Anna!")
    assert done.code == 0
    assert "Danke, Anna!" in everything(site)
    assert comment("reply", "#2", piped="Aus einem Rohr").code == 0
    assert comment("reply", "#2", piped=" \n").err == "Ohne Text wird nichts gespeichert.\n"
    assert comment("reply", "#2", piped="x" * 8001).err.startswith("Der Text ist zu lang")


def test_a_text_is_edited(comment: Call, site: Path, edits: Callable[[str], None]) -> None:
    comment("add", piped=MAIL)
    edits("""sed -i 's/Hallo/Guten Tag,/' "$1" """)
    assert comment("edit", "#1").out.startswith("Geändert: büro/content/comments/_pending/ablage/")
    assert "Guten Tag, **Eva**" in everything(site)
    assert wording.SCISSORS not in everything(site)
    assert comment("edit", "#1").out == "Es hat sich nichts geändert.\n"


def test_a_deleted_comment_leaves_its_place_where_it_was_answered(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    comment("approve", "#1", "--reply", "Danke!")
    done = comment("delete", "#2")
    assert done.out.startswith("Gelöscht: Anna K. zu „Ablage ohne Angst“. Weil Antworten darauf stehen")
    assert "Git-Archiv" in done.out
    assert "Anna" not in everything(site)
    assert "gelöscht  zu" in comment("list", "--all").out
    assert "ist gelöscht." in comment("reply", "#2", "Hallo").err
    assert "ist gelöscht." in comment("edit", "#2", piped="Hallo").err


def test_deleting_what_waits_leaves_nothing(comment: Call, site: Path) -> None:
    comment("add", piped=MAIL)
    assert comment("delete", "#1").out == "Gelöscht: Anna K. zu „Ablage ohne Angst“.\n"
    assert files(site) == []


def test_a_broken_file_is_said_and_hinders_nothing(comment: Call, site: Path) -> None:
    (site / "content/comments/ablage").mkdir(parents=True)
    (site / "content/comments/ablage/kaputt.md").write_text("kein Kommentar", "utf-8")
    done = comment("add", piped=MAIL)
    assert done.code == 0
    assert "content/comments/ablage/kaputt.md" in done.err


def test_without_a_site_there_are_no_comments(sitegen: Call) -> None:
    assert "SG001" in sitegen("comment", "list").err


def test_broken_settings_are_said(comment: Call, site: Path) -> None:
    (site / "site.yaml").write_text("titel: Büro\n", "utf-8")
    assert "SG102" in comment("list").err


def test_the_group_without_a_command_shows_its_help(sitegen: Call) -> None:
    done = sitegen("comment")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Aufruf: sitegen comment [OPTIONEN] BEFEHL …")
    assert "Den Befehl „aprove“ gibt es nicht. Meinten Sie „approve“?" in sitegen("comment", "aprove").err
