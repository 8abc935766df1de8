"""`sitegen check ORDNER`: finished pages of any generator are judged, and none of them can break the program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from golden import assert_golden
from site_case import NOON
from sitegen.build.folder.files import LARGEST, text_of
from sitegen.build.folder.judging import FolderResult, check_folder
from sitegen.cli.entry import run
from sitegen.cli.site_folder import lines_in
from sitegen.diagnostics.present.terminal import Look, report, unpainted
from sitegen.settings.business import Country

REPORTS = Path(__file__).parent / "folders"

FOOT = '<footer><a href="/impressum.html">Impressum</a> <a href="/datenschutz.html">Datenschutz</a></footer>'


def page(title: str, main: str, *, head: str = "", foot: str = FOOT, canonical: str = "") -> str:
    link = f'<link rel="canonical" href="https://www.naehstube.example{canonical}">\n' if canonical else ""
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{link}{head}</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{main}\n</main>\n{foot}\n</body>\n</html>\n"
    )


CLEAN = {
    "index.html": page(
        "Nähstube am Markt",
        '<p>Ich kürze Hosen und ändere Kleider. <a href="preise.html#kuerzen">Was das kostet</a></p>\n'
        '<img src="stube.jpg" alt="Die Stube mit drei Nähmaschinen">\n'
        "<p>Die <q>TODO-Liste</q> hängt an der Wand, und „Text folgt“ stand da früher auch.</p>",
        canonical="/",
    ),
    "preise.html": page(
        "Preise", '<h2 id="kuerzen">Kürzen</h2>\n<p>Eine Hose kostet 15 €.</p>', canonical="/preise.html"
    ),
    "kontakt.html": page(
        "Kontakt",
        '<form action="/senden" method="post"><label>E-Mail <input type="email" name="mail"></label>\n'
        '<p>Wozu? Steht in der <a href="/datenschutz.html">Datenschutzerklärung</a>.</p><button>Senden</button></form>',
        canonical="/kontakt.html",
    ),
    "impressum.html": page(
        "Impressum",
        "<p>Angaben nach § 5 DDG</p>\n<p>Ida Kranz<br>Marktplatz 4<br>99423 Weimar</p>\n"
        '<p>Telefon: +49 3643 123987<br><a href="mailto:ida@naehstube.example">ida@naehstube.example</a></p>',
        canonical="/impressum.html",
    ),
    "datenschutz.html": page("Datenschutz", "<p>Verantwortlich ist Ida Kranz.</p>", canonical="/datenschutz.html"),
    "stube.jpg": "x",
    "sitemap.xml": "<urlset><url><loc>https://www.naehstube.example/preise.html</loc></url></urlset>",
}

GOOGLE = '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Lato">\n'
FAULTY = {
    **CLEAN,
    "index.html": page(
        "Nähstube am Markt",
        '<p>Ich kürze Hosen. <a href="/preise.html#kuerzn">Preise</a> <a href="hosen.html">Hosen</a></p>\n'
        '<img src="stube.jpg">\n<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>\n'
        "<h4>Öffnungszeiten</h4>\n<p>Text folgt</p>\n"
        '<a href="https://www.facebook.example/"><img src="stube.jpg" alt=""></a>\n'
        '<p>Meine Nadeln: <a href="https://amzn.to/3abc">diese hier</a></p>',
        head=GOOGLE,
        canonical="/",
    ),
    "preise.html": page(
        "Preise",
        '<h2 id="kuerzen">Kürzen</h2>\n<p>Eine Hose kostet 15 €.</p>\n'
        '<p>Siehe auch <a href="https://www.naehstube.example/angebot.html">das Angebot</a>.</p>',
        head=GOOGLE,
        canonical="/preise.html",
    ),
    "kontakt.html": page(
        "Kontakt",
        '<form action="http://formmail.example/send" method="post"><textarea name="text"></textarea>'
        "<button>Senden</button></form>\n<script>localStorage.setItem('besuch', Date.now())</script>",
        foot='<footer><a href="/datenschutz.html">Datenschutz</a></footer>',
        canonical="/kontakt.html",
    ),
    "impressum.html": page(
        "Impressum",
        "<p>Angaben gemäß § 5 TMG</p>\n<p>Erika Mustermann<br>Marktplatz 4<br>99423 Weimar</p>\n"
        '<p>Plattform der EU zur Online-Streitbeilegung: <a href="https://ec.europa.eu/consumers/odr">'
        "https://ec.europa.eu/consumers/odr</a></p>\n<p>Steuernummer: 162/123/04567</p>",
        canonical="/impressum.html",
    ),
    "style.css": "@import url(https://fonts.bunny.net/css?family=lato);\nbody { background: url(fehlt.png) }\n",
    "sitemap.xml": "<urlset><url><loc>https://www.naehstube.example/alt.html</loc></url></urlset>",
}


def lay(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def judge(root: Path, *, url: str = "", now: datetime = NOON) -> FolderResult:
    return check_folder(root, url=url, now=now)


def codes(result: FolderResult) -> list[str]:
    return [found.code for found in result.findings]


def told(result: FolderResult, root: Path) -> str:
    return report(result.findings, lines_in(root), look=Look(width=100, paint=unpainted)) + "\n"


def test_a_clean_site_is_left_in_peace(tmp_path: Path) -> None:
    result = judge(lay(tmp_path, CLEAN))
    assert not result.findings, told(result, tmp_path)
    assert result.pages == len([name for name in CLEAN if name.endswith(".html")])


def test_every_fault_is_found_once_and_at_its_line(tmp_path: Path) -> None:
    result = judge(lay(tmp_path, FAULTY))
    assert {"SG981", "SG982", "SG983", "SG984", "SG985", "SG986"} <= {*codes(result)}
    assert_golden(told(result, tmp_path), REPORTS / "faulty.golden")


def test_what_repeats_on_many_pages_is_told_once(tmp_path: Path) -> None:
    pages = {f"seite-{number}.html": page(f"Seite {number}", "<p>Text</p>", head=GOOGLE) for number in range(20)}
    result = judge(lay(tmp_path, {**CLEAN, **pages}))
    assert codes(result) == ["SG989", "SG982"]
    assert "19" in result.findings.items[0].message


def test_no_page_at_all(tmp_path: Path) -> None:
    result = judge(lay(tmp_path, {"liesmich.txt": "Nichts."}))
    assert codes(result) == ["SG980"]


def test_the_address_may_be_said(tmp_path: Path) -> None:
    files = {
        name: text.replace("https://www.naehstube.example/", "/").replace('<link rel="canonical"', "<link rel=no")
        for name, text in CLEAN.items()
    }
    own = page("Mehr", '<script src="https://cdn.naehstube.example/a.js"></script>')
    lay(tmp_path, {**files, "mehr.html": own})
    assert codes(judge(tmp_path)) == ["SG988", "SG981"]
    assert codes(judge(tmp_path, url="https://www.naehstube.example/")) == []


def test_the_address_is_that_of_full_links_to_the_pages_themselves(tmp_path: Path) -> None:
    host = "https://www.naehstube.example"
    files = {name: text.replace('<link rel="canonical"', "<link rel=no") for name, text in CLEAN.items()}
    full = {name: text.replace('href="/', f'href="{host}/') for name, text in files.items() if name != "sitemap.xml"}
    full["mehr.html"] = page("Mehr", f'<img src="{host}/weg.jpg" alt="Weg"><a href="{host}/weg.html">Weg</a>')
    result = judge(lay(tmp_path, full))
    assert [(found.code, found.facts["target"]) for found in result.findings] == [("SG635", f"{host}/weg.html")]


def test_the_impressum_is_what_links_call_so(tmp_path: Path) -> None:
    renamed = {name: text.replace("<h1>Impressum</h1>", "<h1>Nähstube</h1>") for name, text in CLEAN.items()}
    assert codes(judge(lay(tmp_path, renamed))) == []


def test_the_name_of_the_site_at_the_head_of_every_page_is_not_its_main_heading(tmp_path: Path) -> None:
    def without_main(text: str) -> str:
        head = "<header><h1>Nähstube</h1></header><article><header>"
        return text.replace("<main>", head).replace("</h1>\n", "</h1></header>\n").replace("</main>", "</article>")

    assert codes(judge(lay(tmp_path, {name: without_main(text) for name, text in CLEAN.items()}))) == []


def test_a_site_below_a_folder(tmp_path: Path) -> None:
    moved = {
        name: text.replace("naehstube.example/", "naehstube.example/laden/").replace('href="/', 'href="/laden/')
        for name, text in CLEAN.items()
    }
    moved["mehr.html"] = (
        page("Mehr", '<a href="/blog/">Mein Blog</a> <a href="/laden/weg.html">Weg</a>')
        .replace('href="/im', 'href="/laden/im')
        .replace('href="/da', 'href="/laden/da')
    )
    result = judge(lay(tmp_path, moved))
    assert [found.facts["target"] for found in result.findings] == ["/laden/weg.html"]


def test_addresses_that_are_led_elsewhere_are_not_dead(tmp_path: Path) -> None:
    more = page("Mehr", '<a href="/alt/">Alt</a> <a href="/blog/2019/x/">Blog</a> <a href="/weg/">Weg</a>')
    rules = "/alt /preise.html 301\n/blog/* /preise.html\n"
    result = judge(lay(tmp_path, {**CLEAN, "mehr.html": more, "_redirects": rules}))
    assert [found.facts["target"] for found in result.findings] == ["/weg/"]


def test_the_country_is_that_of_the_pages(tmp_path: Path) -> None:
    lay(tmp_path, {name: text.replace('lang="de"', 'lang="de-AT"') for name, text in CLEAN.items()})
    assert judge(tmp_path).court.country is Country.AT


@pytest.mark.parametrize(
    "raw",
    [
        "Büro".encode(),
        b"\xef\xbb\xbfB\xc3\xbcro",
        "Büro".encode("utf-16"),
        "Büro".encode("windows-1252"),
        b'<meta charset="iso-8859-1">'.replace(b"<", b"") + "Büro".encode("latin-1"),
        b"charset=unfug B\xc3\xbcro",
        b"charset=rot13 B\xc3\xbcro",
    ],
)
def test_the_encoding_is_found(raw: bytes) -> None:
    assert text_of(raw).endswith("Büro")


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = lay(tmp_path / "anderswo", {"geheim.html": page("Geheim", "<p>TODO: Passwort</p>")})
    root = lay(tmp_path / "seiten", CLEAN)
    (root / "hinaus").symlink_to(secret, target_is_directory=True)
    (root / "geheim.html").symlink_to(secret / "geheim.html")
    os.mkfifo(root / "rohr.html")
    assert codes(judge(root)) == []


def test_a_giant_is_left_out_and_said(tmp_path: Path) -> None:
    result = judge(lay(tmp_path, {**CLEAN, "riese.html": b"<p>" * (LARGEST // 3 + 1)}))
    assert codes(result) == ["SG987"]


@pytest.mark.parametrize(
    "tag", ["template", "div", "q", "script", "svg", "table", "a href=x", "form", "iframe srcdoc="]
)
def test_any_depth_is_borne(tag: str, tmp_path: Path) -> None:
    lay(tmp_path, {**CLEAN, "tief.html": f"<{tag}>" * 3000})
    assert judge(tmp_path).pages >= len(CLEAN) - 2


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=40),
        st.sampled_from(sorted({*FAULTY["index.html"].split("<"), *FAULTY["impressum.html"].split(">")})).map(
            str.encode
        ),
        st.sampled_from(
            [
                *(
                    b"<!--",
                    b"<script>",
                    b"</",
                    b"<template>",
                    b"<a href=",
                    b'"',
                    b"<h1>",
                    b"<form action=",
                    b"srcset=' , ,'",
                ),
                *(
                    b"<img src=//[::1",
                    b"<base href=",
                    b"<svg><style>",
                    b"\xff\xfe",
                    b"<meta charset=utf-7>",
                    b"&#0;",
                    b"<link ",
                ),
                *(b'<script type="application/ld+json">{"price": NaN', b"url(", b"href='http://[bad'", b"<main><main>"),
            ]
        ),
    ),
    max_size=30,
).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(html=PIECES, css=PIECES, js=PIECES, xml=PIECES)
def test_any_bytes_are_judged(html: bytes, css: bytes, js: bytes, xml: bytes, tmp_path: Path) -> None:
    lay(
        tmp_path, {"index.html": html, "a.css": css, "a.js": js, "sitemap.xml": xml, "_redirects": css, ".htaccess": js}
    )
    result = judge(tmp_path)
    assert told(result, tmp_path)
    assert result.pages == 1


def test_the_command_ends_as_its_findings_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "gut", CLEAN)
    lay(tmp_path / "schlecht", FAULTY)
    monkeypatch.chdir(tmp_path)
    assert run(["check", "gut"]) == 0
    assert "Nichts gefunden." in capsys.readouterr().out
    assert run(["check", "schlecht"]) == 1
    assert "fonts.googleapis.com" in capsys.readouterr().out
    assert run(["check", "nirgends"]) == 2
    assert run(["check", "gut", "--url", "naehstube"]) == 2
    assert run(["check", "--url", "https://naehstube.example/"]) == 2
    assert run(["check", "schlecht", "--format", "json"]) == 1
