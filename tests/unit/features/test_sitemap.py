"""What search engines are told."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL as BARE
from site_case import SiteCase

MINIMAL = BARE + QUIET

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES = {
    "content/index.md": "---\ntitle: Start\n---\nGuten Tag.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\naliases: [/alt/, /alt.html]\n---\nText.\n",
    "content/danke.md": "---\ntitle: Danke\nnoindex: ja\n---\nText.\n",
    "content/404.md": "---\ntitle: Nichts\n---\nText.\n",
    "content/entwurf.md": "---\ntitle: Entwurf\ndraft: ja\n---\nText.\n",
    "content/services/ablage.md": "---\ntitle: Ablage\n---\nText.\n",
    "content/blog/neu.md": "---\ntitle: Neu\ndate: 2026-10-05\nupdated: 2026-11-02 09:30\n---\nText.\n",
    "content/blog/alt.md": "---\ntitle: Alt\ndate: 2018-01\n---\nText.\n",
    "content/blog/morgen.md": "---\ntitle: Morgen\ndate: 2026-11-22\n---\nText.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    settings = MINIMAL.replace("example.org/", "example.org/va/") + "blog: {page_size: 1}\n"
    case = SiteCase.of(tmp_path_factory.mktemp("sitemap"), FILES, settings=settings)
    lay_plain_layouts(case.root)
    return case.built()


@pytest.fixture(scope="module")
def listed(site: SiteCase) -> dict[str, str]:
    """Path below the base path → day of the last change."""
    root = ET.fromstring(site.html("sitemap.xml"))
    assert root.tag == f"{SITEMAP}urlset"
    return {
        (url.findtext(f"{SITEMAP}loc") or "").removeprefix("https://www.example.org/va"): url.findtext(
            f"{SITEMAP}lastmod", ""
        )
        for url in root
    }


def test_every_page_that_may_be_found_is_listed_once(listed: dict[str, str]) -> None:
    assert list(listed) == [
        "/",
        "/blog/",
        "/blog/alt/",
        "/blog/archiv/",
        "/blog/archiv/2018/",
        "/blog/archiv/2026/",
        "/blog/neu/",
        "/blog/seite/2/",
        "/kontakt/",
        "/leistungen/",
        "/leistungen/ablage/",
    ]


def test_every_listed_page_is_there(site: SiteCase, listed: dict[str, str]) -> None:
    assert all((site.out / path.lstrip("/") / "index.html").is_file() for path in listed)


def test_what_is_not_to_be_found_says_so_itself(site: SiteCase) -> None:
    for path in ("danke/index.html", "404.html", "alt/index.html", "alt.html"):
        (robots,) = site.page(path).css("meta[name=robots]")
        assert robots.attributes["content"] == "noindex"


def test_posts_tell_their_last_change_as_exactly_as_it_is_known(listed: dict[str, str]) -> None:
    assert {path: day for path, day in listed.items() if day} == {
        "/blog/neu/": "2026-11-02T09:30:00+01:00",
    }


def test_robots_name_the_sitemap_with_its_full_address(site: SiteCase) -> None:
    assert site.html("robots.txt").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://www.example.org/va/sitemap.xml",
    ]


def test_a_robots_file_of_the_owner_counts(tmp_path: Path) -> None:
    own = "User-agent: *\nDisallow: /privat/\n"
    site = SiteCase.of(tmp_path, {**FILES, "static/robots.txt": own}, settings=MINIMAL)
    lay_plain_layouts(site.root)
    assert site.built().html("robots.txt") == own
