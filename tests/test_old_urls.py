"""No address of a former site leads nowhere: it answers, it leads on, or the file says why it is lost.

Asked of real servers, which get the rules of the build, and of `sitegen check --old-urls`, which reads them.
"""

from __future__ import annotations

import http.client
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final

import pytest

from apache import apache_over
from caddy import caddy_over
from nginx import free_port, nginx_over
from photos import photograph, save
from plain_site import lay_plain_layouts
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.importers.proof.proof import hosts
from sitegen.importers.proof.rules import Said, asked
from sitegen.model.old_urls import OLD_URLS_FILE, OldUrl, old_urls_csv, read_old_urls
from test_hosts import Server
from waiting import PATIENCE

SERVERS: Final = ("apache", "nginx", "caddy")
SETTINGS: Final = (
    'title: Büro Test\nurl: https://www.example.org/\nimages: {cards: nein, default_credit: "Foto: eigenes"}\n'
)

LEADS: Final = {
    "/2019/03/rechnungen/": ("content/blog/rechnungen.md", "/blog/rechnungen/"),
    "/?p=12": ("content/blog/rechnungen.md", "/blog/rechnungen/"),
    "/?p=120": ("content/blog/ueber.md", "/blog/ueber/"),
    "/?cat=3": ("category:alltag", "/blog/kategorie/alltag/"),
    "/?cat=3&feed=rss2": ("/rss.xml", "/rss.xml"),
    "/?feed=rss2": ("/rss.xml", "/rss.xml"),
    "/?tag=b%C3%BCro": ("tag:buero", "/blog/schlagwort/buero/"),
    "/?m=201911": ("year:2019", "/blog/archiv/"),
    "/category/alltag/": ("category:alltag", "/blog/kategorie/alltag/"),
    "/tag/b%c3%bcro/": ("tag:buero", "/blog/schlagwort/buero/"),
    "/author/maria/page/2/": ("author:maria", "/blog/"),
    "/feed/": ("/feed.xml", "/feed.xml"),
    "/index.php/2019/03/alt/": ("content/blog/rechnungen.md", "/blog/rechnungen/"),
    "/blog/?p=7": ("content/blog/ueber.md", "/blog/ueber/"),
}
GONE: Final = {"/wp-content/uploads/2019/03/weg.jpg": "picture_missing", "/?attachment_id=9": "picture_missing"}
PICTURE: Final = "/wp-content/uploads/2019/03/tisch-300x200.jpg"
TYPED: Final = (
    ("/?utm_source=brief&p=12&x=y", (301, "/blog/rechnungen/")),
    ("/index.php?p=12", (301, "/blog/rechnungen/")),
    ("/?tag=b%c3%bcro", (301, "/blog/schlagwort/buero/")),
    ("/?feed=rss2&cat=3", (301, "/rss.xml")),
    ("/?p=1", (200, "")),
    ("/?p=1200", (200, "")),
    ("/?xp=12", (200, "")),
    ("/?page_id=2", (200, "")),
    ("/", (200, "")),
    ("/blog/?p=12", (200, "")),
    ("/blog/rechnungen/?p=120", (200, "")),
    ("/2019/03/rechnungen/?replytocom=5", (301, "/blog/rechnungen/")),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """A small site that has moved in."""
    case = SiteCase.of(tmp_path_factory.mktemp("old"), {"content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n"})
    case.write("site.yaml", SETTINGS)
    lay_plain_layouts(case.root)
    case.post("rechnungen", "Text.\n\n![Ein Tisch](tisch.jpg)", category="Alltag", tags="Büro")
    case.post("ueber", "Text.", id="anders")
    (case.root / "content/pictures").mkdir()
    save(case.root / "content/pictures/tisch.jpg", photograph(400, 300))
    rows = [OldUrl(old=old, target=target) for old, (target, _) in LEADS.items()]
    rows += [OldUrl(old=old, reason=reason) for old, reason in GONE.items()]
    rows += [
        OldUrl(old=PICTURE, target="content/pictures/tisch.jpg"),
        OldUrl(old="/?page_id=2", target="content/index.md"),
    ]
    case.write(OLD_URLS_FILE, old_urls_csv(rows).decode())
    return case.built()


@pytest.fixture(scope="module")
def servers(site: SiteCase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """Each server when it is first asked for."""
    state, written = tmp_path_factory.mktemp("servers"), site.root / ".sitegen/headers"
    running: dict[str, Server] = {}
    with ExitStack() as open_ones:

        def server(name: str) -> Server:
            if name not in running:
                port, own = free_port(), state / name
                over = {
                    "apache": lambda: apache_over(site.out, own, port=port),
                    "nginx": lambda: nginx_over(site.out, own, port=port, include=written / "nginx.conf"),
                    "caddy": lambda: caddy_over(site.out, own, port=port, include=written / "Caddyfile"),
                }
                running[name] = Server(open_ones.enter_context(over[name]()))
            return running[name]

        yield server


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, servers: Callable[[str], Server]) -> Server:
    """One after the other."""
    return servers(request.param)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[[SiteCase], tuple[int, str]]:
    """`sitegen check --old-urls`: its exit code, and what it says."""

    def call(site: SiteCase) -> tuple[int, str]:
        code = run(["check", "--old-urls", "--site", str(site.root), "--at", "2026-11-21 12:00"])
        return code, capsys.readouterr().out

    return call


Check = Callable[[SiteCase], tuple[int, str]]


def location(server: Server, path: str) -> tuple[int, str]:
    """The status, and where it leads; `path` goes over the wire as it stands."""
    connection = http.client.HTTPConnection(server.origin.removeprefix("http://"), timeout=PATIENCE)
    connection.request("GET", path)
    with closing(connection), connection.getresponse() as answer:
        pass
    return answer.status, (answer.headers["Location"] or "").removeprefix(server.origin)


# Real servers


@pytest.mark.parametrize("old", LEADS)
def test_an_old_address_leads_to_what_took_its_place(server: Server, old: str) -> None:
    assert location(server, old) == (301, LEADS[old][1])


@pytest.mark.parametrize("old", GONE)
def test_what_is_lost_is_said_to_be_gone(server: Server, old: str) -> None:
    assert location(server, old) == (410, "")


def test_a_size_of_a_picture_leads_to_the_picture(server: Server) -> None:
    status, new = location(server, PICTURE)
    assert (status, new.startswith("/bilder/tisch-")) == (301, True)
    assert server.get(new).status == 200


@pytest.mark.parametrize(("typed", "answer"), TYPED)
def test_a_rule_answers_what_it_is_for(server: Server, typed: str, answer: tuple[int, str]) -> None:
    status, new = location(server, typed)
    assert (status, new.partition("?")[0]) == answer


# What the check makes of the same rules


@pytest.mark.parametrize("name", SERVERS)
def test_rules_are_read_as_the_server_reads_them(site: SiteCase, servers: Callable[[str], Server], name: str) -> None:
    (host,) = (host for host in hosts(site.out, site.root / ".sitegen/headers", "") if host.name == name)
    for address in (*LEADS, *GONE, PICTURE, *(typed for typed, _ in TYPED), "/nix/", "/2019/03/rechnungen"):
        status, new = location(servers(name), address)
        said = host.rules(asked(address))
        if status in {301, 410} and new != f"{address}/":
            assert said == Said(status, new.partition("?")[0]), address
        else:
            assert said is None, address


def test_the_check_says_what_becomes_of_each(site: SiteCase, check: Check) -> None:
    code, told = check(site)
    assert code == 0, told
    assert re.search(r"Apache +1 antworten selbst, 15 führen weiter, 2 sind mit Grund verloren", told)
    assert re.search(r"nginx +1 antworten selbst, 15 führen weiter, 2 sind mit Grund verloren", told)
    assert re.search(r"GitHub Pages und andere .* 8 zeigen dort nur die Seite vor dem Fragezeichen", told)
    assert "die Datei lag nicht bei" not in told
    assert "2 × das Bild lag nicht bei" in told
    assert "Keine alte Adresse führt ohne ein Wort ins Leere." in told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/neu/;content/blog/rechnungen.md;", "/neu/  führt ins Leere"),
        ("/?p=99;content/blog/rechnungen.md;", "/?p=99  führt ins Leere"),
        ("/weg/;;", "/weg/  hat in der Liste weder Ziel noch Grund"),
    ],
)
def test_what_leads_nowhere_fails_the_check(
    site: SiteCase, tmp_path: Path, check: Check, line: str, expected: str
) -> None:
    case = SiteCase(Path(shutil.copytree(site.root, tmp_path / "site")))
    case.write(OLD_URLS_FILE, (case.root / OLD_URLS_FILE).read_text("utf-8") + f"{line}\n")
    code, told = check(case)
    assert code == 1
    assert expected in told


def test_without_a_list_or_a_built_site_the_check_says_so(tmp_path: Path, check: Check) -> None:
    case = SiteCase.of(tmp_path, {"content/index.md": "---\ntitle: Start\n---\n\nText.\n"}).built()
    assert "keine Adresse einer alten Website" in check(case)[1]
    case.write(OLD_URLS_FILE, "old;target;reason\n/a/;content/index.md;\n")
    shutil.rmtree(case.out)
    code, told = check(case)
    assert (code, "sitegen build" in told) == (1, True)


# What the owner does afterwards


def with_old_urls(root: Path, *rows: str) -> SiteCase:
    case = SiteCase.of(root, {"content/index.md": "---\ntitle: Start\n---\n\nText.\n"})
    lay_plain_layouts(root)
    case.write("content/ueber/team.md", "---\ntitle: Team\nid: mannschaft\n---\n\nText.\n")
    case.post("rechnungen", "Text.", id="rechnungen", tags="Alt")
    return case.write(OLD_URLS_FILE, "\n".join(["old;target;reason", *rows, ""]))


def rules_of(case: SiteCase) -> dict[str, str]:
    return {line.split()[0]: line.split()[1] for line in case.html("_redirects").splitlines()}


def test_renamed_texts_are_followed_by_their_ids(tmp_path: Path) -> None:
    rows = ("/2019/a/;content/blog/rechnungen.md;", "/wir/;content/ueber/team.md;", "/?p=3;content/ueber/team.md;")
    case = with_old_urls(tmp_path, *rows).write("published-urls.txt", "/wir/ page:mannschaft\n").built()
    assert rules_of(case)["/wir/"] == "/ueber/team/"
    (case.root / "content/blog/rechnungen.md").rename(case.root / "content/blog/2019-03-01-belege.md")
    (case.root / "content/ueber/team.md").rename(case.root / "content/leute.md")
    case.built()
    assert (rules_of(case)["/2019/a/"], rules_of(case)["/wir/"]) == ("/blog/belege/", "/leute/")
    assert 'RewriteRule "^(?:index\\.php)?$" "/leute/"' in case.html(".htaccess")


def test_lists_that_end_lead_to_the_one_above(tmp_path: Path) -> None:
    case = with_old_urls(tmp_path, "/tag/alt/;tag:alt;", "/2010/;year:2010;").built()
    assert rules_of(case)["/tag/alt/"] == "/blog/schlagwort/alt/"
    case.edit("content/blog/rechnungen.md", "tags: Alt\n", "").built()
    assert rules_of(case)["/tag/alt/"] == "/blog/"
    assert rules_of(case)["/2010/"] == "/blog/archiv/"


def test_the_settings_and_pages_count_before_the_list(tmp_path: Path) -> None:
    case = with_old_urls(tmp_path, "/a/;content/blog/rechnungen.md;", "/ueber/team/;content/index.md;", "/weg/;/;")
    case.edit("site.yaml", "title:", "gone: [/weg/]\nredirects: [{from: /a/, to: /}]\ntitle:")
    case.built()
    assert rules_of(case)["/a/"] == "/"
    assert not {"/ueber/team/", "/weg/"} & rules_of(case).keys()


def test_below_a_base_path_old_addresses_are_too(tmp_path: Path) -> None:
    case = with_old_urls(tmp_path, "/alt/;content/blog/rechnungen.md;", "/?p=4;content/blog/rechnungen.md;")
    case.edit("site.yaml", "https://www.example.org/", "https://www.example.org/va/").built()
    assert rules_of(case)["/va/alt/"] == "/va/blog/rechnungen/"
    assert 'RewriteRule "^(?:index\\.php)?$" "/va/blog/rechnungen/"' in case.html(".htaccess")
    nginx = (case.root / ".sitegen/headers/nginx.conf").read_text("utf-8")
    assert 'if ($uri ~ "^/va(?:/(?:index\\\\.php)?)?$")' in nginx


def test_netlify_is_told_of_queries_only_where_the_site_lies_there(tmp_path: Path) -> None:
    case = with_old_urls(tmp_path, "/?p=4;content/blog/rechnungen.md;").built()
    assert "p=4" not in case.html("_redirects")
    case.edit("site.yaml", "title:", "business: {legal: {hosting: {use: netlify}}}\ntitle:")
    result = case.build()
    assert result.written
    assert "/ p=4 /blog/rechnungen/ 301!" in case.html("_redirects").splitlines()


def test_what_was_written_is_read_again() -> None:
    rows = [
        OldUrl(old="/a;b/", target='content/"x".md'),
        OldUrl(old="/ä/", reason='Grund; mit Zeichen, "so"'),
        OldUrl(old="/?p=1"),
    ]
    assert [(row.old, row.target, row.reason) for row in read_old_urls(old_urls_csv(rows))] == sorted(
        (row.old, row.target, row.reason) for row in rows
    )
    assert read_old_urls(b"old,target\r\n/x/,/y/\r\n")[0].target == "/y/"
    assert read_old_urls(b'old;target\n"offen;/y/\n') == ()
    assert read_old_urls(b"") == ()
