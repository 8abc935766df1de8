"""What is wrong with a call is said in German, with the word that may be meant, and ends with exit code 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["biuld"], "Den Befehl „biuld“ gibt es nicht. Meinten Sie „build“?"),
        (["xyzzy"], "Den Befehl „xyzzy“ gibt es nicht."),
        (["--sit", "x"], "Die Option „--sit“ gibt es nicht. Meinten Sie „--site“?"),
        (["explain", "--forma"], "Die Option „--forma“ gibt es nicht."),
        (["--site"], "Zu „--site“ fehlt der Wert."),
        (["--version=3"], "Zu „--version“ gehört kein Wert."),
        (["--site", "x"], "Es fehlt ein Befehl."),
        (["new"], "Es fehlt: NAME."),
        (["new", "a", "b", "c"], "Das ist zu viel: „b“ „c“"),
        (["add"], "Es fehlt: post|service|page. Möglich sind: post, service, page."),
        (["add", "brief", "x"], "„brief“ gibt es hier nicht. Möglich sind: post, service, page."),
        (["schema", "buch"], "„buch“ gibt es hier nicht. Möglich sind: site, post, page, service, author."),
        (["schema", "post", "--write"], "--write schreibt alle Schemas. Lassen Sie „post“ oder --write weg."),
        (["add", "post", "x", "--at", "gestern"], "--at: „gestern“ ist kein Zeitpunkt. Schreiben Sie ihn so: "),
        (["explain", "SG999"], "Den Code „SG999“ gibt es nicht. Alle Codes zeigt: sitegen explain"),
        (["fix"], "Es fehlt: DATEI …."),
    ],
)
def test_misuse_is_explained_in_german(sitegen: Call, args: list[str], sentence: str) -> None:
    outcome = sitegen(*args)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith(sentence)


def test_misuse_shows_the_usage_of_the_command_in_question(sitegen: Call) -> None:
    lines = sitegen("add", "brief", "x").err.strip().split("\n")
    assert lines[1] == "Aufruf: sitegen add [OPTIONEN] post|service|page [TITEL]"
    assert lines[2] == "Mehr dazu: sitegen add --help"


def test_a_call_without_anything_shows_the_help_as_misuse(sitegen: Call) -> None:
    outcome = sitegen()
    assert outcome.code == 2
    assert outcome.err.startswith("Aufruf: sitegen [OPTIONEN] BEFEHL …")
