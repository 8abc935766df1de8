"""Texts that are none, are damaged, or were made to do harm: a German sentence, and nothing is made."""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from adding_case import Add, add, drafted
from sitegen.cli.entry import run
from sitegen.importers.refused import RefusedError
from word_case import docx, packed, paragraph, picture, png

__all__ = ["add"]


def hostile() -> dict[str, tuple[str, bytes, str]]:
    whole = docx(paragraph("Text"))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'
    disguised = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/officeDocument" Target="word/t.dat"/></Relationships>'
    )
    deep = "<a>" * 50_000 + "</a>" * 50_000
    return {
        "an old .doc": ("text.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "SG690"),
        "a .doc by name": ("text.doc", b"\xd0\xcf\x11\xe0", "SG690"),
        "rtf": ("text.docx", b"{\\rtf1 Text}", "SG690"),
        "pdf": ("text.pdf", b"%PDF-1.7", "SG690"),
        "odt": ("text.docx", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "SG690"),
        "a picture": ("text.txt", png(), "SG690"),
        "nothing": ("text.docx", b"", "SG691"),
        "a text without end": ("text.txt", b"a\n" * (6 << 20), "SG692"),
        "a page without end": ("text.html", b"<p>a" * (3 << 20), "SG692"),
        "a notebook of Google": ("text.docx", b'{"url": "x"}', "SG691"),
        "half": ("text.docx", whole[: len(whole) // 2], "SG691"),
        "no text part": ("text.docx", packed({"a.xml": "<a/>"}), "SG691"),
        "entities": ("text.docx", docx(parts={"word/document.xml": bomb}), "SG691"),
        "entities in UTF-16": ("text.docx", docx(parts={"word/styles.xml": bomb.encode("utf-16")}), "SG691"),
        "entities in disguise": ("text.docx", packed({"_rels/.rels": disguised, "word/t.dat": bomb}), "SG691"),
        "a document outside": (
            "text.docx",
            docx(parts={"word/document.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><a/>'}),
            "SG691",
        ),
        "deep": ("text.docx", docx(parts={"word/document.xml": deep}), "SG691"),
        "no XML": ("text.docx", docx(parts={"word/document.xml": "Text & mehr"}), "SG691"),
        "a bomb": ("text.docx", docx(parts={"word/big.xml": bytes(30 << 20)}), "SG692"),
        "empty": ("text.docx", docx(), "SG693"),
    }


@pytest.mark.parametrize(("name", "raw", "code"), hostile().values(), ids=hostile().keys())
def test_a_hostile_file_is_refused_in_german_and_nothing_is_made(
    add: Add, tmp_path: Path, name: str, raw: bytes, code: str
) -> None:
    exit_code, out, err = add(name, raw, "Titel")
    assert (exit_code, out) == (1, "")
    assert err.startswith(f"{code} {name}")
    assert "Traceback" not in err
    assert not (tmp_path / "content").exists()


def test_a_damaged_document_is_read_or_refused(tmp_path: Path) -> None:
    whole = docx(paragraph("Text", numbered=(1, 0)), paragraph(picture()))
    chance = random.Random(7)
    for _ in range(60):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        with suppress(RefusedError):
            drafted(tmp_path, "text.docx", bytes(raw))


@pytest.mark.usefixtures("add")
def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("add", "post", "--from", "fehlt.docx")) == 1
    assert capsys.readouterr().err == "Die Datei „fehlt.docx“ gibt es nicht.\n"


@pytest.mark.usefixtures("add")
def test_without_the_extra_a_sentence_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text.docx").write_bytes(docx(paragraph("Text")))
    monkeypatch.setitem(sys.modules, "mammoth", None)
    assert run(("add", "post", "--from", "text.docx")) == 1
    assert "pip install 'sitegen[import]'" in capsys.readouterr().err
