"""What a page, a stylesheet and a script ask for, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.requests.addresses import candidates, host_asked, origin_asked, scheme_of
from sitegen.checks.requests.in_css import collect_from_css
from sitegen.checks.requests.in_html import requests_in
from sitegen.checks.requests.in_js import collect_from_js
from sitegen.checks.requests.request import Collector, Requests

X = "https://x.example/a"


def asked(html: str) -> list[tuple[str, str, bool]]:
    return [(one.address, one.fetch, one.inert) for one in requests_in(html).foreign]


def in_css(css: str) -> Requests:
    found = Collector()
    collect_from_css(css, into=found)
    return found.done()


def in_js(script: str) -> Requests:
    found = Collector()
    collect_from_js(script, into=found)
    return found.done()


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://x.example/a", "x.example"),
        ("//x.example", "x.example"),
        ("HTTPS://X.Example:443/", "x.example"),
        (" \n\thttps://x.example", "x.example"),
        ("ht\ntps://x.ex\tample/", "x.example"),
        ("https:\\\\x.example\\a", "x.example"),
        ("\\/\\x.example/a", "x.example"),
        ("https:x.example/a", "x.example"),
        ("https:////x.example/a", "x.example"),
        ("https://www.example.org@x.example/", "x.example"),
        ("https://ev%69l.example/", "evil.example"),
        ("https://Müller.example/", "xn--mller-kva.example"),
        ("wss://x.example/", "x.example"),
        ("https://[::1]:8000/", "[::1]"),
        ("/a//b", ""),
        ("a/b:c", ""),
        ("?a=https://x.example/", ""),
        ("#https://x.example/", ""),
        ("", ""),
        ("data:text/html,//x.example/", ""),
        ("mailto:a@x.example", ""),
    ],
)
def test_the_host_that_a_browser_would_ask(address: str, host: str) -> None:
    assert host_asked(address) == host


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://x.example:443/a", "https://x.example"),
        ("//x.example/a", "https://x.example"),
        ("http://127.0.0.1:8123/post", "http://127.0.0.1:8123"),
        ("wss://x.example", "wss://x.example"),
    ],
)
def test_the_source_in_a_policy(address: str, origin: str) -> None:
    assert origin_asked(address) == origin


@given(st.text(alphabet="htps:/\\ab.@;' \t\n?#[]%0-é", max_size=30))
def test_no_address_breaks_the_reader(address: str) -> None:
    assert host_asked(address) == host_asked(address).lower() == host_asked(f" {address}")
    assert scheme_of(address) == scheme_of(f" {address}\n")


@pytest.mark.parametrize(
    ("srcset", "found"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png,b.png", ["a.png,b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 1x, b.png 2x", ["data:image/png;base64,AA==", "b.png"]),
        (" , ", []),
        ("", []),
    ],
)
def test_candidates_of_a_srcset(srcset: str, found: list[str]) -> None:
    assert list(candidates(srcset)) == found


@pytest.mark.parametrize(
    ("html", "fetch"),
    [
        (f'<img src="{X}">', "img-src"),
        (f'<img srcset="a.png 1x, {X} 2x">', "img-src"),
        (f'<picture><source srcset="{X}"></picture>', "img-src"),
        (f'<video src="{X}"></video>', "media-src"),
        (f'<video><source src="{X}"></video>', "media-src"),
        (f'<video poster="{X}"></video>', "img-src"),
        (f'<audio src="{X}"></audio>', "media-src"),
        (f'<script src="{X}"></script>', "script-src"),
        (f'<iframe src="{X}"></iframe>', "frame-src"),
        (f'<iframe srcdoc="&lt;img src=&quot;{X}&quot;>"></iframe>', "img-src"),
        (f'<link rel="Stylesheet" href="{X}">', "style-src"),
        (f'<link rel="shortcut icon" href="{X}">', "img-src"),
        (f'<link rel="preload" as="font" href="{X}">', "font-src"),
        (f'<link rel="preload" as="image" imagesrcset="{X} 1x">', "img-src"),
        (f'<link rel="modulepreload" href="{X}">', "script-src"),
        (f'<link rel="preconnect" href="{X}">', ""),
        (f'<link rel="dns-prefetch" href="{X}">', ""),
        (f'<link rel="manifest" href="{X}">', "manifest-src"),
        (f'<form action="{X}"></form>', "form-action"),
        (f'<button formaction="{X}"></button>', "form-action"),
        (f'<object data="{X}"></object>', "object-src"),
        (f'<embed src="{X}">', "object-src"),
        (f'<table background="{X}"></table>', "img-src"),
        (f'<a href="/" ping="/a {X}">x</a>', "connect-src"),
        (f'<svg><image href="{X}"/></svg>', "img-src"),
        (f'<svg><image xlink:href="{X}"/></svg>', "img-src"),
        (f'<svg><use href="{X}"/></svg>', "img-src"),
        (f'<svg><feImage href="{X}"/></svg>', "img-src"),
        (f'<svg><rect fill="url({X})"/></svg>', "img-src"),
        (f'<svg><rect cursor="URL({X})"/></svg>', "img-src"),
        (f'<svg><image><set attributeName="href" to="{X}"/></image></svg>', "img-src"),
        (f'<svg><image><animate attributeName="xlink:href" values="#a;{X}"/></image></svg>', "img-src"),
        (f'<svg><pattern xlink:href="{X}"/></svg>', "img-src"),
        (f'<svg><textPath href="{X}"/></svg>', "img-src"),
        (f'<a href="/" attributionsrc="{X}">x</a>', "connect-src"),
        (f'<link rel="compression-dictionary" href="{X}">', "connect-src"),
        (f'<svg><script href="{X}"></script></svg>', "script-src"),
        (f"<p style=\"background: url('{X}')\">x</p>", "img-src"),
        (f"<style>@import '{X}';</style>", "style-src"),
        (f"<script>fetch('{X}')</script>", "connect-src"),
        (f'<meta http-equiv="refresh" content="0; URL=\'{X}\'">', ""),
        (f'<noscript><img src="{X}"></noscript>', "img-src"),
        (f'<input type="image" src="{X}">', "img-src"),
    ],
)
def test_everything_by_which_html_asks(html: str, fetch: str) -> None:
    assert asked(html) == [(X, fetch, False)]


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{X}">x</a>',
        f'<link rel="canonical" href="{X}">',
        f'<link rel="alternate me license" href="{X}">',
        f'<blockquote cite="{X}">x</blockquote>',
        f'<svg><a href="{X}"><set attributeName="fill" to="red"/>x</a></svg>',
        f'<meta property="og:image" content="{X}">',
        f'<script type="application/ld+json">{{"url": "{X}"}}</script>',
        f"<p>url({X})</p>",
        f'<img src="a.png" alt="url({X})">',
        f"<!-- <img src='{X}'> -->",
    ],
)
def test_what_only_names_an_address_asks_for_nothing(html: str) -> None:
    assert asked(html) == []
    assert requests_in(html).forbidden == ()


def test_a_template_is_inert_as_deep_as_it_goes_unless_it_is_shown_as_a_shadow() -> None:
    html = (
        f'<template data-party="x"><iframe src="{X}1"></iframe><template><img src="{X}2"></template></template>'
        f'<div><template shadowrootmode="open"><img src="{X}3"></template></div>'
    )
    assert asked(html) == [(f"{X}1", "frame-src", True), (f"{X}2", "img-src", True), (f"{X}3", "img-src", False)]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<script>a()</script>", "script"),
        ("<script type=module>a()</script>", "script"),
        ('<script type="text/javascript">a()</script>', "script"),
        ('<script type="importmap">{}</script>', "script"),
        ("<p onclick=a()>x</p>", "handler"),
        ('<a href=" javascript:a()">x</a>', "address"),
        ('<iframe src="data:text/html,x"></iframe>', "address"),
        ("<style>p {}</style>", "style"),
        ('<p style="color: red">x</p>', "style"),
        ('<base href="/a/">', "base"),
        ('<object data="a.pdf"></object>', "object"),
    ],
)
def test_what_no_strict_policy_lets_run(html: str, kind: str) -> None:
    assert [one.kind for one in requests_in(html).forbidden] == [kind]


def test_what_comes_from_the_site_itself() -> None:
    html = (
        '<img src="/a.png"><img src="data:image/png;base64,AA"><form action="/b/"></form><script src="c.js"></script>'
    )
    own = {("img-src", "'self'"), ("img-src", "data:"), ("form-action", "'self'"), ("script-src", "'self'")}
    assert set(requests_in(html).own) == own


@pytest.mark.parametrize(
    ("css", "fetch"),
    [
        (f'@font-face {{ src: src("{X}") }}', "font-src"),
        (f"@import url({X});", "style-src"),
        (f'@import "{X}" screen;', "style-src"),
        (f"a {{ background: url( '{X}' ) }}", "img-src"),
        (f"@font-face {{ font-family: a; src: local(a), url({X}) }}", "font-src"),
        (f"@font-face {{ src: url(own.woff2) }} a {{ background: url({X}) }}", "img-src"),
        (f"a {{ background: \\75rl({X}) }}", "img-src"),
        (f"a {{ background: u\\72 l({X}) }}", "img-src"),
        (f'a {{ background: image-set("{X}" 1x type("image/avif")) }}', "img-src"),
        (f"a {{ content: '/*'; background: url({X}); /* */ }}", "img-src"),
    ],
)
def test_everything_by_which_css_asks(css: str, fetch: str) -> None:
    assert [(one.address, one.fetch) for one in in_css(css).foreign] == [(X, fetch)]


@pytest.mark.parametrize(
    "css", [f"/* url({X}) */", f"@namespace svg url({X});", f"a::after {{ content: '{X}' }}", "a { fill: url(#b) }"]
)
def test_what_css_only_names(css: str) -> None:
    assert in_css(css).foreign == ()


@pytest.mark.parametrize(
    ("script", "fetch"),
    [
        (f'fetch("{X}")', "connect-src"),
        (f"fetch(`{X}?${{a}}`)", "connect-src"),
        (f"import('{X}')", "script-src"),
        (f'import a from "{X}"', "script-src"),
        (f'export * from "{X}"', "script-src"),
        (f'importScripts("{X}")', "script-src"),
        (f'request.open("GET", "{X}")', "connect-src"),
        ('new WebSocket("wss://x.example/a")', "connect-src"),
        (f'new EventSource("{X}")', "connect-src"),
        (f'navigator.sendBeacon("{X}", data)', "connect-src"),
        (f'new Worker("{X}")', "worker-src"),
        (f'image.src = "{X}"', "img-src"),
        (f'element.setAttribute("src", "{X}")', "img-src"),
        (f'load(window, document, "{X}.js")', "script-src"),
        ('fetch("https:\\/\\/x.example\\u002fa")', "connect-src"),
        (f'const api = "{X}"; fetch(api)', "connect-src"),
        (f'const api = "{X}"; fetch(`${{api}}/b`)', "connect-src"),
        (f'const all = {{where: "{X}"}}; navigator.sendBeacon(all.where, "")', "connect-src"),
        (f'const file = "{X}"; picture.src = file + "?1"', "img-src"),
        (f'new Worker(new URL("{X}", import.meta.url))', "worker-src"),
        (f'fetch?.("{X}")', "connect-src"),
        (f'$.getJSON("{X}", show)', "connect-src"),
        (f'axios({{method: "get", url: "{X}"}})', "connect-src"),
        (f'request.open(method, "{X}")', "connect-src"),
        (f'new Audio("{X}").play()', "media-src"),
        (f'form.action = "{X}"', "form-action"),
        (f'picture.src = dark ? "{X}" : "/b.png"', "img-src"),
        (f'Object.assign(picture, {{src: "{X}"}})', "img-src"),
        (f'main.innerHTML = \'<iframe title="Film" src="{X}"></iframe>\'', "frame-src"),
        (f'main.style.background = "url({X})"', "img-src"),
        (f'new FontFace("Fein", "url({X}.woff2)")', "font-src"),
        (f'link.rel = "stylesheet"; link.href = "{X}.css"', "style-src"),
        ('new RTCPeerConnection({iceServers: [{urls: "stun:x.example:3478"}]})', ""),
        (f'if (/^https?:\\/\\//.test(a)) fetch("{X}")', "connect-src"),
        (f'a = b.replace(/["/*]/g, ""); fetch("{X}")', "connect-src"),
    ],
)
def test_everything_by_which_a_script_asks(script: str, fetch: str) -> None:
    (found,) = in_js(script).foreign
    assert (host_asked(found.address), found.fetch) == ("x.example", fetch)


@pytest.mark.parametrize(
    "script",
    [
        *(f'// fetch("{X}")', f'/* import "{X}" */', f'location.href = "{X}"', "fetch(`${base}/x`)", 'fetch("/api")'),
        *(f'window.open("{X}", "_blank")', f'a = b / c; // fetch("{X}")', f'const there = "{X}"; show(there)'),
        *(
            f"main.innerHTML = '<a href=\"{X}\">Dort</a>'",
            'document.createElementNS("http://www.w3.org/2000/svg", "g")',
        ),
        f'if (picture.src === "{X}") hide()',
    ],
)
def test_what_a_script_does_not_ask_of_others(script: str) -> None:
    assert in_js(script).foreign == ()


def test_what_a_script_keeps_on_the_device() -> None:
    assert in_js("document . cookie = a; localStorage.setItem(b, c)").storage == ("document.cookie", "localStorage")
    assert in_js("document['cookie'] = a; caches.open('b')").storage == ("caches", "document.cookie")
    assert in_js("const cookie = 1; // localStorage").storage == ()
