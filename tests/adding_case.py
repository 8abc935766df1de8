"""`sitegen add post --from` in an empty site, and what is read of one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_case import lay_law_aside
from sitegen.cli.entry import run
from sitegen.importers.word.draft import Draft
from sitegen.importers.word.reading import read_draft

Add = Callable[..., tuple[int, str, str]]


@pytest.fixture
def add(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Add:
    """`add("text.docx", raw, "Titel")` in an empty site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", encoding="utf-8")
    lay_law_aside(tmp_path / "site.yaml")

    def call(name: str, raw: bytes, *words: str) -> tuple[int, str, str]:
        (tmp_path / name).write_bytes(raw)
        code = run(("add", "post", *words, "--from", name, "--at", "2026-12-24"))
        out, err = (text.replace("\u00a0", " ") for text in capsys.readouterr())
        return code, out, err

    return call


def drafted(tmp_path: Path, name: str, raw: bytes, **given: str) -> Draft:
    (tmp_path / name).write_bytes(raw)
    return read_draft(tmp_path / name, **given)
