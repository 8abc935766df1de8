"""The owner's manual is followed word by word: every command is run, and every answer is the one that stands there.

Run it with SITEGEN_UPDATE_GOLDEN=1 to have the answers written into the manual, and read what has changed.
"""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import click
import pytest

from golden import UPDATING
from manual_run import Follower, Step, agrees, steps_of
from sitegen.cli.root import root
from sitegen.scaffold.double_click import double_click_files
from sitegen.settings.load import load
from sitegen.text.moments import BERLIN

MANUAL = Path(__file__).parents[1] / "docs" / "handbuch.md"
SITE = Path(__file__).parent / "handbook"
TEXT = MANUAL.read_text("utf-8")


def laid(folder: Path) -> Follower:
    """The manual's site, ready to be worked on; its webspace is a folder beside it."""
    site = folder / "mein-buero"
    shutil.copytree(SITE, site)
    (folder / "webspace").mkdir()
    today = datetime.now(BERLIN).date()
    return Follower(site, today=today, names={"../webspace": "access-1234567.webspace-host.example"})


def with_answers(manual: str, answers: list[tuple[Step, str]]) -> str:
    """The manual with the answers that commands really give; parts left out by „…“ are gone then."""
    done = ""
    for step, answer in answers:
        before, typed, rest = manual.partition(f"$ {step.about}\n{step.block}")
        assert typed, step
        done += f"{before}$ {step.about}\n{answer}"
        manual = rest
    return done + manual


def test_the_manual_says_what_happens(tmp_path: Path) -> None:
    follower = laid(tmp_path)
    answers = []
    for step in steps_of(TEXT):
        answer = follower.follow(step)
        if step.kind == "run" and not agrees(step.block, answer):
            assert UPDATING, f"docs/handbuch.md:{step.line}: sitegen says instead:\n{answer}"
        if step.kind == "run":
            answers.append((step, step.block if agrees(step.block, answer) else f"{answer.rstrip()}\n"))
    if UPDATING:
        MANUAL.write_text(with_answers(TEXT, answers), "utf-8")


def commands() -> list[str]:
    """Every command that stands anywhere in the manual."""
    return sorted(
        {re.sub(r"\s+#.*", "", found) for found in re.findall(r"(?:`|^\$ )(sitegen [^`\n]+)", TEXT, re.MULTILINE)}
    )


@pytest.mark.parametrize("typed", commands())
def test_every_command_of_the_manual_exists(typed: str) -> None:
    words = re.findall(r'"[^"]*"|\S+', typed)[1:]
    command: click.Command = root
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            break
        command, words = found, words[1:]
    assert command is not root
    known = {name for option in command.params for name in option.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_references_within_the_manual_lead_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL), re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= slugs


def test_what_can_be_double_clicked_lies_in_a_new_site() -> None:
    names = {Path(file.path).stem for file in double_click_files()}
    assert names == {"Vorschau", "Veröffentlichen"}
    assert {f"`{name}`" for name in names} <= set(re.findall(r"`[^`]+`", TEXT))
    assert {Path(file.path).suffix for file in double_click_files()} == {".bat", ".command", ".desktop"}


def test_what_is_to_be_typed_into_the_settings_is_understood() -> None:
    blocks = re.findall(r"```yaml\n(publish:.*?)```", TEXT, re.DOTALL)
    assert blocks
    for block in blocks:
        assert not load(f"title: Büro\nurl: https://www.example.org/\n{block}").findings
