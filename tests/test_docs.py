"""What is written about the program is true of it: README, change log, help, and every sentence of the catalogue."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

from site_case import SiteCase
from sitegen.about import INSTALL_FROM, VERSION
from sitegen.cli import (
    check_wording,
    ci_wording,
    comment_wording,
    import_wording,
    inbox_wording,
    old_urls_wording,
    preview_wording,
    publish_setup_wording,
    publish_wording,
    setup_wording,
    update_wording,
    wording,
)
from sitegen.cli.entry import run
from sitegen.cli.root import COMMANDS, root
from sitegen.diagnostics.catalogue import ENTRIES, Entry
from sitegen.diagnostics.present import page_wording
from sitegen.importers import wording as moving_in_wording
from sitegen.importers.generators import wording as generators_wording
from sitegen.inbox import wording as review_wording
from sitegen.inbox.hooks import reasons as hook_wording
from sitegen.inbox.mail import wording as mail_wording
from sitegen.inbox.publishing import wording as publishing_wording
from sitegen.publish import wording as git_wording
from sitegen.publish.reporting import wording as report_wording
from sitegen.text.wording import SENTENCES
from sitegen.text.wording.sentence import Sentence

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")

PROMISES = ("rechts" + "sicher", "dsgvo-" + "konform", "dsgvo" + "konform")
"""What nobody can promise; joined, so that this file holds none of them."""

ANGLICISMS = re.compile(
    r"\b(?:Link|Button|Template|Error|Warning|Header|User|Content|Feature|Setup|Default|Item|Key|Value|String|Field|"
    r"Update|Upload|Download|Support|Tool|Repository|Pipeline|Hook|Tipp?en Sie hier|checken|"
    r"updaten|uploaden|downloaden|canceln|OK)s?\b"
)
NAMED = re.compile(r"„[^“]*“|‚[^‘]*‘|\{[^}]*\}|\S*[/_.]\S*|\b[a-z-]+=\S*")
"""Names of things as they are typed: in quotes, in braces, paths, attributes."""

EXAMPLES = re.compile(
    r"""\{\{.*?\}\} | \{%.*?%\} | \{[^{}]*\} | </?\w[^<>]*>
    | \b[\w-]+="[^"]*" | \b\w+[ ]=[ ]"[^"]*" | \b\w+:[ ]"[^"]*".*?$ | (?:^\s*|:[ ])sitegen[ ]\w+[^„“\n]*$""",
    re.MULTILINE | re.VERBOSE,
)
"""Code in a sentence, where straight quotes belong."""

ENDS = re.compile(r"""[.!?:](?:[“‘)])*$""")


def texts_of(entry: Entry) -> dict[str, str]:
    return {"message": entry.message, "cure": entry.cure, "explanation": entry.explanation}


SPOKEN = (
    *(wording, check_wording, comment_wording, inbox_wording, preview_wording, page_wording, publish_wording),
    git_wording,
    *(review_wording, mail_wording, publishing_wording, hook_wording),
    *(old_urls_wording, generators_wording, import_wording, moving_in_wording),
    *(ci_wording, publish_setup_wording, setup_wording, update_wording, report_wording),
)
"""Modules whose constants are German: text, sentences with Sie and du, singular and plural, or tables of them."""


def strings_in(said: object) -> list[str]:
    """Every text in a constant, however deep."""
    match said:
        case str():
            return [said]
        case Sentence():
            return [text for field in said.__struct_fields__ if (text := getattr(said, field))]
        case dict():
            return [text for value in said.values() for text in strings_in(value)]
        case tuple():
            return [text for value in said for text in strings_in(value)]
        case _:
            return []


def german_texts() -> dict[str, str]:
    """Every German sentence of the program, by where it stands."""
    catalogue = {f"{code}.{name}": text for code, entry in ENTRIES.items() for name, text in texts_of(entry).items()}
    spoken = {
        f"{module.__name__}.{name}.{number}": text
        for module in SPOKEN
        for name, said in vars(module).items()
        if name.isupper()
        for number, text in enumerate(strings_in(said))
    }
    visitors = {
        f"{key}.{number}": text
        for key, sentence in SENTENCES.items()
        for number, text in enumerate(strings_in(sentence))
    }
    return {**catalogue, **spoken, **visitors}


@pytest.mark.parametrize("code", ENTRIES)
def test_explain_tells_all_about_a_code(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", code]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(code)
    assert ENTRIES[code].explanation in shown
    assert "{{{" not in shown


def test_texts_of_a_code_are_whole_sentences() -> None:
    assert [entry for entry in ENTRIES.values() if not are_whole_sentences(entry)] == []


def are_whole_sentences(entry: Entry) -> bool:
    """Whether each text of a code ends and begins as sentences do; lines to paste stand on lines of their own."""
    ends = (entry.message, entry.cure.partition("\n")[0])
    return (
        all(ENDS.search(text) or text.endswith("}") for text in ends)
        and re.search(r"[.!?](?:[“)])*(?:\s|$)", entry.explanation) is not None
        and entry.message[0] not in "abcdefghijklmnopqrstuvwxyzäöü"
    )


def test_german_texts_are_set_as_german_wants_it() -> None:
    assert {place: text for place, text in german_texts().items() if not is_well_set(text)} == {}


def is_well_set(text: str) -> bool:
    """Whether its quotes, dashes and dots are German, and its words."""
    prose = EXAMPLES.sub("", text)
    return (
        '"' not in prose
        and prose.count("„") == prose.count("“")
        and not re.search(r"\S - ", prose)
        and "..." not in prose.replace("„..“", "")
        and not ANGLICISMS.search(NAMED.sub("", prose))
    )


@pytest.mark.parametrize("text", ['Ein "Wort".', "„Offen.", "Ein - Strich.", "Und so weiter...", "Der Link fehlt."])
def test_what_is_set_badly_is_seen(text: str) -> None:
    assert not is_well_set(text)


def test_nobody_promises_what_nobody_can() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = REPOSITORY / name
        text = path.read_bytes().decode("utf-8", "ignore").lower() if path.is_file() else ""
        assert not [promise for promise in PROMISES if promise in text], name


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_shows_every_command(name: str) -> None:
    assert f"`sitegen {name}" in README


def options() -> set[str]:
    commands = [root, *(root.get_command(click.Context(root), name) for name in COMMANDS)]
    return {
        next(word for word in option.opts if word.startswith("--"))
        for command in commands
        if command is not None
        for option in command.params
        if isinstance(option, click.Option)
    }


@pytest.mark.parametrize("option", sorted(options()))
def test_readme_shows_every_option(option: str) -> None:
    assert option in README


def test_readme_shows_a_report_as_it_is_printed(tmp_path: Path) -> None:
    block = re.search(r"```text\n(SG.*?)```", README, re.DOTALL)
    assert block is not None
    site = SiteCase.of(tmp_path, {}).write(
        "content/blog/rechnungen.md",
        "---\ntitel: Rechnungen, die niemand vergisst\ndate: 2026-03-05\n---\n\nEin Satz.\n",
    )
    report = site.report(site.build())
    assert block[1] == report.rpartition("\n\n")[0] + "\n"


def test_readme_installs_what_there_is() -> None:
    assert f"\npip install {INSTALL_FROM}\n" in README


def test_versions_agree() -> None:
    changes = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert newest is not None
    assert newest[1] == VERSION
    assert set(re.findall(r"sitegen-(\d+\.\d+\.\d+)", README)) <= {VERSION}


def documents() -> list[Path]:
    return [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")]


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", document.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path = target.partition("#")[0]
        if path and "://" not in path:
            assert (document.parent / path).exists(), target
