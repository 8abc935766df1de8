"""A feed or a sitemap must not send anybody to an address that nobody answers."""

from __future__ import annotations

from sitegen.build.outputs import feed_findings, told_nowhere_else
from sitegen.checks.facts import PageFacts
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.output.files import OutputFile

DEAD = "https://www.example.org/weg/"
ATOM = (
    f'<entry><link href="https://www.example.org/da/"/><content>&lt;a href="{DEAD}"&gt;dort&lt;/a&gt;</content></entry>'
)
SITEMAP = f"<urlset><url><loc>{DEAD}</loc></url></urlset>"
JSON_FEED = f'{{"items": [{{"id": "{DEAD}", "url": "https:\\/\\/www.example.org\\/weg\\/"}}]}}'


def site_with(*links: str) -> FinishedSite:
    page = FinishedPage(url="/da/", source="content/da.md", layout="layouts/page.html", facts=PageFacts(links=links))
    return FinishedSite(
        pages=(page,), answered=frozenset({"/da/"}), base="", origin="https://www.example.org", texts={}
    )


def found(name: str, text: str, site: FinishedSite) -> list[tuple[str, str]]:
    files = [OutputFile.holding(name, text.encode())]
    return [(finding.code, finding.span.file) for finding in told_nowhere_else(feed_findings(files, site), site)]


def test_a_dead_address_is_found_in_every_kind_of_feed() -> None:
    for name, text in (("feed.xml", ATOM), ("sitemap.xml", SITEMAP), ("feed.json", JSON_FEED)):
        assert found(name, text, site_with()) == [("SG635", name)]


def test_what_a_page_says_as_well_is_told_there() -> None:
    assert found("feed.xml", ATOM, site_with(DEAD)) == []


def test_other_files_are_left_alone() -> None:
    assert found("robots.txt", DEAD, site_with()) == []
