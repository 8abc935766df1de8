"""Exports of WordPress that are odd, damaged, large or none: read as far as they go, or refused with a cure."""

from __future__ import annotations

import gzip
import io
import os
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

import wxr
from import_case import ImportCase, case
from sitegen.importers.wordpress.reading import open_exports
from sitegen.importers.wordpress.survey import survey
from wxr import HOST, export, item

__all__ = ["case"]

WHOLE = export(
    item(1, title="Eins", slug="eins", content="vor ]]> nach"),
    item(2, title="Zwei", slug="zwei", content="<p>Ä &amp; Ö</p>"),
    item(3, title="Drei", slug="drei"),
)


def zipped(raw: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("export/teil.001.xml", raw)
        archive.writestr("__MACOSX/._teil.001.xml", b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(WHOLE.replace("http://wordpress", "https://wordpress").encode(), id="https"),
        pytest.param(re.sub(r"(</?)wp:", r"\1ns0:", WHOLE).replace("xmlns:wp", "xmlns:ns0").encode(), id="prefix"),
        pytest.param(b"\n<b>Notice</b>: in x.php\n" + WHOLE.encode(), id="notice"),
        pytest.param(WHOLE.replace("]]]]><![CDATA[>", "]]>").encode(), id="cdata"),
        pytest.param(WHOLE.replace("<wp:status>", "<x>&nbsp; &</x><wp:status>", 1).encode(), id="entity"),
        pytest.param(WHOLE.replace("</wp:status>", "", 1).encode(), id="unclosed"),
        pytest.param(WHOLE.replace("</item>", "", 1).encode(), id="item-unclosed"),
        pytest.param(WHOLE.replace("nach", "na\x08\x00ch").encode(), id="control"),
        pytest.param(WHOLE.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"), id="utf-16"),
        pytest.param(WHOLE.replace('encoding="UTF-8"', 'encoding="iso-8859-1"').encode(), id="wrong-encoding"),
        pytest.param(gzip.compress(WHOLE.encode()), id="gzip"),
        pytest.param(zipped(WHOLE.encode()), id="zip"),
        pytest.param(WHOLE.replace("/1.2/", "/1.0/").replace(">1.2<", ">1.0<").encode(), id="1.0"),
    ],
)
def test_what_was_meant_is_read(case: ImportCase, raw: bytes) -> None:
    told = case.take(raw)
    assert told.code == 0, told.err
    assert "3 Beiträge übernommen, 0 mit Hinweis, 0 verloren." in told.out
    assert case.body("content/blog/2019-03-01-eins.md") == "vor ]]> nach"
    assert case.body("content/blog/2019-03-01-zwei.md") == "Ä & Ö"


def test_a_folder_of_exports_is_one_site(case: ImportCase, tmp_path: Path) -> None:
    folder = tmp_path / "teile"
    folder.mkdir()
    assert "liegt keine XML-Datei" in case.take_files(str(folder)).err
    link = f'<p><a href="{HOST}/zwei/">weiter</a></p>'
    (folder / "a.001.xml").write_text(export(item(1, title="Eins", slug="eins", content=link)), "utf-8")
    (folder / "a.002.XML.gz").write_bytes(gzip.compress(export(item(2, title="Zwei", slug="zwei")).encode()))
    (folder / "notiz.txt").write_text("x", "utf-8")
    told = case.take_files(str(folder))
    assert "2 Beiträge übernommen, 0 mit Hinweis, 0 verloren." in told.out
    assert case.body("content/blog/2019-03-01-eins.md") == "[weiter](2019-03-01-zwei.md)"


def test_bytes_that_are_no_letters_are_told(case: ImportCase) -> None:
    told = case.take(WHOLE.encode().replace("Ä".encode(), b"\xc4"))
    assert case.body("content/blog/2019-03-01-zwei.md") == "Ä & Ö"
    assert "falsch gespeichert und nach Möglichkeit als Umlaut gelesen: 1 Buchstabe." in told.out


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_file_that_breaks_off_loses_nothing_in_silence(case: ImportCase, pack: type[bytes]) -> None:
    raw = WHOLE.encode()
    whole = pack(raw)
    cut = whole[: whole.index(b"Drei") + 40] if pack is bytes else whole[:-300]
    told = case.take(cut)
    assert told.code == 1
    assert "bricht in Zeile" in told.out
    taken, lost = re.search(r"(\d) Beitr\S+ übernommen, \d mit Hinweis, (\d) verloren", told.out).groups()  # type: ignore[union-attr]
    assert int(taken) + int(lost) >= 1
    assert case.take(raw).code == 0
    assert len(case.paths("content/blog")) == 3


@pytest.mark.parametrize(
    ("raw", "code", "sentence"),
    [
        (b"", "SG680", "Sie ist leer."),
        (b"<!DOCTYPE html><html><body>500</body></html>", "SG680", "Es ist eine Webseite"),
        (b"<rss><channel><title>x</title></channel></rss>", "SG680", "Es ist ein Feed"),
        (bytes(range(256)), "SG680", "kein Export aus WordPress"),
        (b"PK\x03\x04kaputt", "SG684", "nicht auspacken"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "SG682",
            "export.xml:2",
        ),
        (b'\n<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]><rss>&a;', "SG682", "Entities"),
    ],
)
def test_what_is_no_export_is_refused_with_a_cure(case: ImportCase, raw: bytes, code: str, sentence: str) -> None:
    told = case.take(raw)
    assert told.code == 1
    assert told.err.startswith(code)
    assert sentence in told.err
    assert "→" in told.err
    assert case.paths("content") == []


def test_a_zip_without_an_export_and_paths_that_are_not_there(case: ImportCase, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("wp-config.php", "geheim")
    assert "keine XML-Datei" in case.take(stream.getvalue()).err
    assert case.take_files(str(tmp_path / "nicht-da.xml")).err.startswith("SG681")
    assert case.take(item(), options=("--uploads", str(tmp_path / "nicht-da"))).err.startswith("SG685")


def test_more_than_any_export_holds_is_refused(case: ImportCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.importers.wordpress.source.LARGEST", 1000)
    assert case.take(item()).err.startswith("SG683")


def peak_of(path: Path, size: int) -> int:
    """Bytes of memory at most while an export of about `size` bytes is looked through and read again."""
    body = "<p>Ein Absatz von vielen.</p>\n" * 5000
    with path.open("w", encoding="utf-8") as file:
        head, tail = export("<!-- items -->").split("<!-- items -->")
        file.write(head)
        for number in range(size // len(body)):
            file.write(item(number + 1, slug=f"text-{number}", content=body))
        file.write(tail)
    opened = open_exports((path,))
    tracemalloc.start()
    try:
        assert len(survey(opened).items) == sum(1 for _ in opened.items())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.soak
@pytest.mark.parametrize("damage", [False, True], ids=["whole", "mended"])
def test_a_large_export_takes_no_more_memory_than_a_small_one(
    tmp_path: Path,
    damage: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if damage:
        monkeypatch.setattr("wxr._HEAD", "\n" + wxr._HEAD)
    large = 100 << 20 if "SITEGEN_SOAK" in os.environ else 12 << 20
    small = peak_of(tmp_path / "small.xml", 3 << 20)
    assert peak_of(tmp_path / "large.xml", large) < small + (4 << 20)
