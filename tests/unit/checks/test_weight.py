from __future__ import annotations

from collections.abc import Mapping

from sitegen.checks.facts import facts_of
from sitegen.checks.finished import FinishedFile, FinishedPage, FinishedSite
from sitegen.checks.requests.in_css import collect_from_css
from sitegen.checks.requests.request import Collector
from sitegen.checks.weight import BUDGET, check_weight
from sitegen.diagnostics import Diagnostic

HERE = "content/seite.md"
SIZES = {"/a/foto.jpg": 1_500_000, "/a/klein.avif": 90_000, "/a/gross.avif": 400_000, "/a/schrift.woff2": 700_000}
TEXT = 'Das Foto: <img src="foto.jpg">'


def found_on(html: str, *, css: str = "", sizes: Mapping[str, int] = SIZES, size: int = 0) -> list[Diagnostic]:
    style = Collector()
    collect_from_css(css, into=style)
    page = FinishedPage(url="/a/", source=HERE, layout="layouts/page.html", facts=facts_of(html), size=size)
    site = FinishedSite(
        pages=(page,),
        answered=frozenset(),
        base="",
        origin="https://www.example.org",
        texts={HERE: TEXT},
        files=(FinishedFile(source="theme/style.css", requests=style.done(), output="assets/style.css"),),
        sizes=sizes,
    )
    return [*check_weight(site)]


def test_a_light_page_is_left_in_peace() -> None:
    assert found_on('<img src="foto.jpg">') == []


def test_a_heavy_picture_is_named_first_and_found_in_its_text() -> None:
    (finding,) = found_on('<img src="foto.jpg">', size=BUDGET - 1_000_000)
    assert finding.span.file == HERE
    assert (finding.span.line, finding.span.column) == (1, 21)
    assert finding.facts["parts"] == "foto.jpg (1,5\N{NO-BREAK SPACE}MB), /a/ (1,0\N{NO-BREAK SPACE}MB)"
    assert finding.facts["size"] == "2,5\N{NO-BREAK SPACE}MB"


def test_pictures_that_wait_weigh_nothing() -> None:
    assert found_on('<img src="foto.jpg" loading="lazy">', size=BUDGET - 1_000_000) == []


def test_of_variants_the_largest_of_the_best_format_counts() -> None:
    picture = '<picture><source srcset="klein.avif 400w, gross.avif 1600w"><img src="foto.jpg"></picture>'
    assert found_on(picture, size=BUDGET - 400_000) == []
    assert [found.code for found in found_on(picture, size=BUDGET - 399_999)] == ["SG638"]


def test_fonts_of_a_stylesheet_weigh_and_its_pictures_do_not() -> None:
    link = '<link rel="stylesheet" href="/assets/style.css">'
    fonts = '@font-face { font-family: A; src: url("../a/schrift.woff2") }'
    assert len(found_on(link, css=fonts, size=BUDGET - 699_999)) == 1
    assert found_on(link, css=".a { background: url(../a/foto.jpg) }", size=BUDGET - 699_999) == []


def test_the_same_file_is_loaded_once() -> None:
    assert found_on('<img src="foto.jpg"><img src="foto.jpg">') == []


def test_what_nobody_knows_the_size_of_weighs_nothing() -> None:
    assert found_on('<img src="nirgends.jpg"><script src="https://anderswo.example/x.js"></script>') == []


def test_what_is_written_from_a_folder_is_weighed_for_each_page() -> None:
    pages = [
        FinishedPage(url=url, source=HERE, layout="layouts/page.html", facts=facts_of(html), size=BUDGET - 1_000_000)
        for url in ("/b/", "/a/", "/b/")
        for html in ('<img src="foto.jpg">', '<img src="/a/foto.jpg">')
    ]
    site = FinishedSite(
        pages=pages, answered=frozenset(), base="", origin="https://www.example.org", texts={HERE: TEXT}, sizes=SIZES
    )
    assert [found.facts["page"] for found in check_weight(site)] == ["/b/", "/a/", "/a/", "/b/"]
