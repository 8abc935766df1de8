"""A new website from the first question to the day it goes out: the real command at a real terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_case import SiteCase, codes
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.cli.setup_wording import QUESTIONS
from sitegen.diagnostics import Severity
from sitegen.legal.purpose import Purpose
from sitegen.scaffold.new_site import create_site, starter_files, starter_settings
from terminal import CTRL_C, CTRL_D, ENTER, Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the system has no pseudo-terminals")

ANSWERS = {
    "owner": "Eva Müller",
    "street": "Lindenweg 3",
    "place": "01067 Dresden",
    "phone": "0351 1234567",
    "email": "eva@buero-sonnenseite.example",
    "small_business": "ja",
    "tone": "Du",
    "host": "Hetzner",
}


BEGINNING_OF_LINE = "\x01"
FORWARD = "\x06"


def asked_at(terminal: Terminal, answers: dict[str, str]) -> Terminal:
    """Answer all eight; Enter alone where there is no answer."""
    for key, question in QUESTIONS.items():
        terminal.answer(question, answers.get(key, ""))
    return terminal


def fresh(folder: Path) -> SiteCase:
    """A new site for which nobody was asked."""
    create_site(folder, starter_files(starter_settings()))
    return SiteCase(folder)


def built(site: SiteCase, purpose: Purpose = Purpose.WORK, *, strict: bool = False) -> BuildResult:
    """What comes of the site as it is: no rule of law is off."""
    return build(site.root, BuildOptions(now=site.now, purpose=purpose, strict=strict))


def without_words(text: str) -> str:
    """Lines without runs of blanks, as a terminal may break them."""
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """A site whose owner has answered everything."""
    folder = tmp_path_factory.mktemp("new")
    with Terminal("new", "mein-buero", at=folder) as terminal:
        assert asked_at(terminal, ANSWERS).ended() == 0, terminal.shown
    return SiteCase(folder / "mein-buero")


def test_each_answer_stands_in_the_settings(made: SiteCase) -> None:
    text = (made.root / "site.yaml").read_text("utf-8")
    expected = (
        "title: Eva Müller",
        "tone: du ",
        "  owner: Eva Müller",
        "    street: Lindenweg 3",
        "    postcode: 01067",
    )
    more = ("    city: Dresden", "  phone: 0351 1234567", "  vat: small_business", "      use: hetzner")
    for line in (*expected, *more, "  email: eva@buero-sonnenseite.example"):
        assert f"\n{line}" in text, line


def test_what_is_asked_stands_on_a_line_each(made: SiteCase) -> None:
    assert all("\n" not in question and len(question) < 100 for question in QUESTIONS.values())
    assert made.root.is_dir()


def test_the_answered_site_lacks_only_what_was_not_asked(made: SiteCase) -> None:
    result = built(made)
    assert result.written
    assert {found.severity for found in result.findings} <= {Severity.WARNING, Severity.NOTE}
    assert codes(result) == ["SG945", "SG809"], made.report(result)  # its address, and the day of a contract
    assert "Hier fehlt" not in made.html("impressum/index.html")
    assert "Eva Müller" in made.html("impressum/index.html")


def test_the_filled_in_site_goes_out(made: SiteCase, tmp_path: Path) -> None:
    site = SiteCase.copied(tmp_path / "x", made.root)
    site.edit("site.yaml", "https://www.meine-website.example/", "https://www.buero-sonnenseite.de/")
    site.edit("site.yaml", "      contract:  ", "      contract: 3.2.2026  ")
    result = built(site, Purpose.PUBLISH, strict=True)
    assert result.written, site.report(result)
    assert not result.findings.items, site.report(result)


def test_nobody_to_ask_is_asked_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "new", "x"]
    done = subprocess.run(command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert QUESTIONS["owner"] not in done.stdout.decode()
    assert "  owner:\n" in (tmp_path / "x/site.yaml").read_text("utf-8")


def test_the_empty_site_is_built_and_says_what_is_missing(tmp_path: Path) -> None:
    site = fresh(tmp_path / "x")
    result = built(site)
    assert result.written, site.report(result)
    assert {found.severity for found in result.findings} == {Severity.WARNING}
    report = site.report(result)
    imprint = site.html("impressum/index.html")
    for what in ("Ihr Vor- und Nachname", "Ihre Anschrift", "Ihre E-Mail-Adresse", "Ihre Telefonnummer"):
        assert f"Hier fehlt: {what}" in imprint
        assert what in without_words(report)
    assert "Hier fehlt: wo die Website liegt" in site.html("datenschutz/index.html")
    assert "Hier fehlt: Ihre E-Mail-Adresse" in site.html("kontakt/index.html")


def test_the_empty_site_does_not_go_out(tmp_path: Path) -> None:
    site = fresh(tmp_path / "x")
    result = built(site, Purpose.PUBLISH)
    assert not result.written


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_breaking_off_leaves_nothing(keys: str, tmp_path: Path) -> None:
    with Terminal("new", "x", at=tmp_path) as terminal:
        terminal.answer(QUESTIONS["owner"], "Eva Müller").expect(QUESTIONS["street"])
        assert terminal.break_off(keys) == 130, terminal.shown
    assert "Abgebrochen." in terminal.shown
    assert not (tmp_path / "x").exists()


def test_a_wrong_answer_is_asked_again_and_is_still_there(tmp_path: Path) -> None:
    with Terminal("new", "x", at=tmp_path) as terminal:
        for key in ("owner", "street"):
            terminal.answer(QUESTIONS[key], ANSWERS[key])
        terminal.answer(QUESTIONS["place"], "0106 Dresden").expect("Vier Ziffern", QUESTIONS["place"], "0106 Dresden")
        terminal.type(f"{BEGINNING_OF_LINE}{FORWARD * 4}7{ENTER}")
        terminal.answer(QUESTIONS["phone"], "1234567").expect("Vorwahl fehlt", QUESTIONS["phone"], "1234567").type(
            ENTER
        )
        terminal.answer(QUESTIONS["email"], "")
        for key in ("small_business", "tone", "host"):
            terminal.answer(QUESTIONS[key], "")
        assert terminal.ended() == 0, terminal.shown
    text = (tmp_path / "x/site.yaml").read_text("utf-8")
    assert "    postcode: 01067\n    city: Dresden\n" in text
    assert "  phone: 1234567\n" in text


def test_setup_shows_what_is_there_and_changes_what_is_said(tmp_path: Path) -> None:
    site = fresh(tmp_path / "x")
    site.edit("site.yaml", "  owner:\n", "  owner: Eva Müller   # so\n")
    before = (site.root / "site.yaml").read_bytes()
    with Terminal("setup", at=site.root) as terminal:
        terminal.answer(f"{QUESTIONS['owner']} [Eva Müller]", "")
        for key in ("street", "place", "phone", "email", "small_business", "tone", "host"):
            terminal.answer(QUESTIONS[key], {"phone": "0351 1234567", "tone": "du"}.get(key, ""))
        assert terminal.ended() == 0, terminal.shown
    after = (site.root / "site.yaml").read_bytes()
    expected = before.replace(b"  phone:\n", b"  phone: 0351 1234567\n").replace(b"tone: sie ", b"tone: du  ")
    assert after == expected


def test_setup_that_is_broken_off_changes_nothing(tmp_path: Path) -> None:
    site = fresh(tmp_path / "x")
    before = (site.root / "site.yaml").read_bytes()
    with Terminal("setup", at=site.root) as terminal:
        terminal.answer(QUESTIONS["owner"], "Eva Müller").expect(QUESTIONS["street"])
        assert terminal.break_off(CTRL_C) == 130
    assert (site.root / "site.yaml").read_bytes() == before
    assert [path.name for path in site.root.iterdir() if path.name.endswith(".new")] == []
