"""A site whose program came as a file is never offered a package that merely has the same name in an index."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.publish.recipes.pins import is_from_index, pinned_extras, pinned_version

WHEELS = (
    "./dist/sitegen-0.1.0-py3-none-any.whl[heic,search]\nclick==8.1.8\n",
    "sitegen[search] @ https://www.example.org/sitegen-0.1.0-py3-none-any.whl\n",
)


@pytest.fixture
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An index on which every question would fail the command."""
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "keine"))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    return tmp_path


@pytest.mark.parametrize("pins", WHEELS, ids=["path", "address"])
def test_an_index_is_not_asked(nobody_is_asked: Path, capsys: pytest.CaptureFixture[str], pins: str) -> None:
    site = SiteCase.of(nobody_is_asked / "site", {"requirements.txt": pins})
    assert run(["update", "--site", str(site.root)]) == 0
    assert "aus einer Paketdatei" in capsys.readouterr().out
    assert run(["update", "--dry-run", "--format", "json", "--site", str(site.root)]) == 0
    trial = msgspec.json.decode(capsys.readouterr().out)
    assert trial["old"] == trial["new"] == "0.1.0"
    assert (site.root / "requirements.txt").read_text() == pins


@pytest.mark.parametrize(
    ("pins", "expected"),
    [("sitegen==1.4.0\n", True), ("sitegen[search]==1.4.0\n", True), *((w, False) for w in WHEELS)],
)
def test_only_a_version_means_an_index(pins: str, *, expected: bool) -> None:
    assert is_from_index(pins) is expected


def test_what_is_pinned_is_read_back() -> None:
    assert [(pinned_version(pins), pinned_extras(pins)) for pins in WHEELS] == [
        ("0.1.0", ("heic", "search")),
        ("0.1.0", ("search",)),
    ]
