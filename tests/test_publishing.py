"""`sitegen publish` as its owner sees it: one sentence, a question, the address; and what keeps it from happening."""

from __future__ import annotations

import errno
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import SiteCase, lay_law_aside
from sitegen.build.lock import SiteLock, take_lock
from sitegen.cli.entry import run
from sitegen.publish.publishing import said_about_publishing, version_of
from sitegen.publish.targets.folder import FolderTarget
from waiting import PATIENCE

SITE = "title: Büro Test\nurl: https://www.example.org/\n" + QUIET
SERVICE = "---\ntitle: Buchhaltung\nprice: 45\nunit: hour\n---\n\nZahlen.\n"


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    """A small site that goes to a folder."""
    web = tmp_path / "web"
    web.mkdir()
    settings = f"{SITE}publish:\n  to: folder\n  folder: {web}\n"
    case = SiteCase.of(tmp_path / "site", {"content/services/buchhaltung.md": SERVICE}, settings=settings)
    lay_plain_layouts(case.root)
    return case.post("eins", "Der erste.", title="Eins")


def said(site: SiteCase, capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> str:
    """What is printed."""
    lay_law_aside(site.root / "site.yaml")
    assert run(["publish", "--site", str(site.root), *options]) == code
    printed = capsys.readouterr()
    return (printed.out + printed.err).replace("\u00a0", " ")


def web(site: SiteCase) -> Path:
    return site.root.parent / "web"


def test_a_week_of_an_owner(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    first = said(site, capsys, "--yes")
    assert first.startswith("www.example.org geht zum ersten Mal online: 1 Beitrag, 1 Leistung.\n")
    assert first.endswith("Veröffentlicht: https://www.example.org/\n")
    assert "Der erste" in (web(site) / "blog/eins/index.html").read_text("utf-8")
    assert "ist schon auf dem neuesten Stand" in said(site, capsys)
    site.post("zwei", "Der zweite.", title="Zwei").edit("content/services/buchhaltung.md", "45", "48")
    plan = said(site, capsys, "--dry-run")
    assert "Das ändert sich auf www.example.org: 1 neuer Beitrag, 1 Preis geändert.\n" in plan
    assert "  neu       Zwei\n  geändert  Buchhaltung: 45 € → 48 €\n" in plan
    assert "  neu       blog/zwei/index.html" in plan
    assert not (web(site) / "blog/zwei").exists()
    said(site, capsys, "--yes")
    assert (web(site) / "blog/zwei/index.html").exists()
    assert (site.root / "published-urls.txt").read_text("utf-8").count("/blog/zwei/") == 1
    undone = said(site, capsys, "--undo", "--yes")
    assert "1 Beitrag entfernt, 1 Preis geändert" in undone
    assert "Die vorige Fassung ist wieder online" in undone
    assert not (web(site) / "blog/zwei").exists()
    assert "SG661" in said(site, capsys, "--undo", "--yes", code=1)


def test_nobody_to_ask_and_nothing_said(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert "SG667" in said(site, capsys, code=1)
    assert list(web(site).iterdir()) == []


def test_an_error_leaves_the_old_site_online(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    said(site, capsys, "--yes")
    before = {path: path.read_bytes() for path in web(site).rglob("*.html")}
    site.post("drei", "Kaputt.", date="31.02.2026")
    assert "Ihre Website ist unverändert online." in said(site, capsys, "--yes", code=1)
    assert {path: path.read_bytes() for path in web(site).rglob("*.html")} == before


def test_what_is_not_ours_needs_a_word(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    (web(site) / "index.html").write_text("Hier entsteht eine Website")
    assert "SG658" in said(site, capsys, "--yes", code=1)
    assert (web(site) / "index.html").read_text() == "Hier entsteht eine Website"
    said(site, capsys, "--yes", "--replace")
    assert "Hier entsteht" not in (web(site) / "index.html").read_text("utf-8")


def test_no_place_was_named(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("site.yaml", SITE)
    assert "SG651" in said(site, capsys, code=1)


def test_no_folder_is_made_where_none_is(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    web(site).rmdir()
    assert "SG657" in said(site, capsys, "--yes", code=1)
    assert not web(site).exists()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    fault = FolderTarget(tmp_path)._fault(OSError(errno.ENOSPC, "full"))
    assert fault.finding.code == "SG665"


def test_a_program_that_is_missing_is_named(
    site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("site.yaml", f"{SITE}publish:\n  to: rsync\n  host: localhost\n  user: u\n")
    monkeypatch.setenv("PATH", str(site.root))
    assert "SG663" in said(site, capsys, "--yes", code=1)


def test_twins_are_made_on_the_way_and_not_in_public(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("site.yaml", "  to: folder\n", "  to: folder\n  precompress: yes\n").post("lang", "Viel Text. " * 200)
    said(site, capsys, "--yes")
    assert (web(site) / "blog/lang/index.html.gz").exists()
    assert (web(site) / "blog/lang/index.html.br").exists()
    assert not list(site.out.rglob("*.gz"))
    assert "neuesten Stand" in said(site, capsys)


def test_a_version_is_taken_while_no_other_build_writes(site: SiteCase) -> None:
    said_about = said_about_publishing(site.root).publish
    assert said_about is not None
    assert site.build().written
    with ThreadPoolExecutor(1) as other:
        lock = take_lock(site.root)
        assert isinstance(lock, SiteLock)
        with lock:
            taken = other.submit(version_of, site.root, said_about, now=site.now)
            with pytest.raises(TimeoutError):
                taken.result(timeout=0.3)
        assert "blog/eins/index.html" in taken.result(timeout=PATIENCE).files
