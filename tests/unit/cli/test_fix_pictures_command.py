from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photos import photograph, save, with_secrets
from sitegen.cli.commands.fix_pictures import size_of

Call = Callable[..., Any]


@pytest.mark.parametrize(("number", "shown"), [(1, "1 kB"), (412_345, "412 kB"), (3_449_000, "3,4 MB")])
def test_sizes_are_told_in_german(number: int, shown: str) -> None:
    assert size_of(number) == shown.replace(" ", "\u00a0")


def test_it_says_what_it_did_and_then_that_all_is_well(
    sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    save(site / "content/pictures/foto.jpg", photograph(160, 80), exif=with_secrets())
    first, second = sitegen("fix", "pictures"), sitegen("fix", "pictures")
    assert first.out.startswith("content/pictures/foto.jpg: ohne Aufnahmedaten gespeichert, ")
    assert first.out.endswith("Geändert: 1 Bild. Schon in Ordnung: 0 Bilder.\n")
    assert second.out == "Geändert: 0 Bilder. Schon in Ordnung: 1 Bild.\n"


def test_without_pictures_it_says_so(sitegen: Call, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert sitegen("fix", "pictures").out == "Hier liegen keine Bilder.\n"
