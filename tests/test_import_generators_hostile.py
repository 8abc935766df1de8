"""Sites of other generators that nobody has cared for, or that mean harm: every loss is told, nothing leads out."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from site_case import MINIMAL, SiteCase
from sitegen.cli.entry import run
from sitegen.diagnostics import Severity
from sitegen.importers.generators.codes import Codes
from sitegen.importers.generators.records import Generator
from sitegen.importers.report import REPORT_FILE
from sitegen.model.old_urls import OLD_URLS_FILE, read_old_urls

SETTINGS = MINIMAL + 'images: {cards: nein, default_credit: "Foto: eigenes"}\n'
HEAD = "---\ntitle: {title}\ndate: 2020-01-01\n---\n\n{body}\n"

Import = Callable[..., tuple[int, str]]


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    return SiteCase.of(tmp_path / "neu", {}, settings=SETTINGS)


@pytest.fixture
def old(tmp_path: Path) -> SiteCase:
    """An old site of Hugo with nothing in it."""
    case = SiteCase(tmp_path / "alt")
    case.write("hugo.toml", 'title = "Büro"\nbaseURL = "https://www.alt.example/"\n')
    return case


@pytest.fixture
def moved(site: SiteCase, old: SiteCase, capsys: pytest.CaptureFixture[str]) -> Import:
    """`sitegen import GENERATOR`, and a build without an error: its exit code, and what it says."""

    def call(generator: str = "hugo") -> tuple[int, str]:
        code = run(["import", generator, str(old.root), "--site", str(site.root), "--at", "2026-11-21 12:00"])
        said = "".join(capsys.readouterr()).replace("\u00a0", " ")
        result = site.build()
        errors = [found for found in result.findings if found.severity is Severity.ERROR]
        assert errors == [], site.report(result)
        return code, said

    return call


def put(old: SiteCase, name: str, content: str | bytes) -> None:
    path = old.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def post(old: SiteCase, name: str, body: str = "Text.", *, title: str = "Eins") -> None:
    put(old, f"content/posts/{name}", HEAD.format(title=title, body=body))


def text(site: SiteCase, path: str) -> str:
    return (site.root / path).read_text("utf-8")


def files(site: SiteCase, folder: str) -> list[str]:
    below = site.root / folder
    return sorted(path.relative_to(below).as_posix() for path in below.rglob("*") if path.is_file())


def led(site: SiteCase) -> dict[str, str]:
    return {url.old: url.target for url in read_old_urls((site.root / OLD_URLS_FILE).read_bytes())}


def picture(colour: int = 0) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), (colour, 0, 0)).save(stream, "PNG")
    return stream.getvalue()


# -- names


def test_names_that_windows_cannot_write_become_others_and_are_found(
    site: SiteCase, old: SiteCase, moved: Import
) -> None:
    names = ("CON.png", "nul.png", "a:b.png", "ende .png", "x" * 200 + ".png", "was?.png")
    shown = "\n\n".join(f"![Bild](/{name.replace('?', '%3F').replace(' ', '%20')})" for name in names)
    post(old, "eins.md", shown)
    for number, name in enumerate(names):
        put(old, f"static/{name}", picture(number))
    put(old, "static/aux.pdf", "%PDF-1.4")
    _, told = moved()
    assert "fehlt noch" not in told
    pictures = files(site, "content/pictures")
    assert {"CON-1.png", "nul-1.png", "a-b.png", "ende .png", "was-.png"} < {*pictures}
    assert all(len(name.encode()) <= 180 for name in pictures)
    assert files(site, "static") == ["aux-1.pdf"]
    assert led(site)["/aux.pdf"] == "/aux-1.pdf"
    assert led(site)["/CON.png"] == "content/pictures/CON-1.png"


def test_pages_whose_names_windows_keeps_for_itself(site: SiteCase, old: SiteCase, moved: Import) -> None:
    put(old, "content/aux.md", HEAD.format(title="Aux", body="Text."))
    put(old, "content/con/team.md", HEAD.format(title="Team", body="[Aux](/aux/)"))
    _, told = moved()
    assert "Der Name in der Adresse ist geändert" in told
    assert files(site, "content")[:2] == ["aux-1.md", "con-1/team.md"]
    assert "[Aux](../aux-1.md)" in text(site, "content/con-1/team.md")
    assert led(site)["/aux/"] == "content/aux-1.md"


def test_names_that_differ_in_capitals_or_umlauts_alone_stay_two(site: SiteCase, old: SiteCase, moved: Import) -> None:
    if os.name == "nt":
        pytest.skip("this disk knows no capitals")
    post(old, "eins.md", "![A](/Bild.PNG)\n\n![B](/bild.png)\n\n![C](/B%C3%BCro.png)\n\n![D](/BILD.png)")
    for number, name in enumerate(("Bild.PNG", "bild.png", "Bu\u0308ro.png")):
        put(old, f"static/{name}", picture(number))
    moved()
    pictures = files(site, "content/pictures")
    assert pictures == ["Bild.PNG", "Büro.png", "bild-2.png"]
    body = text(site, "content/blog/2020-01-01-eins.md")
    assert "![A](../pictures/Bild.PNG)" in body
    assert "![B](../pictures/bild-2.png)" in body
    assert "![C](../pictures/B%C3%BCro.png)" in body
    assert "![D](../pictures/" in body


@pytest.mark.skipif(os.name == "nt", reason="names are letters there")
def test_names_in_bytes_that_are_no_letters(site: SiteCase, old: SiteCase, moved: Import) -> None:
    put(old, "static/a.pdf", "%PDF")
    static, posts = os.fsencode(old.root / "static"), os.fsencode(old.root / "content/posts")
    (old.root / "content/posts").mkdir(parents=True)
    try:
        Path(os.fsdecode(static + b"/B\xfcro.png")).write_bytes(picture())
    except OSError:
        pytest.skip("this disk takes letters alone")
    head = HEAD.format(title="Eins", body="![A](/B%C3%BCro.png)").encode()
    Path(os.fsdecode(posts + b"/f\xfcnf.md")).write_bytes(head)
    moved()
    assert files(site, "content/pictures") == ["Büro.png"]
    assert "![A](../pictures/B%C3%BCro.png)" in text(site, "content/blog/2020-01-01-fuenf.md")


def test_the_same_name_in_two_years_is_two_posts(site: SiteCase, old: SiteCase, moved: Import) -> None:
    for year in (2020, 2021):
        put(
            old,
            f"content/posts/{year}/weihnachten.md",
            HEAD.format(title="Weihnachten", body="X").replace("2020", str(year)),
        )
    moved()
    assert files(site, "content/blog") == ["2020-01-01-weihnachten.md", "2021-01-01-weihnachten-2.md"]
    assert "Nichts zu tun" in moved()[1]


def test_pages_where_lists_of_ours_are_have_another_address(site: SiteCase, old: SiteCase, moved: Import) -> None:
    put(old, "_posts/2020-01-01-eins.md", HEAD.format(title="Eins", body="[Suche](/suche/) [Weg](/404.html)"))
    for name in ("suche", "404", "blog", "themen"):
        put(old, f"{name}.md", HEAD.format(title=name, body="X"))
    _, told = moved("jekyll")
    assert "„404“, „blog“, „suche“:\n    – Der Name in der Adresse ist geändert" in told
    assert {"suche-2.md", "blog-2.md", "404-seite.md"} <= {*files(site, "content")}
    assert "Nichts zu tun" in moved("jekyll")[1]


def test_settings_that_lead_out_of_the_folder_are_not_followed(old: SiteCase, moved: Import, tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim/geheim.md").write_text("---\ntitle: Geheim\n---\n\nX\n", encoding="utf-8")
    post(old, "eins.md")
    languages = '[languages.de]\ncontentDir = "../geheim"\n[languages.en]\ncontentDir = "/etc"\n'
    put(old, "hugo.toml", f'contentDir = "../geheim"\n{languages}')
    _, told = moved()
    assert "Geheim" not in told
    assert "1 Beitrag übernommen" in told
    put(old, "pelicanconf.py", 'PATH = "../geheim"\n')
    assert "Geheim" not in moved("pelican")[1]


# -- letters


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_texts_in_other_unicode_are_read(site: SiteCase, old: SiteCase, moved: Import, code: str) -> None:
    put(old, "content/posts/eins.md", HEAD.format(title="Büro", body="Für Sie – 10 €.").encode(code))
    _, told = moved()
    assert "0 mit Hinweis" in told
    assert "title: Büro" in text(site, "content/blog/2020-01-01-eins.md")
    assert "Für Sie – 10 €." in text(site, "content/blog/2020-01-01-eins.md")


@pytest.mark.parametrize(
    ("generator", "name"),
    [
        ("hugo", "content/posts/2020-01-01-eins.md"),
        ("jekyll", "_posts/2020-01-01-eins.md"),
        ("pelican", "content/eins.md"),
    ],
)
def test_texts_as_windows_wrote_them_are_read_and_told(
    site: SiteCase, old: SiteCase, moved: Import, generator: str, name: str
) -> None:
    body = "Für Sie „schön“ geöffnet."
    put(old, name, HEAD.format(title="Eins", body=body).encode("cp1252") + "Ganz groß.".encode())
    _, told = moved(generator)
    assert "War nicht als UTF-8 gespeichert." in told
    assert "Für, „schön“, geöffnet" in told
    (path,) = files(site, "content/blog")
    assert f"{body} Ganz groß." in text(site, f"content/blog/{path}")


def test_what_is_no_text_or_too_large_is_lost_and_told(old: SiteCase, moved: Import) -> None:
    post(old, "eins.md")
    put(old, "content/posts/bild.md", picture())
    put(old, "content/posts/lang.md", b"---\ntitle: Lang\n---\n" + b"a" * 6_000_000)
    code, told = moved()
    assert code == 1
    assert "Darin steht kein Text, sondern etwas, das nur ein Programm liest; nicht übernommen." in told
    assert "Ist größer als 5 MB und damit kein Text einer Website; nicht übernommen." in told


def test_settings_that_cannot_be_read_are_told(site: SiteCase, old: SiteCase, moved: Import) -> None:
    put(old, "hugo.toml", "title = [")
    post(old, "eins.md")
    _, told = moved()
    assert "hugo.toml lässt sich nicht lesen. Die alten Adressen sind gebildet, als stünde nichts darin" in told
    assert "hugo.toml lässt sich nicht lesen." in text(site, REPORT_FILE)


# -- what is no text


def test_what_the_old_server_had_is_carried_or_told(site: SiteCase, old: SiteCase, moved: Import) -> None:
    post(old, "eins.md")
    put(old, "content/ueber-mich.md", HEAD.format(title="Über mich", body="Ich."))
    things = {
        "kontakt.php": "<?php mail();",
        "alt.php.txt": "<?php",
        "danke.html": "<!doctype html><title>Danke</title><p>Danke!",
        "schrift.html": "<link rel=stylesheet href=https://fonts.googleapis.com/css><p>Ja",
        "rechner.html": "<script>alert(1)</script><p>Ja",
        "index.html": "<p>Baustelle</p>",
        "404.html": "<p>Weg</p>",
        "ueber-mich/index.html": "<p>Ich</p>",
        "stil.css": "p{}",
        "CNAME": "www.alt.example",
        "_headers": "/*\n  X: y",
        ".well-known/x.txt": "x",
        "favicon.ico": "x",
        "robots.txt": "User-agent: *",
        "preise.pdf": "%PDF",
        "_redirects": "/alt /posts/eins/\n/kette /alt 302\n/preis /preise.pdf\n/weg https://www.fremd.example/ 301\n"
        "/blog/* /posts/:splat 301\n/kreis /kreis\n/krumm http://[/\n",
        ".htaccess": "Redirect 301 /team https://www.alt.example/ueber-mich/\nRewriteRule ^x$ /y\n",
    }
    for name, content in things.items():
        put(old, f"static/{name}", content)
    code, told = moved()
    assert code == 0
    assert "Ist ein Programm für den Server. Auf dieser Website läuft keines; nicht übernommen." in told
    assert "„static/alt.php.txt“" in told
    assert "Ist eine fertige Webseite und unverändert übernommen, im Aussehen der alten Website." in told
    assert "an deren Stelle hier eine andere steht" in told
    assert all(f"„static/{name}“" in told for name in ("404.html", "index.html", "ueber-mich/index.html"))
    assert "die ungefragt etwas von anderen lädt; nicht übernommen: fonts.googleapis.com" in told
    assert "in der Skripte oder Gestaltung mitten im Text stehen" in told
    assert "nicht übernommen: static/.well-known, static/CNAME, static/_headers." in told
    assert "Aussehen und Skripte der alten Website bleiben zurück: 1 Datei." in told
    assert files(site, "static") == ["danke.html", "favicon.ico", "preise.pdf"]
    assert "Weiterleitungen aus static/_redirects: 3 übernommen." in told
    assert "  /blog/* /posts/:splat 301" in told
    assert "Weiterleitungen aus static/.htaccess: 1 übernommen." in told
    found = led(site)
    assert {found["/alt"], found["/kette"]} == {"content/blog/2020-01-01-eins.md"}
    assert (found["/preis"], found["/team"]) == ("/preise.pdf", "content/ueber-mich.md")
    assert {found[old] for old in ("/weg", "/kreis", "/kontakt.php", "/schrift.html")} == {""}
    again = moved()[1]
    assert "Nichts zu tun" in again


# -- time


NEVER_ENDING = (
    *(
        "{{< x >}}\n\n",
        "{{< x ",
        f"{{{{< x{' ' * 9000}",
        f"{{{{< {'x' * 9000}",
        "{{% ",
        "{% raw %}",
        "{% x ",
        "{% highlight x %}",
    ),
    *(
        f"{{% highlight {'x' * 9000}",
        "{% comment %}",
        "{{ ",
        "{#",
        "`",
        "`a ``b ```c ",
        "```x\n",
        "~~~~~\n~~~\n",
        "|tag",
    ),
)


@pytest.mark.parametrize("generator", ["hugo", "jekyll", "pelican"])
def test_codes_that_never_end_take_no_time(generator: Generator) -> None:
    begun = time.process_time()
    for typed in NEVER_ENDING:
        Codes(generator).prepared(typed * (60_000 // len(typed)))
    assert time.process_time() - begun < 5


def test_texts_that_never_end_take_no_time(site: SiteCase, old: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    markup = ("> ", "- ", "[", "![", "<div>", "<b>", "[^1]", "*a_ ", "- [ ] a\n", "<!--", "<title>", '"', "1. ")
    for number, typed in enumerate((*NEVER_ENDING, *markup)):
        post(old, f"nr-{number}.md", typed * (4000 // len(typed)))
        post(old, f"nr-{number}.html", typed * (4000 // len(typed)))
    begun = time.process_time()
    run(["import", "hugo", str(old.root), "--site", str(site.root), "--at", "2026-11-21 12:00"])
    assert "0 verloren" in capsys.readouterr().out
    assert time.process_time() - begun < 15
