"""What tools find that nobody here wrote: axe on every kind of page, narrow and wide, and the HTML checker on all."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, expect

from browser.served import Served
from browser.surroundings import IN_A_BROWSER, from_npm, html_checker, node

pytestmark = IN_A_BROWSER

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (tags) => {
    const result = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
    return result.violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(", ")}`);
}"""

COMPRESS = """
    const {readFileSync} = require("fs"), {brotliCompressSync} = require("zlib");
    console.log(JSON.stringify(process.argv.slice(1).map(file => brotliCompressSync(readFileSync(file)).length)));
"""
COLOURS: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
HEAVIEST = 14_000
"""Bytes of a post and the stylesheet: what a server sends in its first breath."""


@pytest.mark.parametrize("width", [1280, 360], ids=["wide", "narrow"])
def test_axe_finds_nothing(width: int, browser: Browser, site: Served) -> None:
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(
        base_url=site.origin, viewport={"width": width, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    found = {}
    for path in (*site.of_each_kind(), "/suche/?q=büro"):
        page.goto(path)
        if "?q" in path:
            expect(page.get_by_role("status")).to_have_text(re.compile("Treffer"))
        page.evaluate(f"{axe}; 0")
        for colours in COLOURS:
            page.emulate_media(color_scheme=colours)
            found[path, colours] = page.evaluate(RUN, list(TAGS))
    context.close()
    assert {path: violations for path, violations in found.items() if violations} == {}


def html_errors(folder: Path) -> set[str]:
    """What the HTML checker calls an error in the pages, stylesheets and icons of a folder."""
    options = ["--also-check-css", "--also-check-svg", "--skip-non-html", str(folder)]
    checked = subprocess.run(
        [*html_checker(), *options], capture_output=True, check=True, encoding="utf-8", timeout=300
    )
    return {
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(checked.stdout)["messages"]
    }


def test_the_html_checker_finds_no_error(site: Served) -> None:
    assert html_errors(site.out) == set()


def test_the_html_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p><div></p>", encoding="utf-8")
    (tmp_path / "style.css").write_text("p { colour: red; }", encoding="utf-8")
    assert {error.partition(":")[0] for error in html_errors(tmp_path)} == {"index.html", "style.css"}


def test_a_post_and_the_stylesheet_fit_into_the_first_breath(site: Served) -> None:
    (stylesheet,) = site.out.glob("assets/style.*.css")
    paths = site.kinds["post"]
    files = [stylesheet, *(site.out / path.strip("/") / "index.html" for path in paths)]
    weighed = subprocess.run(
        [node(), "-e", COMPRESS, *map(str, files)], capture_output=True, check=True, encoding="utf-8"
    )
    shared, *weights = json.loads(weighed.stdout)
    heavy = {path: weight + shared for path, weight in zip(paths, weights, strict=True) if weight + shared > HEAVIEST}
    assert heavy == {}
