"""What a site does when its owner edits it: through the front door, from files to files."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL, NOON, SiteCase, codes
from sitegen.text.moments import BERLIN

START = {"content/index.md": "---\ntitle: Start\n---\nGuten Tag.\n"}


def a_site(folder: Path, files: dict[str, str] | None = None, *, settings: str = "") -> SiteCase:
    site = SiteCase.of(folder, START | (files or {}), settings=MINIMAL + QUIET + settings)
    lay_plain_layouts(site.root)
    return site


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    return a_site(tmp_path)


def pages(site: SiteCase) -> set[str]:
    return {path for path in site.files() if path.endswith(".html")}


# What is published, and when


def test_a_folder_without_settings_says_what_is_missing(tmp_path: Path) -> None:
    result = SiteCase(tmp_path).build()
    assert codes(result) == ["SG001"]
    assert not result.written
    assert not result.out.exists()


def test_an_empty_site_has_a_home_page_and_one_for_errors(tmp_path: Path) -> None:
    site = SiteCase(tmp_path).write("site.yaml", MINIMAL + QUIET)
    lay_plain_layouts(site.root)
    assert pages(site.built()) == {"index.html", "404.html"}


def test_a_post_appears_at_its_minute(site: SiteCase) -> None:
    site.post("neu", "Text.", date="2026-12-01 09:30")
    hour = datetime(2026, 12, 1, 9, 30, tzinfo=BERLIN)
    assert site.build(now=hour - timedelta(minutes=1)).withheld[0].reason == "scheduled"
    assert not (site.out / "blog/neu/index.html").exists()
    assert site.build(now=hour).withheld == ()
    assert (site.out / "blog/neu/index.html").exists()


def test_a_post_without_a_time_appears_at_six_in_berlin(site: SiteCase) -> None:
    site.post("neu", "Text.", date="2026-12-01")
    six = datetime(2026, 12, 1, 6, tzinfo=BERLIN)
    assert site.build(now=six - timedelta(seconds=60)).tally.posts == 0
    assert site.build(now=six).tally.posts == 1


def test_a_post_that_expires_leaves_with_all_that_led_to_it(site: SiteCase) -> None:
    site.post("kurz", "Text.", date="2026-11-01", expires="2026-12-01", tags="[Eile]", aliases="[/alt/]")
    site.built()
    assert {"blog/kurz/index.html", "blog/schlagwort/eile/index.html", "alt/index.html"} <= pages(site)
    result = site.build(now=NOON + timedelta(days=30))
    assert result.withheld[0].reason == "expired"
    assert pages(site) == {"index.html", "404.html"}
    assert not (site.out / "blog").exists()
    assert "kurz" not in site.html("feed.xml") + site.html("sitemap.xml") + site.html("_redirects")


def test_a_link_to_an_author_does_not_die_with_her_last_post(site: SiteCase) -> None:
    site.write("content/authors/jo.md", "---\ntitle: Jo\n---\nJo.\n").write(
        "content/team.md", "---\ntitle: Team\n---\n[Jo](authors/jo.md)\n"
    )
    site.post("kurz", "Text.", author="jo", expires="2026-12-01")
    site.built()
    assert site.build(now=NOON + timedelta(days=30)).written
    assert "Hier ist noch nichts erschienen." in site.html("blog/von/jo/index.html")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("content/seite.md", ""),
        ("content/services/leistung.md", ""),
        ("content/blog/beitrag.md", "date: 2026-11-01\n"),
    ],
)
def test_a_draft_is_nowhere(site: SiteCase, path: str, fields: str) -> None:
    site.write(path, f"---\ntitle: Unsichtbar\ndraft: ja\n{fields}---\nText.\n").built()
    assert not any(b"Unsichtbar" in content for content in site.files().values())


def test_a_file_that_begins_with_an_underscore_is_never_built(site: SiteCase) -> None:
    site.write("content/blog/_vorlage.md", "kaputt: [").write("content/_notizen/x.md", "---\n---\n")
    assert pages(site.built()) == {"index.html", "404.html"}


# Addresses


def test_the_address_comes_from_the_file_never_from_the_title(site: SiteCase) -> None:
    site.post("2026-11-24-über-uns", "Text.", title="Etwas anderes")
    site.write("content/Über mich/Mein Weg.md", "---\ntitle: Titel\n---\nText.\n").built()
    assert {"blog/ueber-uns/index.html", "ueber-mich/mein-weg/index.html"} <= pages(site)


def test_a_renamed_file_keeps_its_id(site: SiteCase) -> None:
    site.post("alt", "Text.", id="bleibt").write("content/seite.md", '---\ntitle: S\n---\n{{ post "bleibt" }}\n')
    site.built()
    (site.root / "content/blog/alt.md").rename(site.root / "content/blog/neu.md")
    site.built()
    assert 'href="/blog/neu/"' in site.html("seite/index.html")


def test_two_files_that_want_one_address_are_told_apart(site: SiteCase) -> None:
    site.post("2026-01-01-x", "Text.", id="a").post("2026-02-02-x", "Text.", id="b")
    result = site.build()
    assert codes(result) == ["SG401"]
    assert not result.written


def test_a_page_and_a_static_file_that_want_one_address(site: SiteCase) -> None:
    site.write("content/seite.md", "---\ntitle: S\n---\nText.\n").write("static/seite/index.html", "<p>x</p>")
    assert codes(site.build()) == ["SG409"]


def test_a_former_address_that_is_taken(site: SiteCase) -> None:
    site.write("content/seite.md", "---\ntitle: S\naliases: [/]\n---\nText.\n")
    assert codes(site.build()) == ["SG402"]


def test_an_address_that_leads_out_of_the_site_is_a_finding_and_no_crash(site: SiteCase) -> None:
    site.write("content/seite.md", "---\ntitle: S\naliases: ['/../../draussen/']\n---\nText.\n")
    result = site.build()
    assert codes(result) == ["SG403"]
    assert not result.written


# Lists


def test_pages_of_a_list(tmp_path: Path) -> None:
    site = a_site(tmp_path, settings="blog: {page_size: 2, term_page_size: 0}\n")
    for day in range(1, 6):
        site.post(f"p{day}", "Text.", date=f"2026-10-0{day}", category="Alle")
    site.built()
    assert {"blog/index.html", "blog/seite/2/index.html", "blog/seite/3/index.html"} <= pages(site)
    assert "blog/seite/4/index.html" not in pages(site)
    listed = [node.attributes["href"] for node in site.main("blog/seite/3/index.html").css("p > a[href^='/blog/p']")]
    assert listed == ["/blog/p1/"]
    assert "blog/kategorie/alle/seite/2/index.html" not in pages(site)


def test_a_list_that_became_shorter_loses_its_last_page(tmp_path: Path) -> None:
    site = a_site(tmp_path, settings="blog: {page_size: 1}\n")
    site.post("a", "Text.").post("b", "Text.").built()
    assert "blog/seite/2/index.html" in pages(site)
    site.remove("content/blog/a.md").built()
    assert "blog/seite/2/index.html" not in pages(site)
    assert not (site.out / "blog/seite").exists()


def test_posts_of_one_minute_stand_in_a_lasting_order(site: SiteCase) -> None:
    site.post("c", "Text.").post("a", "Text.").post("b", "Text.").built()
    links = [node.attributes["href"] for node in site.main("blog/index.html").css("time + a")]
    assert links == ["/blog/a/", "/blog/b/", "/blog/c/"]


# References


def test_a_link_follows_the_file_it_names(site: SiteCase) -> None:
    site.post("ziel", "## Abschnitt", slug="anderswo")
    site.post("weg", "[Ziel](ziel.md#abschnitt), [Start](../index.md), [Wurzel](/blog/anderswo/)").built()
    hrefs = [node.attributes["href"] for node in site.main("blog/weg/index.html").css("article a[href]")]
    assert hrefs[:3] == ["/blog/anderswo/#abschnitt", "/", "/blog/anderswo/"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[x](nirgends.md)", "SG301"),
        ("![Bild](nirgends.png)", "SG303"),
        ('{{ service "nirgends" }}', "SG305"),
        ('{{ post "nirgends" }}', "SG305"),
        ('{{ price "nirgends" }}', "SG305"),
        ("[x](/nirgends/)", "SG310"),
        ("[x](#nirgends)", "SG311"),
        ("[x](kontakt.md#nirgends)", "SG311"),
    ],
)
def test_a_dead_reference_stops_the_build_at_its_line(site: SiteCase, body: str, code: str) -> None:
    site.write("content/kontakt.md", "---\ntitle: Kontakt\n---\nText.\n")
    site.write("content/seite.md", f"---\ntitle: S\n---\nErste Zeile.\n\n{body}\n")
    result = site.build()
    (found,) = result.findings
    assert (found.code, found.span.file, found.span.line) == (code, "content/seite.md", 6)
    assert not result.written


def test_all_faults_of_all_files_come_together(site: SiteCase) -> None:
    site.write("content/a.md", "---\ntitel: A\n---\n[x](nirgends.md)\n")
    site.write("content/b.md", "---\ntitle: B\nslug: Ä\n---\n{{ nichts }}\n")
    site.post("c", "[x](#weg)", date="2026-02-30")
    files = {found.span.file for found in site.build().findings}
    assert files == {"content/a.md", "content/b.md", "content/blog/c.md"}
    assert len(codes(site.build())) >= 5


def test_a_text_with_wrong_front_matter_gives_no_dead_links_elsewhere(site: SiteCase) -> None:
    site.write("content/a.md", "---\ntitel: A\n---\nText.\n").write("content/b.md", "---\ntitle: B\n---\n[a](a.md)\n")
    assert {found.span.file for found in site.build().findings} == {"content/a.md"}


# Pictures and files


def test_a_file_that_nobody_shows_stays_at_home(site: SiteCase) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>'
    site.write("content/pictures/gezeigt.svg", drawing).write("content/pictures/geheim.svg", drawing)
    site.write("content/vertrag.pdf", "x").write("content/liste.pdf", "y")
    site.write("content/seite.md", "---\ntitle: S\n---\n![Bild](gezeigt.svg) und [Liste](liste.pdf)\n").built()
    assert {"bilder/gezeigt.svg", "liste.pdf"} <= site.files().keys()
    assert not any("geheim" in path or "vertrag" in path for path in site.files())


def test_static_files_go_out_as_they_are(site: SiteCase) -> None:
    site.write("static/dokumente/agb.txt", "Text\r\n").built()
    assert site.files()["dokumente/agb.txt"] == b"Text\r\n"


def test_static_files_that_servers_know_by_a_dot_go_out(site: SiteCase) -> None:
    known = (".well-known/assetlinks.json", ".well-known/acme/a", ".nojekyll", "intern/.htaccess", "intern/plan.pdf")
    litter = (".DS_Store", ".git/config", "intern/._plan.pdf", "_entwurf/.env", ".gitkeep", ".plan.pdf.swp", "a.bak")
    for path in (*known, *litter):
        site.write(f"static/{path}", path)
    assert codes(site.build()) == []
    assert set(known) <= site.files().keys()
    assert not set(litter) & site.files().keys()
    assert codes(site.write("static/.env", "GEHEIM=1").build()) == ["SG129"]
    assert set(known) <= site.files().keys()
    assert ".env" not in site.files()


def test_a_foreign_file_in_the_output_folder_is_never_deleted(site: SiteCase) -> None:
    site.post("a", "Text.").built()
    (site.out / "blog/a/fremd.txt").write_text("bleibt", "utf-8")
    site.remove("content/blog/a.md").built()
    assert site.html("blog/a/fremd.txt") == "bleibt"
    assert not (site.out / "blog/a/index.html").exists()


def test_a_foreign_file_where_a_page_shall_stand_is_a_finding(site: SiteCase) -> None:
    site.built()
    (site.out / "blog").write_text("fremd", "utf-8")
    result = site.post("a", "Text.").build()
    assert not result.written
    assert all(found.code.startswith("SG6") for found in result.findings)
    assert site.html("blog") == "fremd"


# Settings


def test_a_wrong_navigation_entry_is_a_finding_of_the_settings(tmp_path: Path) -> None:
    site = a_site(tmp_path, settings="navigation:\n  - {title: Kontakt, page: kontkat.md}\n")
    site.write("content/kontakt.md", "---\ntitle: K\n---\nText.\n")
    (found,) = site.build().findings
    assert (found.code, found.span.file) == ("SG406", "site.yaml")


def test_the_navigation_knows_where_the_visitor_is(tmp_path: Path) -> None:
    site = a_site(
        tmp_path, settings="navigation:\n  - {title: Blog, page: /blog/}\n  - {title: Start, page: index.md}\n"
    )
    site.post("a", "Text.").built()
    assert [node.text() for node in site.page("index.html").css("[aria-current=page]")] == ["Start"]
    assert [node.text() for node in site.page("blog/a/index.html").css(".within")] == ["Blog"]


def test_data_files_are_shown_by_layouts(site: SiteCase) -> None:
    site.write("content/data/zahlen.yaml", "plz: 01067\n").write("content/data/liste.csv", "name;ort\nJo;Köln\n")
    site.write("content/data/werte.json", '{"zahl": 3, "ja": true}')
    site.write(
        "layouts/home.html",
        '{% extends "theme/home.html" %}{% block main %}<p>{{ site.data("zahlen").plz }} '
        '{{ site.data("liste")[0].ort }} {{ site.data("werte").zahl + 1 }}</p>{% endblock %}',
    )
    assert [node.text() for node in site.built().main("index.html").css("p")] == ["01067 Köln 4"]


def test_the_progress_of_a_build_ends_with_everything_done(site: SiteCase) -> None:
    from sitegen.build.pipeline import build  # noqa: PLC0415 - the one test that watches
    from sitegen.build.result import BuildOptions  # noqa: PLC0415 - likewise

    steps: list[tuple[str, int, int]] = []
    build(site.root, BuildOptions(now=NOON), lambda stage, done, total: steps.append((stage, done, total)))
    assert {"read", "markdown", "layouts", "check", "write"} <= {stage for stage, *_ in steps}
    assert all(done <= total for _, done, total in steps)
    assert steps[-1] == ("write", 1, 1)


def test_a_build_tells_what_it_changed(site: SiteCase) -> None:
    first = site.post("a", "Text.").build()
    assert "blog/a/index.html" in first.changes.created
    assert (first.tally.posts, first.tally.pages) == (1, 1)
    site.edit("content/blog/a.md", "Text.", "Anderer Text.")
    second = site.build()
    assert "blog/a/index.html" in second.changes.changed
    assert second.changes.created == ()
    third = site.remove("content/blog/a.md").build()
    assert "blog/a/index.html" in third.changes.removed


def test_a_post_of_the_first_minutes_of_a_year_stays_in_it_when_it_comes_from_the_cache(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post("silvester", "Text.", date="2020-01-01 00:12")
    before = site.built().files()
    assert "blog/archiv/2020/index.html" in before
    result = site.build()
    assert (result.changes.created, result.changes.changed, result.changes.removed) == ((), (), ())
    assert site.files() == before


def test_a_long_compound_in_a_heading_may_break_at_its_seams_and_nowhere_else(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post(
        "brief", "## Die Datenschutzerklärung\n\nEine Datenschutzerklärung.", id="brief"
    )
    site.built()
    page = site.html("blog/brief/index.html")
    assert '<h2 id="die-datenschutzerklaerung">Die Daten\N{SOFT HYPHEN}schutz\N{SOFT HYPHEN}erklärung</h2>' in page
    assert "Eine Datenschutzerklärung." in page
    assert "\N{SOFT HYPHEN}" not in site.html("feed.xml") + site.html("feed.json") + site.html("rss.xml")


def test_an_archive_that_grows_long_counts_the_posts_of_a_year(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {})
    for number in range(100):
        site.post(f"p{number:03}", "Text.", date=f"{2020 + number % 2}-02-03")
    site.built()
    assert '<a href="/blog/p007/">' in site.html("blog/archiv/index.html")
    site.post("noch-einer", "Text.", date="2021-06-01").built()
    archive = site.html("blog/archiv/index.html")
    assert '<a href="/blog/p007/">' not in archive
    assert '<a href="/blog/archiv/2021/">2021</a></h2>\n  <p class="row-main small">51\u00a0Beiträge</p>' in archive
    assert '<a href="/blog/noch-einer/">' in site.html("blog/archiv/2021/index.html")
