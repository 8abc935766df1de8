"""The eight questions at a terminal: one line each, looked at at once, and nothing that was typed is lost.

Writes no file: the text of `site.yaml` goes in and comes out. Who breaks off with Ctrl-C or Ctrl-D has changed nothing.
"""

from __future__ import annotations

import sys

import click

from sitegen.cli import console, setup_wording
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.questions import Answer, Doubt, Question, answered, current


def somebody_answers() -> bool:
    """Whether questions can be seen and answered."""
    return console.is_terminal(sys.stdin) and console.is_terminal(sys.stdout)


def asked(text: str) -> str:
    """`text` of `site.yaml` with the answers in it. Raises click.Abort where somebody breaks off."""
    fills_in = _can_fill_in()
    for question in Question:
        text = _ask(text, question, fills_in=fills_in)
    return text


def _ask(text: str, question: Question, *, fills_in: bool) -> str:
    """One question, until the answer can be right, is left out, or is said a second time."""
    there = current(text, question)
    line = setup_wording.QUESTIONS[question]
    prompt = setup_wording.WITH_CURRENT.format(question=line, current=there) if there else line
    before, kept = "", text
    while typed := _typed(prompt, filled_in=before if fills_in else "").strip():
        answer = answered(text, question, typed)
        if answer.text is not None and (answer.doubt is None or typed == before):
            return answer.text
        _doubt(answer)
        before, kept = typed, answer.text or text
    return text if fills_in else kept


def _typed(prompt: str, *, filled_in: str) -> str:
    """What is typed behind `prompt`; where the terminal can, the line holds `filled_in` to be corrected."""
    if not filled_in:
        return _line(prompt)
    import readline

    readline.set_startup_hook(lambda: readline.insert_text(filled_in))
    try:
        return _line(prompt)
    finally:
        readline.set_startup_hook()


def _line(prompt: str) -> str:
    typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
    return typed


def _can_fill_in() -> bool:
    """Whether a line can be offered for correction; elsewhere Enter alone leaves what was typed."""
    try:
        import readline  # noqa: F401 -- only whether it is there
    except ImportError:
        return False
    return True


def _doubt(answer: Answer) -> None:
    """Why the answer is asked for again, in kind words."""
    doubt = answer.doubt
    if isinstance(doubt, Diagnostic):
        console.say(f"  {doubt.message}")
    elif doubt is not None:
        console.say(f"  {setup_wording.DOUBTS[doubt]}")
    is_kept = answer.text is not None
    if is_kept or doubt is not Doubt.NOT_KEPT:
        console.say(f"  {setup_wording.AGAIN_KEPT if is_kept else setup_wording.AGAIN_SKIPPED}")
