"""Whatever an old address is called, the files for web servers stay whole and lead nobody elsewhere."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import pytest

from apache import apache_over
from caddy import caddy_over
from nginx import free_port, nginx_over
from site_case import SiteCase, codes
from waiting import PATIENCE

OLD: Final = (
    '/preise "neu" $1 [E=a:b]/',
    '/x" { return 200 "boese"; } location = "/y/',
    "/stern*/",
    "/{$HOME}/{http.request.host}/",
    "/%{HTTP_HOST}/",
    "/${HOME}/",
    "/ende\u2028RewriteRule ^ boese/",
    "/a';#/",
)
Over = Callable[[Path, Path, int, Path], AbstractContextManager[str]]
SERVERS: Final[dict[str, Over]] = {
    "apache": lambda out, state, port, _written: apache_over(out, state, port=port),
    "nginx": lambda out, state, port, written: nginx_over(out, state, port=port, include=written / "nginx.conf"),
    "caddy": lambda out, state, port, written: caddy_over(out, state, port=port, include=written / "Caddyfile"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    root = tmp_path_factory.mktemp("site")
    root.parent.chmod(0o755)
    case = SiteCase.of(root, {}).post("eins", "Ein Text.")
    case.write("published-urls.txt", "".join(f"{quote(old)} post:eins\n" for old in OLD))
    assert codes(case.build()) == []
    return case


@pytest.mark.parametrize("server", SERVERS)
def test_every_old_address_leads_to_its_text(site: SiteCase, tmp_path: Path, server: str) -> None:
    port = free_port()
    with SERVERS[server](site.out, tmp_path, port, site.root / ".sitegen/headers") as origin:
        where = urlsplit(origin).netloc
        assert asked(where, "/blog/eins/") == (200, "")
        assert {old: asked(where, quote(old)) for old in OLD} == dict.fromkeys(OLD, (301, "/blog/eins/"))
        assert asked(where, "/stern-und-mehr/")[0] == 404


def asked(where: str, path: str) -> tuple[int, str]:
    """Status, and the path one is sent to."""
    connection = http.client.HTTPConnection(where, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, urlsplit(answer.headers.get("Location", "")).path


@pytest.mark.parametrize("line", ["/weg//dort/", "/C:/x/", "/e;return 301 http://boese/".replace(" ", "%20")])
def test_a_line_that_is_no_address_is_told_and_ends_no_build(tmp_path: Path, line: str) -> None:
    site = SiteCase.of(tmp_path, {"published-urls.txt": f"{line} post:eins\n"}).post("eins", "Ein Text.")
    assert codes(site.build()) == ["SG428"]
