"""Nothing foreign loads that the owner has not named, whoever wrote it and wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plain_site import QUIET
from site_case import MINIMAL, SiteCase, codes
from sitegen.build.result import BuildResult

YOUTUBE = "https://www.youtube-nocookie.com/embed/abc"
PLAYER = f'<iframe src="{YOUTUBE}" title="Film"></iframe>'
INERT = f'<template data-party="youtube">{PLAYER}</template>'
CHAT = """third_parties:
  - use: Chat
    provider: Chat GmbH
    seat: Dresden, Deutschland
    purpose: Fragen beantworten
    legal_basis: contract
    storage: []
    third_country: keines
    privacy_url: https://chat.example/datenschutz
    hosts: ["*.chat.example"]
"""


def layout(html: str) -> dict[str, str]:
    """A layout of posts with a piece of the owner's own."""
    return {"layouts/post.html": f'{{% extends "theme/post.html" %}}{{% block related %}}{html}{{% endblock %}}'}


def build(root: Path, files: Mapping[str, str], more: str = "") -> tuple[SiteCase, BuildResult]:
    site = SiteCase.of(root, files, settings=MINIMAL + QUIET + more).post("tee", "Guten Tag.")
    return site, site.build()


def places(result: BuildResult) -> list[tuple[str, str, int]]:
    return [(one.code, one.span.file, one.span.line) for one in result.findings]


FAULTS = {
    "layouts/post.html": """{% extends "theme/post.html" %}
{% block related %}
<img src="https://a1.example/a.png" alt="">
<script src="//a2.example/a.js"></script>
<img src="a&amp;b" srcset="https://a3.example/?a=1&amp;b=2 2x" alt="">
<link rel="preconnect" href="https://a4.example">
<meta http-equiv="refresh" content="9; url=https://a5.example/">
<noscript><img src="https://a6.example/p" alt=""></noscript>
<template data-party="x"><img src="https://a7.example/p" alt=""></template>
<a href="/" ping="https://a8.example/p">Start</a>
{% endblock %}
""",
    "layouts/eigenes.css": "p {\n  cursor: url(https://b1.example/z.cur), auto;\n}\n",
    "content/blog/b.md": "---\ntitle: B\ndate: 2026-11-01\n---\n\n![Tasse](https://c1.example/t.jpg)\n",
    "static/a.css": "@font-face { src: url('https://d1.example/f.woff2') }",
    "static/a.js": "\nfetch('https://d2.example/zaehle')\n",
    "static/alt/a.mjs": "import 'https://d3.example/a.mjs'",
    "static/alt.html": "<title>x</title>\n<img src='https://d4.example/a' alt=''>",
    "static/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://d5.example/a"/></svg>',
}
HARMLESS = {
    **layout(
        '<a href="https://fremd.example/">Woanders</a><a href="mailto:a@fremd.example">Schreiben</a>'
        '<blockquote cite="https://fremd.example/">x</blockquote><img src="data:image/gif;base64,R0lGOD" alt="">'
        '<img src="https://www.example.org/favicon.ico" alt="">'
        '<script type="application/json">{"src": "https://fremd.example/a.js"}</script>'
    ),
    "static/a.js": "// fetch('https://fremd.example/')\nlocation.href = 'https://fremd.example/';\n",
    "static/a.css": "/* url(https://fremd.example/) */ p { color: red }\n",
    "static/google1234.html": "google-site-verification: google1234.html",
    "static/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"><style>path { fill: red }</style></svg>',
}


def test_what_is_not_declared_stops_the_build_where_it_stands(tmp_path: Path) -> None:
    _, result = build(tmp_path, FAULTS)
    found = {str(one.facts["host"]): (one.span.file, one.span.line) for one in result.findings if one.code == "SG820"}
    assert found == {
        **{f"a{number}.example": ("layouts/post.html", number + 2) for number in range(1, 9)},
        "b1.example": ("layouts/eigenes.css", 2),
        "c1.example": ("content/blog/b.md", 6),
        "d1.example": ("static/a.css", 1),
        "d2.example": ("static/a.js", 2),
        "d3.example": ("static/alt/a.mjs", 1),
        "d4.example": ("static/alt.html", 2),
        "d5.example": ("static/plan.svg", 1),
    }
    assert not result.written


def test_a_file_is_read_in_the_letters_in_which_browsers_read_it(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"static/logo.svg": "", "static/karte.js": ""}).post("tee", "Guten Tag.")
    (site.root / "static/karte.js").write_bytes('fetch("https://fremd.example/karte.json")'.encode("utf-16"))
    (site.root / "static/logo.svg").write_bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'.encode("utf-16"))
    assert codes(site.build()) == ["SG820", "SG836"]


def test_what_asks_for_nothing_is_left_alone(tmp_path: Path) -> None:
    _, result = build(tmp_path, HARMLESS)
    assert [code for code in codes(result) if code.startswith("SG8")] == []


def test_what_needs_consent_has_to_be_inert(tmp_path: Path) -> None:
    site, result = build(tmp_path, layout(PLAYER), "third_parties: [{use: youtube}]\n")
    assert places(result) == [("SG822", "layouts/post.html", 1)]
    site.write("layouts/post.html", layout(INERT)["layouts/post.html"]).built()
    assert YOUTUBE in site.html("blog/tee/index.html")


def test_a_declaration_taken_back_is_noticed_though_no_page_has_changed(tmp_path: Path) -> None:
    site, result = build(tmp_path, layout(INERT), "third_parties: [{use: youtube}]\n")
    assert not result.findings.items, site.report(result)
    result = site.edit("site.yaml", "third_parties: [{use: youtube}]\n", "").build()
    assert places(result) == [("SG820", "layouts/post.html", 1)]
    assert places(site.build()) == places(result)


def test_a_party_is_asked_only_for_what_it_is_declared_for(tmp_path: Path) -> None:
    _, result = build(
        tmp_path, layout('<script src="https://plausible.io/x.js"></script>'), "third_parties: [{use: plausible}]\n"
    )
    assert codes(result) == []
    _, result = build(
        tmp_path, layout('<img src="https://plausible.io/x.png" alt="">'), "third_parties: [{use: plausible}]\n"
    )
    assert codes(result) == ["SG823"]


def test_an_own_entry_allows_what_the_pages_use_of_it(tmp_path: Path) -> None:
    site, result = build(tmp_path, layout('<img src="https://bild.chat.example/a.png" alt="">'), CHAT)
    assert result.written, site.report(result)
    (policy,) = (line for line in site.html("_headers").splitlines() if "Security-Policy" in line)
    assert "img-src 'self' https://bild.chat.example;" in policy
    assert policy.count("chat.example") == 1


@pytest.mark.parametrize("host", ["x;script-src *.chat.example", "chat.example:1,.chat.example", "*.chat.example"])
def test_no_address_writes_into_the_policy(host: str, tmp_path: Path) -> None:
    site, result = build(tmp_path, layout(f'<img src="https://{host}/a.png" alt="">'), CHAT)
    assert not result.written, site.html("_headers")


def test_forms_go_to_the_declared_alone(tmp_path: Path) -> None:
    form = '<form action="https://eingang.example.org/x" method="post"><button>Senden</button></form>'
    _, result = build(tmp_path, layout(form))
    assert codes(result) == ["SG824"]
    inbox = "delivery: {provider: inbox, address: 'https://eingang.example.org/', site: test, sum: no}\n"
    site, result = build(tmp_path, layout(form), inbox)
    assert result.written, site.report(result)


def test_a_fault_of_a_layout_is_told_once_however_many_pages_have_it(tmp_path: Path) -> None:
    site = SiteCase.of(
        tmp_path, layout('<script src="https://cdn.jsdelivr.net/a.js"></script>'), settings=MINIMAL + QUIET
    )
    for number in range(4):
        site.post(f"tee-{number}", "Guten Tag.")
    assert places(site.build()) == [("SG821", "layouts/post.html", 1)]


def test_storage_of_a_script_is_fine_once_somebody_says_what_it_keeps(tmp_path: Path) -> None:
    script = {"static/a.js": "localStorage.setItem('a', 1)"}
    assert codes(build(tmp_path, script)[1]) == ["SG826"]
    kept = "storage: [{name: a, kind: local_storage, duration: ein Tag, purpose: sich erinnern}]"
    assert codes(build(tmp_path, script, CHAT.replace("storage: []", kept))[1]) == []
