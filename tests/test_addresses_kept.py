"""Whatever was published once answers, leads on, or is said to be gone; and nobody can lose an address unawares."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from addresses_case import kept, published, site, site_in
from git_remote import IDENTITY, git
from plain_site import QUIET
from site_case import NOON, SiteCase, codes
from sitegen.model.published import PUBLISHED_FILE
from sitegen.publish.addresses import record
from sitegen.scaffold.new_site import example_files

__all__ = ["site"]

SMALL_LISTS = "blog: {page_size: 1}\n"


def leads(site: SiteCase) -> dict[str, str]:
    """Former → present address, by the rules; every page among them leads there too."""
    rules = {old: new for old, new, _ in (line.split() for line in site.html("_redirects").splitlines())}
    for old, new in rules.items():
        file = f"{old.strip('/')}/index.html" if old.endswith("/") else old.strip("/")
        if file.endswith(".html"):
            assert f'content="0; url={new}"' in site.html(file)
    return rules


def rename(site: SiteCase, old: str, new: str) -> None:
    (site.root / old).rename(site.root / new)


# The file


def test_the_file_names_every_address_and_whose_it_is(site: SiteCase) -> None:
    found = kept(published(site))
    assert found["/"] == "list:home"
    assert found["/blog/rechnungen/"] == found["/alt/"] == "post:rechnungen"
    assert found["/preise/"] == "page:preise"
    assert found["/leistungen/ablage/"] == "service:ablage"
    assert found["/blog/schlagwort/buero/"] == "tag:buero"
    assert found["/blog/archiv/2026/"] == "year:2026"
    assert found["/mappe.pdf"] == ""
    assert not [path for path in found if path.endswith((".css", ".webp")) or "404" in path]


def test_a_build_only_reads_it(site: SiteCase) -> None:
    site.built()
    assert not (site.root / PUBLISHED_FILE).exists()
    before = (published(site).root / PUBLISHED_FILE).read_bytes()
    site.post("neu", "Text.").built()
    assert (site.root / PUBLISHED_FILE).read_bytes() == before


def test_publishing_adds_and_takes_nothing_away(site: SiteCase) -> None:
    published(site)
    file = site.root / PUBLISHED_FILE
    file.write_text(file.read_text("utf-8") + "# Meine Notiz\nunsinn\n/frueher/ post:rechnungen\n", "utf-8")
    site.remove("static/mappe.pdf").edit("site.yaml", QUIET, QUIET + "gone: /mappe.pdf\n").post("neu", "Text.")
    published(site)
    found = kept(site)
    assert found["/frueher/"] == found["/alt/"] == "post:rechnungen"
    assert {"/mappe.pdf", "/blog/neu/"} <= found.keys()
    assert {"# Meine Notiz", "unsinn"} <= set(file.read_text("utf-8").splitlines())


def test_it_is_written_only_when_it_changes(site: SiteCase) -> None:
    published(site)
    before = (site.root / PUBLISHED_FILE).stat().st_mtime_ns
    assert record(site.root) == 0
    assert (site.root / PUBLISHED_FILE).stat().st_mtime_ns == before
    site.post("neu", "Text.").built()
    assert record(site.root) == 1


def test_what_was_never_built_is_not_recorded(tmp_path: Path) -> None:
    assert record(tmp_path) == 0
    assert not (tmp_path / PUBLISHED_FILE).exists()


def test_a_list_that_git_has_left_with_both_sides_is_read_whole(site: SiteCase) -> None:
    site.write(PUBLISHED_FILE, "<<<<<<< HEAD\n/a/ post:rechnungen\n=======\n/b/ post:rechnungen\n>>>>>>> x\n").built()
    assert leads(site)["/a/"] == leads(site)["/b/"] == "/blog/rechnungen/"


def test_git_keeps_the_lines_of_both_sides_in_a_new_site(tmp_path: Path) -> None:
    (attributes,) = (file for file in example_files() if file.path == ".gitattributes")
    (tmp_path / ".gitattributes").write_bytes(attributes.content)
    file = tmp_path / PUBLISHED_FILE
    git("init", "--quiet", "--initial-branch=main", folder=tmp_path)
    for branch, lines in (("main", "/\n"), ("other", "/\n/a/ post:a\n"), ("main", "/\n/b/ post:b\n")):
        git(
            "checkout", "--quiet", *(["-b"] if branch == "other" else []), branch, folder=tmp_path
        ) if file.exists() else None
        file.write_text(lines, "utf-8")
        git("add", "--all", folder=tmp_path)
        git(*IDENTITY, "commit", "--quiet", "--message", branch, folder=tmp_path)
    git(*IDENTITY, "merge", "--quiet", "other", folder=tmp_path)
    assert sorted(file.read_text("utf-8").splitlines()) == ["/", "/a/ post:a", "/b/ post:b"]


# What needs nobody


def test_a_renamed_file_with_its_id_leads_on_by_itself(site: SiteCase) -> None:
    site.edit("content/blog/rechnungen.md", "title:", "id: rechnungen\ntitle:")
    published(site)
    rename(site, "content/blog/rechnungen.md", "content/blog/belege.md")
    assert leads(published(site))["/blog/rechnungen/"] == "/blog/belege/"
    rename(site, "content/blog/belege.md", "content/blog/quittungen.md")
    assert {leads(published(site))[old] for old in ("/blog/rechnungen/", "/blog/belege/", "/alt/")} == {
        "/blog/quittungen/"
    }
    assert 'RedirectMatch 301 "^/blog/belege/?$" "/blog/quittungen/"' in site.html(".htaccess")


def test_a_former_address_stays_when_its_line_goes(site: SiteCase) -> None:
    published(site).edit("content/blog/rechnungen.md", "aliases: /alt/\n", "").built()
    assert leads(site)["/alt/"] == "/blog/rechnungen/"


def test_another_pattern_of_addresses_leads_every_page_on(site: SiteCase) -> None:
    published(site)
    patterns = "permalinks: {post: '/notizen/{slug}/', tag: '/thema/{slug}/', page: '/seiten/{path}/', blog: /notizen/}"
    site.edit("site.yaml", QUIET, f"{QUIET}{patterns}\n").built()
    found = leads(site)
    assert found["/blog/rechnungen/"] == "/notizen/rechnungen/"
    assert found["/blog/schlagwort/buero/"] == "/thema/buero/"
    assert found["/preise/"] == "/seiten/preise/"
    assert found["/blog/"] == "/notizen/"


def test_a_list_that_is_no_more_leads_to_the_one_above(tmp_path: Path) -> None:
    site = published(site_in(tmp_path, more=SMALL_LISTS).post("alt", "Text.", date="2025-01-01", tags="Alt"))
    assert kept(site)["/blog/seite/3/"] == "list:blog#3"
    site.remove("content/blog/alt.md").edit("site.yaml", QUIET, QUIET + "gone: /blog/alt/\n")
    result = site.build()
    assert codes(result) == ["SG425"]
    found = leads(site)
    assert found["/blog/seite/3/"] == "/blog/"
    assert found["/blog/archiv/2025/"] == "/blog/archiv/"
    assert found["/blog/schlagwort/alt/"] == "/blog/schlagwoerter/"


def test_two_texts_of_one_id_are_not_taken_for_each_other(site: SiteCase) -> None:
    published(site.write("content/tarife.md", "---\ntitle: Tarife\n---\n\nText.\n"))
    rename(site, "content/preise.md", "content/kosten.md")
    site.edit("content/kosten.md", "title:", "id: preise\ntitle:")
    site.edit("content/tarife.md", "title:", "id: preise\ntitle:")
    assert codes(site.build()) == ["SG420"]


def test_who_comes_to_an_address_later_has_it(site: SiteCase) -> None:
    published(site).edit("content/blog/rechnungen.md", "aliases: /alt/\n", "")
    site.write("content/alt.md", "---\ntitle: Alt\n---\n\nText.\n")
    published(site)
    assert "/alt/" not in leads(site)
    assert kept(site)["/alt/"] == "page:alt"


# What time does


@pytest.mark.parametrize("days", [-400, -30, 0, 33, 34, 400])
def test_time_alone_never_stops_a_build(site: SiteCase, days: int) -> None:
    published(published(site), NOON + timedelta(days=20))
    assert site.build(now=NOON + timedelta(days=days)).written


def test_an_expired_post_is_said_to_be_gone_and_comes_back(site: SiteCase) -> None:
    published(site)
    later = site.build(now=NOON + timedelta(days=40))
    assert codes(later) == ["SG424"]
    assert 'RedirectMatch gone "^/blog/sommer/?$"' in site.html(".htaccess")
    assert not (site.out / "blog/sommer").exists()
    site.edit("content/blog/sommer.md", "expires: 2026-12-24\n", "")
    assert codes(site.build(now=NOON + timedelta(days=40))) == []
    assert "gone" not in site.html(".htaccess")


# What the owner decides


def test_a_lost_page_stops_the_build_and_the_line_shown_mends_it(site: SiteCase) -> None:
    published(site).remove("content/preise.md")
    (found,) = site.build().findings.items
    assert (found.code, found.span.file) == ("SG420", PUBLISHED_FILE)
    assert "gone:\n  - /preise/" in found.cure
    site.edit("site.yaml", QUIET, f"{QUIET}gone:\n  - /preise/\n").built()
    assert 'RedirectMatch gone "^/preise/?$"' in site.html(".htaccess")
    site.edit("site.yaml", "gone:\n  - /preise/\n", "")
    assert "aliases: /preise/" in found.cure
    site.edit("content/services/ablage.md", "title:", "aliases: /preise/\ntitle:").built()
    assert leads(site)["/preise/"] == "/leistungen/ablage/"


def test_a_renamed_file_is_recognised_and_keeps_address_and_comments_by_the_line_shown(site: SiteCase) -> None:
    published(site)
    rename(site, "content/blog/rechnungen.md", "content/blog/2026-11-01-rechnungen-stellen.md")
    (found,) = site.build().findings.items
    assert (found.code, found.span.file) == ("SG421", "content/blog/2026-11-01-rechnungen-stellen.md")
    line = found.cure.splitlines()[1]
    site.edit(found.span.file, "title:", f"{line}\ntitle:").built()
    assert leads(site)["/blog/rechnungen/"] == "/blog/rechnungen-stellen/"


def test_a_withdrawn_text_is_no_draft(site: SiteCase) -> None:
    published(site).edit("content/blog/rechnungen.md", "title:", "draft: ja\ntitle:")
    found = next(found for found in site.build().findings if found.code == "SG423")
    assert "expires: 2026-11-21" in found.cure.splitlines()
    site.edit("content/blog/rechnungen.md", "draft: ja", "expires: 2026-11-21")
    assert site.build().written


def test_a_text_with_faults_is_not_said_to_be_lost(site: SiteCase) -> None:
    published(site).edit("content/preise.md", "title:", "titel:")
    assert {"SG420", "SG421"}.isdisjoint(codes(site.build()))


def test_a_lost_document_is_a_broken_promise_too(site: SiteCase) -> None:
    rename(published(site), "static/mappe.pdf", "static/mappe-2027.pdf")
    (found,) = site.build().findings.items
    assert found.code == "SG420"
    lines = "\n".join(found.cure.splitlines()[1:4])
    site.edit("site.yaml", QUIET, f"{QUIET}{lines}\n").built()
    assert leads(site)["/mappe.pdf"] == "/mappe-2027.pdf"
    assert not (site.out / "mappe.pdf").exists(), "a page is no document"


def test_settings_lead_on_what_no_text_can_name(site: SiteCase) -> None:
    rules = {
        "/a": "preise.md",
        "/b/": "content/blog/rechnungen.md",
        "/c.html": "/blog/",
    }
    lines = "".join(f"  - from: {old}\n    to: {new}\n" for old, new in rules.items())
    site.edit("site.yaml", QUIET, f"{QUIET}redirects:\n{lines}").built()
    found = leads(site)
    assert [found[old] for old in ("/a/", "/b/", "/c.html")] == [
        "/preise/",
        "/blog/rechnungen/",
        "/blog/",
    ]


def test_below_a_base_path_the_file_does_without_it(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.edit("site.yaml", "example.org/", "example.org/va/")
    assert "/preise/" in kept(published(site))
    site.edit("content/preise.md", "title:", "id: preise\nslug: kosten\ntitle:").built()
    assert "/va/preise/ /va/kosten/ 301" in site.html("_redirects")


def test_addresses_with_umlauts_are_kept_as_people_read_them(site: SiteCase) -> None:
    site.edit("site.yaml", QUIET, f"{QUIET}permalinks: {{post: '/Über Büros/{{slug}}/'}}\n".replace(" B", "-B"))
    published(site)
    assert "/Über-Büros/rechnungen/" in kept(site)
    site.edit("site.yaml", "/Über-Büros/", "/notizen/").built()
    assert "/%C3%9Cber-B%C3%BCros/rechnungen/ /notizen/rechnungen/ 301" in site.html("_redirects")


def test_a_page_for_a_former_address_stands_in_nobodys_way(site: SiteCase) -> None:
    published(site)
    rename(site, "content/preise.md", "content/kosten.md")
    site.edit("content/kosten.md", "title:", "id: preise\ntitle:").write("static/preise", "Eine Datei.").built()
    assert (site.out / "preise").is_file()
    assert "/preise/ /kosten/ 301" in site.html("_redirects")
