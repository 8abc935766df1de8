"""Versions that pipelines keep and bring back: `sitegen ci last`, `remember` and `restore` against a real remote."""

from __future__ import annotations

from ci_desk import FILES, FLOW, HEAD, POST, SITE, Desk, Output, desk, template
from git_remote import git
from recipe_case import HOSTILE
from sitegen.build.promised import ADDRESSES
from sitegen.diagnostics import Diagnostic
from sitegen.output.place import place_for

__all__ = ["desk", "template"]

RIVAL = """unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
[ -e raced ] && [ ! -e always ] && exit 0
touch raced
while read -r old new ref; do
  mine=$(git -c user.name=Eva -c user.email=e@e.example commit-tree -p "$old" -m Zwischendurch "$old^{tree}")
  git update-ref "$ref" "$mine"
done"""
"""A hook: somebody pushes while a push is under way, once, or always where a file says so."""


def test_last_is_silent_before_the_first_and_tells_the_newest(desk: Desk, capsys: Output) -> None:
    assert desk.ci("last") == 0
    assert capsys.readouterr().out == ""
    desk.publish("eins", "2026-11-20 09:00")
    desk.publish("zwei", "2026-11-21 09:30")
    assert "Gemerkt als Fassung vom 21. November 2026 um 09:30 Uhr." in capsys.readouterr().out.replace("\u00a0", " ")
    assert desk.ci("last") == 0
    assert capsys.readouterr().out == "2026-11-21T08:30:00Z\n"


def test_a_version_holds_what_it_was_built_of(desk: Desk) -> None:
    (desk.run / "zufällig").write_text("liegt nur da")
    source = git("rev-parse", "HEAD", folder=desk.run).decode().strip()
    desk.commit(f"{SITE}/{POST}", "später")
    desk.renew()
    assert desk.ci("remember", "--source", source) == 0
    assert sorted(desk.names("veroeffentlicht")) == sorted(FILES)
    assert desk.show(f"{SITE}/{POST}", "veroeffentlicht") == f"{HEAD}anfang\n"
    assert source in git("log", "-1", "--format=%b", "veroeffentlicht", folder=desk.path).decode()


def test_addresses_are_kept_or_said_to_wait(desk: Desk, capsys: Output) -> None:
    place = place_for(desk.site, desk.site / "public")
    assert not isinstance(place, Diagnostic)
    place.state.mkdir(parents=True)
    (place.state / ADDRESSES).write_text("/blog/eins/ post:eins\n")
    assert desk.ci("remember") == 0
    assert "/blog/eins/ post:eins" in desk.show(f"{SITE}/published-urls.txt")
    assert desk.subjects()[0] == "Ergänze published-urls.txt"
    desk.hook("grep -q refs/heads/main && exit 1; exit 0")
    (place.state / ADDRESSES).write_text("/neu/ page:neu\n")
    assert desk.ci("remember") == 0
    assert "der nächste Lauf holt es nach" in capsys.readouterr().err
    assert "/neu/" not in desk.show(f"{SITE}/published-urls.txt")


def test_restore_goes_back_and_forth_and_leaves_the_rest(desk: Desk, capsys: Output) -> None:
    for text, at in (("eins", "2026-11-18 09:00"), ("zwei", "2026-11-19 09:00"), ("drei", "2026-11-20 09:00")):
        desk.publish(text, at)
    desk.commit("LIESMICH", "Neu.\n")
    desk.commit(FLOW, "name: Neu\n")
    assert desk.ci("restore", "--back", " ") == 0
    assert "die Fassung vom 19. November 2026 um 09:00 Uhr" in capsys.readouterr().out.replace("\u00a0", " ")
    assert desk.text == "zwei"
    assert desk.ci("restore") == 0
    assert desk.text == "drei", "the same button once more"
    assert desk.ci("restore", "--back", "2") == 0
    assert desk.text == "eins"
    assert (desk.show("LIESMICH"), desk.show(FLOW)) == ("Neu.\n", "name: Neu\n")
    assert len(desk.subjects()) == 9, "nothing is lost"


def test_restore_takes_numbers_alone(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    before = desk.heads
    for back in ("0", "-1", "zwei", "1.5", "²", "٣", HOSTILE):
        assert desk.ci("restore", f"--back={back}") == 1
        assert f"„{back}“ ist keine Anzahl." in capsys.readouterr().err
    assert desk.heads == before


def test_restore_where_there_is_nothing(desk: Desk, capsys: Output) -> None:
    assert desk.ci("restore") == 1
    assert "So eine frühere Fassung gibt es nicht." in capsys.readouterr().err
    desk.publish("zwei", "2026-11-19 09:00")
    before = desk.heads
    assert desk.ci("restore") == 1, "what is online is what is here"
    assert desk.ci("restore", "--back", "9" * 30) == 1
    assert capsys.readouterr().err.count("So eine frühere Fassung gibt es nicht.") == 2
    assert desk.heads == before


def test_whoever_pushes_meanwhile(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    desk.hook(RIVAL)
    assert desk.ci("restore") == 1
    assert (desk.text, desk.subjects()[0]) == ("drei", "Zwischendurch")
    (desk.path / "raced").unlink()
    assert desk.ci("remember", "--at", "2026-11-21 09:00") == 0, "tried again"
    (desk.path / "raced").unlink()
    (desk.site / "neu.txt").write_text("neu")
    assert desk.ci("keep", "neu.txt") == 0, "likewise"
    assert desk.subjects()[:2] == ["Erneuere neu.txt", "Zwischendurch"]
    (desk.path / "always").touch()
    (desk.site / "neu.txt").write_text("anders")
    capsys.readouterr()
    assert desk.ci("keep", "neu.txt") == desk.ci("remember") == 1, "not for ever"
    assert capsys.readouterr().err.count("git hat abgelehnt:") == 2
    assert desk.show(f"{SITE}/neu.txt") == "neu"


def test_restore_says_that_somebody_pushed(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    desk.hook(RIVAL)
    desk.ci("restore")
    assert "Es wurde nichts zurückgeholt" in capsys.readouterr().err
