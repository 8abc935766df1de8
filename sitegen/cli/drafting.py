"""`sitegen add post --from`: a document becomes a post, its pictures lie beside it, and what is on them is asked.

Decides nothing about what a document says. Who breaks off while pictures are asked about keeps what there is.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

import click

from sitegen.cli import console, draft_wording, wording
from sitegen.cli.refusal import FAILED, show_refusal
from sitegen.cli.site_folder import shown
from sitegen.diagnostics import Diagnostic
from sitegen.importers.html.alternatives import with_alternative, without_alternative
from sitegen.importers.html.notes import Note
from sitegen.importers.html.wording import note_sentence
from sitegen.importers.refused import RefusedError
from sitegen.importers.word.draft import Draft
from sitegen.importers.word.reading import read_draft
from sitegen.scaffold.mend import replace_file
from sitegen.scaffold.new_entry import add_entry, new_entry
from sitegen.scaffold.new_file import NewFile
from sitegen.text.plurals import counted

_MOST_NOTES: Final = 12


def add_draft(site: Path, source: Path, *, title: str, today: date) -> int:
    """Make a post of the document `source`; the exit code. Nothing is made unless all of it can be."""
    if not source.is_file():
        console.complain(draft_wording.NO_FILE.format(file=source))
        return FAILED
    try:
        draft = read_draft(source, title=title)
    except RefusedError as error:
        return show_refusal(error.finding)
    except ModuleNotFoundError:
        console.complain(draft_wording.EXTRA_MISSING)
        return FAILED
    file = new_entry("post", draft.title, today=today, body=draft.markdown, has_files=bool(draft.pictures))
    if isinstance(file, Diagnostic):
        return show_refusal(file)
    folder = PurePosixPath(file.path).parent
    beside = [NewFile(path=f"{folder}/{each.name}", content=each.content) for each in draft.pictures]
    findings = add_entry(site, "post", file=file, beside=beside)
    if findings:
        return show_refusal(*findings)
    console.say(wording.ENTRY_CREATED.format(path=shown(site / file.path)))
    if beside:
        console.say(draft_wording.PICTURES_BESIDE.format(count=counted(len(beside), *draft_wording.PICTURE)))
    _ask_alternatives(site / file.path, draft)
    _tell(draft.notes)
    console.say(draft_wording.NEXT)
    return 0


def _ask_alternatives(path: Path, draft: Draft) -> None:
    """What is to be seen on each picture that says nothing; on a terminal asked, else told."""
    names = [name for name in without_alternative(draft.markdown) if name in {each.name for each in draft.pictures}]
    if names and console.is_terminal(sys.stdin) and console.is_terminal(sys.stdout):
        names = [name for name in names if not _asked(path, name)]
    if names:
        count = counted(len(names), *draft_wording.WITHOUT_ALT)
        console.say(draft_wording.ALT_MISSING.format(count=count, name=names[0]))


def _asked(path: Path, name: str) -> bool:
    """Whether somebody said what is on the picture; then the text says it, too."""
    prompt = draft_wording.ALT_PROMPT.format(path=shown(path.parent / name))
    typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
    if typed.strip():
        replace_file(path, with_alternative(path.read_text(encoding="utf-8"), name, typed).encode())
    return bool(typed.strip())


def _tell(notes: Sequence[Note]) -> None:
    if not notes:
        return
    console.say(draft_wording.NOTES_FOLLOW)
    for note in notes[:_MOST_NOTES]:
        console.say(draft_wording.NOTE.format(sentence=note_sentence(note)))
    if len(notes) > _MOST_NOTES:
        console.say(draft_wording.MORE_NOTES.format(count=len(notes) - _MOST_NOTES))
