"""Markdown fixtures: a title, a text and what becomes of it, in `tests/markdown/*.md`.

Expected is the HTML with `⟦n⟧` for slot n, then one line for each slot and each finding with its place. As everywhere,
`SITEGEN_UPDATE_GOLDEN=1 pytest …` writes what is instead of comparing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.model.body import Body, CallSlot, CaptionSlot, EmbedSlot, LinkSlot, PictureSlot, Slot
from sitegen.render.markdown import MarkdownOptions, render_body
from sitegen.render.markdown.fill import fill
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

FOLDER = Path(__file__).parents[2] / "markdown"
FOUND_LATER = {"SG241"}
"""A file beside the picture may say what the text does not, which is known when the page is filled."""
SHOWN_FACTS = ("hint", "example")
OPTIONS = {
    "": MarkdownOptions(),
    "(Schweiz)": MarkdownOptions(language=Language.CH),
    "(Österreich)": MarkdownOptions(language=Language.AT),
    "(Du)": MarkdownOptions(tone=Tone.DU),
    "(einfarbig)": MarkdownOptions(highlight=False),
}


class Case(NamedTuple):
    """One fixture. A title ending in a word of `OPTIONS` is rendered with those."""

    title: str
    text: str
    expected: str

    @property
    def options(self) -> MarkdownOptions:
        return next(options for word, options in reversed(OPTIONS.items()) if self.title.endswith(word))


def read_cases(file: Path) -> list[Case]:
    """The fixtures of one file: title, `.`, text, `.`, expected, `.`, each dot alone on its line."""
    blocks: list[list[str]] = [[]]
    for line in file.read_text("utf-8").split("\n"):
        if line == ".":
            blocks.append([])
        else:
            blocks[-1].append(line)
    texts = ["\n".join(block) for block in blocks]
    return [Case(texts[at].strip(), texts[at + 1], texts[at + 2]) for at in range(0, len(texts) - 3, 3)]


def report(body: Body) -> str:
    """A body as its fixture shows it."""
    html = fill(body.html, [f"⟦{number}⟧" for number in range(len(body.slots))])
    slots = [f"⟦{number}⟧ {slot.line}:{slot.column} {described(slot)}" for number, slot in enumerate(body.slots)]
    return "\n".join([html.rstrip("\n"), *slots, *(found(finding) for finding in body.findings)]).strip("\n")


def described(slot: Slot) -> str:
    match slot:
        case LinkSlot():
            return f"link {slot.target}"
        case PictureSlot():
            told = {name: getattr(slot, name) for name in ("alt", "title", "classes", "id", "width", "height")}
            return " ".join(
                [f"picture {slot.position} {slot.src}", *(f"{key}={told[key]}" for key in told if told[key])]
            )
        case CaptionSlot():
            return f"caption {slot.src} {slot.html}" + (f" credit={slot.credit}" if slot.credit else "")
        case CallSlot():
            return f"call {slot.name} {' '.join(slot.arguments)} {slot.options or ''}".strip()
        case EmbedSlot():
            what = f"{slot.party or '?'} {slot.shape or '?'} {slot.source} → {slot.page}"
            return f"embed {what} {slot.title!r}" + (" (Du)" if slot.tone is Tone.DU else "")


def found(finding: Diagnostic) -> str:
    facts = " ".join(f"{name}={fact}" for name, fact in finding.facts.items() if fact and name not in SHOWN_FACTS)
    return f"{finding.code} {place(finding.span)} {facts}".strip()


def place(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_column}" if span.end_column else f"{span.line}:{span.column}"


def rewrite(file: Path) -> None:
    blocks = [(case.title, case.text, report(render_body(case.text, case.options))) for case in read_cases(file)]
    file.write_text("\n".join(f"{title}\n.\n{text}\n.\n{expected}\n.\n" for title, text, expected in blocks), "utf-8")


if os.environ.get("SITEGEN_UPDATE_GOLDEN") == "1":
    for each in sorted(FOLDER.glob("*.md")):
        rewrite(each)

CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.md")) for case in read_cases(file)]


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {case.title}" for file, case in CASES])
def test_fixture(file: str, case: Case) -> None:
    assert report(render_body(case.text, case.options)) == case.expected, file


def test_every_code_of_markdown_is_shown_with_its_column() -> None:
    lines = [line for _, case in CASES for line in case.expected.split("\n") if line.startswith("SG2")]
    assert {code for code in ENTRIES if code.startswith("SG2")} - {line[:5] for line in lines} == FOUND_LATER
    assert [line for line in lines if not line.startswith(("SG231", "SG291")) and ":0" in line.split()[1]] == []


def test_every_finding_of_the_fixtures_has_a_whole_sentence() -> None:
    for _, case in CASES:
        for finding in render_body(case.text, case.options).findings:
            assert "{" not in finding.message.replace("{{", "")
            assert finding.cure
