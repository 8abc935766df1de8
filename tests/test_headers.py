"""The headers of a site: what they allow follows from its pages, and every web server is told the same."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from header_rules import Host, headers_for
from site_case import SiteCase

POLICY = "Content-Security-Policy"
SITE = """title: Büro Test
url: https://www.example.org/
search: {{enabled: {search}}}
images: {{cards: nein, default_credit: "Foto: eigenes"}}
{more}"""
INBOX = 'delivery: {provider: inbox, address: "https://eingang.example.org/post/", site: test, sum: no}\n'
FILES = {
    "content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n",
    "content/datenschutz.md": "---\ntitle: Datenschutz\n---\n\nWas mit Ihren Daten geschieht.\n",
}
STRICT = {"default-src": "'none'", "object-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'"}


def built(root: Path, files: dict[str, str] | None = None, *, more: str = "", search: str = "no") -> SiteCase:
    return SiteCase.of(root, FILES | (files or {}), settings=SITE.format(search=search, more=more)).built()


def directives(policy: str) -> dict[str, str]:
    """Sources by directive, in one text."""
    return {name: sources for name, _, sources in (part.strip().partition(" ") for part in policy.split(";"))}


def sent(site: SiteCase, path: str = "/", host: Host = "cloudflare") -> dict[str, str]:
    return headers_for(path, site.out / "_headers", host)


def allowed(site: SiteCase, path: str = "/") -> dict[str, str]:
    return directives(sent(site, path)[POLICY])


def meta(site: SiteCase, page: str) -> str:
    (found,) = site.page(page).css(f'meta[http-equiv="{POLICY}"]')
    return found.attributes["content"] or ""


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """A site whose search has an index."""
    site = built(tmp_path_factory.mktemp("searched"), search="yes", more='permalinks: {search: "/wörter/"}\n')
    assert "pagefind" in "".join(site.files())
    return site


def test_a_plain_site_allows_its_own_looks_and_nothing_else(tmp_path: Path) -> None:
    own = {"style-src": "'self'", "img-src": "'self'", "form-action": "'none'"}
    assert allowed(built(tmp_path)) == {**STRICT, **own, "upgrade-insecure-requests": ""}


def test_forms_may_go_to_the_inbox_and_back_and_nowhere_else(tmp_path: Path) -> None:
    site = built(tmp_path, {"content/kontakt.md": "---\ntitle: Kontakt\nform: contact\n---\n\nHallo.\n"}, more=INBOX)
    assert allowed(site)["form-action"] == "'self' https://eingang.example.org"


def test_a_player_is_allowed_only_where_somebody_shows_one(tmp_path: Path) -> None:
    site = built(
        tmp_path, more="third_parties: [{use: youtube}, {use: vimeo}]\nlegal: {off: Hier geht es um anderes.}\n"
    )
    assert "frame-src" not in allowed(site)
    frame = '<template data-party="youtube"><iframe src="https://www.youtube-nocookie.com/embed/a"></iframe></template>'
    site.write("layouts/page.html", f'{{% extends "theme/page.html" %}}{{% block social %}}{frame}{{% endblock %}}')
    assert allowed(site.built())["frame-src"] == "https://www.youtube-nocookie.com"


def test_whose_script_runs_may_ask_its_own_hosts(tmp_path: Path) -> None:
    policy = allowed(built(tmp_path, more="analytics: {provider: plausible, id: example.org}\n"))
    assert policy["script-src"].split() == ["https://plausible.io"]
    assert policy["connect-src"] == "https://plausible.io"
    assert "unsafe" not in " ".join(policy.values())


def test_data_in_addresses_is_allowed_where_it_is_shown(tmp_path: Path) -> None:
    site = built(
        tmp_path, {"static/eigenes.css": "p { background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }\n"}
    )
    assert allowed(site)["img-src"] == "'self' data:"


def test_page_and_server_say_the_same_but_for_what_only_a_server_can(searched: SiteCase) -> None:
    for path, page in (("/", "index.html"), ("/404.html", "404.html"), ("/wörter/", "wörter/index.html")):
        said = directives(meta(searched, page))
        assert allowed(searched, quote(path)) == {
            **said,
            "frame-ancestors": "'none'",
            "upgrade-insecure-requests": "",
        }


def test_only_the_search_may_compile(searched: SiteCase) -> None:
    policy = allowed(searched, quote("/wörter/"))
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert (policy["connect-src"], policy["worker-src"]) == ("'self'", "'self'")
    assert not {"script-src", "connect-src", "worker-src"} & set(allowed(searched, "/datenschutz/"))


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_both_readers_of_the_file_send_one_policy(searched: SiteCase, host: Host) -> None:
    search, elsewhere = (sent(searched, path, host)[POLICY] for path in (quote("/wörter/"), "/datenschutz/"))
    assert search.count("default-src") == elsewhere.count("default-src") == 1
    assert "wasm" in search
    assert "wasm" not in elsewhere


def test_forms_can_still_tell_where_they_come_from(tmp_path: Path) -> None:
    assert sent(built(tmp_path))["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_only_a_site_with_https_asks_for_it(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert sent(site)["Strict-Transport-Security"] == "max-age=31536000"
    site.edit("site.yaml", "https://www", "http://www").built()
    assert "Strict-Transport-Security" not in sent(site)
    assert "upgrade-insecure-requests" not in allowed(site)


def test_below_a_base_path_the_rules_have_it(tmp_path: Path) -> None:
    site = SiteCase.of(
        tmp_path, FILES, settings=SITE.format(search="no", more="").replace("example.org/", "example.org/va/")
    )
    assert sent(site.built(), "/va/")
    assert not sent(site, "/")


def test_the_themes_files_may_be_kept_and_no_others(searched: SiteCase) -> None:
    kept = {path for path in searched.files() if "immutable" in sent(searched, f"/{path}").get("Cache-Control", "")}
    assert kept == {path for path in searched.files() if path.startswith("assets/")}


def test_what_own_servers_are_told_is_not_published(tmp_path: Path) -> None:
    assert not [name for name in built(tmp_path).files() if "nginx" in name or "Caddy" in name]


# Caddy


def test_caddy_is_told_the_same(searched: SiteCase) -> None:
    text = (searched.root / ".sitegen/headers/Caddyfile").read_text("utf-8")
    plain = dict(re.findall(r'^\t([A-Za-z-]+) "([^"]*)"$', text, re.MULTILINE))
    matched = dict(re.findall(rf'^header @sitegen_(\w+) {POLICY} "([^"]*)"$', text, re.MULTILINE))
    assert re.findall(r'^@sitegen_(\w+) (not )?path "(.+)\*"$', text, re.MULTILINE) == [
        ("search", "", "/wörter/"),
        ("others", "not ", "/wörter/"),
    ]
    assert plain.pop("Vary") == "Accept-Encoding"
    assert {**plain, POLICY: matched["others"]} == sent(searched, "/")
    assert matched["search"] == sent(searched, quote("/wörter/"))[POLICY]
    kept, asked = re.findall(r'^header @sitegen_\w+ Cache-Control "([^"]*)"$', text, re.MULTILINE)
    assert ("immutable" in kept, asked) == (True, "no-cache")
    assert "(?=" not in text, "Go knows no lookahead"


def test_what_servers_are_told_is_written_only_when_it_changes(tmp_path: Path) -> None:
    site = built(tmp_path)
    files = sorted((tmp_path / ".sitegen/headers").iterdir())
    before = [file.stat().st_mtime_ns for file in files]
    site.built()
    assert [file.stat().st_mtime_ns for file in files] == before
    assert [file.name for file in files] == ["Caddyfile", "nginx.conf"]
