"""What lies in `.sitegen/` may be damaged: the site is built all the same, and the owner is told once."""

from __future__ import annotations

import os
from pathlib import Path

from site_case import SiteCase, codes


def test_a_damaged_manifest_is_a_note_and_the_site_is_written(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post("brief", "Ein Brief.")
    site.built()
    (manifest,) = (tmp_path / ".sitegen" / "outputs").glob("*/manifest.json")
    manifest.write_bytes(b"{")
    result = site.edit("content/blog/brief.md", "Ein Brief.", "Zwei Briefe.").build()
    assert result.written
    assert codes(result) == ["SG614"]
    assert result.changes.changed
    assert "Zwei Briefe." in site.html("blog/brief/index.html")


def test_a_damaged_cache_is_a_note_and_the_site_is_the_same(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post("brief", "Ein Brief.")
    before = site.built().files()
    (cache,) = (tmp_path / ".sitegen" / "cache").glob("memo-*.sqlite")
    cache.write_bytes(b"no database at all, but long enough to be taken for one" * 40)
    result = site.edit("content/blog/brief.md", "Ein Brief.", "Ein Brief. ").build()
    assert result.written
    assert codes(result) == ["SG615"]
    assert site.files() == before


def test_pages_that_a_power_cut_has_emptied_are_written_anew(tmp_path: Path) -> None:
    """The system may have noted a file and its time, but not yet its bytes."""
    site = SiteCase.of(tmp_path, {}).post("brief", "Ein Brief.")
    before = site.built().files()
    pages = sorted(site.out.rglob("*.html"))
    for page in pages:
        status = page.stat()
        page.write_bytes(b"")
        os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert len(site.build().changes.changed) == len(pages)
    assert site.files() == before
