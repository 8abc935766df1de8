"""Every address of a WordPress site has an end: it answers, it leads on, or it is lost for a reason that is listed.

The addresses come from an export; real nginx and Apache answer them over the site that was built of it.
"""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final

import pytest

from apache import apache_over
from nginx import free_port, nginx_over
from photos import photograph, save
from plain_site import lay_plain_layouts
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.importers.proof.proof import prove
from sitegen.importers.sitemaps import read_sitemap
from sitegen.model.old_urls import OLD_URLS_FILE, OldUrl, old_urls_csv, read_old_urls
from sitegen.model.published import PUBLISHED_FILE, read_published
from waiting import PATIENCE
from wxr import HOST, attachment, category, comment, export, item

SETTINGS: Final = """title: Büro Neu
url: https://www.buero-neu.example/
images: {cards: nein, default_credit: "Foto: eigenes"}
"""
SIZES: Final = (
    'a:2:{s:4:"file";s:17:"2019/03/tisch.jpg";s:5:"sizes";a:2:{s:6:"medium";a:1:{s:4:"file";s:17:"tisch-300x200.jpg";}'
    's:9:"thumbnail";a:1:{s:4:"file";s:17:"tisch-150x150.jpg";}}}'
)
OF_POSTS: Final = (("category", "ablage", "Ablage"), ("post_tag", "b%c3%bcro", "Büro"))


def posts(count: int, *, link: str = HOST + "/2019/03/{slug}/") -> list[str]:
    """Published posts of March 2019."""
    return [
        item(
            100 + number,
            title=f"Beitrag {number}",
            slug=f"beitrag-{number}",
            link=link.format(slug=f"beitrag-{number}", number=100 + number),
            date=f"2019-03-{number % 28 + 1:02} 09:00:00",
            terms=OF_POSTS,
            comments=[comment(1, text="Danke!")] if number == 0 else (),
            meta={"_wp_old_slug": "frueher"} if number == 0 else None,
            content=f'<p>Ein Text. <img src="{HOST}/wp-content/uploads/2019/03/tisch.jpg" alt="Tisch"></p>',
        )
        for number in range(count)
    ]


def with_sizes(text: str) -> str:
    """An attachment that knows its sizes."""
    said = f"<wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[{SIZES}]]></wp:meta_value>"
    meta = f"<wp:postmeta>{said}</wp:postmeta>"
    return text.replace("\t\t<wp:attachment_url>", f"{meta}\n\t\t<wp:attachment_url>")


def whole(count: int = 12, *, link: str = HOST + "/2019/03/{slug}/") -> str:
    """A site with a bit of everything."""
    head = category("buero", "Büro", number=3) + category("ablage", "Ablage", number=4, parent="buero")
    return export(
        *posts(count, link=link),
        item(7, title="Über mich", slug="ueber-mich", kind="page", link=f"{HOST}/ueber-mich/"),
        item(8, title="Privat", slug="privat", status="private", link=f"{HOST}/?p=8"),
        item(9, title="Entwurf", slug="", status="draft", link=f"{HOST}/?p=9"),
        item(10, title="Projekt", slug="projekt", kind="portfolio", link=f"{HOST}/portfolio/projekt/"),
        with_sizes(attachment(20, "2019/03/tisch.jpg", parent=100)),
        attachment(21, "2019/03/weg.jpg"),
        attachment(22, "2019/03/preise.pdf"),
        head=head,
    )


@pytest.fixture
def moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., SiteCase]:
    """The site that an export has become."""

    def call(text: str, *options: str) -> SiteCase:
        uploads = tmp_path / "uploads/2019/03"
        uploads.mkdir(parents=True, exist_ok=True)
        save(uploads / "tisch.jpg", photograph(400, 300))
        (uploads / "preise.pdf").write_bytes(b"%PDF-1.4\n")
        (tmp_path / "export.xml").write_text(text, "utf-8")
        case = SiteCase.of(tmp_path / "neu", {}, settings=SETTINGS)
        words = ("import", "wordpress", str(tmp_path / "export.xml"), "--uploads", str(tmp_path / "uploads"))
        code = run((*words, *options, "--site", str(case.root), "--at", "2026-11-21 12:00"))
        assert code == 0, capsys.readouterr()
        return case

    return call


def led(site: SiteCase) -> dict[str, str]:
    """Old address → target, or the reason."""
    rows = read_old_urls((site.root / OLD_URLS_FILE).read_bytes())
    return {row.old: row.target or row.reason for row in rows}


POST: Final = "content/blog/2019-03-01-beitrag-0.md"
PICTURE: Final = "content/pictures/2019/03/tisch.jpg"


def test_every_kind_of_address_is_known(moved: Callable[..., SiteCase]) -> None:
    found = led(moved(whole()))
    for old in ("/2019/03/beitrag-0/", "/2019/03/beitrag-0/feed/", "/2019/03/frueher/", "/?p=100"):
        assert found[old] == POST, old
    for old in ("/ueber-mich/", "/?page_id=7", "/?p=7"):
        assert found[old] == "content/ueber-mich.md", old
    for old in ("/category/ablage/", "/category/buero/ablage/", "/category/buero/ablage/page/2/", "/?cat=4"):
        assert found[old] == "category:ablage", old
    for old in ("/tag/b%c3%bcro/", "/tag/b%c3%bcro/page/3/", "/?tag=b%c3%bcro"):
        assert found[old] == "tag:buero", old
    assert found["/author/eva/"] == found["/author/eva/page/2/"] == found["/?author=1"] == "author:eva-mueller"
    for old in ("/2019/", "/2019/03/", "/2019/03/12/", "/2019/03/page/2/", "/?m=201903"):
        assert found[old] == "year:2019", old
    assert found["/page/2/"] == found["/?paged=2"] == "list:blog"
    for old in ("/feed/", "/feed/rss2/", "/category/ablage/feed/", "/?feed=rss2"):
        assert found[old] == "/rss.xml", old
    assert found["/feed/atom/"] == "/feed.xml"
    assert found["/comments/feed/"] == found["/?feed=comments-rss2"] == "/kommentare.xml"
    uploads = "/wp-content/uploads/2019/03"
    assert {found[f"{uploads}/{name}"] for name in ("tisch.jpg", "tisch-300x200.jpg", "tisch-150x150.jpg")} == {PICTURE}
    assert found["/?attachment_id=20"] == found["/datei-20/"] == POST
    assert found[f"{uploads}/weg.jpg"] == found["/?attachment_id=21"] == "file_missing"
    assert found[f"{uploads}/preise.pdf"] == f"{uploads}/preise.pdf"
    assert not {"/?p=8", "/?p=9"} & found.keys(), "what nobody could read had no address"


def test_without_permalinks_everything_is_asked_for(moved: Callable[..., SiteCase]) -> None:
    found = led(moved(whole(link=HOST + "/?p={number}")))
    assert {"/?p=100", "/?cat=4", "/?m=20190301", "/?feed=rss2", "/?paged=2"} <= found.keys()
    assert not [old for old in found if old.startswith(("/category/", "/2019/", "/author/"))]


@pytest.mark.parametrize(
    ("link", "front"),
    [("/blog/{slug}/", "/blog/"), ("/archives/{number}", "/archives/"), ("/index.php/2019/03/{slug}/", "/index.php/")],
)
def test_what_stands_before_all_posts_stands_before_their_lists(
    moved: Callable[..., SiteCase], link: str, front: str
) -> None:
    found = led(moved(whole(link=HOST + link)))
    for old in (f"{front}category/buero/ablage/", f"{front}author/eva/", f"{front}2019/03/", f"{front}page/2/"):
        assert old in found, old
    assert ("/archives/date/2019/" in found) is (front == "/archives/")


def test_an_old_sitemap_names_what_no_rule_does(moved: Callable[..., SiteCase], tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(
        f"<sitemapindex><sitemap><loc>{HOST}/post-sitemap.xml</loc></sitemap>"
        f"<sitemap><loc>{HOST}/page-sitemap.xml.gz</loc></sitemap><sitemap><loc>{HOST}/fehlt.xml</loc></sitemap></sitemapindex>",
        "utf-8",
    )
    addresses = ("/thema/ablage/", "/2019/03/beitrag-0/amp/", "/ganz-anders/", "/2019/04/", "/?p=100&utm_source=x")
    locs = "".join(f"<url><loc><![CDATA[{HOST}{path}]]></loc></url>" for path in addresses)
    picture = f"<image:loc>{HOST}/wp-content/uploads/2019/03/tisch-768x512.jpg</image:loc>"
    (tmp_path / "post-sitemap.xml").write_text(
        f"<urlset>{locs}{picture}<loc>https://other.example/x/</loc></urlset>", "utf-8"
    )
    (tmp_path / "page-sitemap.xml.gz").write_bytes(gzip.compress(f"<urlset><loc>{HOST}/verloren/</loc>".encode()))
    found = led(moved(whole(), "--sitemap", str(tmp_path / "sitemap.xml")))
    assert found["/thema/ablage/"] == "category:ablage"
    assert found["/2019/03/beitrag-0/amp/"] == POST
    assert found["/ganz-anders/"] == found["/verloren/"] == "unknown"
    assert found["/2019/04/"] == "year:2019"
    assert found["/wp-content/uploads/2019/03/tisch-768x512.jpg"] == PICTURE
    assert not [old for old in found if "utm" in old or old == "/x/"]
    assert read_sitemap(tmp_path / "sitemap.xml").missing == ("fehlt.xml",)


def test_addresses_are_locked_and_a_second_import_leaves_the_owners_word(moved: Callable[..., SiteCase]) -> None:
    site = moved(whole())
    owners = {one.path: one.owner for one in read_published((site.root / PUBLISHED_FILE).read_text("utf-8")).addresses}
    assert owners["/2019/03/beitrag-0/"] == "post:beitrag-0"
    assert owners["/wp-content/uploads/2019/03/weg.jpg"] == ""
    assert not [path for path in owners if "?" in path]
    site.edit(OLD_URLS_FILE, "/2019/;year:2019;", "/2019/;;Das war ein anderes Jahr.")
    moved(whole())
    assert led(site)["/2019/"] == "Das war ein anderes Jahr."


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_real_servers_end_every_address(moved: Callable[..., SiteCase], tmp_path: Path, name: str) -> None:
    site = moved(whole())
    result = site.build()
    assert result.written, site.report(result)
    rows = read_old_urls((site.root / OLD_URLS_FILE).read_bytes())
    port = free_port()
    with ExitStack() as opened:
        if name == "nginx":
            include = site.root / ".sitegen/headers/nginx.conf"
            opened.enter_context(nginx_over(site.out, tmp_path / name, port=port, include=include))
        else:
            opened.enter_context(apache_over(site.out, tmp_path / name, port=port))
        connection = opened.enter_context(closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)))
        ends = {row.old: followed(connection, row.old) for row in rows}
    assert {row.old: ends[row.old] for row in rows if row.target and ends[row.old] != 200} == {}
    assert {row.old: ends[row.old] for row in rows if not row.target and ends[row.old] != 410} == {}
    assert len(rows) > 100


def followed(connection: http.client.HTTPConnection, path: str) -> int:
    """The status at the end of the way."""
    for _ in range(4):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 301:
            return answer.status
        path = (
            (answer.headers["Location"] or "").partition(":" + str(connection.port))[2]
            or answer.headers["Location"]
            or ""
        )
    return 508


def test_ten_thousand_addresses_stay_few_rules(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": "---\ntitle: Start\n---\n\nText.\n"}, settings=SETTINGS)
    lay_plain_layouts(site.root)
    for number in range(50):
        site.post(f"beitrag-{number}", "Text.")
    ways = ("/wp-content/uploads/b-{1}.jpg", "/?p={1}", "/?cat={1}", "/wp-content/uploads/b-{1}-300x200.jpg")
    rows = [
        OldUrl(old=ways[number % 4].format(number % 50, number), target=f"content/blog/beitrag-{number % 50}.md")
        for number in range(9_500)
    ]
    rows += [OldUrl(old=f"/2019/03/beitrag-{number % 50}/{number}/", target="list:blog") for number in range(500)]
    site.write(OLD_URLS_FILE, old_urls_csv(rows).decode())
    assert site.build().written
    assert len(site.html(".htaccess").splitlines()) < 1000
    known = read_old_urls((site.root / OLD_URLS_FILE).read_bytes())
    proofs = {proof.host: proof for proof in prove(site.out, site.root / ".sitegen/headers", known, base="")}
    assert proofs["apache"].counts == proofs["nginx"].counts == {"leads": 10_000}
