"""Sites of Hugo, Jekyll and Pelican move in: every text is told, every address kept, nothing done twice.

The old sites are small golden folders below `generators/`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from site_case import MINIMAL, SiteCase, codes
from sitegen.cli.entry import run
from sitegen.diagnostics import Severity
from sitegen.importers.generators.codes import Codes
from sitegen.importers.report import REPORT_FILE
from sitegen.model.old_urls import OLD_URLS_FILE, read_old_urls
from sitegen.model.published import PUBLISHED_FILE, read_published

FOLDER: Final = Path(__file__).with_name("generators")
GENERATORS: Final = ("hugo", "jekyll", "pelican")
POST: Final = {
    "hugo": "content/blog/2019-03-12-rechnungen.md",
    "jekyll": "content/blog/2019-03-12-rechnungen-schreiben.md",
    "pelican": "content/blog/2019-03-12-rechnungen.md",
}
TITLES: Final = {
    "hugo": ("Willkommen", "Über mich", "Rechnungen schreiben", "Ablage", "Noch nicht", "English", "anders"),
    "jekyll": ("Rechnungen schreiben", "Ablage", "Ohne kopf", "Idee", "Über mich", "Index"),
    "pelican": ("Rechnungen schreiben", "Ablage", "Idee", "Über mich", "Alte Zeiten"),
}
SETTINGS: Final = MINIMAL + 'images: {cards: nein, default_credit: "Foto: eigenes"}\n'

Import = Callable[..., tuple[int, str]]


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    """A site with nothing in it."""
    return SiteCase.of(tmp_path / "neu", {}, settings=SETTINGS)


@pytest.fixture
def moved(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> Import:
    """`sitegen import GENERATOR`: its exit code, and what it says."""

    def call(generator: str, folder: Path | None = None) -> tuple[int, str]:
        old = folder or FOLDER / generator
        code = run(["import", generator, str(old), "--site", str(site.root), "--at", "2026-11-21 12:00"])
        return code, "".join(capsys.readouterr()).replace("\u00a0", " ")

    return call


def text(site: SiteCase, path: str) -> str:
    return (site.root / path).read_text("utf-8")


def led(site: SiteCase) -> dict[str, str]:
    """Old address → target."""
    return {url.old: url.target for url in read_old_urls((site.root / OLD_URLS_FILE).read_bytes())}


def state(site: SiteCase) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in site.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("generator", GENERATORS)
def test_it_builds_without_an_error_and_every_old_address_is_kept(
    site: SiteCase, moved: Import, generator: str, capsys: pytest.CaptureFixture[str]
) -> None:
    moved(generator)
    result = site.build()
    assert [found for found in result.findings if found.severity is Severity.ERROR] == [], site.report(result)
    assert not {"SG430", "SG431", "SG432", "SG433"} & set(codes(result))
    run(["check", "--old-urls", "--site", str(site.root), "--at", "2026-11-21 12:00"])
    assert "Keine alte Adresse führt ohne ein Wort ins Leere." in capsys.readouterr().out


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_second_import_changes_nothing_and_the_owners_edits_stay(
    site: SiteCase, moved: Import, generator: str
) -> None:
    moved(generator)
    before = state(site)
    assert "Nichts zu tun" in moved(generator)[1]
    assert state(site) == before
    site.edit(POST[generator], "title: Rechnungen schreiben", "title: Meine Rechnungen")
    moved(generator)
    assert "title: Meine Rechnungen" in text(site, POST[generator])


@pytest.mark.parametrize("generator", GENERATORS)
def test_every_text_is_in_the_report(site: SiteCase, moved: Import, generator: str) -> None:
    _, told = moved(generator)
    report = text(site, REPORT_FILE)
    for title in TITLES[generator]:
        assert title in told
        assert title in report
    assert len(list((FOLDER / generator).rglob("*.md"))) <= len(TITLES[generator])


def test_hugo(site: SiteCase, moved: Import) -> None:
    code, told = moved("hugo")
    assert code == 1, "a text in another markup is lost"
    assert "Ist in einer Auszeichnung geschrieben, die hier niemand liest (.rst)" in told
    assert "Ist die Fassung in einer anderen Sprache (en)" in told
    post = text(site, POST["hugo"])
    assert "date: 2019-03-12 09:30" in post
    assert "updated: 2020-01-05" in post
    assert "category: Alltag" in post
    assert "summary: Wie es geht" in post
    assert "src: ../pictures/posts/rechnungen/beleg.png" in post
    assert "[Ablage](2018-11-02-ablage-ordnen.md)" in post
    assert '![Ein Beleg](../pictures/posts/rechnungen/beleg.png "Der Beleg")' in post
    assert "https://www.youtube.com/watch?v=dQw4w9WgXcQ" in post
    assert '<!-- {{< hinweis art="wichtig" >}} -->' in post
    assert 'fmt.Println("{{< bleibt >}}")' in post
    assert "`{{< code >}}`" in post
    assert "[^1]: Ganz unten." in post
    assert "draft: ja" in text(site, "content/blog/2021-01-01-entwurf.md").replace("true", "ja")
    assert "[Rechnungen](blog/2019-03-12-rechnungen.md)" in text(site, "content/index.md")
    assert "[Mappe](/mappe.pdf)" in text(site, "content/ueber-mich.md")
    assert (site.root / "static/images/ungenutzt.png").is_file()
    found = led(site)
    assert {found[old] for old in ("/2019/03/rechnungen/", "/blog/alte-rechnung/", "/2019/03/fruehere/")} == {
        POST["hugo"]
    }
    assert found["/2019/03/rechnungen/beleg.png"] == "content/pictures/posts/rechnungen/beleg.png"
    assert found["/tags/buero/"] == "tag:buero"
    assert found["/about/"] == "content/ueber-mich.md"
    assert not [old for old in found if "entwurf" in old]


def test_jekyll(site: SiteCase, moved: Import) -> None:
    code, told = moved("jekyll")
    assert code == 0
    assert "Listet andere Texte auf" in told
    post = text(site, POST["jekyll"])
    assert "category: alltag" in post
    assert all(f"- {tag}" in post for tag in ("Büro", "Steuer", "geld"))
    assert "[Ablage](2018-11-03-ablage.md)" in post
    assert "[mich](../ueber-mich.md)" in post
    assert "![Tisch](../pictures/assets/tisch.png)" in post
    assert '<!-- {% include kasten.html text="x" %} -->' in post
    assert 'print("{{ bleibt }}")' in post
    assert "Roh und `{{ page.title }}`" in post
    assert "hinweis" not in post
    assert "date: 2018-11-03 00:30" in text(site, "content/blog/2018-11-03-ablage.md")
    assert (site.root / "static/assets/mappe.pdf").is_file()
    assert not (site.root / "static/assets/stil.css").exists()
    found = led(site)
    assert found["/alltag/geld/2019/03/12/rechnungen-schreiben.html"] == POST["jekyll"]
    assert found["/noch-aelter.html"] == POST["jekyll"]
    assert found["/ordnung/ablage/"] == "content/blog/2018-11-03-ablage.md"
    assert found["/ueber-mich.html"] == "content/ueber-mich.md"
    assert found["/"] == "list:home"


def test_pelican(site: SiteCase, moved: Import) -> None:
    code, told = moved("pelican")
    assert code == 1
    assert "Alte Zeiten (content/alte-zeiten.rst)" in told
    post = text(site, POST["pelican"])
    assert "category: Alltag" in post
    assert "author: Eva Beispiel" in post
    assert "[Ablage](2018-11-02-ablage.md), [mich](../ueber-mich.md) und die [Mappe](/mappe.pdf)" in post
    assert "![Tisch](../pictures/images/tisch.png)" in post
    assert "[TOC]" not in post
    found = led(site)
    assert found["/2019/rechnungen.html"] == POST["pelican"]
    assert found["/pages/ueber-mich.html"] == "content/ueber-mich.md"
    assert found["/category/alltag.html"] == "category:alltag"
    assert found["/mappe.pdf"] == "/mappe.pdf"


def test_old_addresses_are_locked_with_whom_they_belong_to(site: SiteCase, moved: Import) -> None:
    moved("hugo")
    owners = {one.path: one.owner for one in read_published(text(site, PUBLISHED_FILE)).addresses}
    assert owners["/2019/03/rechnungen/"] == "post:rechnungen"
    assert owners["/about/"] == "page:ueber-mich"
    assert owners["/tags/buero/"] == "tag:buero"


def test_what_the_owner_says_of_an_old_address_stays(site: SiteCase, moved: Import) -> None:
    moved("hugo")
    site.edit(OLD_URLS_FILE, "/about/;content/ueber-mich.md;", "/about/;;Das bin ich nicht mehr.")
    moved("hugo")
    assert "/about/;;Das bin ich nicht mehr." in text(site, OLD_URLS_FILE)


def test_a_folder_that_is_no_such_site_is_refused(site: SiteCase, moved: Import, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    code, told = moved("jekyll", tmp_path / "leer")
    assert (code, "kein Text" in told) == (2, True)
    assert not (site.root / "content").exists()


@pytest.mark.parametrize("generator", GENERATORS)
def test_broken_files_are_no_tracebacks(site: SiteCase, moved: Import, tmp_path: Path, generator: str) -> None:
    old = tmp_path / "alt"
    shutil.copytree(FOLDER / generator, old)
    place = {"hugo": "content/posts", "jekyll": "_posts", "pelican": "content"}[generator]
    broken = {
        "2020-01-01-a.md": b"---\ntitle: [offen\n---\n\nText.\n",
        "2020-01-02-b.md": b"+++\ntitle = \n+++\n\nText.\n",
        "2020-01-03-c.md": b'{"title": "x", \n\nText.\n',
        "2020-01-04-d.md": b"\xff\xfe\x00Title: \xe4\n\nText.\n",
        "2020-01-05-e.md": b"",
        "2020-01-06-f.md": b"---\ntitle: F\ndate: 31.02.2020\n---\n\n{{< {{% {% raw %} ![x](../../../etc/passwd) [y](http://[)\n",
        "2020-01-07-g.html": b"---\ntitle: G\n---\n<p>Offen <b>und <script>x</script>\n",
    }
    for name, content in broken.items():
        (old / place / name).write_bytes(content)
    _, told = moved(generator, old)
    assert "Beiträge übernommen" in told
    result = site.build()
    assert [found.code for found in result.findings if found.severity is Severity.ERROR] == [], site.report(result)


def test_languages_in_folders_of_their_own(site: SiteCase, moved: Import, tmp_path: Path) -> None:
    old = SiteCase(tmp_path / "alt")
    languages = '[languages.de]\ncontentDir = "content/de"\n[languages.en]\ncontentDir = "content/en"\n'
    old.write("hugo.toml", f'title = "Büro"\ndefaultContentLanguage = "de"\n{languages}')
    old.write("content/de/posts/eins.md", "---\ntitle: Eins\ndate: 2020-01-01\n---\n\nText.\n")
    old.write("content/en/posts/one.md", "---\ntitle: One\ndate: 2020-01-01\n---\n\nText.\n")
    _, told = moved("hugo", old.root)
    assert "1 Beitrag übernommen" in told
    assert "One (content/en/posts/one.md)" in told
    assert led(site)["/posts/eins/"] == "content/blog/2020-01-01-eins.md"


def test_pages_without_a_head_go_along_as_they_are(site: SiteCase, moved: Import, tmp_path: Path) -> None:
    old = SiteCase(Path(shutil.copytree(FOLDER / "jekyll", tmp_path / "alt")))
    old.write("google123.html", "google-site-verification: google123.html")
    moved("jekyll", old.root)
    assert (site.root / "static/google123.html").is_file()


def test_what_introduces_home_and_blog_lies_beside_the_owners_own(
    site: SiteCase, moved: Import, tmp_path: Path
) -> None:
    site.write("content/index.md", "---\ntitle: Start\n---\n\nMein.\n")
    site.write("content/blog/index.md", "---\ntitle: Blog\n---\n\nMein.\n")
    old = SiteCase(tmp_path / "alt")
    old.write("hugo.toml", 'title = "Büro"\n')
    old.write("content/_index.md", "---\ntitle: Willkommen\n---\n\nText.\n")
    old.write("content/posts/_index.md", "---\ntitle: Alle\n---\n\nText.\n")
    old.write("content/posts/eins.md", "---\ntitle: Eins\ndate: 2020-01-01\n---\n\nText.\n")
    _, told = moved("hugo", old.root)
    assert "gibt es bei Ihnen schon (content/blog/index.md); der alte Text liegt als Entwurf daneben" in told
    result = site.build()
    assert [found.code for found in result.findings if found.severity is Severity.ERROR] == [], site.report(result)
    before = state(site)
    assert "Nichts zu tun" in moved("hugo", old.root)[1]
    assert state(site) == before
    assert "draft: true" in text(site, "content/index-hugo.md")


@pytest.mark.parametrize("typed", ["{{ ", "{% raw %}", "{% highlight x %}", "{% comment %}", f"{{% a{' ' * 3000}"])
def test_liquid_that_never_ends_takes_no_time(typed: str) -> None:
    body = typed * (20000 // len(typed))
    begun = time.process_time()
    Codes("jekyll").prepared(body)
    assert time.process_time() - begun < 2


def test_a_picture_that_is_none_stops_no_build(site: SiteCase, moved: Import, tmp_path: Path) -> None:
    old = SiteCase(tmp_path / "alt")
    old.write("hugo.toml", 'title = "Büro"\n')
    old.write("content/posts/eins/index.md", "---\ntitle: Eins\ndate: 2020-01-01\nimage: a.jpg\n---\n\n![A](a.jpg)\n")
    old.write("content/posts/eins/a.jpg", "kein Bild")
    _, told = moved("hugo", old.root)
    assert "Ein Bild fehlt noch: a.jpg" in told
    result = site.build()
    assert [found.code for found in result.findings if found.severity is Severity.ERROR] == [], site.report(result)
