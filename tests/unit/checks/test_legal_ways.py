"""Which page is the Impressum, and which pages lead there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.checks.facts import facts_of
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.finding_pages import legal_pages, path_of
from sitegen.checks.legal.of_pages import check_ways

ORIGIN = "https://www.example.org"
LINK = '<a href="/impressum/">Impressum</a>'


def page(
    url: str, body: str, *, layout: str = "layouts/page.html", kind: str = "page", title: str = "Start"
) -> FinishedPage:
    html = f"<!doctype html><html><title>{title}</title><main><h1>{title}</h1></main>{body}</html>"
    return FinishedPage(url=url, source=f"content{url}index.md", layout=layout, kind=kind, facts=facts_of(html))


def site(
    *pages: FinishedPage, layouts: Mapping[str, str] | None = None, answered: tuple[str, ...] = ()
) -> FinishedSite:
    return FinishedSite(
        pages=pages,
        answered=frozenset((*(page.url for page in pages), *answered)),
        base="",
        origin=ORIGIN,
        texts={"site.yaml": "title: x\nfooter: []\n"},
        layouts=layouts or {},
    )


def found(checked: FinishedSite) -> list[tuple[str, str, str]]:
    """Code, file and who does not lead there."""
    pages = legal_pages(checked.pages, lambda _: ())
    findings = check_ways(checked, pages, "imprint")
    return [(one.code, one.span.file, str(one.facts.get("who", ""))) for one in findings]


IMPRINT = page("/impressum/", "", title="Impressum")


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        '<a href="../impressum/">Zum Impressum</a>',
        f'<a href="{ORIGIN}/impressum/">Impressum</a>',
        '<a href="/impressum/#oben">Impressum und Datenschutz</a>',
        '<a href="/impressum/" aria-label="Impressum"><svg></svg></a>',
        '<a href="/impressum/index.html">IMPRESSUM</a>',
        '<a href="/Impressum/">falsch</a><a href="/impressum/">Anbieterkennzeichnung</a>',
    ],
)
def test_a_link_that_says_so_is_a_way(link: str) -> None:
    assert found(site(page("/a/", link), IMPRINT)) == []


@pytest.mark.parametrize(
    "link",
    [
        "",
        '<a href="/impressum/">Kontakt</a>',
        '<a href="/impresum/">Impressum</a>',
        '<a href="https://www.example.com/impressum/">Impressum</a>',
        '<a href="https://[kaputt/impressum/">Impressum</a>',
    ],
)
def test_any_other_is_none(link: str) -> None:
    assert found(site(page("/a/", link), IMPRINT)) == [("SG904", "site.yaml", "Keine Seite führt")]


def test_a_layout_that_leaves_it_out_is_named_once() -> None:
    lost = [page(f"/{name}/", "", layout="layouts/lang.html") for name in "abc"]
    checked = site(page("/", LINK), *lost, IMPRINT, layouts={"layouts/lang.html": ""})
    assert found(checked) == [("SG904", "layouts/lang.html", "/a/ und 2 weitere Seiten führen nicht")]


def test_a_post_about_it_is_none() -> None:
    post = page("/blog/impressum/", LINK, title="Impressum", kind="post")
    assert found(site(page("/a/", ""), post)) == [("SG903", "site.yaml", "")]


def test_pages_that_only_lead_on_need_no_way() -> None:
    leads_on = FinishedPage(
        url="/alt/",
        source="",
        layout="layouts/redirect.html",
        facts=facts_of('<!doctype html><html><meta http-equiv="refresh" content="0; url=/a/"></html>'),
    )
    assert found(site(page("/a/", LINK), leads_on, IMPRINT)) == []


@pytest.mark.parametrize("address", ["/impressum.html", "https://www.example.com/impressum"])
def test_it_may_be_a_file_or_lie_elsewhere(address: str) -> None:
    link = f'<a href="{address}">Impressum</a>'
    assert found(site(page("/a/", link), page("/b/", link), answered=("/impressum.html",))) == []
    lost = found(site(page("/a/", link), page("/b/", ""), answered=("/impressum.html",)))
    assert [code for code, _, _ in lost] == ["SG904"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/b/", "/b/"),
        ("b/", "/a/b/"),
        ("../b/?x#y", "/b/"),
        ("/%C3%BCber/", "/über/"),
        (f"{ORIGIN}/b/index.html", "/b/"),
        ("https://www.example.com/b/", ""),
        ("mailto:a@b.de", ""),
        ("http://[", ""),
    ],
)
def test_paths(address: str, path: str) -> None:
    assert path_of(address, "/a/", ORIGIN) == path
