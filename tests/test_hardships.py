"""What a site may look like before anybody has tidied it, and what must work all the same; faults are in `findings`."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from site_case import MINIMAL, SiteCase, codes

POST = "---\ntitle: Rechnungen\ndate: 2026-11-01\n---\n\nEin Satz.\n"
PAGE = "---\ntitle: Start\n---\n\n{}\n"


def test_settings_alone_are_a_site(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).built()
    assert "index.html" in site.files()


@pytest.mark.parametrize(
    "text", ["---\ntitle: Kontakt\n---\n", "---\ntitle: Kontakt\n---", "---\ntitle: Kontakt\n...\n"]
)
def test_a_head_without_a_body_is_a_page(text: str, tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/kontakt.md": text}).built()
    assert "Kontakt" in site.main("kontakt/index.html").text()


def test_files_of_windows_are_like_any_other(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path / "a", {"content/blog/rechnungen.md": POST}).built()
    windows = SiteCase.of(tmp_path / "b", {})
    for path in ("site.yaml", "content/blog/rechnungen.md"):
        text = (site.root / path).read_text("utf-8")
        windows.write(path, "\ufeff" + text.replace("\n", "\r\n"))
    assert windows.built().files() == site.files()


def test_places_are_right_in_files_of_windows(tmp_path: Path) -> None:
    text = "\ufeff" + POST.replace("Ein Satz.", "[Kontakt](kontakt.md) und [mehr](/mehr/)").replace("\n", "\r\n")
    result = SiteCase.of(tmp_path, {"content/blog/rechnungen.md": text}).build()
    assert [(found.code, found.span.line, found.span.column) for found in result.findings] == [
        ("SG301", 6, 11),
        ("SG310", 6, 34),
    ]


def test_a_folder_may_be_called_like_a_text(tmp_path: Path) -> None:
    (tmp_path / "content/leer.md").mkdir(parents=True)
    site = SiteCase.of(tmp_path, {"content/mappe.md/index.md": PAGE.format("Inhalt.")}).built()
    assert "Inhalt." in site.main("mappe-md/index.html").text()


def test_umlauts_of_a_mac_are_umlauts(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "prüfung")
    files = {
        f"content/blog/{name}.md": POST,
        f"content/{name}/index.md": PAGE.format("[Liste](größe.txt)"),
        f"content/{name}/{unicodedata.normalize('NFD', 'größe')}.txt": "1",
        "content/index.md": PAGE.format('[a](blog/prüfung.md), [b](prüfung/index.md), {{ post "prüfung" }}'),
    }
    settings = f"{MINIMAL}navigation:\n  - title: Prüfung\n    page: prüfung/index.md\n"
    site = SiteCase.of(tmp_path, files, settings=settings).built()
    addresses = [link.attributes["href"] for link in site.main("index.html").css(".prose a, article a, p a")]
    assert {"/blog/pruefung/", "/pruefung/"} <= set(addresses)
    assert "pruefung/größe.txt" in site.files()


@pytest.mark.parametrize("settings", ["- a\n- b\n", "", "Büro\n", "{}\n", "[]\n", "---\n"])
def test_settings_that_are_none_are_said(settings: str, tmp_path: Path) -> None:
    result = SiteCase.of(tmp_path, {}, settings=settings).build()
    assert not result.written
    assert codes(result)


def test_an_own_layout_extends_that_of_the_theme(tmp_path: Path) -> None:
    layout = '{% extends "theme/post.html" %}\n{% block related %}<p class="mine">Meins</p>{% endblock %}\n'
    site = SiteCase.of(tmp_path, {"content/blog/rechnungen.md": POST, "layouts/post.html": layout}).built()
    page = site.page("blog/rechnungen/index.html")
    assert [node.text() for node in page.css(".mine")] == ["Meins"]
    assert page.css_first("h1").text() == "Rechnungen"  # type: ignore[union-attr]


def test_everything_inside_a_site_in_a_folder_begins_with_it(tmp_path: Path) -> None:
    files = {
        "content/index.md": PAGE.format("[Kontakt](kontakt.md), [Blog](/blog/), [Preise](kontakt.md#preise)"),
        "content/kontakt.md": "---\ntitle: Kontakt\naliases: /alt/\n---\n\n## Preise\n\n<a href='/blog/'>Blog</a>\n",
        "content/blog/rechnungen.md": POST,
    }
    settings = "title: Büro\nurl: https://x.example/va/\nnavigation:\n  - title: Kontakt\n    page: /kontakt/\n"
    site = SiteCase.of(tmp_path, files, settings=settings).built()
    for path, content in site.files().items():
        if path.endswith(".html"):
            for address in re.findall(r'(?:href|src|action|content)="(/[^"]*)"', content.decode()):
                assert address.startswith("/va/"), (path, address)
    assert b"/va/alt/ /va/kontakt/ 301" in site.files()["_redirects"]
    assert b"https://x.example/va/blog/rechnungen/" in site.files()["feed.xml"]


def test_strict_stops_at_a_warning_and_leaves_the_good_site(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/blog/rechnungen.md": POST}).built()
    before = site.files()
    site.edit("content/blog/rechnungen.md", "Ein Satz.", "# Zu groß\n\nEin Satz.")
    strict = site.build(strict=True)
    assert codes(strict) == ["SG231"]
    assert not strict.written
    assert site.files() == before
    assert site.build().written


def test_a_layout_that_says_nothing_is_no_fault(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/blog/rechnungen.md": POST, "layouts/post.html": ""}).built()
    assert site.html("blog/rechnungen/index.html") == ""


def test_a_shortcode_for_a_text_with_faults_of_its_own_is_not_blamed(tmp_path: Path) -> None:
    service = "---\ntitle: Ablage\nprice: 1.234\nunit: package\n---\n\nText.\n"
    site = SiteCase.of(tmp_path, {"content/services/ablage.md": service})
    site.post("brief", '{{ service "ablage" }} kostet {{ price "ablage" }}.')
    assert codes(site.build()) == ["SG144"]


def test_a_shortcode_for_a_post_that_is_to_come_says_so(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post("2027-01-11-plan", "Text.", date="2027-01-11")
    result = site.post("brief", 'Siehe {{ post "plan" }}.').build()
    assert codes(result) == ["SG302"]
