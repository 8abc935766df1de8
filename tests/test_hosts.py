"""What visitors get from real servers: redirects, headers, the page for errors, what to keep, and what lies compressed.

Apache reads `.htaccess` as a host lets it, nginx and Caddy the file that each build writes for them.
"""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from urllib.parse import quote

import msgspec
import pytest

from apache import ORDINARY, apache_over
from caddy import caddy_over
from header_rules import headers_for
from nginx import free_port, nginx_over
from photos import photograph, save
from site_case import SiteCase
from sitegen.model.published import PUBLISHED_FILE
from waiting import PATIENCE

SETTINGS: Final = """title: Büro Test
url: https://www.example.org/
search: {enabled: yes}
permalinks: {search: "/wörter/"}
images: {cards: nein, default_credit: "Foto: eigenes"}
gone: [/aktion/, "/über alles/"]
redirects: [{from: /mappe.pdf, to: /preise/}]
"""
FILES: Final = {
    "content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n",
    "content/preise.md": "---\ntitle: Preise\nid: kosten\naliases: [/alt/, '/über mich/', /seite.html]\n---\n\nText.\n",
    PUBLISHED_FILE: "/kosten/ page:kosten\n",
    "static/ordner/datei.txt": "Text.",
    "static/laden/index.php": "Ein Laden.",
}
BROTLI: Final = b"stands for what Brotli makes"
SERVERS: Final = ("apache", "nginx", "caddy")


class Answer(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Server:
    """A server at the address `origin`."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.origin.removeprefix("http://"), timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", quote(path, safe="/%?"), headers=named)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """A built site; its home page lies there compressed in both ways, its stylesheet and its page for errors in one."""
    case = SiteCase.of(tmp_path_factory.mktemp("hosts"), FILES, settings=SETTINGS)
    (case.root / "content/pictures").mkdir()
    save(case.root / "content/pictures/tisch.jpg", photograph(900, 600))
    case.edit("content/index.md", "Guten Tag.", "Guten Tag.\n\n![Ein Tisch](tisch.jpg)").built()
    for path in ("index.html", "404.html", asset(case, ".css").lstrip("/"), "wörter/index.html"):
        file = case.out / path
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
    (case.out / "index.html.br").write_bytes(BROTLI)
    return case


def asset(site: SiteCase, ending: str) -> str:
    """The URL path of a fingerprinted file."""
    return next(
        f"/{path}" for path in site.files() if path.startswith(("assets/", "bilder/")) and path.endswith(ending)
    )


@pytest.fixture(scope="module")
def servers(site: SiteCase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """Each server when it is first asked for."""
    state = tmp_path_factory.mktemp("servers")
    running: dict[str, Server] = {}
    with ExitStack() as open_ones:

        def server(name: str) -> Server:
            if name not in running:
                port, written = free_port(), site.root / ".sitegen/headers"
                over = {
                    "apache": lambda: apache_over(site.out, state / name, port=port),
                    "nginx": lambda: nginx_over(site.out, state / name, port=port, include=written / "nginx.conf"),
                    "caddy": lambda: caddy_over(site.out, state / name, port=port, include=written / "Caddyfile"),
                }
                running[name] = Server(open_ones.enter_context(over[name]()))
            return running[name]

        yield server


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, servers: Callable[[str], Server]) -> Server:
    """One after the other."""
    return servers(request.param)


@pytest.mark.parametrize("path", ["/", "/preise/", "/wörter/", "/gibt-es-nicht/", "/aktion/", "/alt/"])
def test_headers_are_those_of_the_policy(site: SiteCase, server: Server, path: str) -> None:
    wanted = headers_for(quote(path), site.out / "_headers")
    assert wanted.items() <= dict(server.get(path).headers.items()).items()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("/alt/", "/preise/"), ("/alt", "/preise/"), ("/über mich/", "/preise/"), ("/seite.html", "/preise/")),
        *(("/kosten/", "/preise/"), ("/mappe.pdf", "/preise/")),
    ],
)
def test_a_former_address_leads_on(server: Server, old: str, new: str) -> None:
    answer = server.get(old)
    assert answer.status == 301
    assert answer.headers["Location"].removeprefix(server.origin) == new


@pytest.mark.parametrize(
    ("path", "status"), [("/gibt-es-nicht", 404), ("/aktion/", 410), ("/aktion", 410), ("/über alles/", 410)]
)
def test_what_is_not_there_is_said_with_its_status_and_a_german_page(server: Server, path: str, status: int) -> None:
    answer = server.get(path)
    assert answer.status == status
    assert "Büro Test" in answer.body.decode()
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_missing_file_with_a_fingerprint_is_not_missing_for_a_year(server: Server) -> None:
    answer = server.get("/assets/style.0a1b2c3d4e.css")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize("path", ["/alt/mehr/", "/kosten/x", "/seitexhtml"])
def test_a_rule_catches_nothing_else(server: Server, path: str) -> None:
    assert server.get(path).status == 404


@pytest.mark.parametrize("path", ["/ordner/", "/assets/", "/bilder/"])
def test_no_folder_is_listed(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status in {403, 404}
    assert b"datei.txt" not in answer.body


def test_what_else_lies_at_the_host_goes_on_working(servers: Callable[[str], Server]) -> None:
    assert servers("apache").get("/laden/").body == b"Ein Laden."


@pytest.mark.parametrize("ending", [".css", ".svg", ".avif", ".jpg"])
def test_what_has_a_fingerprint_is_kept_for_a_year(site: SiteCase, server: Server, ending: str) -> None:
    answer = server.get(asset(site, ending))
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", "/preise/", "/ordner/datei.txt", "/sitemap.xml"])
def test_everything_else_is_asked_for_again(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    again = server.get(path, If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/wörter/", 200), ("/gibt-es-nicht/", 404)])
def test_what_lies_compressed_is_sent_so(server: Server, path: str, status: int) -> None:
    plain = server.get(path)
    packed = server.get(path, Accept_Encoding="deflate, gzip")
    assert (plain.status, packed.status) == (status, status)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    for answer in (plain, packed):
        assert answer.headers["Content-Type"].startswith("text/html")
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert "Content-Language" not in answer.headers


def test_a_compressed_file_is_kept_like_the_other(site: SiteCase, server: Server) -> None:
    packed = server.get(asset(site, ".css"), Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Type"].startswith("text/css")
    assert "immutable" in packed.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0", ""),
        ("identity", ""),
    ],
)
def test_apache_sends_the_better_one_that_is_understood(
    servers: Callable[[str], Server], accepted: str, encoding: str
) -> None:
    answer = servers("apache").get("/", Accept_Encoding=accepted)
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert answer.headers["Content-Type"].startswith("text/html")
    assert (answer.body == BROTLI) is (encoding == "br")
    assert "Content-Language" not in answer.headers


@pytest.mark.parametrize("missing", [*ORDINARY, "all"])
def test_an_apache_that_lacks_a_module_shows_the_site_all_the_same(
    site: SiteCase, tmp_path: Path, missing: str
) -> None:
    port = free_port()
    modules = () if missing == "all" else tuple(name for name in ORDINARY if name != missing)
    with apache_over(site.out, tmp_path, port=port, modules=modules) as origin:
        server = Server(origin)
        answer = server.get("/preise/", Accept_Encoding="gzip, br")
        assert answer.status == 200
        assert answer.body == (site.out / "preise/index.html").read_bytes() or "Content-Encoding" in answer.headers
        assert server.get("/gibt-es-nicht/").status == 404
