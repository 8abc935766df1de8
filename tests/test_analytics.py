"""`analytics:` alone, the whole way: what stands in the finished page, and what its policy lets through."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from site_case import MINIMAL, SiteCase

INDEX: Final = {"content/index.md": "---\ntitle: Start\nsummary: Worum es geht.\n---\n\nGuten Tag.\n"}
GOOGLE: Final = "google-analytics\n  id: G-ABC1234567\n"
MATOMO: Final = "matomo\n  address: https://zahl.example.net/\n  id: 1\n"


def built(tmp_path: Path, provider: str) -> SiteCase:
    settings = f"{MINIMAL}analytics:\n  provider: {provider}" if provider else MINIMAL
    return SiteCase.of(tmp_path, INDEX, settings=settings).built()


def scripts_of(site: SiteCase) -> list[str]:
    """Addresses of scripts that run at once; what is in a template does not."""
    return [node.attributes["src"] or "" for node in site.page("index.html").css("script[src]")]


def waiting_in(site: SiteCase) -> list[str | None]:
    return [node.attributes["data-party"] for node in site.page("index.html").css("template[data-party]")]


def policy_of(site: SiteCase) -> dict[str, set[str]]:
    meta = site.page("index.html").css_first("meta[http-equiv='Content-Security-Policy']")
    assert meta is not None
    directives = (meta.attributes["content"] or "").split(";")
    return {name: set(sources) for name, *sources in (directive.split() for directive in directives)}


def test_without_it_no_page_has_a_script(tmp_path: Path) -> None:
    site = built(tmp_path, "")
    assert scripts_of(site) == []
    assert "script-src" not in policy_of(site)
    assert not [name for name in site.files() if name.endswith(".js")]


def test_plausible_runs_at_once_and_asks_nobody(tmp_path: Path) -> None:
    site = built(tmp_path, "plausible\n")
    assert scripts_of(site) == ["https://plausible.io/js/script.js"]
    assert waiting_in(site) == []
    assert policy_of(site)["script-src"] == {"https://plausible.io"}
    assert policy_of(site)["connect-src"] == {"https://plausible.io"}
    assert not [name for name in site.files() if name.endswith(".js")]


@pytest.mark.parametrize(("cookies", "asks"), [("", False), ("  cookies: yes\n", True)])
def test_matomo_waits_only_for_cookies(tmp_path: Path, cookies: str, asks: bool) -> None:  # noqa: FBT001 - of a table
    site = built(tmp_path, MATOMO + cookies)
    assert waiting_in(site) == (["matomo"] if asks else [])
    assert ("https://zahl.example.net/matomo.js" in scripts_of(site)) is not asks
    assert "https://zahl.example.net/matomo.js" in site.html("index.html")
    assert policy_of(site)["connect-src"] == {"https://zahl.example.net"}


def test_matomo_on_the_own_host_may_tell_it_what_it_counts(tmp_path: Path) -> None:
    site = built(tmp_path, "matomo\n  address: https://www.example.org/matomo/\n  id: 1\n")
    assert "https://www.example.org/matomo/matomo.js" in scripts_of(site)
    assert policy_of(site)["connect-src"] == {"https://www.example.org"}
    assert policy_of(site)["script-src"] == {"'self'", "https://www.example.org"}


def test_google_analytics_waits_and_reaches_only_what_is_declared(tmp_path: Path) -> None:
    site = built(tmp_path, GOOGLE)
    assert waiting_in(site) == ["google-analytics"]
    assert not [address for address in scripts_of(site) if "google" in address]
    assert policy_of(site)["connect-src"] == {
        "https://www.googletagmanager.com",
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
    }
