"""`sitegen update`: two versions build one site side by side, and nothing changes before it is clear what would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_case import SiteCase
from sitegen.cli.commands.update import Trial, comparison_lines, proposal
from sitegen.cli.entry import run
from sitegen.publish.recipes.recipe import is_untouched
from sitegen.publish.reporting.report import Found
from sitegen.publish.updating.compare import Comparison, PageChange, compare, normalised

REPOSITORY = Path(__file__).parents[1]
PAGE = (
    '<!doctype html><html><head><meta name="generator" content="sitegen 1">'
    '<link href="/style.0a1b2c3d4e5f.css"></head>\n<body>  <p>Ein  Satz.</p></body></html>'
)


def folders(root: Path, old: dict[str, str], new: dict[str, str]) -> Comparison:
    for name, files in (("old", old), ("new", new)):
        (root / name).mkdir()
        for path, text in files.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_text(text, "utf-8")
    return compare(root / "old", root / "new")


def test_what_nobody_sees_is_no_difference(tmp_path: Path) -> None:
    other = PAGE.replace("sitegen 1", "sitegen 2").replace("0a1b2c3d4e5f", "ffeeddccbbaa").replace(">  <p>", "><p>")
    assert other != PAGE
    found = folders(tmp_path, {"index.html": PAGE}, {"index.html": other})
    assert found == Comparison()
    assert comparison_lines(found) == ["0\u00a0Seiten sehen anders aus."]


def test_pages_that_changed_came_and_went_are_told(tmp_path: Path) -> None:
    old = {"index.html": PAGE, "alt.html": PAGE, "style.0a1b2c3d4e5f.css": "a{}"}
    new = {"index.html": PAGE.replace("Satz", "Wort"), "neu.html": PAGE, "style.ffeeddccbbaa.css": "b{}"}
    found = folders(tmp_path, old, new)
    assert {(change.path, change.fate) for change in found.pages} == {
        *{("index.html", "changed"), ("alt.html", "gone"), ("neu.html", "new")}
    }
    lines = comparison_lines(found)
    assert lines[0] == "3\u00a0Seiten sehen anders aus:"
    assert any("index.html" in line and "% geändert" in line for line in lines)
    assert "Außerdem anders, mit Wirkung auf viele Seiten: style.css." in lines


def test_text_is_never_taken_for_a_digest() -> None:
    assert "12345678" in normalised("<p>Telefon 12345678.</p>")


def test_the_most_changed_pages_come_first(tmp_path: Path) -> None:
    old = {"wenig.html": PAGE * 5, "viel.html": PAGE}
    new = {"wenig.html": PAGE * 4 + PAGE.replace("Satz", "Wort"), "viel.html": "<p>Ganz anders.</p>"}
    assert [change.path for change in folders(tmp_path, old, new).pages] == ["viel.html", "wenig.html"]


def test_a_proposal_is_markdown_that_holds_nothing_foreign() -> None:
    change = PageChange(path="a`b.html", fate="changed", share=7)
    text = proposal(Trial(old="1.0", new="1.1", comparison=Comparison(pages=(change,))))
    assert "1\u00a0Seite sieht anders aus:" in text
    found = Found(code="SG102", severity="error", file="a.md", message="<script>@alle")
    refused = proposal(Trial(old="1.0", new="1.1", errors=(found,)))
    assert "lässt sich Ihre Website noch nicht bauen" in refused
    assert "\\<script\\>" in refused


@pytest.mark.parametrize("pins", [None, "sitegen\n"])
def test_without_a_pinned_version_there_is_nothing_to_raise(
    tmp_path: Path, pins: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """SG672."""
    site = SiteCase.of(tmp_path, {} if pins is None else {"requirements.txt": pins})
    assert run(["--site", str(site.root), "update", "--to", "9.9.9"]) == 1
    assert "SG672" in capsys.readouterr().err


def test_the_version_that_is_there_needs_no_update(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SiteCase.of(tmp_path, {"requirements.txt": "sitegen==1.2.3\n"})
    assert run(["--site", str(site.root), "update", "--to", "1.2.3"]) == 0
    assert "schon mit der neuesten Fassung gebaut: sitegen 1.2.3." in capsys.readouterr().out
    assert not (tmp_path / ".sitegen" / "update").exists()


def test_a_version_that_cannot_be_had_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """SG673."""
    site = SiteCase.of(tmp_path, {"requirements.txt": "sitegen==1.2.3\n"})
    wheel = tmp_path / "sitegen-9.9.9-py3-none-any.whl"
    assert run(["--site", str(site.root), "update", "--to", str(wheel)]) == 1
    assert "SG673" in capsys.readouterr().err
    assert (site.root / "requirements.txt").read_text("utf-8") == "sitegen==1.2.3\n"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three versions: this one, one whose pages look different, and one that cannot build anything."""
    folder = tmp_path_factory.mktemp("wheels")
    return {
        "1.0.0": wheel(folder, "1.0.0", old="", new=""),
        "1.1.0": wheel(folder, "1.1.0", old="</main>", new="<p>Neu in dieser Fassung.</p></main>"),
        "2.0.0": wheel(folder, "2.0.0", old="page.search_title", new="page.gibt_es_nicht"),
    }


def wheel(folder: Path, version: str, *, old: str, new: str) -> Path:
    """A wheel of this program with another version, and `old` in its layouts made `new`."""
    source = folder / f"source-{version}"
    kept = ("sitegen", "content", "layouts", "static")
    for name in kept:
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("site.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source / name)
    about = source / "sitegen" / "about.py"
    about.write_text(
        about.read_text("utf-8").replace('VERSION: Final = "0.1.0"', f'VERSION: Final = "{version}"'), "utf-8"
    )
    texts = {path: path.read_text("utf-8") for path in (source / "layouts").rglob("*.html")}
    assert any(old in text for text in texts.values()), f"no layout holds {old}"
    for path, text in texts.items():
        path.write_text(text.replace(old, new) if old else text, "utf-8")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = folder.glob(f"sitegen-{version}-*.whl")
    return made


@pytest.mark.soak
@pytest.mark.skipif(
    not os.environ.get("SITEGEN_SOAK"), reason="a minute and a half: five environments; `make soak` runs it"
)
def test_three_versions_side_by_side(
    tmp_path: Path, wheels: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Taken when it builds, left when it does not; SG673, SG674 and SG675."""
    site = SiteCase.of(tmp_path / "buero", {"content/index.md": "---\ntitle: Start\n---\n\nHallo.\n"})
    site.write("requirements.txt", f"{wheels['1.0.0']}\n")
    pins = site.root / "requirements.txt"
    before = pins.read_bytes()

    def update(*words: str) -> tuple[int, str]:
        code = run(["--site", str(site.root), "update", *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    code, said = update("--to", str(wheels["2.0.0"]), "--yes")
    assert code == 1, said
    assert "SG674" in said
    assert pins.read_bytes() == before
    code, said = update("--to", str(tmp_path / "sitegen-9.9.9-py3-none-any.whl"), "--yes")
    assert code == 1, said
    assert "SG673" in said
    assert pins.read_bytes() == before
    code, said = update("--to", str(wheels["1.1.0"]), "--yes")
    assert code == 0, said
    assert "sehen anders aus:" in said or "sieht anders aus:" in said
    assert "sitegen-1.1.0-" in pins.read_text("utf-8")
    assert "click==" in pins.read_text("utf-8")
    assert is_untouched(pins.read_text("utf-8"))
    site.write("content/index.md", "---\ntitel: Start\n---\n")
    code, said = update("--to", str(wheels["1.0.0"]), "--yes")
    assert code == 1, said
    assert "SG675" in said
    assert not site.out.exists(), "the site's own output is never touched"
