"""Time alone never stops a build: what was right when it was published stays publishable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from example_site import ON_ONE_WORKER, lay_example
from plain_site import SITES, lay_golden_site
from site_case import MINIMAL, NOON, SiteCase, codes
from sitegen.diagnostics import Severity
from sitegen.legal.purpose import Purpose

LINKS = {
    "file": "[Angebot](blog/2026-11-01-angebot.md)",
    "file with an anchor": "[Angebot](blog/2026-11-01-angebot.md#preis)",
    "shortcode": '{{ post "angebot" }}',
    "address": "[Angebot](/blog/angebot/)",
    "former address": "[Angebot](/altes-angebot/)",
    "tag that nothing else has": "[Winter](/blog/schlagwort/winter/)",
    "category that nothing else has": "[Aktion](/blog/kategorie/aktion/)",
}


def site_with(tmp_path: Path, text: str) -> SiteCase:
    site = SiteCase.of(tmp_path, {"content/index.md": f"---\ntitle: Start\n---\n\n{text}\n"})
    site.post("2026-10-01-anderes", "Ein anderer Beitrag.")
    return site.post(
        "2026-11-01-angebot",
        "## Preis\n\nNur im November.",
        title="Das Angebot",
        expires="2026-12-01",
        aliases="[/altes-angebot/]",
        tags="[Winter]",
        category="Aktion",
    )


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_a_link_to_an_expired_post_is_a_note(link: str, tmp_path: Path) -> None:
    site = site_with(tmp_path, f"Unser {link} im Winter.")
    site.built()
    result = site.build(now=NOON + timedelta(days=30), strict=True)
    assert result.written, site.report(result)
    assert codes(result) == ["SG306"]
    assert {found.severity for found in result.findings} == {Severity.NOTE}


def test_readers_of_a_link_to_an_expired_post_come_to_the_list(tmp_path: Path) -> None:
    site = site_with(tmp_path, f"{LINKS['file']} und {LINKS['shortcode']}.")
    site.build(now=NOON + timedelta(days=30))
    assert '<a href="/blog/">Angebot</a> und Das Angebot.' in site.html("index.html")


def test_a_menu_with_an_expired_post_is_a_note(tmp_path: Path) -> None:
    site = site_with(tmp_path, "Text.")
    site.write("site.yaml", MINIMAL + "navigation:\n  - {title: Aktion, page: blog/2026-11-01-angebot.md}\n")
    site.built()
    result = site.build(now=NOON + timedelta(days=30), strict=True)
    assert result.written, site.report(result)
    assert codes(result) == ["SG306"]


def test_the_same_address_is_an_error_when_it_never_was(tmp_path: Path) -> None:
    assert codes(site_with(tmp_path, "[Angebot](/blog/angebott/)").build()) == ["SG310"]


def example(root: Path) -> SiteCase:
    """The example site, which is asked for everything the law asks for."""
    lay_example(root)
    text = (root / "site.yaml").read_text("utf-8")
    return SiteCase(root).write("site.yaml", text if "\nlegal:" in text else f"{text}\nlegal: {{}}\n")


def lawful(root: Path) -> SiteCase:
    """The golden site whose legal pages are made from settings."""
    lay_golden_site(SITES / "legal", root)
    return SiteCase(root)


@ON_ONE_WORKER
@pytest.mark.parametrize("site_in", [example, lawful])
def test_what_may_go_out_today_may_go_out_years_from_now(
    site_in: Callable[[Path], SiteCase], tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = site_in(tmp_path_factory.mktemp("site"))
    for years in (0, 2, 10):
        result = site.build(now=NOON + timedelta(days=365 * years), purpose=Purpose.PUBLISH)
        assert result.written, site.report(result)
        assert ({"SG917", "SG919"} <= set(codes(result))) is bool(years), site.report(result)
