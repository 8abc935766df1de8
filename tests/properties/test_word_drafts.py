"""Documents of any words: what was typed stands in the post, letter by letter."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from html_trees import WORDS, folded, rendered
from sitegen.importers.word.reading import read_draft
from word_case import docx, paragraph, run

LISTS = {"": None, "eins": (1, 0), "zwei": (1, 1), "punkt": (2, 0)}
typed = st.lists(st.sampled_from(WORDS) | st.sampled_from([" ", " ", "a", "\t"]), min_size=1, max_size=6).map("".join)
typed_runs = st.lists(st.tuples(typed, st.sampled_from(["", "b", "i", "strike"])), min_size=1, max_size=3)
typed_paragraphs = st.lists(st.tuples(typed_runs, st.sampled_from(list(LISTS))), min_size=1, max_size=4)


@given(typed_paragraphs)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_word_document_keeps_its_letters(tmp_path: Path, given_: list[tuple[list[tuple[str, str]], str]]) -> None:
    blocks = [
        paragraph(*(run(words, *filter(None, [look])) for words, look in runs), numbered=LISTS[kind])
        for runs, kind in given_
    ]
    (tmp_path / "text.docx").write_bytes(docx(paragraph("Anfang"), *blocks))
    html = rendered(read_draft(tmp_path / "text.docx", title="Titel").markdown)
    assert letters(html) == letters(escape(" ".join(["Anfang", *(words for runs, _ in given_ for words, _ in runs)])))


@given(st.lists(typed, min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_plain_text_keeps_its_letters(tmp_path: Path, lines: list[str]) -> None:
    (tmp_path / "text.txt").write_text("\n".join(["Anfang.", *lines]), encoding="utf-8")
    html = rendered(read_draft(tmp_path / "text.txt", title="Titel").markdown)
    words = [re.sub(r"^\s*(?:[-*•‣▪◦·–]|\d+[.)])\s+(?=\S)", "", line) for line in ["Anfang.", *lines]]
    assert letters(html) in {letters(escape(" ".join(words))), letters(escape(" ".join(["Anfang.", *lines])))}


def letters(html: str) -> str:
    body = LexborHTMLParser(html).body
    return "".join(folded(body.text()).split()) if body else ""
