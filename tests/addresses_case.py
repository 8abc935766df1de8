"""A site whose addresses are promised to its visitors, and the file that keeps them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL, SiteCase
from sitegen.model.published import PUBLISHED_FILE
from sitegen.publish.addresses import record

SETTINGS = MINIMAL + QUIET
START = {"content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n"}


def site_in(root: Path, *, more: str = "") -> SiteCase:
    """A site of a page, a service, a post with a former address, and a post that will expire."""
    site = SiteCase.of(root, START, settings=SETTINGS + more)
    lay_plain_layouts(root)
    site.post("rechnungen", "Text.", tags="Büro, Post", category="Alltag", aliases="/alt/")
    site.post("sommer", "Text.", date="2026-06-01", expires="2026-12-24")
    site.write("content/preise.md", "---\ntitle: Preise\n---\n\nText.\n")
    site.write("content/services/ablage.md", "---\ntitle: Ablage\nprice: 30\nunit: hour\n---\n\nText.\n")
    return site.write("static/mappe.pdf", "%PDF")


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    """That site, never built."""
    return site_in(tmp_path)


def published(site: SiteCase, now: datetime | None = None) -> SiteCase:
    """Built without an error, and brought to its visitors."""
    result = site.build(now=now)
    assert result.written, site.report(result)
    record(site.root)
    return site


def kept(site: SiteCase) -> dict[str, str]:
    """Address → whose it is, from the file."""
    lines = (site.root / PUBLISHED_FILE).read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line.startswith("/"))
    return {path: owner for path, _, owner in pairs}
