"""Former addresses: a page for every host, and rules for those that know rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL as BARE
from site_case import SiteCase

MINIMAL = BARE + QUIET

ALIASES = "[/alt, /alt/mehr/, /seite.html, '/über mich/', '/a.b/c+d/']"
FILES = {
    "content/index.md": "---\ntitle: Start\n---\nGuten Tag.\n",
    "content/neu.md": f"---\ntitle: Neu\naliases: {ALIASES}\n---\nText.\n",
    "content/authors/jo.md": "---\ntitle: Jo\naliases: [/wer/]\n---\nText.\n",
    "content/services/ablage.md": "---\ntitle: Ablage\naliases: [/ablage/]\n---\nText.\n",
    "content/blog/post.md": "---\ntitle: Beitrag\ndate: 2026-11-01\naliases: [/2019/05/beitrag.php]\n---\nText.\n",
}
WANTED = {
    "/2019/05/beitrag.php": "/blog/post/",
    "/a.b/c%2Bd/": "/neu/",
    "/ablage/": "/leistungen/ablage/",
    "/alt/": "/neu/",
    "/alt/mehr/": "/neu/",
    "/seite.html": "/neu/",
    "/wer/": "/blog/von/jo/",
    "/%C3%BCber%20mich/": "/neu/",
}


def site_with(folder: Path, settings: str = MINIMAL) -> SiteCase:
    case = SiteCase.of(folder, FILES, settings=settings)
    lay_plain_layouts(case.root)
    return case.built()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    return site_with(tmp_path_factory.mktemp("redirects"))


def patterns(site: SiteCase) -> list[tuple[re.Pattern[str], str]]:
    """Apache's rules; Apache compares them with the decoded path."""
    rule = re.compile(r'  RedirectMatch 301 "(.+)" "(.+)"')
    found = map(rule.fullmatch, site.html(".htaccess").splitlines())
    return [(re.compile(match[1]), match[2]) for match in found if match]


def test_rules_by_line_have_three_words_each(site: SiteCase) -> None:
    lines = [line.split(" ") for line in site.html("_redirects").splitlines()]
    assert {old: new for old, new, status in lines if status == "301"} == WANTED
    assert {old: new for old, new, status in lines if status == "301!"} == WANTED
    assert [status for *_, status in lines] == ["301!", "301"] * len(WANTED), (
        "Netlify takes the first, Cloudflare the other"
    )


def test_what_netlify_takes_for_one_address_is_not_forced(tmp_path: Path) -> None:
    site = SiteCase.of(
        tmp_path, {"content/neu.md": "---\ntitle: Neu\naliases: /neu.html\n---\nText.\n"}, settings=MINIMAL
    )
    lay_plain_layouts(site.root)
    assert site.built().html("_redirects") == "/neu.html /neu/ 301\n"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/alt/", "/neu/"),
        ("/alt", "/neu/"),
        ("/alt/mehr/", "/neu/"),
        ("/seite.html", "/neu/"),
        ("/über mich/", "/neu/"),
        ("/a.b/c+d/", "/neu/"),
        ("/2019/05/beitrag.php", "/blog/post/"),
    ],
)
def test_a_rule_of_apache_meets_its_path(site: SiteCase, path: str, target: str) -> None:
    assert [new for pattern, new in patterns(site) if pattern.search(path)] == [target]


@pytest.mark.parametrize(
    "path", ["/", "/alt/anders/", "/neu/alt/", "/seitexhtml", "/altes/", "/axb/c+d/", "/blog/post/"]
)
def test_a_rule_of_apache_meets_no_other_path(site: SiteCase, path: str) -> None:
    assert [new for pattern, new in patterns(site) if pattern.search(path)] == []


def test_apache_is_told_the_page_for_errors(site: SiteCase) -> None:
    assert site.html(".htaccess").splitlines()[0] == "ErrorDocument 404 /404.html"
    assert (site.out / "404.html").is_file()


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ("alt/index.html", "/neu/"),
        ("seite.html", "/neu/"),
        ("über mich/index.html", "/neu/"),
        ("wer/index.html", "/blog/von/jo/"),
        ("ablage/index.html", "/leistungen/ablage/"),
    ],
)
def test_every_former_address_has_a_page_that_leads_on(site: SiteCase, file: str, target: str) -> None:
    page = site.page(file)
    (canonical,) = page.css("link[rel=canonical]")
    (refresh,) = page.css("meta[http-equiv=refresh]")
    assert canonical.attributes["href"] == f"https://www.example.org{target}"
    assert refresh.attributes["content"] == f"0; url={target}"
    assert [link.attributes["href"] for link in page.css("main a")] == [target]


def test_below_a_base_path_both_addresses_have_it(tmp_path: Path) -> None:
    site = site_with(tmp_path, MINIMAL.replace("example.org/", "example.org/va/"))
    assert "/va/alt/ /va/neu/ 301" in site.html("_redirects").splitlines()
    assert site.html(".htaccess").startswith("ErrorDocument 404 /va/404.html\n")
    assert [new for pattern, new in patterns(site) if pattern.search("/va/alt")] == ["/va/neu/"]
    assert [new for pattern, new in patterns(site) if pattern.search("/alt")] == []
    assert (site.out / "alt/index.html").is_file()


def test_an_author_without_a_page_redirects_nowhere(tmp_path: Path) -> None:
    site = site_with(tmp_path, f"{MINIMAL}permalinks: {{author: off}}\n")
    assert "/wer/" not in site.html("_redirects")
    assert not (site.out / "wer").exists()


def test_a_site_without_former_addresses_has_no_rules(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": FILES["content/index.md"]}, settings=MINIMAL)
    lay_plain_layouts(site.root)
    site.built()
    assert site.html("_redirects") == ""
    assert "Redirect" not in site.html(".htaccess")
